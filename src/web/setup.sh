#!/bin/sh
# setup.sh COMMAND:PACKAGE... - installs the Debian packages of the commands
# that are missing; says what it does, changes nothing when all is there.
set -eu

missing=""
for need; do
    command -v "${need%%:*}" >/dev/null 2>&1 || missing="$missing ${need#*:}"
done
[ -n "$missing" ] || exit 0

echo "kpibook: installing Debian packages:$missing"
sudo=""
if [ "$(id -u)" -ne 0 ]; then
    sudo="sudo"
fi
export DEBIAN_FRONTEND=noninteractive
$sudo apt-get update -q >/dev/null
# shellcheck disable=SC2086
$sudo apt-get install -y -q --no-install-recommends $missing >/dev/null
