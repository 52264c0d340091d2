# Sourced by the scripts that build archives of Debian's libraries from the source of its packages: fetched by apt-get,
# which holds it against Debian's signature, without root, and unpacked with what Debian has mended.

# give_up WHY: ends the script; what is to be linked goes without the archive of `library`, and says so.
give_up() {
    printf '%s cannot be linked statically: %s\n' "${library:?}" "$1" >&2
    exit 0
}

command -v dpkg-query > /dev/null && command -v apt-get > /dev/null || give_up 'this is not a Debian system.'

# installed PACKAGE: the version that is installed, or nothing.
installed() {
    local format='${db:Status-Status} ${Version}\n'
    dpkg-query --show --showformat="$format" "$1" 2> /dev/null | sed -n 's/^installed //p' || true
}

# list_sources WORK: the same places as for packages, asked for their sources: most machines do not list those.
list_sources() {
    local work=$1 list
    mkdir -p "$work/sources" "$work/lists/partial"
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
}

# unpack_source WORK NAME VERSION: into WORK/NAME; fails where it cannot be had.
unpack_source() {
    local work=$1 name=$2 version=$3 patch
    (cd "$work" && "${apt[@]}" source --download-only "$name=$version" > /dev/null 2>&1) || return 1
    mkdir "$work/$name"
    tar --extract --file "$work/$name"_*.orig.tar.?z --directory "$work/$name" --strip-components 1 || return 1
    tar --extract --file "$work/$name"_*.debian.tar.?z --directory "$work/$name" || return 1
    [[ -f $work/$name/debian/patches/series ]] || return 0
    while read -r patch _; do
        [[ -z $patch || $patch == \#* ]] && continue
        patch --quiet --strip 1 --directory "$work/$name" < "$work/$name/debian/patches/$patch" || return 1
    done < "$work/$name/debian/patches/series"
}
