#!/usr/bin/env python3
"""Every file and folder that CONTRIBUTING.md's checklists ("Adding …") name in backticks is there.

A path is meant from the top of the tree, from Sources, or by its name alone. NAME and WORDS stand for what somebody adds:
then something of that pattern must be there already. What has neither a slash nor the end of a file's name is code.
"""
import pathlib, re, subprocess, sys

top = pathlib.Path(__file__).resolve().parent.parent
tracked = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard"], cwd=top, check=True, capture_output=True, text=True).stdout.splitlines()
paths = set(tracked) | {str(parent) for name in tracked for parent in pathlib.PurePath(name).parents}
wanted = {"Adding a screen", "Adding an overlay", "Adding a command", "Adding a field kind", "Adding a call"}


def is_path(text: str) -> bool:
    return bool(re.fullmatch(r"[\w.+/{},-]+", text)) and bool(re.search(r"\w/|\.(swift|md|json|sh|py|txt)$", text))


def exists(text: str) -> bool:
    pattern = re.escape(text.rstrip("/")).replace("NAME", r"[^/]+").replace("WORDS", r"[^/]+")
    found = re.compile(rf"(.*/)?{pattern}")
    return any(found.fullmatch(path) for path in paths)


missing, sections = [], set()
section, number = None, 0
for number, line in enumerate((top / "CONTRIBUTING.md").read_text().splitlines(), 1):
    if line.startswith("#"):
        section = line.lstrip("# ")
        sections.add(section)
    elif section and section.startswith("Adding "):
        for text in re.findall(r"`([^`]+)`", line):
            if is_path(text) and not exists(text):
                missing.append(f"CONTRIBUTING.md:{number}: `{text}` (“{section}”) is not there.")
missing += [f"CONTRIBUTING.md has no section “{name}”." for name in sorted(wanted - sections)]
print("\n".join(missing)) if missing else None
sys.exit(bool(missing))
