p="$samples/kitakyushu/plan.yaml"
"$kpibook" consolidate -j1 -q -p "$p" "$samples/kitakyushu" -o a.xlsx 2>/dev/null
"$kpibook" consolidate -j8 -q -p "$p" "$samples/kitakyushu" -o b.xlsx 2>/dev/null
cmp a.xlsx b.xlsx && echo same
"$kpibook" validate -j1 -f json -p "$p" "$samples/kitakyushu" > a.json
"$kpibook" validate -j8 -f json -p "$p" "$samples/kitakyushu" > b.json
cmp a.json b.json && echo same
