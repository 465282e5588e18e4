mkdir in
cp "$samples/kitakyushu/総務局.xlsx" "$samples/kitakyushu/教育委員会.xlsx" in
"$kpibook" validate -q --mail out -p "$samples/kitakyushu/plan.yaml" --as-of 2017-06-30 in > /dev/null
ls out
sed -n '1,14p' out/教育委員会.txt
