"$kpibook" validate -q --annotate out -p "$samples/fukuoka/plan.yaml" --as-of 2022-01-31 "$samples/fukuoka" > /dev/null
ls out
