"$kpibook" validate
