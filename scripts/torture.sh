#!/usr/bin/env bash
# Loses, delays and cuts off every call of a submission, and prints what became of the requests.
#   torture.sh ROUNDS      PORTAL_TORTURE_SEED=N repeats a run
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

report=.build/torture.tsv
: > "$report"
status=0
PORTAL_TORTURE_ROUNDS=$1 PORTAL_TORTURE_REPORT=$PWD/$report \
    "${SWIFT:-swift}" test --skip-build --filter SubmissionTorture || status=$?
{
    printf 'service\tcall\trounds\tfound\tasked\tdoubled\tlost\tuntouched\tseed\n'
    sort "$report"
} | column -t -s $'\t'
echo
echo "found: the program came to the end by itself; asked: somebody was told and ran the command again;"
echo "untouched: the call was not made, so that nothing could go wrong."
exit "$status"
