#!/usr/bin/env bash
# Counts and names the tests that were left out, with the reasons, from what `swift test` wrote into the given files.
set -euo pipefail

(($#)) || { echo 'Usage: report-skipped.sh FILE…' >&2; exit 2; }
skipped=$(sed -nE 's/^[^[:alnum:]]*Test (.*) skipped: "(.*)"$/\1: \2/p; s/^[^[:alnum:]]*Test (.*) skipped\.?$/\1/p' "$@" | sort -u)
if [[ -z $skipped ]]; then
    echo 'Skipped: none.'
    exit 0
fi
printf 'Skipped: %d\n' "$(wc -l <<< "$skipped")"
sed 's/^/  /' <<< "$skipped"
