#!/bin/sh
# fetch_sources.sh DIR PACKAGE... - Debian's source packages, unpacked in DIR
#
# apt gets a list of sources of its own below DIR: the machine's lists with
# deb turned into deb-src. Nothing in /etc changes. A package that is there
# already is left alone. DIR/PACKAGE leads to the unpacked sources.
set -eu

dir=$1
shift
mkdir -p "$dir/apt/parts" "$dir/apt/lists/partial" "$dir/apt/cache/archives/partial"
dir=$(cd "$dir" && pwd)

apt_get() {
    apt-get -qq -o Dir::Etc::sourcelist=/dev/null \
        -o Dir::Etc::sourceparts="$dir/apt/parts" \
        -o Dir::State::lists="$dir/apt/lists" \
        -o Dir::Cache="$dir/apt/cache" \
        -o APT::Sandbox::User=root "$@"
}

write_lists() {
    for list in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
        test -f "$list" || continue
        name=$(basename "$list")
        case $list in
        *.list) sed -n 's/^deb /deb-src /p' "$list" ;;
        *.sources) sed 's/^Types:.*/Types: deb-src/' "$list" ;;
        *) continue ;;
        esac > "$dir/apt/parts/$name"
    done
}

fetch() {
    mkdir -p "$dir/$1.new"
    (cd "$dir/$1.new" && apt_get source "$1" > fetch.log 2>&1) || {
        cat "$dir/$1.new/fetch.log" >&2
        exit 1
    }
    for found in "$dir/$1.new"/*/; do
        mv "$found" "$dir/$1"
    done
    rm -rf "$dir/$1.new"
}

for package; do
    test -d "$dir/$package" && continue
    if ! test -e "$dir/apt/updated"; then
        write_lists
        apt_get update
        : > "$dir/apt/updated"
    fi
    echo "fetching the sources of $package"
    fetch "$package"
done
