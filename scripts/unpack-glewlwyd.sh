#!/usr/bin/env bash
# Unpacks glewlwyd, the OpenID Connect server of the tests, under .build/glewlwyd. It is not installed: Debian's package
# would bring a system service and a database server's questions. Needs no root. Where it cannot be had (not Debian 12,
# no network) it says so and succeeds; the tests then leave their part out and name it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$PWD/.build/glewlwyd
[[ -x $folder/usr/bin/glewlwyd ]] && command -v python3 > /dev/null && exit 0

give_up() {
    printf 'Glewlwyd is not at hand, so that its tests are left out: %s\n' "$1" >&2
    exit 0
}

command -v python3 > /dev/null && command -v openssl > /dev/null \
    || give_up 'the script that runs it needs python3 and openssl.'
command -v apt-get > /dev/null || give_up 'this is not a Debian system.'
# A new machine knows no packages before this.
if (( EUID == 0 )) && ! apt-cache show glewlwyd > /dev/null 2>&1; then apt-get update --quiet --quiet || true; fi
# What it needs and this machine does not have.
packages=$(apt-get --simulate --no-install-recommends install glewlwyd 2> /dev/null | awk '/^Inst / { print $2 }') \
    || give_up 'apt-get does not know it; run apt-get update.'
# The questions, the database client and the service are not needed.
packages=$(grep --invert-match --extended-regexp '^(dbconfig|mariadb|mysql|default-mysql|adduser|lsb-base)' <<< "$packages")

downloads=$(mktemp --directory)
trap 'rm -rf "$downloads"' EXIT
# shellcheck disable=SC2086
(cd "$downloads" && apt-get download --quiet --quiet $packages > /dev/null 2>&1) || give_up 'it could not be downloaded.'
unpacked=$folder.new
rm -rf "$unpacked"
mkdir -p "$unpacked"
for package in "$downloads"/*.deb; do dpkg --extract "$package" "$unpacked"; done

libraries=$(find "$unpacked" -name 'lib*.so*' -printf '%h\n' | sort -u | tr '\n' ':')
missing=$(LD_LIBRARY_PATH=$libraries ldd "$unpacked/usr/bin/glewlwyd" "$unpacked"/usr/lib/glewlwyd/*/*.so \
    | awk '/not found/ { print $1 }' | sort -u | tr '\n' ' ')
[[ -z $missing ]] || give_up "its libraries are missing: $missing"
rm -rf "$folder"
mv "$unpacked" "$folder"
