#!/usr/bin/env bash
# Puts the programs as they are shipped, without the symbols, into a folder.
#   ship.sh BUILT SHIPPED
set -euo pipefail

built=$1
shipped=$2
mkdir -p "$shipped"
for program in portal portal-demo; do
    # Renamed into place: what runs meanwhile goes on undisturbed.
    strip --strip-all -o "$shipped/.$program" "$built/$program"
    mv "$shipped/.$program" "$shipped/$program"
done
