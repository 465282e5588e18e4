"$kpibook" validate --as-of 2022-01-31 -f json -p "$samples/fukuoka/plan.yaml" "$samples/fukuoka" | head -n 40
