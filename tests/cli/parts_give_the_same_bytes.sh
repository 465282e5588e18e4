# Parts made one by one consolidate to the same workbook as the files.
p="$samples/kitakyushu/plan.yaml"
for f in "$samples"/kitakyushu/*.xlsx; do
    "$kpibook" export -q -p "$p" "$f" -o "$(basename "$f" .xlsx).jsonl" 2>/dev/null
done
"$kpibook" consolidate -q -p "$p" "$samples/kitakyushu" -o a.xlsx 2>/dev/null
"$kpibook" consolidate -q -p "$p" ./*.jsonl -o b.xlsx 2>/dev/null
cat ./*.jsonl > all.jsonl
"$kpibook" consolidate -q -p "$p" all.jsonl -o c.xlsx 2>/dev/null
cmp a.xlsx b.xlsx && cmp a.xlsx c.xlsx && echo same
