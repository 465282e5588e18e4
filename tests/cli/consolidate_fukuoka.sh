"$kpibook" consolidate --lang ja -p "$samples/fukuoka/plan.yaml" "$samples/fukuoka" -o out.xlsx 2>/dev/null
