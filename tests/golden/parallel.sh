#!/bin/sh
# Past one machine: parts made apart by GNU parallel (else xargs), one of them
# killed in mid-work and made again, give the bytes of one run; so do the
# shares of a Slurm array and what a pipe of Spark collects.
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
mkdir parts array once
bad=0
victim=環境局
export kpibook samples plan victim

say() {
    echo "parallel: $1"
    bad=1
}

# One part of one file; 1 is an answer (a finding is an error), not a failure.
# The first try at the victim is killed while it waits for the rest of its
# input, so it never ends by itself.
cat >part.sh <<'END'
name=$(basename "$1" .xlsx)
if [ "$name" = "$victim" ] && mkdir killed 2>/dev/null; then
    mkfifo killed/input
    "$kpibook" export -q -p "$plan" - -o "parts/$name.jsonl" \
        <killed/input 2>/dev/null &
    exec 3>killed/input
    head -c 3000 "$1" >&3
    sleep 0.2
    kill -9 $!
    wait $! 2>/dev/null
    exit 137
fi
"$kpibook" export -q -p "$plan" "$1" -o "parts/$name.jsonl" 2>/dev/null ||
    [ $? -eq 1 ]
END

by_parallel() {
    parallel --will-cite --retries 3 -j2 sh part.sh {} ::: "$samples"/*.xlsx
}

# A part that is missing is made again, and no other.
by_xargs() {
    for try in 1 2; do
        for file in "$samples"/*.xlsx; do
            [ -f "parts/$(basename "$file" .xlsx).jsonl" ] ||
                printf '%s\0' "$file"
        done >missing
        xargs -0 -n1 -P2 sh part.sh <missing && return
    done
    return 1
}

if parallel --version 2>/dev/null | grep -q 'GNU parallel'; then
    by=parallel
else
    by=xargs
    echo "parallel: GNU parallel is not installed: xargs -P instead"
fi
by_$by || say "the parts were not all made"
[ -d killed ] || say "no part was killed"

same() { # how, then the inputs
    how=$1
    shift
    "$kpibook" consolidate -q --force -p "$plan" "$@" -o got.xlsx 2>/dev/null
    "$kpibook" export -q --force -p "$plan" "$@" -o got.json 2>/dev/null
    cmp got.xlsx once/book.xlsx && cmp got.json once/data.json ||
        say "$how: not the bytes of one run"
}

"$kpibook" consolidate -q -p "$plan" "$samples" -o once/book.xlsx 2>/dev/null
"$kpibook" export -q -p "$plan" "$samples" -o once/data.json 2>/dev/null
[ -s once/book.xlsx ] || say "one run gave nothing"
same "$by" parts/*.jsonl
same "$by, last part first" $(ls -r parts/*.jsonl)

# A Slurm array: task i of 3 takes every third file.
for task in 0 1 2; do
    ls "$samples"/*.xlsx | awk -v i=$task 'NR % 3 == i' >array/$task
    xargs -d '\n' "$kpibook" export -q -p "$plan" -o array/$task.jsonl \
        <array/$task 2>/dev/null
done
same "an array of 3" array/*.jsonl

# A pipe: paths come in, lines of parts go out.
cat >pipe.sh <<'END'
while IFS= read -r file; do
    "$kpibook" export -q -p "$plan" "$file" --to jsonl -o - ||
        [ $? -eq 1 ] || exit 3
done
END
ls "$samples"/*.xlsx | sh pipe.sh >pipe.jsonl 2>/dev/null ||
    say "the pipe failed"
same "a pipe" pipe.jsonl

[ "$bad" -eq 0 ] &&
    echo "parallel: parts by $by, one killed and made again: the same bytes"
exit "$bad"
