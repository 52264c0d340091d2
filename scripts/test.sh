#!/usr/bin/env bash
# Runs every Swift test: first all but the stories; then the stories alone, since those drive the real program in a real
# terminal and wait for it, which other tests on the same cores would only make longer; then those of the pure modules as
# the optimiser leaves them. The program of the stories is the one that is shipped. What failed is run once more by
# itself: a test that passes then is named as unsteady, one that does not has failed.
#   test.sh LOG SHIPPED
# What `swift test` wrote goes to LOG; what failed is said last, where it is seen.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

log=${1:?the file for what the tests write}
shipped=${2:?the folder of the shipped programs}
results=$PWD/.build/test-results
rm -rf "$results"
mkdir -p "$results"
: > "$log"

# run NAME ARGUMENT…: the tests that the arguments select, with their results in NAME-swift-testing.xml. What a run that
# crashed had not come to has not been tested: then all of it is run once more, and what it had in hand is told.
crashed=()
run() {
    local name=$1 outcome=0
    shift
    swift test --skip-build --xunit-output "$results/$name.xml" "$@" 2>&1 | tee -a "$log" || outcome=1
    scripts/failed-tests.py "$results/$name-swift-testing.xml" > "$results/$name.failed" && return "$outcome"
    [[ ${crashed[*]} != *"$name"* ]] || return 1
    crashed+=("$name: $(scripts/crashed-run.py "$log")")
    run "$name" "$@"
}

status=0
# All tests begun at once share two cores so thinly that half a minute is over for some before they have had a turn: those
# that hold a service to its time then find it late, and the whole takes half as long again. Stories wait more than they
# reckon, so they are begun as they come.
SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH=8 run units --skip '^StoryTests\.' || status=1
PORTAL_BIN=$shipped run stories --filter '^StoryTests\.' || status=1

optimised=0
# Our C code, and what reads others' bytes: a sample of `make fuzz`.
{ scripts/sanitize.sh && scripts/fuzz.sh sample; } 2>&1 | tee -a "$log" || optimised=1
scripts/test-optimised.sh 2>&1 | tee -a "$log" || optimised=1
((optimised)) && echo 'Sanitisers, fuzzing or the tests as the optimiser leaves them failed: see above.' | tee -a "$log"
((${#crashed[@]})) && printf '%s\n' "${crashed[@]}" | tee -a "$log"
((status)) || exit "$optimised"

failed=$(cat "$results"/{units,stories}.failed)
# A run that ended without naming a test has crashed twice: there is nothing to try again.
[[ -n $failed ]] || exit 1

unsteady=()
broken=()
while read -r test; do
    [[ $test == StoryTests.* ]] && export PORTAL_BIN=$shipped || unset PORTAL_BIN
    if run again --filter "^${test//./\\.}" < /dev/null; then unsteady+=("$test"); else broken+=("$test"); fi
done <<< "$failed"
((${#unsteady[@]})) && printf 'Failed first and passed alone: %s\n' "${unsteady[@]}" | tee -a "$log"
((${#broken[@]})) && printf 'Failed twice: %s\n' "${broken[@]}" | tee -a "$log"
exit $((${#broken[@]} > 0 || optimised))
