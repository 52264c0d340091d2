#!/usr/bin/env bash
# Builds the archives .build/raptor/libraptor2.a and libxml2.a from the source of Debian's packages, for what is
# shipped: Debian's own want curl, libxslt, ICU, liblzma and all that those want. These read RDF/XML and XML, and know no
# network, no files but what they are given, and no other formats. Of the versions of libraptor2-dev and libxml2-dev that
# are installed, so that the headers are the sources' own (scripts/debian-source.sh). Done once for each version. Where a
# source cannot be had that is said and the script succeeds: scripts/release-flags.sh then names the archive among what
# is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
library=raptor
# shellcheck source=scripts/debian-source.sh
source scripts/debian-source.sh

folder=$PWD/.build/raptor

raptor=$(installed libraptor2-dev) xml=$(installed libxml2-dev)
[[ -n $raptor && -n $xml ]] || give_up 'libraptor2-dev or libxml2-dev is not installed.'
[[ $(cat "$folder/version" 2> /dev/null) == "$raptor $xml" && -d $folder/pkgconfig ]] && exit 0

work=$(mktemp --directory)
trap 'rm -rf "$work"' EXIT
list_sources "$work"
unpack_source "$work" raptor2 "$raptor" || give_up "apt-get could not fetch the source of its version $raptor."
unpack_source "$work" libxml2 "$xml" || give_up "apt-get could not fetch the source of libxml2 $xml."

# SAX in pieces and threads are what raptor uses of libxml2; its own configure then leaves out all else.
(cd "$work/libxml2" && CC=clang ./configure --disable-shared --with-minimum --without-iconv --without-zlib \
    --without-lzma --with-sax1 --with-push --with-threads) \
    > "$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; give_up 'libxml2 could not be configured.'; }
(cd "$work/raptor2" && CC=clang ./configure --disable-shared --enable-release --enable-parsers=rdfxml \
    --enable-serializers=ntriples --with-www=none --with-yajl=no --with-xslt-config=no --with-curl-config=no \
    --with-icu-config=no "--with-xml2-config=$work/libxml2/xml2-config") \
    > "$work/log" 2>&1 || { tail -n 20 "$work/log" >&2; give_up 'it could not be configured.'; }
cmp --silent "$work/raptor2/src/raptor2.h" /usr/include/raptor2/raptor2.h \
    || give_up 'the header of its source is not the one that is installed.'

# archive NAME FILES…: as their own builds do, in sections of their own, so that the linker leaves out what is unused.
archive() {
    local name=$1 source object objects=()
    shift
    mkdir "$work/objects-$name"
    for source in "$@"; do
        object=$work/objects-$name/$(basename "$source" .c).o
        clang -std=gnu99 -O2 -fPIC -ffunction-sections -fdata-sections -w -Wno-int-conversion -DNDEBUG -DHAVE_CONFIG_H -DRAPTOR_INTERNAL=1 \
            "-ffile-prefix-map=$work=." -I "$work/libxml2/include" -I "$work/libxml2" -I "$work/raptor2/src" \
            -c "$source" -o "$object" 2> "$work/log" || { cat "$work/log" >&2; give_up "$source could not be compiled."; }
        objects+=("$object")
    done
    rm -f "$folder/$name"
    ar crD "$folder/$name" "${objects[@]}"
}

of_xml=(
    SAX entities encoding error parserInternals parser tree hash list xmlIO xmlmemory uri valid globals threads
    xmlstring buf dict SAX2 chvalid
)
of_raptor=(
    raptor_{parse,serialize,rfc2396,uri,log,locator,namespace,qname,option,general,unicode,www,statement,term}
    raptor_{sequence,stringbuffer,iostream,xml,xml_writer,set,turtle_writer,avltree,json_writer,memstr,concepts}
    raptor_{syntax_description,sax2,escaped,ntriples,libxml,rdfxml,serialize_ntriples} turtle_common snprintf sort_r
)
mkdir -p "$folder"
rm -f "$folder/version"
of_xml=("${of_xml[@]/#/$work/libxml2/}") of_raptor=("${of_raptor[@]/#/$work/raptor2/src/}")
# By names of their own: Debian's archives have the others, and lie in a folder that is looked through first.
archive libxml2-reading.a "${of_xml[@]/%/.c}"
archive libraptor2-reading.a "${of_raptor[@]/%/.c}"
mkdir -p "$folder/pkgconfig"
printf 'Name: raptor2\nDescription: RDF/XML alone\nVersion: %s\nCflags: -I/usr/include/raptor2\nLibs: -L%s -lraptor2-reading\n' \
    "${raptor%%-*}" "$folder" > "$folder/pkgconfig/raptor2.pc"
printf 'Name: libXML\nDescription: SAX alone\nVersion: %s\nCflags: -I/usr/include/libxml2\nLibs: -L%s -lxml2-reading\n' \
    "${xml%%[-+]*}" "$folder" > "$folder/pkgconfig/libxml-2.0.pc"
printf '%s\n' "$raptor $xml" > "$folder/version"
