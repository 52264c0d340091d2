#!/usr/bin/env python3
"""Writes Sources/PortalServices/Text/GeneratedReferences.swift: the names that HTML 4 has for characters, from the list
that Python's html.entities keeps of them, and what numbers from 128 to 159 mean, which HTML reads as Windows-1252."""
import html.entities
import pathlib
import textwrap

names = " ".join(f"{name}:{code:x}" for name, code in sorted(html.entities.name2codepoint.items()))
windows = {}
for number in range(128, 160):
    try:
        windows[number] = ord(bytes([number]).decode("cp1252"))
    except UnicodeDecodeError:
        pass  # Nothing is meant by these five.
pairs = " ".join(f"{number:x}:{code:x}" for number, code in windows.items())


def lines(text):
    return "\n".join("        " + line + " \\" for line in textwrap.wrap(text, 100))[:-2]


target = pathlib.Path(__file__).parent.parent / "Sources/PortalServices/Text/GeneratedReferences.swift"
target.write_text(f'''/// Made by scripts/make-references.py; not to be edited.
enum GeneratedReferences {{
    /// The {len(html.entities.name2codepoint)} names of HTML 4 with their code points in hexadecimal.
    static let names = """
{lines(names)}
        """

    /// What HTML reads of 128 to 159, which are Windows-1252: number and code point in hexadecimal.
    static let windows = """
{lines(pairs)}
        """
}}
''')
