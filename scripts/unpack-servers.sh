#!/usr/bin/env bash
# Unpacks the servers of the tests under .build: glewlwyd, an OpenID Connect server, HAProxy, the gateway, tinyproxy,
# nginx, Redis and OpenSSH's SFTP server, and samtools, a client. They are not installed: Debian's packages would bring system services and a database server's questions.
# Needs no root. Where one cannot be had (not Debian 12, no network) that is said and the script succeeds; the tests
# then leave its part out and name it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

give_up() {
    printf '%s is not at hand, so that its tests are left out: %s\n' "$server" "$1" >&2
    exit 0
}

# unpack SERVER PROGRAM [PACKAGE]: into .build/SERVER, with the packages it needs and this machine does not have.
unpack() (
    server=$1 program=$2 package=${3:-$1}
    folder=$PWD/.build/$server
    [[ -x $folder/$program ]] && command -v python3 > /dev/null && exit 0

    command -v python3 > /dev/null && command -v openssl > /dev/null \
        || give_up 'the script that runs it needs python3 and openssl.'
    command -v apt-get > /dev/null || give_up 'this is not a Debian system.'
    # A new machine knows no packages before this.
    if (( EUID == 0 )) && ! apt-cache show "$package" > /dev/null 2>&1; then apt-get update --quiet --quiet || true; fi
    packages=$(apt-get --simulate --no-install-recommends install "$package" 2> /dev/null | awk '/^Inst / { print $2 }') \
        || give_up 'apt-get does not know it; run apt-get update.'
    # Where it is installed nothing would be; it is unpacked all the same, so that the tests run what they were made for.
    grep --quiet --line-regexp "$package" <<< "$packages" || packages+=" $package"
    # The questions, the database client and the service are not needed.
    packages=$(grep --invert-match --extended-regexp '^(dbconfig|mariadb|mysql|default-mysql|adduser|lsb-base)' \
        <<< "$packages")

    downloads=$(mktemp --directory)
    trap 'rm -rf "$downloads"' EXIT
    # shellcheck disable=SC2086
    (cd "$downloads" && apt-get download --quiet --quiet $packages > /dev/null 2>&1) \
        || give_up 'it could not be downloaded.'
    unpacked=$folder.new
    rm -rf "$unpacked"
    mkdir -p "$unpacked"
    for file in "$downloads"/*.deb; do dpkg --extract "$file" "$unpacked"; done

    libraries=$(find "$unpacked" -name 'lib*.so*' -printf '%h\n' | sort -u | tr '\n' ':')
    missing=$(find "$unpacked" -type f \( -path "*/$program" -o -path "*/usr/lib/$server/*.so" \) \
        -exec env "LD_LIBRARY_PATH=$libraries" ldd {} + | awk '/not found/ { print $1 }' | sort -u | tr '\n' ' ')
    [[ -z $missing ]] || give_up "its libraries are missing: $missing"
    rm -rf "$folder"
    mv "$unpacked" "$folder"
)

unpack glewlwyd usr/bin/glewlwyd
unpack haproxy usr/sbin/haproxy
unpack tinyproxy usr/bin/tinyproxy tinyproxy-bin
unpack nginx usr/sbin/nginx nginx-light
unpack redis usr/bin/redis-check-rdb redis-server
unpack openssh-sftp-server usr/lib/openssh/sftp-server
unpack samtools usr/bin/samtools
