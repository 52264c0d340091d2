#!/usr/bin/env python3
"""Runs commands of installed programs against a demo portal, by name over HTTP, and looks at what they say.

    commands.py FOLDER
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

folder = Path(sys.argv[1])


def portal(*arguments: str, home: str, token: str = "") -> subprocess.CompletedProcess:
    environment = {"HOME": home, "PATH": "/usr/bin:/bin", "PORTAL_TOKEN": token}
    return subprocess.run(
        [folder / "portal", *arguments], env=environment, capture_output=True, text=True, timeout=120, check=False)


def expect(what: str, holds: bool, run: subprocess.CompletedProcess) -> None:
    if not holds:
        sys.exit(f"{what}: status {run.returncode}\n{run.stdout}{run.stderr}")
    print(f"   {what}")


def main() -> None:
    with tempfile.TemporaryDirectory() as home, subprocess.Popen(
        [folder / "portal-demo", "serve", "--end-with-stdin", "--decision-delay", "0"],
        env={"HOME": home, "PATH": "/usr/bin:/bin"}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as demo:
        try:
            place = json.loads(demo.stdout.readline())
            by_name = ["--discovery", place["discovery"].replace("127.0.0.1", "localhost"),
                       "--access", place["access"].replace("127.0.0.1", "localhost")]
            run = portal("doctor", "--json", *by_name, home=home, token=place["token"])
            checks = [json.loads(line) for line in run.stdout.splitlines()]
            problems = {check["name"] for check in checks if check["state"] == "problem"}
            # An empty machine has no certificate authorities, and is rightly told so.
            expect("doctor finds nothing wrong", bool(checks) and problems <= {"tls"}, run)
            run = portal("search", "developmental disorders", "--json", *by_name, home=home, token=place["token"])
            first = run.stdout.splitlines()[0] if run.stdout else ""
            expect("search finds a dataset over HTTP, by name", run.returncode == 0 and '"id"' in first, run)
            run = portal("search", "Läsö", *by_name, home=home, token=place["token"])
            expect("a search with other letters than ASCII's is answered", run.returncode in (0, 1), run)
            run = portal("--help", home=home)
            expect("help is there", run.returncode == 0 and "DATASET COMMANDS" in run.stdout, run)
        finally:
            demo.stdin.close()
            demo.wait(timeout=30)


if __name__ == "__main__":
    main()
