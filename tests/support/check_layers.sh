#!/bin/sh
# A file of src/ROOM may include only rooms before it (arguments: the floors,
# lowest first), and only certain rooms may include certain libraries.
bad=0
below=""
for room in "$@"; do
    below="$below $room"
    for file in src/"$room"/*.c src/"$room"/*.h; do
        [ -e "$file" ] || continue
        for used in $(sed -n 's/^ *# *include "\(.*\)\/[^/]*".*/\1/p' "$file" | sort -u); do
            case " $below " in
            *" $used "*) ;;
            *) echo "$file: includes $used, which is not below $room"; bad=1 ;;
            esac
        done
    done
done
only() { # header-pattern allowed-files-pattern
    found=$(grep -lE "# *include *<($1)" -r src | grep -vE "$2")
    [ -z "$found" ] || { echo "$found: may not include $1"; bad=1; }
}
only 'unzip|zip|minizip/' '^src/(ooxml/zip|annotate/)'
only 'libxml/' '^src/(ooxml/xml|late/)'
only 'libfyaml' '^src/plan/'
only 'json-c/|json' '^src/store/'
only 'sqlite3' '^src/(store|late)/'
only 'xlsxwriter' '^src/(output|late)/'
only 'gmp' '^src/base/number'
only 'utf8proc' '^src/wording/fold'
only 'nettle/' '^src/(ingest/source_hash|plan/)'
cli=$(grep -hE '# *include "' src/cli/*.c src/cli/*.h | grep -vE '"(cli/|kpibook\.h)')
[ -z "$cli" ] || { echo "src/cli sees more than kpibook.h: $cli"; bad=1; }
floats=$(grep -nE '\b(double|float|strtod|atof)\b' -r src --include='*.c' --include='*.h' |
    grep -vE '^src/(output|cli|late)/' | grep -vE ':[0-9]+: *(/?\*|//)|/\*.*\b(double|float)\b.*\*/')
[ -z "$floats" ] || { echo "binary floating point:"; echo "$floats"; bad=1; }
[ "$bad" -eq 0 ] && echo "layers: ok"
exit "$bad"
