# Changed past figures are findings.
p="$samples/kitakyushu/plan.yaml"
"$kpibook" export -p "$p" "$samples/kitakyushu/技術監理局.xlsx" -o last.json
sed -i 's/"value": 97,/"value": 79,/; s/"text": "97%"/"text": "79%"/' last.json
"$kpibook" validate -q -p "$p" --as-of 2017-06-30 --previous last.json "$samples/kitakyushu/技術監理局.xlsx"
