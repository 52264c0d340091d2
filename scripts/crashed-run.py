#!/usr/bin/env python3
"""Says of a log of `swift test` what the last run that crashed wrote last, and which tests had begun and not ended.

    crashed-run.py LOG
"""

import re
import sys
from pathlib import Path

BEGAN = re.compile(r"^. (Test .*) started\.$")
ENDED = re.compile(r"^. (Test .*?) (?:passed|failed|skipped)\b")
RUN = re.compile(r"^. Test run started\.$")
WHOLE = re.compile(r"^. Test run with .* (?:passed|failed)")
LAST_LINES = 40


def runs(lines: list[str]) -> list[list[str]]:
    """The lines of each run, from where it started."""
    starts = [place for place, line in enumerate(lines) if RUN.match(line)]
    return [lines[start:end] for start, end in zip(starts, starts[1:] + [len(lines)])]


def in_hand(run: list[str]) -> list[str]:
    tests: dict[str, None] = {}
    for line in run:
        if began := BEGAN.match(line):
            tests[began[1]] = None
        elif ended := ENDED.match(line):
            tests.pop(ended[1], None)
    tests.pop("Test run", None)
    return list(tests)


def main() -> None:
    lines = Path(sys.argv[1]).read_text(errors="replace").splitlines()
    crashed = [run for run in runs(lines) if not any(WHOLE.match(line) for line in run)]
    if not crashed:
        print("the run of the tests ended before any of them began.")
    for run in crashed[-1:]:
        print("the run of the tests crashed. It wrote last:", *run[-LAST_LINES:], sep="\n  ")
        print("It had in hand:", *in_hand(run), sep="\n  ")


if __name__ == "__main__":
    main()
