#!/bin/sh
# Every kind of workbook that is written, part by part, against the order of
# ECMA-376 and Excel's limits: it must open without a repair.
B=${B:-build}
case $B in
/*) ;;
*) B=$PWD/$B ;;
esac
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
run() {
    "$B/kpibook" "$@" >/dev/null 2>"$work/err" || [ $? -eq 1 ] || {
        echo "parts: kpibook $1 failed"
        cat "$work/err"
        exit 1
    }
}
for city in kitakyushu fukuoka; do
    p=samples/$city/plan.yaml
    run export -q -p "$p" "samples/$city" -o "$work/$city.json"
    sed 's/"grade": "C"/"grade": "B"/; s/"value": 3/"value": 2/' \
        "$work/$city.json" >"$work/last.json"
    run consolidate -q -p "$p" "samples/$city" -o "$work/$city-print.xlsx"
    run consolidate -q -p "$p" --previous "$work/last.json" \
        "samples/$city" -o "$work/$city-last.xlsx"
    run consolidate -q -p "$p" --profile open "samples/$city" \
        -o "$work/$city-open.xlsx"
    run export -q -p "$p" "samples/$city" -o "$work/$city-export.xlsx"
    run diff -p "$p" "$work/last.json" "$work/$city.json" \
        -o "$work/$city-diff.xlsx"
    mkdir "$work/$city-blank" "$work/$city-prefilled"
    run template -q -p "$p" -o "$work/$city-blank"
    run template -q -p "$p" --from "$work/$city.json" \
        -o "$work/$city-prefilled"
    for file in samples/$city/*.xlsx; do
        run annotate -q -p "$p" "$file" \
            -o "$work/$city-note-$(basename "$file")"
    done
done
find "$work" -name '*.xlsx' | sort | tr '\n' '\0' |
    xargs -0 "$B/golden/check_parts"
