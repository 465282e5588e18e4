mkdir empty
"$kpibook" validate empty
