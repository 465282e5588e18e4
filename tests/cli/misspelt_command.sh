# Misuse is said on stderr, with status 2.
"$kpibook" validte x.xlsx
