#!/usr/bin/env python3
"""What recording changed in the golden screens, for a reviewer: each distinct change of a line once, with its count.

    goldens-digest.py [REVISION]      against HEAD, or another revision

A line that changed in the same way in a hundred goldens is one change to look at. The map of styles below a screen is
told apart from its text. Whole new and removed goldens are listed by name.
"""
import collections, pathlib, subprocess, sys

top = pathlib.Path(__file__).resolve().parent.parent
folder = "Tests/PortalViewsTests/Goldens"


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=top, check=True, capture_output=True, text=True).stdout


def pairs(removed: list[str], added: list[str]) -> list[tuple[str, str]]:
    """Line against line where there are as many; else what went and what came, each by itself."""
    if len(removed) == len(added):
        return list(zip(removed, added))
    return [(line, "") for line in removed] + [("", line) for line in added]


revision = sys.argv[1] if len(sys.argv) > 1 else "HEAD"
status = [line.split("\t") for line in git("diff", "--no-renames", "--name-status", revision, "--", folder).splitlines()]
new = [name for kind, name in status if kind == "A"]
new += git("ls-files", "--others", "--exclude-standard", "--", folder).split()
gone = [name for kind, name in status if kind == "D"]

changes: dict[tuple[str, str], list[str]] = collections.defaultdict(list)
file, removed, added = "", [], []
for line in git("diff", "--no-renames", "--diff-filter=M", "--unified=0", revision, "--", folder).splitlines() + ["@@"]:
    if line.startswith(("@@", "diff ")):
        for pair in pairs(removed, added):
            changes[pair].append(file)
        removed, added = [], []
    elif line.startswith("+++ "):
        file = pathlib.PurePath(line[4:]).stem
    elif line.startswith("-") and not line.startswith("--- "):
        removed.append(line[1:])
    elif line.startswith("+"):
        added.append(line[1:])

for (before, after), files in sorted(changes.items(), key=lambda item: -len(item[1])):
    names = sorted(set(files))
    print(f"{len(files)}× in {', '.join(names[:3])}{f' and {len(names) - 3} more' if len(names) > 3 else ''}")
    print(f"    - {before}" if before else "    - (no such line)")
    print(f"    + {after}" if after else "    + (no such line)")
for title, names in (("New", new), ("Gone", gone)):
    if names:
        print(f"{title} ({len(names)}): {', '.join(sorted(pathlib.PurePath(name).stem for name in names))}")
total = sum(len(files) for files in changes.values())
touched = len({file for files in changes.values() for file in files})
print(f"{len(changes)} distinct changes of {total} lines in {touched} goldens.")
