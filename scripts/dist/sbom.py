#!/usr/bin/env python3
"""Writes the bill of materials of a release: CycloneDX 1.6, and lets a validator of others look at it.

    sbom.py VERSION FILE
"""

import json
import os
import sys
import uuid
from datetime import datetime, timezone
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

import components


def licence(expression: str) -> list[dict]:
    # Not in SPDX's list: SQLite's blessing is, libstdc++'s and Swift's exceptions are operands of WITH.
    return [{"expression": expression}]


def component(name: str, version: str, reference: str, licences: str, users: list[str], **more) -> dict:
    return {
        "type": "library", "bom-ref": reference, "name": name, "version": version, "licenses": licence(licences),
        "properties": [{"name": "linked-into", "value": ", ".join(users)}], **more,
    }


def swift_packages(written: dict) -> list[dict]:
    revisions = components.revisions()
    found = []
    for package in written["swift_packages"]:
        if not package["in"]:
            continue
        place = package["url"].removeprefix("https://").removesuffix(".git")
        purl = f"pkg:swift/{place}@{package['version']}"
        found.append(component(
            package["name"], package["version"], purl, package["licence"], package["in"], purl=purl,
            externalReferences=[{"type": "vcs", "url": package["url"],
                                 "comment": f"commit {revisions[package['name']]}"}]))
    return found


def system_libraries(written: dict) -> list[dict]:
    found = []
    for library in written["system_libraries"]:
        version = components.installed(library["debian"]) or library["version"]
        purl = f"pkg:deb/debian/{library['debian']}@{version.replace(':', '%3A').replace('+', '%2B')}?arch=amd64&distro=debian-12"
        found.append(component(library["name"], version, purl, library["licence"], library["in"], purl=purl))
    return found


def carried() -> list[dict]:
    found = []
    for part in components.CARRIED:
        version = part.get("version")
        if version is None:
            text = Path(components.TOP, ".build/checkouts", part["revision_file"]).read_text()
            version = text.split("revision")[1].split()[0]
        found.append(component(
            part["name"], version, f"{part['within']}/{part['name']}", part["licence"], part["in"],
            description=f"Carried by {part['within']}."))
    return found


def main() -> None:
    version, file = sys.argv[1], Path(sys.argv[2])
    written = components.dependencies()
    (swift,) = written["toolchain"]
    parts = swift_packages(written) + system_libraries(written) + carried() + [
        component("swift", swift["version"], f"swift@{swift['version']}", swift["licence"], swift["in"],
                  description="Standard library, Foundation and Dispatch.")]
    when = datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), timezone.utc)
    identity = f"portal@{version}"
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, identity + str(when))}",
        "version": 1,
        "metadata": {
            "timestamp": when.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "component": {"type": "application", "bom-ref": identity, "name": "portal", "version": version,
                          "licenses": licence("Apache-2.0")},
        },
        "components": parts,
        "dependencies": [{"ref": identity, "dependsOn": [part["bom-ref"] for part in parts]}],
    }
    text = json.dumps(document, indent=2, ensure_ascii=False) + "\n"
    problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if problem is not None:
        sys.exit(f"The bill of materials is not CycloneDX: {problem}")
    file.write_text(text)


if __name__ == "__main__":
    main()
