cp "$samples/kitakyushu/環境局.xlsx" .
for i in 1 2; do
    "$kpibook" status -q -p "$samples/kitakyushu/plan.yaml" --as-of 2017-06-30 --ledger l.jsonl 環境局.xlsx >/dev/null
done
printf '{"cut' >> l.jsonl
"$kpibook" status -q -p "$samples/kitakyushu/plan.yaml" --as-of 2017-06-30 --ledger l.jsonl --sign 課長 環境局.xlsx >/dev/null
sed 's/"at":"[^"]*"/"at":"…"/' l.jsonl
