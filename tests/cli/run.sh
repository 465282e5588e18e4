#!/bin/sh
# CLI golden tests: each tests/cli/NAME.sh runs the command as a user would;
# NAME.out, NAME.err and NAME.exit hold what it must print and give back
# (absent .err: nothing on stderr; absent .exit: 0). UPDATE=1 rewrites them.
B=${B:-build}
kpibook=$(cd "$B" && pwd)/kpibook
here=$(cd "$(dirname "$0")" && pwd)
samples=$(cd "$here/../../samples" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export kpibook samples
export LC_ALL=C.UTF-8 NO_COLOR=1 LANG=
unset SOURCE_DATE_EPOCH
passed=0
failed=0
for test in "$here"/*.sh; do
    name=$(basename "$test" .sh)
    [ "$name" = run ] && continue
    rm -rf "$scratch/work" && mkdir "$scratch/work"
    (cd "$scratch/work" && sh -eu "$test") >"$scratch/out" 2>"$scratch/err"
    code=$?
    if [ "${UPDATE:-}" = 1 ]; then
        cp "$scratch/out" "$here/$name.out"
        rm -f "$here/$name.err" "$here/$name.exit"
        [ -s "$scratch/err" ] && cp "$scratch/err" "$here/$name.err"
        [ "$code" -ne 0 ] && echo "$code" >"$here/$name.exit"
        continue
    fi
    want=0
    [ -e "$here/$name.exit" ] && want=$(cat "$here/$name.exit")
    [ -e "$here/$name.err" ] || : >"$scratch/empty"
    err="$here/$name.err"
    [ -e "$err" ] || err="$scratch/empty"
    if [ "$code" = "$want" ] && diff -u "$here/$name.out" "$scratch/out" >"$scratch/diff" &&
        diff -u "$err" "$scratch/err" >>"$scratch/diff"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "cli: $name failed (exit $code, expected $want)"
        head -n 40 "$scratch/diff"
    fi
done
[ "${UPDATE:-}" = 1 ] && exit 0
echo "cli: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
