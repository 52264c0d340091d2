#!/usr/bin/env python3
"""Gathers the licence texts of everything that is linked into the programs (docs/dependencies.json).

    licences.py CHECKOUTS FOLDER

Swift's packages have theirs beside their source, Debian's in /usr/share/doc; what is missing ends the script: nothing is
shipped without its licence.
"""

import shutil
import sys
from pathlib import Path

import components

TEXTS = ("LICEN*", "NOTICE*", "COPYING*")


def copy(texts: list[Path], folder: Path, of: str) -> None:
    if not texts:
        sys.exit(f"There is no licence text for {of}.")
    folder.mkdir(parents=True, exist_ok=True)
    for text in texts:
        shutil.copyfile(text, folder / text.name)


def beside(folder: Path) -> list[Path]:
    return sorted(file for pattern in TEXTS for file in folder.glob(pattern) if file.is_file())


def main() -> None:
    checkouts, target = Path(sys.argv[1]), Path(sys.argv[2])
    written = components.dependencies()
    for package in written["swift_packages"]:
        if package["in"]:
            copy(beside(checkouts / components.checkout(package)), target / package["name"], package["name"])
    # Sources that a package carries, where they have a licence of their own.
    for name, folder in components.CARRIED_LICENCES.items():
        copy(beside(checkouts / folder), target / name, name)
    for library in written["system_libraries"]:
        text = Path("/usr/share/doc", library["debian"], "copyright")
        copy([text] if text.exists() else [], target / library["name"], library["debian"])
    for text in components.COMMON_LICENCES:
        copy([Path("/usr/share/common-licenses", text)], target / "common", text)
    swift = components.toolchain() / "share/swift/LICENSE.txt"
    copy([swift] if swift.exists() else [], target / "swift", "Swift")
    for folder in sorted(Path("packaging/licences").iterdir()):
        copy(beside(folder), target / folder.name, folder.name)


if __name__ == "__main__":
    main()
