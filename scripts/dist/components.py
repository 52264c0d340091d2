"""What is linked into the programs: docs/dependencies.json, and what those packages carry inside."""

import json
import shutil
import subprocess
from pathlib import Path

TOP = Path(__file__).resolve().parent.parent.parent

#: Sources of others inside the Swift packages and the toolchain. Nothing holds these versions against the sources: look
#: at them whenever the package around them changes.
CARRIED = [
    {"name": "boringssl", "within": "swift-nio-ssl", "licence": "Apache-2.0", "in": ["portal"],
     "revision_file": "swift-nio-ssl/Sources/CNIOBoringSSL/hash.txt"},
    {"name": "boringssl", "within": "swift-crypto", "licence": "Apache-2.0", "in": ["portal", "portal-demo"],
     "revision_file": "swift-crypto/Sources/CCryptoBoringSSL/hash.txt"},
    {"name": "xkcp", "within": "swift-crypto", "version": "11297f5", "licence": "CC0-1.0", "in": ["portal", "portal-demo"]},
    {"name": "llhttp", "within": "swift-nio", "version": "9.3.0", "licence": "MIT", "in": ["portal", "portal-demo"]},
    {"name": "libyaml", "within": "yams", "version": "0.2.5", "licence": "MIT", "in": ["portal"]},
    {"name": "icu", "within": "swift", "version": "76", "licence": "Unicode-3.0", "in": ["portal", "portal-demo"]},
]

#: Licence texts of theirs, in the checkouts. BoringSSL's is the Apache License 2.0, as its files say.
CARRIED_LICENCES = {"llhttp": "swift-nio/Sources/CNIOLLHTTP"}

#: Texts that Debian's copyright files point to.
COMMON_LICENCES = ["Apache-2.0", "LGPL-2.1", "GPL-2", "GPL-3"]


def dependencies() -> dict:
    return json.loads((TOP / "docs/dependencies.json").read_text())


def checkout(package: dict) -> str:
    """The folder into which SwiftPM fetches a package."""
    return package["url"].rstrip("/").removesuffix(".git").rsplit("/", 1)[1]


def toolchain() -> Path:
    """The prefix of Swift."""
    swift = shutil.which("swift")
    if swift is None:
        raise SystemExit("swift is not on the path.")
    return Path(swift).resolve().parent.parent


def installed(package: str) -> str | None:
    """The version of a Debian package on this machine: what was linked."""
    run = subprocess.run(
        ["dpkg-query", "--show", "--showformat=${Version}", package], capture_output=True, text=True, check=False)
    return run.stdout or None


def revisions() -> dict[str, str]:
    """The commits that SwiftPM has taken, by package."""
    resolved = json.loads((TOP / "Package.resolved").read_text())
    return {pin["identity"]: pin["state"]["revision"] for pin in resolved["pins"]}
