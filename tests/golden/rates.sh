#!/bin/sh
# A second, independent computation of every rate in achievement_cases.tsv:
# bc reckons what was worked by hand and rounds it; the `shown` column, which
# test_achievement_cases holds kpibook to, must say the same.
table=tests/unit/achievement_cases.tsv
if ! command -v bc >/dev/null; then
    echo "rates: bc is not here, skipped"
    exit 0
fi
checked=0
failed=0
while IFS= read -r line; do
    case $line in '#'*|'') continue ;; esac
    plan=$(printf '%s\n' "$line" | cut -f3)
    rate=$(printf '%s\n' "$line" | cut -f4)
    shown=$(printf '%s\n' "$line" | cut -f5)
    [ -n "$shown" ] || continue
    number=${shown%\%}
    case $number in *.*) fraction=${number#*.} ;; *) fraction= ;; esac
    digits=${#fraction}
    # Integer arithmetic on the scaled percent; truncating makes half up.
    case $plan in *floor*) half=0 ;; *) half=0.5 ;; esac
    got=$(bc <<EOF
scale=40
p=($rate)*100*10^$digits
h=$half
if (p<0) h=-h
scale=0
(p+h)/1
EOF
)
    want=$(printf '%s' "$number" | tr -d .)
    case $want in 0*[0-9]) want=$(echo "$want" | sed 's/^0*\([0-9]\)/\1/') ;; esac
    checked=$((checked + 1))
    if [ "$got" != "$want" ]; then
        failed=$((failed + 1))
        echo "rates: $(printf '%s\n' "$line" | cut -f1): bc $got, table $shown"
    fi
done <"$table"
echo "rates: $checked reckoned with bc, $failed differ"
[ "$failed" -eq 0 ] && [ "$checked" -ge 60 ]
