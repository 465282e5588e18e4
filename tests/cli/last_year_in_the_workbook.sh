# With last year's data the summary compares the grades of both years.
p="$samples/kitakyushu/plan.yaml"
"$kpibook" export -q -p "$p" "$samples/kitakyushu" --to json 2>/dev/null >now.json
sed 's/"grade": "C"/"grade": "B"/' now.json >last.json
"$kpibook" consolidate -q -p "$p" --previous last.json "$samples/kitakyushu" -o out.xlsx 2>/dev/null || true
"$kpibook" cells --sheet 総括 out.xlsx >cells
from=$(sed -n 's/.*"ref":"A\([0-9]*\)".*"value":"前年度との比較".*/\1/p' cells)
for row in 2 3 4 8 9 10; do
    sed -n "s/.*\"ref\":\"\([A-Z]*\)$((from + row))\",\"type\":\"[a-z]*\",\"value\":\([^,}]*\)[,}].*/\1=\2/p" cells |
        tr '\n' ' '
    echo
done
grep -c '"merge":"B[0-9]*:D[0-9]*"' cells # lists of projects
# Last year's file stays as it was, and the same input gives the same bytes.
"$kpibook" consolidate -q --force -p "$p" --previous last.json "$samples/kitakyushu" -o again.xlsx 2>/dev/null || true
cmp out.xlsx again.xlsx && echo same
# The workbook still reads back as data.
"$kpibook" export -q -p "$p" out.xlsx --to json 2>/dev/null >back.json
grep -c '"rate_exact"' now.json back.json
