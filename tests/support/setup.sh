#!/bin/sh
# Installs the Debian packages of the pkg-config modules that are missing.
# Arguments: module:package ...; says what it does, changes nothing when all
# is there.
set -eu

missing=""
command -v pkg-config >/dev/null 2>&1 || missing="pkg-config"
command -v cc >/dev/null 2>&1 || missing="$missing gcc libc6-dev"
for need in "$@"; do
    module=${need%%:*}
    package=${need#*:}
    if [ "$missing" = "${missing#pkg-config}" ] && pkg-config --exists "$module"; then
        continue
    fi
    missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "kpibook: installing Debian packages:$(printf ' %s' $missing)"
if ! command -v apt-get >/dev/null 2>&1; then
    echo "kpibook: there is no apt-get here; install these packages by hand" >&2
    exit 1
fi
sudo=""
if [ "$(id -u)" -ne 0 ]; then
    sudo="sudo"
    command -v sudo >/dev/null 2>&1 || {
        echo "kpibook: needs root or sudo to install them" >&2
        exit 1
    }
fi
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -q >/dev/null
# shellcheck disable=SC2086
$sudo apt-get install -y -q --no-install-recommends $missing >/dev/null
