"$kpibook" validate -p nowhere.yaml x.xlsx
