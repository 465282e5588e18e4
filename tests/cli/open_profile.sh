"$kpibook" consolidate -q --lang ja --profile open -p "$samples/kitakyushu/plan.yaml" "$samples/kitakyushu" -o open.xlsx
