# The tables for publication read back: the same figures, rates and grades.
for city in kitakyushu fukuoka; do
    p="$samples/$city/plan.yaml"
    "$kpibook" consolidate -q -p "$p" --profile open "$samples/$city" -o $city.xlsx >/dev/null
    "$kpibook" export -q -p "$p" "$samples/$city" --to json >a.json
    "$kpibook" export -q -p "$p" $city.xlsx --to json >b.json
    keys='rate_exact|explain|reason|purpose|kind|direction|shown|grade|formula|agrees|name|bureau|measure|relisted|status'
    [ $city = kitakyushu ] && keys="$keys|value|unit|qualifier|per_year|fiscal_year|cumulative|state"
    # A name's ① is a 1 there, as the rules for open data want it.
    for file in a b; do
        grep -E "^ *\"($keys)\":" $file.json | sed 's/①/1/; s/②/2/' >$file.txt
    done
    wc -l <a.txt | tr -d ' '
    cmp a.txt b.txt && echo same
done
