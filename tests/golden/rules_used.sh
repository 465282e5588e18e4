#!/bin/sh
# Every rule id that src/ reports is in the catalogue, and every id of the
# catalogue is reported somewhere.
here=$(cd "$(dirname "$0")/../.." && pwd)
src="$here/src"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
bad=0

sed -n 's/^ *{ F("\([a-z-]*\)".*/\1/p' "$src"/check/rules_*.c |
    sort >"$scratch/catalogue"
[ -s "$scratch/catalogue" ] || { echo "rules_used: no catalogue"; exit 1; }

# Sources without the catalogue, a file a line, so that a call may span lines.
find "$src" -name '*.c' ! -path '*/check/rules_*' | sort |
while read -r file; do
    tr '\n' ' ' <"$file"
    echo
done >"$scratch/source"

# The first word in kebab-case of each call that reports, and of each report.
{
    grep -oE '(finding_add|kpi_fail|xml_fail|reader_finding|reader_file_finding|report_pair|report_baseline|said|changed|report_second|cannot_read|kpi_read_failed)\([^;"]*"[a-z]+(-[a-z0-9]+)+"' "$scratch/source"
    grep -oE '\(report\) ?\{ *"[a-z]+(-[a-z0-9]+)+"' "$scratch/source"
} | sed 's/.*"\([a-z0-9-]*\)"$/\1/' | sort -u >"$scratch/reported"
comm -23 "$scratch/reported" "$scratch/catalogue" >"$scratch/unknown"
if [ -s "$scratch/unknown" ]; then
    sed 's/$/: reported, but not in the catalogue/' "$scratch/unknown"
    bad=1
fi

# A rule may be chosen in an expression: any literal counts as its use.
while read -r id; do
    grep -qF "\"$id\"" "$scratch/source" && continue
    echo "$id: in the catalogue, but never reported"
    bad=1
done <"$scratch/catalogue"

echo "rules_used: $(wc -l <"$scratch/catalogue") rules," \
    "$(wc -l <"$scratch/reported") found at their calls"
exit "$bad"
