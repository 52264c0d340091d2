#!/usr/bin/env bash
# Prints the version of a built program: three numbers, and what follows them in Semantic Versioning.
#   version.sh PORTAL
set -euo pipefail
version=$("$1" --version | grep -oE '[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?' | head -n 1)
[[ -n $version ]] || { echo "$1 does not say its version." >&2; exit 1; }
printf '%s\n' "$version"
