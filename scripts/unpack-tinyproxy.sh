#!/usr/bin/env bash
# Unpacks tinyproxy, the proxy of the tests, under .build/tinyproxy. It is not installed, and needs no root. Where it
# cannot be had (no Debian, no network) it says so and succeeds; the tests then leave their part out and name it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$PWD/.build/tinyproxy
[[ -x $folder/usr/bin/tinyproxy ]] && exit 0

give_up() {
    printf 'Tinyproxy is not at hand, so that its tests are left out: %s\n' "$1" >&2
    exit 0
}

command -v apt-get > /dev/null || give_up 'this is not a Debian system.'
# A new machine knows no packages before this.
if (( EUID == 0 )) && ! apt-cache show tinyproxy-bin > /dev/null 2>&1; then apt-get update --quiet --quiet || true; fi
downloads=$(mktemp --directory)
trap 'rm -rf "$downloads"' EXIT
(cd "$downloads" && apt-get download --quiet --quiet tinyproxy-bin > /dev/null 2>&1) \
    || give_up 'it could not be downloaded.'
rm -rf "$folder.new"
mkdir -p "$folder.new"
dpkg --extract "$downloads"/*.deb "$folder.new"
"$folder.new/usr/bin/tinyproxy" -v > /dev/null || give_up 'it does not run here.'
rm -rf "$folder"
mv "$folder.new" "$folder"
