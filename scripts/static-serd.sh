#!/usr/bin/env bash
# Builds serd's archive, .build/serd/libserd-0.a, from the source of Debian's package: the package itself has a shared
# library alone, and what is shipped is linked statically. Of the version of libserd-dev that is installed, so that the
# header is the source's own (scripts/debian-source.sh). Done once for each version. Where the source cannot be had that
# is said and the script succeeds: scripts/release-flags.sh then names the archive among what is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
library=serd
# shellcheck source=scripts/debian-source.sh
source scripts/debian-source.sh

folder=$PWD/.build/serd

version=$(installed libserd-dev)
[[ -n $version ]] || give_up 'libserd-dev is not installed.'
[[ -f $folder/libserd-0.a && $(cat "$folder/version" 2> /dev/null) == "$version" ]] && exit 0

work=$(mktemp --directory)
trap 'rm -rf "$work"' EXIT
list_sources "$work"
unpack_source "$work" serd "$version" || give_up "apt-get could not fetch the source of its version $version."
cmp --silent "$work/serd/include/serd/serd.h" /usr/include/serd-0/serd/serd.h \
    || give_up 'the header of its source is not the one that is installed.'

# As its own build does for a static release (meson.build); the program serdi is left out.
objects=()
for source in "$work"/serd/src/*.c; do
    [[ $(basename "$source") == serdi.c ]] && continue
    object=$work/$(basename "$source" .c).o
    clang -std=c99 -O2 -fPIC -ffunction-sections -fdata-sections -DNDEBUG -DSERD_STATIC -D_POSIX_C_SOURCE=200809L \
        "-ffile-prefix-map=$work/serd=serd" -I "$work/serd/include" -I "$work/serd/src" -c "$source" -o "$object"
    objects+=("$object")
done
mkdir -p "$folder"
rm -f "$folder/libserd-0.a"
ar crD "$folder/libserd-0.a" "${objects[@]}"
printf '%s\n' "$version" > "$folder/version"
