#!/usr/bin/env bash
# Builds serd's archive, .build/serd/libserd-0.a, from the source of Debian's package: the package itself has a shared
# library alone, and what is shipped is linked statically. Of the version of libserd-dev that is installed, so that the
# header is the source's own; apt-get holds the source against Debian's signature. Done once for each version, without
# root. Where the source cannot be had that is said and the script succeeds: scripts/release-flags.sh then names the
# archive among what is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

folder=$PWD/.build/serd

give_up() {
    printf 'serd cannot be linked statically: %s\n' "$1" >&2
    exit 0
}

command -v dpkg-query > /dev/null && command -v apt-get > /dev/null || give_up 'this is not a Debian system.'
version=$(dpkg-query --show --showformat='${Version}' libserd-dev 2> /dev/null || true)
[[ -n $version ]] || give_up 'libserd-dev is not installed.'
[[ -f $folder/libserd-0.a && $(cat "$folder/version" 2> /dev/null) == "$version" ]] && exit 0

work=$(mktemp --directory)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/sources" "$work/lists/partial"
# The same places as for packages, asked for their sources: most machines do not list those.
for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [[ -f $list ]] && sed 's/^deb /deb-src /' "$list" > "$work/sources/$(basename "$list" .list).list"
done
for list in /etc/apt/sources.list.d/*.sources; do
    [[ -f $list ]] && sed 's/^Types:.*/Types: deb-src/' "$list" > "$work/sources/$(basename "$list")"
done
apt=(
    apt-get --quiet --quiet -o Dir::Etc::sourcelist=- -o "Dir::Etc::sourceparts=$work/sources"
    -o "Dir::State::lists=$work/lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=
)
"${apt[@]}" update > /dev/null 2>&1 || true
(cd "$work" && "${apt[@]}" source --download-only "serd=$version" > /dev/null 2>&1) \
    || give_up "apt-get could not fetch the source of its version $version."

mkdir "$work/serd"
tar --extract --file "$work"/serd_*.orig.tar.?z --directory "$work/serd" --strip-components 1 \
    || give_up 'its source could not be unpacked.'
tar --extract --file "$work"/serd_*.debian.tar.?z --directory "$work/serd"
# What Debian has mended.
if [[ -f $work/serd/debian/patches/series ]]; then
    while read -r patch _; do
        [[ -z $patch || $patch == \#* ]] || patch --quiet --strip 1 --directory "$work/serd" \
            < "$work/serd/debian/patches/$patch"
    done < "$work/serd/debian/patches/series"
fi
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
