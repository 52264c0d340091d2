#!/usr/bin/env bash
# Makes everything that a release consists of, in dist/: the archive, the package for Debian, the wheel, the bill of
# materials, and the sums of all of them.
#   make.sh SHIPPED
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

shipped=$1
dist=$PWD/dist
tools=$PWD/.build/dist-venv
version=$(scripts/dist/version.sh "$shipped/portal")
# Of the commit: two people who build the same commit pack the same times.
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH

if ! cmp --silent scripts/dist/requirements.txt "$tools/requirements.txt"; then
    python3 -m venv --clear "$tools"
    "$tools/bin/pip" install --quiet --disable-pip-version-check --requirement scripts/dist/requirements.txt
    cp scripts/dist/requirements.txt "$tools/requirements.txt"
fi

work=$(mktemp --directory)
trap 'rm -rf "$work"' EXIT
rm -rf "$dist"
mkdir -p "$dist"

scripts/dist/tree.sh "$shipped" "$work/tree"
sbom=$dist/portal-$version-linux-x86_64.cdx.json
PYTHONDONTWRITEBYTECODE=1 "$tools/bin/python" scripts/dist/sbom.py "$version" "$sbom"
cp "$sbom" "$work/tree/share/doc/portal/"
scripts/dist/archive.sh "$work/tree" "$version" "$dist/portal-$version-linux-x86_64.tar.xz"
scripts/dist/deb.sh "$work/tree" "$version" "$dist/portal_$version-1_amd64.deb"
scripts/dist/wheel.sh "$work/tree" "$version" "$dist"
(cd "$dist" && sha256sum -- * > SHA256SUMS)
ls -l "$dist"
