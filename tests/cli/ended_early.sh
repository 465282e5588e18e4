# However a run ends, no temporary file is left behind: a library that cannot be
# loaded (3; 127 where the command is linked with it), or a signal while the
# workbook is written (where that is over first, there is none either).
mkdir out lib
: >lib/libxlsxwriter.so.4
code=0
LD_LIBRARY_PATH="$PWD/lib" "$kpibook" consolidate -p "$samples/fukuoka/plan.yaml" \
    "$samples/fukuoka" -o out/a.xlsx >/dev/null 2>&1 || code=$?
rm -f out/a.xlsx
case $code in 0 | 3 | 127) ;; *) echo "status $code" ;; esac
rm lib/libxlsxwriter.so.4
: >lib/libsqlite3.so.0
code=0
LD_LIBRARY_PATH="$PWD/lib" "$kpibook" export "$samples/fukuoka" \
    -o out/a.sqlite >/dev/null 2>&1 || code=$?
case $code in 0 | 3 | 127) ;; *) echo "status $code" ;; esac
rm -f out/a.sqlite
[ -z "$(ls -A out)" ] || echo "left:" "$(ls -A out)"
rm -rf out/.kpi*
"$kpibook" consolidate -q -p "$samples/kitakyushu/plan.yaml" \
    "$samples/kitakyushu" -o out/b.xlsx >/dev/null 2>&1 &
writer=$!
while kill -0 "$writer" 2>/dev/null; do
    [ -z "$(ls -A out)" ] || kill -TERM "$writer" 2>/dev/null || true
done
wait "$writer" 2>/dev/null || true
rm -f out/b.xlsx
[ -z "$(ls -A out)" ] || echo "left:" "$(ls -A out)"
echo done
