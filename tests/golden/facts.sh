#!/bin/sh
# No fact of the two reports is lost on the way through the workbooks: against
# the data that the samples were made from, and, where it lies beside the
# project, against the transcription itself and the workbooks of others.
set -u
B=${B:-build}
SHARED=${KPIBOOK_SHARED:-../shared}
out=$(mktemp -d) || exit 1
trap 'rm -rf "$out"' EXIT
failed=0

export_as() # name city file...
{
    name=$1 city=$2
    shift 2
    "$B/kpibook" export -q -p "samples/$city/plan.yaml" "$@" \
        -o "$out/$name.json" 2>"$out/err" || { cat "$out/err"; exit 1; }
}

compare() # name facts [part]
{
    name=$1
    shift
    "$B/golden/check_facts" "$out/$name.json" "$@" || failed=1
}

for city in kitakyushu fukuoka; do
    export_as $city $city samples/$city/*.xlsx
    compare $city samples/$city/data.json
done
if [ -d "$SHARED/data" ]; then
    compare kitakyushu "$SHARED/data/kitakyushu_h28.json"
    compare fukuoka "$SHARED/data/fukuoka_r2.json"
fi
if [ -d "$SHARED/field" ]; then
    export_as field kitakyushu "$SHARED"/field/strategy/*.xlsx
    compare field samples/kitakyushu/data.json part
fi
exit $failed
