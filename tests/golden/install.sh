#!/bin/sh
# The installed library is enough for a program: header, pkg-config file,
# static and shared library with only kpi_ names, man pages.
set -eu
B=${B:-build}
case "$B" in *asan*|*valgrind*) echo "install: skipped in $B"; exit 0 ;; esac
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
make -s --no-print-directory B="$B" install DESTDIR="$root" prefix=/usr >/dev/null
PKG_CONFIG_PATH="$root/usr/lib/pkgconfig"
PKG_CONFIG_SYSROOT_DIR=$root
export PKG_CONFIG_PATH
cflags="-I$root/usr/include"
libs="-L$root/usr/lib -lkpibook"
pkg-config --exists kpibook
[ "$(pkg-config --modversion kpibook)" = "$("$B/kpibook" --version | sed 's/.* //')" ]

printf '#include <kpibook.h>\nint main(void) { return KPI_OK; }\n' >"$root/t.c"
cp "$root/t.c" "$root/t.cc"
${CC:-cc} -std=c99 -Wall -Wextra -Wpedantic -Werror $cflags -fsyntax-only "$root/t.c"
if command -v c++ >/dev/null 2>&1; then
    c++ -std=c++11 -Wall -Wextra -Wpedantic -Werror $cflags -fsyntax-only "$root/t.cc"
fi
for program in count_errors first_cells; do
    ${CC:-cc} -std=c11 -Wall -Wextra $cflags samples/programs/$program.c $libs -o "$root/$program"
done
LD_LIBRARY_PATH="$root/usr/lib"
export LD_LIBRARY_PATH
[ "$("$root/count_errors" samples/kitakyushu/技術監理局.xlsx)" = "1 projects, 1 KPIs, 0 errors, 0 warnings" ]
[ "$("$root/first_cells" samples/fukuoka/①.xlsx 3 | wc -l)" = 3 ]
# What the shared library shows, and nothing else.
others=$(nm -D --defined-only "$root/usr/lib/libkpibook.so" | awk '$2 ~ /[TDBR]/ { print $3 }' | grep -vE '^(kpi_|__bss_start$|_edata$|_end$|_init$|_fini$)' || true)
[ -z "$others" ] || { echo "exported: $others"; exit 1; }
for page in man1/kpibook.1 man1/kpibook-validate.1 man5/kpibook-plan.5 ja/man1/kpibook.1 ja/man5/kpibook-plan.5; do
    [ -s "$root/usr/share/man/$page" ] || { echo "missing: $page"; exit 1; }
done
echo "install: ok"
