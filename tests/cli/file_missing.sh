# An unreadable input is an error finding: status 1.
"$kpibook" validate nowhere.xlsx
