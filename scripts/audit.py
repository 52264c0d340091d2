#!/usr/bin/env python3
"""Holds what is built against docs/dependencies.json, the newest versions and the known advisories.

    scripts/audit.py            everything; asks the registries for the newest versions
    scripts/audit.py --offline  without them: pins, resolved versions, advisories, docs/DEPENDENCIES.md
    scripts/audit.py --sbom F   the components of a CycloneDX file against the advisories too
    scripts/audit.py --write    writes docs/DEPENDENCIES.md anew

Exit status 1: a version is not the one written down, is known to be vulnerable, or a paper is not up to date. That
something newer exists is told and is no failure: whether to take it is for a person to say (RELEASING.md).
"""
import argparse, json, pathlib, re, subprocess, sys

top = pathlib.Path(__file__).resolve().parent.parent
dependencies = json.loads((top / "docs/dependencies.json").read_text())
advisories = json.loads((top / "docs/advisories.json").read_text())
page = top / "docs/DEPENDENCIES.md"
problems: list[str] = []


def run(*command: str) -> str:
    return subprocess.run(command, cwd=top, check=True, capture_output=True, text=True).stdout


def number(version: str) -> tuple[int, ...]:
    """Of a released version of Semantic Versioning; anything behind the third number is of no use here."""
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def check_pins() -> None:
    """Package.swift names exact versions, and they are those that are written down."""
    manifest = json.loads(run("swift", "package", "dump-package"))
    direct = {entry["name"]: entry["version"] for entry in dependencies["swift_packages"] if entry["direct"]}
    seen = set()
    for entry in manifest["dependencies"]:
        (source,) = entry["sourceControl"]
        name = source["identity"]
        seen.add(name)
        exact = source["requirement"].get("exact")
        if exact != [direct.get(name)]:
            problems.append(f"Package.swift asks for {name} {source['requirement']}; written down is {direct.get(name)}.")
    for name in direct.keys() - seen:
        problems.append(f"{name} is written down and not in Package.swift.")


def check_resolved() -> None:
    """What SwiftPM took, packages of packages included."""
    written = {entry["name"]: entry["version"] for entry in dependencies["swift_packages"]}
    found: dict[str, str] = {}

    def walk(package: dict) -> None:
        for entry in package["dependencies"]:
            found[entry["identity"]] = entry["version"]
            walk(entry)

    walk(json.loads(run("swift", "package", "show-dependencies", "--format", "json")))
    for name in sorted(found.keys() | written.keys()):
        if found.get(name) != written.get(name):
            problems.append(f"{name}: built with {found.get(name)}, written down {written.get(name)}.")


def is_affected(version: str, advisory: dict) -> bool:
    """By the events of OSV's ranges, oldest first."""
    for affected in advisory["affected"]:
        for span in affected["ranges"]:
            inside = False
            for event in span["events"]:
                if "introduced" in event and number(version) >= number(event["introduced"]):
                    inside = True
                if "fixed" in event and number(version) >= number(event["fixed"]):
                    inside = False
            if inside:
                return True
    return False


def check_advisories(components: list[tuple[str, str]]) -> None:
    """Components as (address without scheme, version)."""
    for address, version in components:
        for advisory in advisories["vulns"]:
            if any(affected["package"]["name"] == address for affected in advisory["affected"]) \
                    and is_affected(version, advisory):
                problems.append(f"{address} {version} has {advisory['id']}: {advisory['summary']}.")


def components_of(sbom: pathlib.Path) -> list[tuple[str, str]]:
    """Of CycloneDX: the package addresses `pkg:swift/HOST/OWNER/NAME@VERSION`."""
    found = []
    for component in json.loads(sbom.read_text())["components"]:
        address = component.get("purl", "").removeprefix("pkg:swift/").split("@")[0]
        if address:
            found.append((address, component["version"]))
    if not found:
        problems.append(f"{sbom} names no components.")
    return found


def tell_newest() -> None:
    """Released versions only; what cannot be asked is said."""
    for entry in dependencies["swift_packages"]:
        try:
            tags = run("git", "ls-remote", "--tags", "--refs", entry["url"])
        except subprocess.CalledProcessError:
            print(f"  {entry['name']:32} {entry['version']:12} could not be asked")
            continue
        versions = re.findall(r"refs/tags/v?(\d+\.\d+\.\d+)$", tags, re.MULTILINE)
        newest = max(versions, key=number, default=entry["version"])
        news = "" if number(newest) <= number(entry["version"]) else f"newest is {newest}"
        print(f"  {entry['name']:32} {entry['version']:12} {news}")
    for entry in dependencies["system_libraries"]:
        installed = subprocess.run(
            ["dpkg-query", "--show", "--showformat=${Version}", entry["debian"]], capture_output=True, text=True).stdout
        policy = subprocess.run(["apt-cache", "policy", entry["debian"]], capture_output=True, text=True).stdout
        candidate = (re.findall(r"Candidate: (\S+)", policy) or ["unknown"])[0]
        if installed and installed != entry["version"]:
            problems.append(f"{entry['debian']}: {installed} is installed, written down {entry['version']}.")
        print(f"  {entry['debian']:32} {installed:26} {'' if candidate == installed else 'newest is ' + candidate}")
    for what, file in (("Python's tools of the tests", "scripts/requirements-contracts.txt"),
                       ("clients whose lines are printed", "scripts/requirements-lines.txt"),
                       ("what tests the notifications", "scripts/requirements-notifications.txt"),
                       ("what runs the notifications", "deploy/notifications/requirements.txt")):
        print(f"  {what}: " + ", ".join(line for line in (top / file).read_text().split("\n") if "==" in line))


def written_page() -> str:
    lines = [
        "# Dependencies", "",
        f"Last looked at: {dependencies['looked_at']}; advisories: {advisories['looked_at']}. Written from "
        "`docs/dependencies.json` by `scripts/audit.py --write`; `make audit` holds it against what is built.", "",
        "## Swift packages", "", "| package | version | licence | linked into | why it is there |", "|---|---|---|---|---|",
    ]
    for entry in dependencies["swift_packages"]:
        name = f"**[{entry['name']}]({entry['url']})**" if entry["direct"] else f"[{entry['name']}]({entry['url']})"
        where = ", ".join(entry["in"]) or "nothing"
        lines.append(f"| {name} | {entry['version']} | {entry['licence']} | {where} | {entry['why']} |")
    lines += ["", "Those in bold are named in Package.swift, with exactly this version. The others come with them.", "",
              "## C libraries and the toolchain", "", "| library | version | licence | linked into | why it is there |",
              "|---|---|---|---|---|"]
    for entry in dependencies["system_libraries"]:
        lines.append(f"| {entry['name']} ({entry['debian']}) | {entry['version']} | {entry['licence']} "
                     f"| {', '.join(entry['in'])} | {entry['why']} |")
    for entry in dependencies["toolchain"]:
        lines.append(f"| {entry['name']} | {entry['version']} | {entry['licence']} | {', '.join(entry['in'])} "
                     f"| {entry['why']} |")
    lines += ["", "## Written by hand, though a library does it", "", "| what | where | why |", "|---|---|---|"]
    for entry in dependencies["by_hand"]:
        lines.append(f"| {entry['what']} | `{entry['where']}` | {entry['why']} |")
    return "\n".join(lines) + "\n"


arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
arguments.add_argument("--offline", action="store_true")
arguments.add_argument("--sbom", type=pathlib.Path)
arguments.add_argument("--write", action="store_true")
asked = arguments.parse_args()

if asked.write:
    page.write_text(written_page())
elif not page.exists() or page.read_text() != written_page():
    problems.append("docs/DEPENDENCIES.md is not what scripts/audit.py --write writes.")
check_pins()
check_resolved()
check_advisories([(entry["url"].removeprefix("https://").removesuffix(".git"), entry["version"])
                  for entry in dependencies["swift_packages"]])
if asked.sbom:
    check_advisories(components_of(asked.sbom))
for entry in dependencies["by_hand"]:
    if not (top / entry["where"]).exists():
        problems.append(f"docs/dependencies.json names {entry['where']}, which is not there.")
if not asked.offline:
    print("Newest versions:")
    tell_newest()
for problem in problems:
    print(problem, file=sys.stderr)
if not problems:
    print(f"{len(dependencies['swift_packages'])} packages are as written down on {dependencies['looked_at']}, "
          f"and none has one of the {len(advisories['vulns'])} advisories known on {advisories['looked_at']}.")
sys.exit(1 if problems else 0)
