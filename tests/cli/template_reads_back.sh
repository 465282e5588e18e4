# A prefilled template holds what went in.
p="$samples/kitakyushu/plan.yaml"
"$kpibook" template -p "$p" --from "$samples/kitakyushu" -o out | sort
"$kpibook" export -p "$p" "$samples/kitakyushu/技術監理局.xlsx" --to csv | cut -d, -f1-3 | head -n 3
"$kpibook" validate -q -p "$p" --as-of 2017-06-30 out/技術監理局.xlsx && echo accepted
"$kpibook" template -p "$p" -o blank -q && ls blank | wc -l
