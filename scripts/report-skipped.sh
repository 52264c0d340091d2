#!/usr/bin/env bash
# Counts and names the checks that the tests had to leave out. The tests write a line each into the given file.
set -euo pipefail

log=${1:?the file that PORTAL_SKIP_LOG named}
if [[ ! -s $log ]]; then
    echo 'Skipped: none.'
    exit 0
fi
printf 'Skipped: %d\n' "$(sort -u "$log" | wc -l)"
sort -u "$log" | sed 's/^/  /'
