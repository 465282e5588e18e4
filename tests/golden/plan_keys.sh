#!/bin/sh
# The manual pages of the plan know every key of the table, each in its
# section, and no other; and every preset scale.
keys=$(mktemp) || exit 1
page=$(mktemp) || exit 1
trap 'rm -f "$keys" "$page"' EXIT
bad=0

# "group key" of each line of a table in plan_keys.c; KEYS for the plan's own.
sed -n -e 's/^static const plan_key \([a-z]*\)_keys\[\].*/@\1/p' \
    -e 's/^ *{ *[A-Z0-9]*(*"\([a-z_]*\)",.*/\1/p' src/plan/plan_keys.c |
    awk '/^@/ { group = substr($0, 2); next } { print group, $0 }' |
    sed -e 's/^plan /KEYS /' -e 's/^department /departments /' \
        -e 's/^goal /goals /' -e 's/^kpi /kpis /' -e 's/^band /bands /' \
        -e 's/^category /categories /' -e 's/^override /overrides /' \
        -e 's/^pin /pins /' -e 's/^rule /rules /' | sort > "$keys"
count=$(wc -l < "$keys")
[ "$count" -ge 70 ] || { echo "only $count keys found in plan_keys.c"; exit 1; }

# Behind .TP a line of .B names a key; sections of other things do not count.
for man in src/share/man/kpibook-plan.5 src/share/man/ja/kpibook-plan.5; do
    awk '/^\.SH / { group = ($2 == "KEYS" || $2 == "キー") ? "KEYS" : "" }
        /^\.SS / { group = $2 ~ /^[a-z]+$/ ? $2 : "" }
        term && /^\.B / && group != "" { print group, $2 }
        { term = ($1 == ".TP") }' "$man" | sort > "$page"
    if ! diff "$keys" "$page" > /dev/null; then
        echo "$man: keys that only the table (<) or only the page (>) has:"
        diff "$keys" "$page" | grep '^[<>]'
        bad=1
    fi
    for scheme in $(sed -n 's/^    { "\([a-z0-9-]*\)", \(true\|false\),.*/\1/p' \
        src/plan/schemes.c); do
        grep -q "^\.B $scheme\$" "$man" ||
            { echo "$man: the scheme $scheme is missing"; bad=1; }
    done
done
[ "$bad" -eq 0 ] && echo "plan keys: $count, in both manual pages"
exit "$bad"
