"$kpibook" validate --as-of 2022-01-31 -p "$samples/fukuoka/plan.yaml" "$samples/fukuoka"
