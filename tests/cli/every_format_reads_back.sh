# JSON, to another format and back, is the same JSON.
p="$samples/kitakyushu/plan.yaml"
"$kpibook" export -q -p "$p" "$samples/kitakyushu" -o a.json
for format in xlsx sqlite jsonl; do
    "$kpibook" export -q -p "$p" a.json -o b.$format
    "$kpibook" export -q -p "$p" b.$format -o b.json --force
    cmp a.json b.json && echo $format same
done
