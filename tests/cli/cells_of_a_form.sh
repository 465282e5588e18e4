"$kpibook" cells "$samples/fukuoka/②.xlsx" | tail -n 12
"$kpibook" cells --summary "$samples/fukuoka/②.xlsx" "$samples/fukuoka/①.xlsx"
