"$kpibook" --help | sed -n '1,4p'
"$kpibook" cells --help | grep -c -- '--limit-'
LC_ALL=ja_JP.UTF-8 "$kpibook" validate --help | sed -n '1,3p'
