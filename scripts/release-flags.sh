#!/usr/bin/env bash
# Prints the flags with which the released programs are built: fully static, so that one file runs on any Linux of the
# architecture. Where a library is not there as an archive (most systems but Debian's), Swift's alone is linked
# statically, and that is said.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."

flags=(-c release --static-swift-stdlib)
# Built from their sources (scripts/static-serd.sh, scripts/static-raptor.sh): Debian has no archive of serd, and those
# of raptor and libxml2 want many more.
[[ -f .build/serd/libserd-0.a ]] && flags+=(-Xlinker "-L$PWD/.build/serd")
[[ -f .build/raptor/version ]] && flags+=(--pkg-config-path "$PWD/.build/raptor/pkgconfig")
if [[ $(uname -s) == Linux ]]; then
    missing=()
    for library in c m stdc++ ncursesw tinfo sqlite3 sodium z lzma; do
        [[ $(clang -print-file-name="lib$library.a") == /* ]] || missing+=("lib$library.a")
    done
    [[ $(clang -print-file-name=libserd-0.a) == /* || -f .build/serd/libserd-0.a ]] || missing+=(libserd-0.a)
    [[ -f .build/raptor/version ]] || missing+=(libraptor2.a)
    if ((${#missing[@]} == 0)); then
        flags+=(-Xswiftc -static-executable)
    else
        printf 'Not fully static, for this machine has no %s.\n' "${missing[*]}" >&2
    fi
fi
printf '%s\n' "${flags[*]}"
