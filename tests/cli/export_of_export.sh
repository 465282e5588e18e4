# Exporting an export gives the same bytes.
"$kpibook" export -p "$samples/kitakyushu/plan.yaml" "$samples/kitakyushu" -o a.json 2>/dev/null
"$kpibook" export -p "$samples/kitakyushu/plan.yaml" a.json -o b.json 2>/dev/null
cmp a.json b.json && echo same
"$kpibook" export -p "$samples/fukuoka/plan.yaml" "$samples/fukuoka" -o c.json 2>/dev/null
"$kpibook" export -p "$samples/fukuoka/plan.yaml" - <c.json --to json >d.json 2>/dev/null
cmp c.json d.json && echo same
