# A marked copy is a valid submission with the same data; --strip gives the
# original cells back.
p="$samples/kitakyushu/plan.yaml"
f="$samples/kitakyushu/環境局.xlsx"
"$kpibook" annotate --lang ja --as-of 2017-06-30 -p "$p" "$f" -o 環境局.xlsx
"$kpibook" cells 環境局.xlsx --sheet 指摘一覧 | sed -n '1,5p'
"$kpibook" export -p "$p" "$f" --to json | grep -v sha256 > a.json
"$kpibook" export -p "$p" 環境局.xlsx --to json | grep -v sha256 > b.json
cmp a.json b.json && echo same data
"$kpibook" annotate --strip 環境局.xlsx -o stripped.xlsx
"$kpibook" cells "$f" > a.jsonl
"$kpibook" cells stripped.xlsx > b.jsonl
cmp a.jsonl b.jsonl && echo same cells
