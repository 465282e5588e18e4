#!/bin/sh
# A template that LibreOffice filled in reads back: the figures as entered,
# the printed ones unchanged, and the rate that the workbook reckoned itself
# is the one that kpibook reckons.
kpibook=${B:-build}/kpibook
data=samples/kitakyushu
for tool in soffice unzip zip; do
    command -v "$tool" > /dev/null || {
        echo "template_roundtrip: skipped, $tool is not installed"
        exit 0
    }
done
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT

# Last year's data, and the plan of the year behind it.
sed 's/^reported_year: H28/reported_year: H29/; s/^as_of:.*/as_of: 2018-06-30/' \
    "$data/plan.yaml" > "$work/plan.yaml"
mkdir "$work/sent" "$work/filled" "$work/profile" "$work/profile/user"
"$kpibook" template -p "$work/plan.yaml" --from "$data/data.json" \
    -o "$work/sent" > /dev/null || { echo "no templates"; exit 1; }

# LibreOffice reckons anew when it opens the file.
cat > "$work/profile/user/registrymodifications.xcu" << 'XCU'
<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
XCU

# Enters 17 in row 7 of the reported year's column, 112 in row 12 ...
fill() {
    column=$("$kpibook" cells "$1" | sed -n \
        's/.*"ref":"\([A-Z]*\)6".*平成29年度(2017)\\n実績".*/\1/p')
    [ -n "$column" ] || { echo "$1: no column to fill in"; return 1; }
    rm -rf "$work/parts"
    mkdir "$work/parts"
    (cd "$work/parts" && unzip -q "$1" &&
        sed -E "s#<c r=\"$column([0-9]{1,2})\" s=\"([0-9]+)\"/>#<c r=\"$column\1\" s=\"\2\"><v>1\1</v></c>#g" \
            xl/worksheets/sheet1.xml > sheet && mv sheet xl/worksheets/sheet1.xml &&
        zip -q -r "$work/book.xlsx" .) || return 1
    timeout -k 5 120 soffice "-env:UserInstallation=file://$work/profile" \
        --headless --norestore --convert-to xlsx --outdir "$work/filled" \
        "$work/book.xlsx" < /dev/null > /dev/null 2>&1
    rm -f "$work/book.xlsx"
    mv "$work/filled/book.xlsx" "$work/filled/$(basename "$1")"
}

for department in 産業経済局 教育委員会; do
    fill "$work/sent/$department.xlsx" || exit 1
done
"$kpibook" validate -p "$work/plan.yaml" "$work/filled" --lang en \
    > "$work/found" 2>&1
for rule in template-changed template-version template-department \
            rate-differs no-kpi-table; do
    if grep "\[$rule\]" "$work/found"; then
        echo "$rule where nothing was spoilt"
        exit 1
    fi
done
"$kpibook" export -p "$work/plan.yaml" "$work/filled" \
    -o "$work/filled.json" > /dev/null 2>&1
# Every indicator has a rate of the workbook's own, but two: one lacks
# a year of its total, one has no number as its target.
rates=$(tr -d ' \n' < "$work/filled.json" |
    grep -oE '"planned":\[[^]]*\],"declared":\{"rate":[0-9]' | wc -l)
if [ "$rates" -ne 94 ]; then
    echo "$rates rates were reckoned by the workbooks, 94 expected"
    exit 1
fi
for value in 17 112 116; do
    grep -q "\"value\": *$value\b" "$work/filled.json" ||
        { echo "$value was not read"; exit 1; }
done
echo "template_roundtrip: $rates rates agree"
