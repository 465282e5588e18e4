#!/bin/sh
# The official workbook is alive: its cached results are taken away, then
# LibreOffice reckons every formula, and each gives what was cached.
B=${B:-build}
check=$B/golden/check_recalc
if ! command -v soffice >/dev/null; then
    echo "recalc: LibreOffice is not here, skipped"
    exit 0
fi
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
mkdir "$work/out"
for case in kitakyushu:150 fukuoka:50; do
    city=${case%:*}
    # Warnings are fine; an error finding would leave figures out.
    "$B/kpibook" consolidate -q -p "samples/$city/plan.yaml" \
        "samples/$city" -o "$work/$city.xlsx" >/dev/null 2>&1 || {
        echo "recalc: $city could not be consolidated"
        exit 1
    }
    mkdir -p "$work/in"
    "$check" strip "$work/$city.xlsx" "$work/in/$city.xlsx" || exit 1
    timeout 180 soffice "-env:UserInstallation=file://$work/profile" \
        --headless --convert-to xlsx --outdir "$work/out" \
        "$work/in/$city.xlsx" >/dev/null 2>&1
    [ -f "$work/out/$city.xlsx" ] || {
        echo "recalc: LibreOffice could not read $city.xlsx"
        exit 1
    }
    "$check" compare "$work/$city.xlsx" "$work/out/$city.xlsx" \
        "${case#*:}" || exit 1
done
