#!/bin/sh
# The true defects of the two real reports: where a warning stands and by
# which rule, no error, and a few of them word for word. UPDATE=1 rewrites.
here=$(cd "$(dirname "$0")" && pwd)
kpibook=$(cd "${B:-build}" && pwd)/kpibook
samples="$here/../../samples"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
bad=0

for city in kitakyushu fukuoka; do
    out="$scratch/$city"
    "$kpibook" validate -q --lang ja --color never --as-of 2017-06-30 \
        -p "$samples/$city/plan.yaml" "$samples/$city"/*.xlsx >"$out" || {
        echo "findings: $city: exit $?, expected 0"
        bad=1
    }
    sed 's/: \(error\|warning\|notice\): .* \(\[[a-z-]*\]\)$/: \1 \2/' \
        "$out" >"$out.places"
    if [ "${UPDATE:-}" = 1 ]; then
        cp "$out.places" "$here/$city.findings"
    elif ! diff -u "$here/$city.findings" "$out.places"; then
        bad=1
    fi
done

says() { # city, what a line holds
    grep -qF "$2" "$scratch/$1" && return
    echo "findings: $1: not said: $2"
    bad=1
}
says kitakyushu "の実績 初出「—」、再掲「累計48人」 [relisted-differs]"
says kitakyushu "の実績「累計7件」が「次世代自動車産業拠点化事業」の「累計4件」と違います"
says kitakyushu "基準値「6,000人」が同じ平成27年度(2015)の実績「6,355人」と違います"
says kitakyushu "実績の単位「件」が目標の単位「社」と違います"
says kitakyushu "判定は「C」ですが、計算では「D」です"
says kitakyushu "指標名からは単位「件」のはずですが、「人」です"
says fukuoka "目標値がありません [target-missing]"
says fukuoka "令和2年度(2020)の実績が空欄です [actual-blank]"
[ "$(grep -c 'grade-differs\]$' "$scratch/kitakyushu")" = 11 ] || {
    echo "findings: kitakyushu: not 11 grades differ"
    bad=1
}
[ "$bad" -eq 0 ] && echo "findings: as listed"
exit "$bad"
