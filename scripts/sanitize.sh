#!/usr/bin/env bash
# Our C code under the address and undefined-behaviour sanitisers, with whichever compiler has them.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

work=.build/sanitize
mkdir -p "$work"
flags=(-std=gnu11 -g -O1 -Wall -Wextra -Werror -fno-omit-frame-pointer -fsanitize=address,undefined
    -fno-sanitize-recover=all)
rest=(Sources/CTerminal/unseen.c Sources/CFileSystem/file_system.c Sources/CKeyring/CKeyring.c
    Sources/CBuildFacts/build_facts.c Sources/CMachine/startup.c Sources/CMachine/terminfo.c Sources/CSQLiteURI/CSQLiteURI.c)
locale=Sources/CMachine/locale.c
exercise=(Tests/Sanitizers/exercise.c Tests/Sanitizers/machine.c)
includes=(-ITests/Sanitizers -DPORTAL_COMMIT=0123abc -DPORTAL_COMMIT_DAY=2026-01-01)
for folder in Sources/C*/include; do includes+=("-I$folder"); done
# All C code of ours is looked at: what is added and not named here is a fault.
for file in Sources/*/*.c; do
    [[ " Sources/CTerminal/terminal.c $locale ${rest[*]} " == *" $file "* ]] \
        || { echo "sanitize: $file is in nobody's list"; exit 1; }
done

# compile COMPILER PROGRAM FILES…; a linker's warnings are of interest only where it fails.
compile() {
    local compiler=$1 program=$2
    shift 2
    "$compiler" "${flags[@]}" "${includes[@]}" "$@" -lutil -lsqlite3 -pthread -o "$program" 2> "$work/log" \
        || { cat "$work/log"; exit 1; }
}

# Tries a compiler; one without the sanitisers' libraries is named and passed by.
tried=0
for compiler in clang gcc; do
    command -v "$compiler" > /dev/null || continue
    if ! echo 'int main(void) { return 0; }' | "$compiler" "${flags[@]}" -x c - -o "$work/empty" 2> "$work/log" \
        || ! "$work/empty" 2>> "$work/log"; then
        echo "sanitize: $compiler has no sanitisers here: $(head -n 1 "$work/log")"
        continue
    fi
    # The locale's file is put in by `#embed`, which older compilers do not know.
    embedded=()
    if "$compiler" "${flags[@]}" "${includes[@]}" -c "$locale" -o "$work/locale.o" 2> "$work/log"; then
        embedded=("$locale" -DWITH_LOCALE)
    else
        echo "sanitize: $locale is left out with $compiler, which does not know #embed"
    fi
    compile "$compiler" "$work/exercise-$compiler" "${exercise[@]}" Sources/CTerminal/terminal.c "${rest[@]}" "${embedded[@]}"
    # An end by a signal is what is looked at: the sanitiser must not take it for its own.
    ASAN_OPTIONS=detect_leaks=1:handle_abort=0:handle_segv=0:allow_user_segv_handler=1 \
        "$work/exercise-$compiler" < /dev/null
    # A fault that is put in is seen, or nothing was looked at.
    sed -e 's/length > sizeof restore_bytes/length > sizeof restore_bytes + 1/' Sources/CTerminal/terminal.c \
        > "$work/planted.c"
    compile "$compiler" "$work/planted-$compiler" "${exercise[@]}" "$work/planted.c" "${rest[@]}" "${embedded[@]}"
    if "$work/planted-$compiler" < /dev/null > "$work/log" 2>&1 || ! grep -q 'buffer-overflow' "$work/log"; then
        echo "sanitize: $compiler did not see the fault that was put in"
        exit 1
    fi
    echo "sanitize: nothing found in our C code by $compiler, and the planted fault is seen"
    tried=$((tried + 1))
done
((tried > 0)) || echo 'sanitize: LEFT OUT, no compiler with sanitisers is here'
