"$kpibook" rules | awk '{ print $2 }' | sort | uniq -c | awk '$1 > 0 { print $2 }'
"$kpibook" rules --format json | head -n 3
