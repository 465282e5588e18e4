"$kpibook" consolidate -p "$samples/kitakyushu/plan.yaml" "$samples/kitakyushu" -o out.xlsx 2>/dev/null
ls -A
