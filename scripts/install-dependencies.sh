#!/usr/bin/env bash
# Installs what the build and the tests need and is missing, as far as it may: Debian's and Ubuntu's packages, as root or
# with a sudo that asks for no password. Otherwise it prints the command to run. Touches the network only when something
# is missing.
#   install-dependencies.sh [dist]
set -euo pipefail

# The headers of ncurses, SQLite, yajl, serd, raptor, libxml2, libsodium, zlib, liblzma and qrencode and pkg-config for
# the build; git and certificates for Swift's packages; tmux for the tests, Python for those against the services'
# contracts, groff and pdftotext for those of PDF, zsh, fish, groff and mandoc for those of completions and man pages,
# strace for those of a used-up quota, valgrind to count what a key costs; xz and patch unpack the sources of serd and
# raptor.
# A UTF-8 locale (C.UTF-8) and the descriptions of the usual terminals are part of any Debian.
packages=(
    libncurses-dev libsqlite3-dev libyajl-dev libserd-dev libraptor2-dev libxml2-dev libsodium-dev zlib1g-dev
    liblzma-dev libqrencode-dev pkg-config git ca-certificates tmux python3-venv groff poppler-utils zsh fish mandoc
    strace valgrind xz-utils patch
)
# `make dist` packs and holds against Debian's policy, `make test-dist` tries it on another Debian.
[[ ${1:-} == dist ]] && packages+=(dpkg lintian debootstrap)
oldest_swift=6.2
swift_page=https://www.swift.org/install/linux/

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

check_swift() {
    if ! command -v swift > /dev/null; then
        fail "Swift is not installed. Install version $oldest_swift or newer, then run the command again:" '' \
            "    $swift_page"
    fi
    local version
    version=$(swift --version 2> /dev/null | sed -n 's/.*Swift version \([0-9]*\.[0-9]*\).*/\1/p' | head -n 1)
    if [[ -z $version || $(printf '%s\n' "$oldest_swift" "$version" | sort -V | head -n 1) != "$oldest_swift" ]]; then
        fail "Swift $oldest_swift or newer is needed; this is ${version:-of an unknown version}:" '' "    $swift_page"
    fi
}

# Other systems have other names for the packages, so it is looked for what is in them.
check_other_system() {
    local missing=() command library
    for command in pkg-config git tmux; do
        command -v "$command" > /dev/null || missing+=("$command")
    done
    for library in ncursesw sqlite3 yajl serd-0 raptor2 libxml-2.0 libsodium libqrencode zlib liblzma; do
        pkg-config --exists "$library" 2> /dev/null || missing+=("the headers of $library")
    done
    (( ${#missing[@]} == 0 )) && exit 0
    printf -v list '%s, ' "${missing[@]}"
    fail "This is not a Debian or Ubuntu system, so nothing was installed. Missing: ${list%, }." \
        'Install them with the package manager of this system, then run the command again.'
}

check_swift
command -v dpkg-query > /dev/null || check_other_system

missing=()
for package in "${packages[@]}"; do
    status=$(dpkg-query --show --showformat='${db:Status-Status}\n' "$package" 2> /dev/null | head -n 1 || true)
    [[ $status == installed ]] || missing+=("$package")
done
(( ${#missing[@]} == 0 )) && exit 0

sudo=()
(( EUID == 0 )) || sudo=(sudo)
by_hand="${sudo[*]:+sudo }apt-get update && ${sudo[*]:+sudo }apt-get install --yes ${missing[*]}"
if (( EUID != 0 )) && ! { command -v sudo > /dev/null && sudo -n true 2> /dev/null; }; then
    fail "These packages are missing: ${missing[*]}" 'Install them, then run the command again:' '' "    $by_hand"
fi
printf 'Installing %s\n' "${missing[*]}"
"${sudo[@]}" apt-get update --quiet \
    && "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "${missing[@]}" \
    || fail '' 'apt-get could not install them. Once it can, run the command again; by hand it is:' '' "    $by_hand"
