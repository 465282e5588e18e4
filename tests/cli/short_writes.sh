# Whatever byte a write stops at: status 3, words, and no half of a file.
trap '' XFSZ
p="$samples/fukuoka/plan.yaml"
one="$samples/fukuoka/①.xlsx"
mkdir out

# Runs it with room for 0, 1, 2 ... blocks of 512 bytes, as long as it fails.
until_it_fits() {
    name=$1; shift
    for blocks in 0 1 2 3 4 5 6 7 8 12 16 24 32 48 64 128 256 512 1024; do
        code=0
        (ulimit -f $blocks; exec "$kpibook" "$@") >/dev/null 2>err || code=$?
        if [ "$code" = 0 ]; then
            [ -s "out/$name" ] && [ "$(ls -A out)" = "$name" ] && echo "$name"
            rm out/*
            return
        fi
        [ "$code" = 3 ] || echo "$name: $blocks blocks, status $code"
        [ -z "$(ls -A out)" ] || echo "$name: $blocks blocks, left:" out/.*
    done
    echo "$name never fits"
}

until_it_fits a.json export -p "$p" "$one" -o out/a.json
until_it_fits a.jsonl export -p "$p" "$one" -o out/a.jsonl
until_it_fits a.csv export -p "$p" "$one" -o out/a.csv
until_it_fits a.sqlite export -p "$p" "$one" -o out/a.sqlite
until_it_fits a.xlsx export -p "$p" "$one" -o out/a.xlsx
until_it_fits b.xlsx annotate -p "$p" "$one" -o out/b.xlsx
until_it_fits c.xlsx consolidate -p "$p" "$one" -o out/c.xlsx
until_it_fits d.yaml init "$one" -o out/d.yaml
