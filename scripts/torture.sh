#!/usr/bin/env bash
# Loses, delays and cuts off every call of a submission, then kills the program at every stage of whole requests, and
# prints what became of the requests.
#   torture.sh ROUNDS [KILLS]   PORTAL_TORTURE_SEED=N and PORTAL_KILL_SEED=N repeat a run
# With 0 for ROUNDS or KILLS that half is left out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rounds=$1
kills=${2:-500}
status=0

if ((rounds > 0)); then
    report=.build/torture.tsv
    : > "$report"
    PORTAL_TORTURE_ROUNDS=$rounds PORTAL_TORTURE_REPORT=$PWD/$report \
        "${SWIFT:-swift}" test --skip-build --filter SubmissionTorture || status=$?
    {
        printf 'service\tcall\trounds\tfound\tasked\tdoubled\tlost\tuntouched\tseed\n'
        sort "$report"
    } | column -t -s $'\t'
    echo
    echo "found: the program came to the end by itself; asked: somebody was told and ran the command again;"
    echo "untouched: the call was not made, so that nothing could go wrong."
    echo
fi

if ((kills > 0)); then
    report=.build/kills.tsv
    : > "$report"
    PORTAL_REQUEST_KILLS=$kills PORTAL_KILLS_REPORT=$PWD/$report \
        "${SWIFT:-swift}" test --skip-build --filter aWholeRequestSurvivesKillsAtEveryStage || status=$?
    column -t -s $'\t' "$report"
    echo
    echo "Each line: what was being done when the program was killed, and how often."
fi
exit "$status"
