#!/usr/bin/env bash
# Runs every Swift test: first all but the stories, then the stories alone, since those drive the real program in a
# real terminal and wait for it, which other tests on the same cores would only make longer. What failed is run once
# more by itself: a test that passes then is named as unsteady, one that does not has failed.
# What `swift test` wrote goes to the given file; what failed is said last, where it is seen.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

log=${1:?the file for what the tests write}
results=$PWD/.build/test-results
rm -rf "$results"
mkdir -p "$results"
: > "$log"

# run NAME ARGUMENT…: the tests that the arguments select, with their results in NAME-swift-testing.xml.
run() {
    local name=$1
    shift
    swift test --skip-build --xunit-output "$results/$name.xml" "$@" 2>&1 | tee -a "$log"
}

status=0
run units --skip '^StoryTests\.' || status=1
run stories --filter '^StoryTests\.' || status=1
((status)) || exit 0

failed=$(scripts/failed-tests.py "$results"/{units,stories}-swift-testing.xml)
# A run that ended without naming a test has crashed: there is nothing to try again.
[[ -n $failed ]] || exit 1

unsteady=()
broken=()
while read -r test; do
    if run again --filter "^${test//./\\.}" < /dev/null; then unsteady+=("$test"); else broken+=("$test"); fi
done <<< "$failed"
((${#unsteady[@]})) && printf 'Failed first and passed alone: %s\n' "${unsteady[@]}" | tee -a "$log"
((${#broken[@]})) && printf 'Failed twice: %s\n' "${broken[@]}" | tee -a "$log"
exit $((${#broken[@]} > 0))
