# Which grades another scheme, rounding or rule would change, and why.
p="$samples/kitakyushu/plan.yaml"
"$kpibook" explain --lang ja -p "$p" "$samples/kitakyushu" --set rounding.mode=floor
"$kpibook" explain -p "$p" "$samples/kitakyushu" --set project_rule=worst | tail -n 4
"$kpibook" explain -f json -p "$p" "$samples/kitakyushu" --whatif "$p" | head -n 8
"$kpibook" explain -p "$p" "$samples/kitakyushu" --set no_such_key=1
