# Changed figures with both values and cells, and their effect.
p="$samples/kitakyushu/plan.yaml"
"$kpibook" export -q -p "$p" "$samples/kitakyushu/環境局.xlsx" -o old.json
sed 's/"value": 767,/"value": 667,/; s/"text": "累計767人"/"text": "累計667人"/' old.json > new.json
"$kpibook" diff --lang ja -p "$p" old.json new.json
"$kpibook" diff -p "$p" old.json old.json
"$kpibook" diff -f json -p "$p" old.json new.json | head -n 12
"$kpibook" diff -p "$p" old.json new.json -o changes.xlsx && ls
