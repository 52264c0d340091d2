#!/usr/bin/env python3
"""Writes Sources/PortalModel/Text/GeneratedWidths.swift from the C library's wcwidth under C.UTF-8.

ncurses places text by wcwidth, so this table, and no newer edition of Unicode, is what the screen must go by.
Run again after moving to another C library:  python3 scripts/make-widths.py
"""
import ctypes
import locale
import pathlib
import platform

locale.setlocale(locale.LC_ALL, "C.UTF-8")
wcwidth = ctypes.CDLL(None).wcwidth
wcwidth.argtypes = [ctypes.c_uint32]
wcwidth.restype = ctypes.c_int

NAMES = {0: "zero", 2: "two", -1: "unprintable"}
ranges = {name: [] for name in NAMES.values()}
for scalar in range(0xA0, 0x110000):
    if 0xD800 <= scalar <= 0xDFFF:
        continue
    name = NAMES.get(wcwidth(scalar))
    if name is None:
        continue
    known = ranges[name]
    # A range may run over the surrogates: they are no scalars.
    if known and known[-1][1] == (0xD7FF if scalar == 0xE000 else scalar - 1):
        known[-1][1] = scalar
    else:
        known.append([scalar, scalar])

COMMENTS = {
    "zero": "Drawn onto the character before: no column of their own.",
    "two": "Two columns.",
    "unprintable": "Refused by ncurses: unassigned in the C library's edition of Unicode, or controls.",
}
lines = [
    "// Made by scripts/make-widths.py from wcwidth of %s %s under C.UTF-8; do not edit." % platform.libc_ver(),
    "// swift-format-ignore-file",
    "",
    "/// Ranges of scalars from U+00A0 that do not take exactly one column: first and last, ascending.",
    "enum GeneratedWidths {",
]
for name, known in ranges.items():
    lines.append("    /// " + COMMENTS[name])
    lines.append("    static let %s: [UInt32] = [" % name)
    for start in range(0, len(known), 5):
        row = ", ".join("0x%X, 0x%X" % (a, b) for a, b in known[start:start + 5])
        lines.append("        %s," % row)
    lines.append("    ]")
lines.append("}")
target = pathlib.Path(__file__).parent.parent / "Sources/PortalModel/Text/GeneratedWidths.swift"
target.write_text("\n".join(lines) + "\n")
print("%s: %s" % (target, {name: len(known) for name, known in ranges.items()}))
