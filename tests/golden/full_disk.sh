#!/bin/sh
# A full disk and a killed process leave the old workbook whole, the status
# tells, and nothing half-written lies beside it under the workbook's name.
# A file may grow to a limit here: the disk is full at each size in turn, also
# while libxlsxwriter writes a part into a temporary file of its own.
B=${B:-build}
case $B in
/*) ;;
*) B=$PWD/$B ;;
esac
samples=$PWD/samples
work=$(mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
bad=0

# Replaces the shell that it is called in.
run() {
    exec "$B/kpibook" consolidate -q --force \
        -p "$samples/fukuoka/plan.yaml" "$samples/fukuoka" -o book.xlsx \
        >/dev/null 2>messages
}

consolidate() {
    (run)
}

say() {
    echo "full_disk: $1"
    bad=1
}

mkdir tmp
TMPDIR=$work/tmp
export TMPDIR
consolidate || say "could not be written at all: $(cat messages)"
cp book.xlsx good.xlsx
blocks=$(($(wc -c <good.xlsx) / 512 + 1))

# From nothing to more than any part needs (in 512 or 1024 bytes).
refused=0
for limit in 0 1 2 4 8 16 24 32 48 $((blocks / 2)) $((blocks - 1)) 200 400 2000
do
    echo old >book.xlsx
    (
        trap '' XFSZ
        ulimit -f "$limit"
        consolidate
    ) 2>/dev/null
    status=$?
    if [ "$status" -eq 0 ]; then
        cmp -s book.xlsx good.xlsx ||
            say "limit $limit: status 0, but the workbook is another"
    else
        [ "$(cat book.xlsx)" = old ] ||
            say "limit $limit: the old workbook is gone"
        [ "$status" -eq 3 ] || say "limit $limit: status $status, not 3"
        refused=$((refused + 1))
    fi
done
[ "$refused" -gt 5 ] || say "only $refused limits were too small"
[ -z "$(ls -A | grep -v -e '^book.xlsx$' -e '^good.xlsx$' -e '^messages$' \
    -e '^tmp$')" ] || say "files are left: $(ls -A)"

# Killed at different moments: the old one, or the new one whole.
for wait in 0 0.01 0.02 0.04 0.08; do
    echo old >book.xlsx
    run &
    process=$!
    sleep "$wait"
    kill -9 "$process" 2>/dev/null
    wait "$process" 2>/dev/null
    [ "$(head -c 3 book.xlsx)" = old ] || cmp -s book.xlsx good.xlsx ||
        say "killed after $wait s: neither the old nor the new workbook"
done
[ "$bad" -eq 0 ] && echo "full_disk: refused at $refused limits, old kept"
exit "$bad"
