"$kpibook" validate --summary x.xlsx
