# With any little memory: it is done, or status 3 and nothing is left behind.
# 126 and 127: not even the libraries could be loaded. Where that is so with 2
# GB, a sanitizer needs the room, and this test says nothing.
mkdir out
p="$samples/fukuoka/plan.yaml"
if sh -c 'ulimit -v 2000000; "$kpibook" --version; exit' >/dev/null 2>&1; then
    for kb in $(seq 40000 1500 110000); do
        code=0
        (ulimit -v "$kb"; exec "$kpibook" consolidate -j 2 -p "$p" \
            "$samples/fukuoka" -o out/a.xlsx) >/dev/null 2>&1 || code=$?
        [ "$code" = 0 ] && "$kpibook" cells out/a.xlsx >/dev/null
        rm -f out/a.xlsx
        case $code in 0 | 3 | 126 | 127) ;; *) echo "$kb KiB: status $code" ;; esac
        [ -z "$(ls -A out)" ] || echo "$kb KiB:" "$(ls -A out)"
        rm -rf out/.kpi*
    done
fi
echo done
