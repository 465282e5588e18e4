"$kpibook" validate --fromat json x.xlsx
