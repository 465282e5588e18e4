p="$samples/kitakyushu/plan.yaml"
"$kpibook" consolidate -j1 -q -p "$p" "$samples/kitakyushu" -o a.xlsx 2>/dev/null
"$kpibook" consolidate -j8 -q -p "$p" "$samples/kitakyushu" -o b.xlsx 2>/dev/null
cmp a.xlsx b.xlsx && echo same
"$kpibook" validate -j1 -f json -p "$p" "$samples/kitakyushu" > a.json
"$kpibook" validate -j8 -f json -p "$p" "$samples/kitakyushu" > b.json
cmp a.json b.json && echo same
# So many projects that workers share what comes behind the reading too.
"$kpibook" export -q -p "$p" "$samples/kitakyushu" -o all.json || [ $? -eq 1 ]
for i in 1 2 3 4 5; do
    sed "s/\.xlsx\"/_$i&/; s/\"sha256\": *\"./\"sha256\": \"$i/
         s/\"name\": *\"[^\"]*事業/&$i/" all.json > "part$i.json"
done
"$kpibook" validate -j1 -f json -p "$p" part*.json > a.json || [ $? -eq 1 ]
"$kpibook" validate -j8 -f json -p "$p" part*.json > b.json || [ $? -eq 1 ]
cmp a.json b.json && echo same
"$kpibook" export -j1 -q -p "$p" part*.json -o a2.json || [ $? -eq 1 ]
"$kpibook" export -j8 -q -p "$p" part*.json -o b2.json || [ $? -eq 1 ]
cmp a2.json b2.json && echo same
