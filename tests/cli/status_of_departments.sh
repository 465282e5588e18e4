mkdir in
cp "$samples/kitakyushu/環境局.xlsx" "$samples/kitakyushu/総務局.xlsx" in
"$kpibook" status --lang ja -p "$samples/kitakyushu/plan.yaml" --as-of 2017-06-30 in
"$kpibook" status -f json -p "$samples/kitakyushu/plan.yaml" --as-of 2017-06-30 in | tail -n 9
# A bureau that the plan knows by an alias has submitted.
"$kpibook" status --lang ja -p "$samples/fukuoka/plan.yaml" --as-of 2021-09-30 "$samples/fukuoka"
