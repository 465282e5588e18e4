# The official workbook holds the data that it was made from.
for city in kitakyushu fukuoka; do
    p="$samples/$city/plan.yaml"
    "$kpibook" consolidate -q -p "$p" "$samples/$city" -o $city.xlsx
    "$kpibook" export -q -p "$p" "$samples/$city" -o a.json --force
    "$kpibook" export -q -p "$p" $city.xlsx -o b.json --force
    cmp a.json b.json && echo same
done
