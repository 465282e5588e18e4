# The true defects of the published report, as warnings; no errors.
"$kpibook" validate --as-of 2017-06-30 --lang ja -p "$samples/kitakyushu/plan.yaml" "$samples/kitakyushu"
