"$kpibook" init "$samples/kitakyushu" -o plan.yaml
"$kpibook" validate -q -p plan.yaml "$samples/kitakyushu" >/dev/null && echo usable
grep -c . plan.yaml
