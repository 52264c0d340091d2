#!/usr/bin/env python3
"""Holds what is written of the modules against what they are: ARCHITECTURE.md's tables against Package.swift (each target
is named with what it holds, each edge of the graph is listed as it is), and the landing page of each module of Swift
against the names that it declares. Prints what is missing or left over, and fails."""
import json, pathlib, re, subprocess, sys

top = pathlib.Path(__file__).resolve().parent.parent
# In a folder of its own: a build that runs meanwhile is not waited for.
dump = subprocess.run(["swift", "package", "--scratch-path", ".build/described", "dump-package"], cwd=top, check=True,
                      capture_output=True, text=True).stdout
targets = {target["name"]: target for target in json.loads(dump)["targets"]}


def imports(target: dict) -> set[str]:
    found = set()
    for dependency in target["dependencies"]:
        # {"byName": [name, condition]} or {"product": [name, package, …]}
        (kind, value), = dependency.items()
        found.add(value[0])
    return found


def rows(heading: str, text: str) -> list[list[str]]:
    """The cells of the table with that first line."""
    start = text.find(heading)
    if start < 0:
        sys.exit(f"ARCHITECTURE.md has no table with the heading {heading}")
    lines = text[start:].splitlines()[2:]
    table = []
    for line in lines:
        if not line.startswith("|"):
            break
        table.append([cell.strip() for cell in line.strip("|").split("|")])
    return table


text = (top / "ARCHITECTURE.md").read_text()
wrong = []
shipped = {name for name, target in targets.items() if target["type"] != "test"}
described = {name for row in rows("| module | holds | must not |", text) for name in re.findall(r"`([\w-]+)`", row[0])}
wrong += [f"the target {name} of Package.swift is not in the table of modules" for name in sorted(shipped - described)]
wrong += [f"the table of modules names {name}, which is no target" for name in sorted(described - shipped)]

graph = {}
for module, uses in rows("| module | imports |", text):
    for name in re.findall(r"`([\w-]+)`", module):
        graph[name] = set(re.findall(r"`([\w-]+)`", uses))
for name in sorted(shipped):
    listed, real = graph.get(name, set()), imports(targets[name])
    wrong += [f"{name} imports {other}, which the graph does not list" for other in sorted(real - listed)]
    wrong += [f"the graph says that {name} imports {other}, which it does not" for other in sorted(listed - real)]
wrong += [f"the graph names {name}, which is no target" for name in sorted(graph.keys() - shipped)]

wrong = [f"ARCHITECTURE.md: {line}" for line in wrong]

for module in sorted(path.name for path in (top / "Sources").iterdir() if any(path.rglob("*.swift"))):
    page = top / f"Sources/{module}/{module}.docc/{module}.md"
    if not page.exists():
        wrong.append(f"{module} has no landing page ({page.relative_to(top)})")
        continue
    declared = {module}
    for path in (top / "Sources" / module).rglob("*.swift"):
        declared |= set(re.findall(r"^public .*?\b(?:class|struct|enum|actor|protocol) (\w+)", path.read_text(), re.M))
    named = set(re.findall(r"``(\w+)``", page.read_text()))
    wrong += [f"{page.relative_to(top)} speaks of {name}, which {module} does not declare" for name in sorted(named - declared)]

for line in wrong:
    print(f"{line}.")
sys.exit(bool(wrong))
