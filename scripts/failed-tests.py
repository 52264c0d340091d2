#!/usr/bin/env python3
"""Names the tests that failed, as `swift test --filter` takes them, from the xUnit files of `swift test`.

    failed-tests.py FILE…

A file that is missing, or is not whole, is of a run that crashed: then nothing is named and the status is 1.
"""

import re
import sys
import xml.etree.ElementTree as tree
from pathlib import Path


def failures(file: Path) -> list[str]:
    cases = tree.parse(file).getroot().iter("testcase")
    return [identifier(case) for case in cases if case.find("failure") is not None]


def identifier(case: tree.Element) -> str:
    # The arguments' labels are part of a test's name; as a pattern, its name up to them tells it well enough.
    return f"{case.get('classname')}/{re.sub(r'[(].*', '', case.get('name', ''))}"


def main() -> None:
    files = [Path(name) for name in sys.argv[1:]]
    try:
        names = [name for file in files for name in failures(file)]
    except (FileNotFoundError, tree.ParseError):
        sys.exit(1)
    for name in dict.fromkeys(names):
        print(name)


if __name__ == "__main__":
    main()
