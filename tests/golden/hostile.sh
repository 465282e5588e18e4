#!/bin/sh
# A slow or hostile file does not hold up the others: each is answered within
# its limits, the others say what they say without it, in the order of the
# inputs and with the same bytes whatever the number of workers.
B=${B:-build}
case $B in
/*) ;;
*) B=$PWD/$B ;;
esac
kpibook=$B/kpibook
samples=$PWD/samples/kitakyushu
plan=$samples/plan.yaml
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
mkdir in good
bad=0

say() {
    echo "hostile: $1"
    bad=1
}

cp "$samples"/*.xlsx good
cp good/*.xlsx in
"$B/golden/make_hostile" in || say "the workbooks could not be made"
ls in | sort >names

# validate JOBS FORMAT FOLDER
validate() {
    timeout 60 "$kpibook" validate -q -j"$1" -f "$2" --lang en -p "$plan" "$3"
    [ $? -lt 2 ] || say "-j$1 -f $2: failed"
}

for jobs in 1 2 8; do
    validate $jobs json in >$jobs.json
    validate $jobs text in >$jobs.text
    cmp 1.json $jobs.json || say "-j$jobs: other JSON"
    cmp 1.text $jobs.text || say "-j$jobs: other text"
done

# In the order of the inputs.
sed -n 's/^ *{*"file": *"\([^"]*\)".*/\1/p' 1.json >order
LC_ALL=C sort names | cmp - order || say "the files are not in order"

# The others say what they say without it.
validate 2 text good >good.text
grep -v -e '^00_' -e '_nested' -e '_cells' -e '_string' 1.text |
    cmp - good.text || say "a good file says other things"

# Each alone, within its limits of time and memory; a sanitizer needs more.
room=1048576 seconds=5
sh -c 'ulimit -v 1048576; "$0" --version; exit' "$kpibook" >/dev/null 2>&1 ||
    room=unlimited seconds=60
for name in 00_blanks:file-over-limit 上下水道局_nested:file-over-limit \
    港湾空港局_cells:no-kpi-table 龍_string:file-over-limit; do
    file=in/${name%%:*}.xlsx
    (ulimit -v $room
    timeout $seconds "$kpibook" validate -q -j1 --lang en -p "$plan" "$file") >one
    [ $? -eq 1 ] || say "$file: not answered in time"
    grep -q "\[${name#*:}\]" one || say "$file: not ${name#*:}"
done

# A file that never comes to its end: of two workers one waits for it, the
# other does all the rest meanwhile.
mkfifo slow
"$kpibook" validate -q -j2 --progress always -f json --lang en -p "$plan" \
    - good/*.xlsx <slow >late.json 2>bar &
exec 3>slow
for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do
    grep -q 11/12 bar && break
    sleep 0.2
done
grep -q 11/12 bar || say "the slow file holds up the others"
head -c 3000 "$samples/環境局.xlsx" >&3
exec 3>&-
wait $!
sed -n 's/^ *{*"file": *"\([^"]*\)".*/\1/p' late.json | head -1 |
    grep -qx -e - || say "the slow file does not come first"

[ "$bad" -eq 0 ] &&
    echo "hostile: 4 among 11 files: answered, in order, nobody held up"
exit "$bad"
