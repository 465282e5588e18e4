# A full disk is status 3.
"$kpibook" export "$samples/fukuoka" --to json >/dev/full
