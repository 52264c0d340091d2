"""Tells what the proxy saw, and fails when anything broke a contract or nothing passed at all.

    verdict.py REPORT
"""

import json
import sys
from pathlib import Path


def main() -> int:
    report = json.loads(Path(sys.argv[1]).read_text() or "{}")
    calls, violations = report.get("calls", {}), report.get("violations", [])
    print(f"{sum(calls.values())} messages of {len(calls)} calls were read along; {len(violations)} broke a contract.")
    for violation in violations:
        print(f"  {violation['call']}, the {violation['side']}:")
        for reason in violation["causes"]:
            print(f"    {reason}")
    return 1 if violations or not calls else 0


if __name__ == "__main__":
    sys.exit(main())
