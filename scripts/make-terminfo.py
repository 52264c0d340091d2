#!/usr/bin/env python3
"""Writes Sources/CMachine/terminfo.c: the terminals' descriptions that the program brings along.

They are taken from Debian's packages ncurses-base (installed), ncurses-term and foot-terminfo (downloaded by apt-get
into a temporary folder, not installed) and given as values for TERMINFO that hold the description itself ("b64:",
ncurses 6.1). Run again after moving to another Debian:  python3 scripts/make-terminfo.py
"""
import base64
import pathlib
import re
import subprocess
import tempfile

# The name in the package → the names that the program knows it by. Debian has no entry of ghostty's, which is described
# in the words of xterm (it understands them); kitty's is ncurses' own, since the one of kitty comes under the GPL.
ENTRIES = [
    ("xterm-256color", ["xterm-256color"]),
    ("screen-256color", ["screen-256color"]),
    ("tmux-256color", ["tmux-256color"]),
    ("linux", ["linux"]),
    ("vt100", ["vt100"]),
    ("putty-256color", ["putty-256color"]),
    ("kitty", ["xterm-kitty", "kitty"]),
    ("xterm-256color", ["xterm-ghostty", "ghostty"]),
    ("alacritty", ["alacritty"]),
    ("foot", ["foot"]),
    ("rxvt-unicode-256color", ["rxvt-unicode-256color"]),
]
PACKAGES = ["ncurses-term", "foot-terminfo"]


def run(*arguments, **options):
    return subprocess.run(arguments, check=True, stdout=subprocess.PIPE, text=True, **options).stdout


def source(name, folders):
    for folder in folders:
        found = subprocess.run(["infocmp", "-x", "-A", folder, name], capture_output=True, text=True)
        if found.returncode == 0:
            return "".join(line for line in found.stdout.splitlines(True) if not line.startswith("#"))
    raise SystemExit("no package describes " + name)


versions, compiled = [], []
with tempfile.TemporaryDirectory() as work:
    work = pathlib.Path(work)
    run("apt-get", "download", *PACKAGES, cwd=work)
    for package in sorted(work.glob("*.deb")):
        run("dpkg-deb", "--extract", package, work / "all")
        versions.append(package.name.rsplit("_", 1)[0].replace("_", " "))
    versions.append("ncurses-base " + run("dpkg-query", "--show", "--showformat=${Version}", "ncurses-base"))
    folders = ["/lib/terminfo", "/usr/share/terminfo", work / "all/usr/share/terminfo"]
    for number, (name, names) in enumerate(ENTRIES):
        text = source(name, folders)
        names_line, rest = text.split("\n", 1)
        title = names_line.rstrip(",").split("|")[-1]
        (work / "entry.ti").write_text("|".join(names + [title]) + ",\n" + rest)
        target = work / str(number)
        run("tic", "-x", "-o", target, work / "entry.ti")
        entry = next(path for path in target.rglob("*") if path.is_file() and path.name == names[0])
        compiled.append((names, base64.urlsafe_b64encode(entry.read_bytes()).decode()))

copyrights = re.sub(r"^", "// ", (pathlib.Path(__file__).parent / "terminfo-licences.txt").read_text().rstrip(), flags=re.M)
lines = [
    "// Made by scripts/make-terminfo.py from Debian's %s; do not edit." % ", ".join(sorted(versions)),
    "//",
    re.sub(r" +$", "", copyrights, flags=re.M),
    "",
    '#include "CMachine.h"',
    "",
    "#include <string.h>",
    "",
]
for number, (names, value) in enumerate(compiled):
    lines.append("static const char entry_%d[] =" % number)
    text = "b64:" + value
    pieces = [text[start:start + 112] for start in range(0, len(text), 112)]
    lines += ['    "%s"%s' % (piece, ";" if piece is pieces[-1] else "") for piece in pieces]
    lines.append("")
lines += ["static const struct {", "    const char *name;", "    const char *value;", "} entries[] = {"]
lines += ['    {"%s", entry_%d},' % (name, number) for number, (names, _) in enumerate(compiled) for name in names]
lines += [
    "};",
    "",
    "static const size_t count = sizeof entries / sizeof *entries;",
    "",
    "const char *cm_terminfo_name(size_t index) { return index < count ? entries[index].name : 0; }",
    "",
    "const char *cm_terminfo(const char *name) {",
    "    for (size_t index = 0; index < count; index++)",
    "        if (strcmp(entries[index].name, name) == 0) return entries[index].value;",
    "    return 0;",
    "}",
]
target = pathlib.Path(__file__).parent.parent / "Sources/CMachine/terminfo.c"
target.write_text("\n".join(lines) + "\n")
print("%s: %s" % (target, {names[0]: len(value) for names, value in compiled}))
