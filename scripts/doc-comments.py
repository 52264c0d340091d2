#!/usr/bin/env python3
"""Public declarations without a doc comment: none is let pass.

    scripts/doc-comments.py            fails where a module has one, and says how many
    scripts/doc-comments.py --list [MODULE…]   which ones

What a protocol of the standard library asks for (`==`, `hash(into:)`, `description`, coding, `id`) says the same
everywhere and needs no words of ours, nor does an `init` that sets the properties by their names. What a protocol of the
same module asks for is told there. A case of a public enumeration counts as public.
"""
import pathlib, re, subprocess, sys

top = pathlib.Path(__file__).resolve().parent.parent
declaration = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:public|open)(?:\((?:set|get)\))?\s+(?:(?:private|internal|fileprivate)\(set\)\s+)?"
    r"(?:(?:static|final|mutating|nonmutating|nonisolated|override|required|convenience|indirect|lazy|weak|class)\s+)*"
    r"(func|var|let|struct|enum|class|actor|protocol|typealias|init|subscript)\b\s*([\w`=<>+\-*/!]*)")
case = re.compile(r"^\s*(?:indirect )?case\s+(\w+)")
usual = {"==", "<", "hash", "description", "debugDescription", "encode", "id", "rawValue", "testDescription", "next",
         "makeIterator", "startIndex", "endIndex", "index", "allCases", "errorDescription"}


def asked(paths: list[pathlib.Path]) -> dict[str, set[str]]:
    """What each public protocol of a module asks for with a comment, by its name."""
    found: dict[str, set[str]] = {}
    for path in paths:
        text = path.read_text()
        for match in re.finditer(r"^public protocol (\w+)[^{]*\{\n(.*?)^\}", text, re.M | re.S):
            found[match[1]] = set(re.findall(r"///[^\n]*\n\s*(?:static |mutating )*(?:func|var|subscript) (\w+)", match[2]))
    return found


def undocumented(path: pathlib.Path, protocols: dict[str, set[str]]) -> list[tuple[int, str]]:
    text = path.read_text()
    named = set(re.findall(r"\w+", " ".join(re.findall(r"(?:struct|class|enum|actor|protocol|extension) \w+(?::[^{\n]*)?", text))))
    told = set().union(*(names for protocol, names in protocols.items() if protocol in named))
    found, documented, blocks, opened = [], False, [], 0
    in_text = False
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.count('"""') % 2 == 1:
            in_text = not in_text
        bare = line.strip()
        if in_text:
            continue
        if bare.startswith("///"):
            documented = True
            continue
        if bare.startswith("//") or (bare.startswith("@") and not declaration.match(line)) or bare.startswith("#"):
            continue
        match = declaration.match(line)
        inside = blocks[-1] if blocks else None
        if match:
            kind, name = match[1], match[2]
            plain = kind == "init" or name in usual or name in told
            if not documented and not plain:
                found.append((number, bare))
        elif inside == "enum" and (match := case.match(line)) and not documented:
            found.append((number, bare))
        # Blocks by their braces: what a case stands in must be a public enumeration itself.
        for symbol in re.sub(r'"(?:\\.|[^"\\])*"', "", line.split("//")[0]):
            if symbol == "{":
                start = declaration.match(line)
                blocks.append("enum" if start and start[1] == "enum" else "other")
            elif symbol == "}" and blocks:
                blocks.pop()
        documented = False
    return found


def modules() -> dict[str, list[pathlib.Path]]:
    listed = subprocess.run(["git", "ls-files", "--cached", "--others", "--exclude-standard", "Sources/*.swift"], cwd=top, check=True,
                            capture_output=True, text=True).stdout.split()
    grouped: dict[str, list[pathlib.Path]] = {}
    for name in listed:
        if (top / name).exists():
            grouped.setdefault(name.split("/")[1], []).append(top / name)
    return grouped


counted = {
    module: [(path, *found) for path in paths for found in undocumented(path, asked(paths))]
    for module, paths in modules().items()
}
arguments = sys.argv[1:]
if arguments[:1] == ["--list"]:
    for module in arguments[1:] or counted:
        for path, number, text in counted[module]:
            print(f"{path.relative_to(top)}:{number}: {text}")
    sys.exit()
for module, found in sorted(counted.items()):
    if found:
        print(f"{module}: {len(found)} public declarations without a doc comment (scripts/doc-comments.py --list {module}).")
sys.exit(any(counted.values()))
