#!/bin/sh
# Runs cmocka programs; shows the output of those that fail and a count.
# RUN="valgrind ..." goes in front of each.
passed=0
failed=0
for t in "$@"; do
    log="$t.log"
    if ${RUN:-} "$t" >"$log" 2>&1; then
        n=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$log" | tail -n 1)
        passed=$((passed + ${n:-0}))
    else
        failed=$((failed + 1))
        echo "unit: $t failed"
        grep -vE '^\[ RUN|^\[       OK' "$log" | head -n 40
    fi
done
echo "unit: $passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
