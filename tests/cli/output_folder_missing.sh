"$kpibook" export "$samples/fukuoka" -o nowhere/out.json
