#!/usr/bin/env bash
# Packs a laid-out tree, with modulefiles, into one archive that runs from wherever it is unpacked.
#   archive.sh TREE VERSION FILE
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

tree=$1
version=$2
file=$3
name=$(basename "$file" .tar.xz)
staged=$(mktemp --directory)
trap 'rm -rf "$staged"' EXIT

cp --archive "$tree" "$staged/$name"
modules=$staged/$name/share/modulefiles/portal
mkdir -p "$modules"
sed "s/@VERSION@/$version/g" packaging/modulefile.in > "$modules/$version"
sed "s/@VERSION@/$version/g" packaging/modulefile.lua.in > "$modules/$version.lua"

# The same bytes whoever packs it, and when.
tar --directory "$staged" --create --sort=name --owner=0 --group=0 --numeric-owner --mode=u+rwX,go+rX,go-w \
    --mtime="@$SOURCE_DATE_EPOCH" "$name" | xz --threads=2 > "$file"
