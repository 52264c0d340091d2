#!/usr/bin/env bash
# Tries what lies in dist/ where it has to run: as a package on an old Debian without any of our libraries, from the
# archive in a root that holds nothing else, and from the wheel in a virtual environment. In each of them a researcher
# gets from the first screen to an approved request, by keys in a terminal, and commands do their work over HTTP.
# The terminal is one that no machine knows, and the locale one that macOS's ssh sends and no machine has.
# Needs root, for the roots; the tests are built before (`swift build --build-tests`).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

top=$PWD
places=$top/.build/places
story='StoryTests\.Stories/MainJob/aResearcherGetsAccessToADatasetOfTheBundledCatalogue'
shopt -s nullglob
archives=(dist/*.tar.xz) packages=(dist/*.deb) wheels=(dist/*.whl)
((${#archives[@]} && ${#packages[@]} && ${#wheels[@]})) || { echo 'Nothing lies in dist/: make dist.' >&2; exit 1; }
(cd dist && sha256sum --check --quiet SHA256SUMS)
skip() { echo "Test \"what is shipped, elsewhere\" skipped: \"$1\""; }
if ((EUID != 0)); then
    skip 'roots of other systems need root'
    exit 0
fi
if ! unshare --mount sh -c 'mount --bind /tmp /tmp' 2> /dev/null; then
    skip 'this machine does not let root mount anything'
    exit 0
fi
mkdir -p "$places"

# The environment that a person brings along.
person='unset LANG LC_ALL; export LC_CTYPE=UTF-8 TERM=xterm-kitty'

# wrap PLACE ROOT FOLDER: PLACE/bin/portal and portal-demo run those of FOLDER inside ROOT, where /tmp is this machine's.
wrap() {
    local place=$1 root=$2 folder=$3 program
    mkdir -p "$place/bin" "$root"/{tmp,proc,dev}
    for program in portal portal-demo; do
        cat > "$place/bin/$program" <<END
#!/bin/sh
$person
exec unshare --mount sh -c '
    mount --bind /tmp "$root/tmp" && mount --rbind /dev "$root/dev" && mount -t proc proc "$root/proc" &&
    exec /usr/sbin/chroot "$root" "$folder/$program" "\$@"' sh "\$@"
END
        chmod +x "$place/bin/$program"
    done
}

# An old Debian: glibc 2.31, none of our libraries, no terminal that is younger than it. Kept for the next time.
tried=(archive wheel)
old=$places/debian-11
if [[ ! -e $old.done ]]; then
    rm -rf --one-file-system "$old"
    if debootstrap --variant=minbase bullseye "$old" > "$places/debootstrap.log" 2>&1; then
        touch "$old.done"
    else
        tail -n 3 "$places/debootstrap.log"
        skip 'no old Debian could be made here, so the package was not installed on one'
    fi
fi
if [[ -e $old.done ]]; then
    cp "${packages[0]}" "$old/portal.deb"
    chroot "$old" dpkg --install /portal.deb > /dev/null
    wrap "$places/package" "$old" /usr/bin
    tried=(package "${tried[@]}")
fi

# Nothing: no shell, no C library, no terminal descriptions, no /etc.
bare=$places/nothing
rm -rf --one-file-system "$bare"
mkdir -p "$bare/opt"
tar --directory "$bare/opt" --extract --strip-components=1 --file "${archives[0]}"
wrap "$places/archive" "$bare" /opt/bin

# Somebody with Python.
venv=$places/venv
python3 -m venv --clear "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check --no-index "${wheels[0]}"
mkdir -p "$places/wheel/bin"
for program in portal portal-demo; do
    printf '#!/bin/sh\n%s\nexec %q "$@"\n' "$person" "$venv/bin/$program" > "$places/wheel/bin/$program"
    chmod +x "$places/wheel/bin/$program"
done

failed=()
for place in "${tried[@]}"; do
    printf '\n== %s: %s\n' "$place" "$("$places/$place/bin/portal" --version)"
    scripts/dist/commands.py "$places/$place/bin" || failed+=("$place: the commands")
    PORTAL_BIN=$places/$place/bin "${SWIFT:-swift}" test --skip-build --filter "$story" > "$places/$place.log" 2>&1 \
        || { failed+=("$place: the request"); grep -v '^[◇↳]' "$places/$place.log"; }
done
[[ ! -e $old.done ]] || chroot "$old" dpkg --purge portal > /dev/null
if ((${#failed[@]})); then
    printf 'Failed: %s\n' "${failed[@]}"
    exit 1
fi
echo
echo 'Each of them runs: doctor, search over HTTP by name, and a request from the first screen to its approval.'
