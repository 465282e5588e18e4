"$kpibook" cells --limit-cells 10 "$samples/fukuoka/②.xlsx" | wc -l
"$kpibook" cells --limit-file-bytes 1K "$samples/fukuoka/②.xlsx" || echo "status $?"
"$kpibook" cells --limit-cells 0 "$samples/fukuoka/②.xlsx"
