"$kpibook" consolidate x.xlsx -o y.xlsx
