#!/usr/bin/env bash
# Installs the Debian packages that the build and the tests need and that are missing. Where it may not, it prints the
# command to run. Touches the network only when something is missing.
set -euo pipefail

# libncurses-dev and libsqlite3-dev to build; tmux and python3 for the tests that drive a real terminal.
packages=(libncurses-dev libsqlite3-dev pkg-config tmux python3)

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

if ! command -v swift > /dev/null; then
    fail 'Swift is not installed. Version 6.2 or newer is needed: https://www.swift.org/install/linux/'
fi
version=$(swift --version 2> /dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
if [[ -z $version || $(printf '%s\n' 6.2 "$version" | sort -V | head -n 1) != 6.2 ]]; then
    fail "Swift 6.2 or newer is needed; this is ${version:-unknown}: https://www.swift.org/install/linux/"
fi

if ! command -v dpkg-query > /dev/null; then
    if command -v pkg-config > /dev/null && pkg-config --exists ncursesw sqlite3; then exit 0; fi
    fail 'This is not a Debian system. Install the headers of ncursesw and sqlite3, pkg-config, tmux and python3,' \
        'then run the command again.'
fi

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2> /dev/null || true)
    [[ $status == installed ]] || missing+=("$package")
done
(( ${#missing[@]} == 0 )) && exit 0

command -v apt-get > /dev/null || fail "These packages are missing: ${missing[*]}"

install=(env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}")
if (( EUID == 0 )); then
    as_root=()
elif command -v sudo > /dev/null && sudo -n true 2> /dev/null; then
    as_root=(sudo -n)
else
    fail "These packages are missing: ${missing[*]}" 'Install them, then run the command again:' '' \
        "    sudo apt-get update && sudo apt-get install --yes ${missing[*]}"
fi
printf 'Installing %s\n' "${missing[*]}"
"${as_root[@]}" apt-get update --quiet
"${as_root[@]}" "${install[@]}"
