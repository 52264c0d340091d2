#!/usr/bin/env bash
# The house rules that the compiler and swift-format do not know. Prints each breach as file:line and fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

failures=0

# refuse REASON PATTERN PATH…: no line of code (comments aside) may match the extended regular expression.
refuse() {
    local reason=$1 pattern=$2 found
    shift 2
    found=$(grep --recursive --line-number --extended-regexp --include='*.swift' -- "$pattern" "$@" \
        | grep --invert-match --extended-regexp '^[^:]+:[0-9]+: *//' || true)
    report "$reason" "$found"
}

report() {
    [[ -z $2 ]] && return
    printf '%s\n%s\n' "$1" "$2" | sed '2,$s/^/    /'
    failures=$((failures + 1))
}

refuse 'print reaches the terminal unsanitised: use the typed writer.' \
    '(^|[^[:alnum:]_.])(print|debugPrint|dump|puts)\(' Sources
refuse 'try! crashes on an error: handle it.' 'try!' Sources Tests
refuse 'as! crashes on another type: use as?.' '(^|[^[:alnum:]_])as!' Sources Tests
refuse 'fatalError ends the program with the terminal in disorder.' '(^|[^[:alnum:]_])fatalError\(' Sources
refuse 'The model reads no clock, makes no ids and is deterministic.' \
    'Date\(\)|Date\.now|UUID\(\)|\.random|SystemRandom|ContinuousClock|import (Foundation|Glibc|Dispatch)$' \
    Sources/PortalModel
refuse 'Views are pure: they read no clock.' 'Date\(\)|Date\.now|ContinuousClock' Sources/PortalViews

# TODO and FIXME are open work: they belong into an issue, comments included.
report 'Open work belongs into an issue.' \
    "$(grep --recursive --line-number --extended-regexp --include='*.swift' 'TODO|FIXME' Sources Tests || true)"

# Where the compiler is told to trust us, a comment beside it says why it may.
unexplained=$(find Sources Tests -name '*.swift' -print0 | xargs -0 awk '
    FNR == 1 { before = "" }
    /@unchecked Sendable|nonisolated\(unsafe\)/ && $0 !~ /\/\// && before !~ /\/\// { print FILENAME ":" FNR ": " $0 }
    { before = $0 }')
report 'Say in a comment why this is safe.' "$unexplained"

importers=$(grep --recursive --files-with-matches --include='*.swift' 'import CNcurses' Sources Tests || true)
if [[ -n $importers && $(wc -l <<< "$importers") -gt 2 ]]; then
    report 'ncurses may be imported in two files only.' "$importers"
fi

long=$(find Sources Tests -name '*.swift' -print0 | xargs -0 wc -l | awk '$2 != "total" && $1 > 300 { print $2 ": " $1 " lines" }')
report 'A file of more than 300 lines holds more than one idea.' "$long"

exit $((failures > 0))
