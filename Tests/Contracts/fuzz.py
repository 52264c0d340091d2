"""Runs schemathesis over the contracts against a demo portal of its own.

    fuzz.py PORTAL-DEMO CONTRACTS

Each contract gets a fixed seed and number of examples, so that a run can be repeated. Values that exist (datasets,
applications, filters) are put in beside the arbitrary ones, or nearly every call would end with "not found".
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import requests
import yaml

import contracts

SEED = 20260101
#: How many examples an operation gets; more where there is more to get wrong.
EXAMPLES = {"discovery": 40, "daam": 25, "guide": 30, "rems": 20}
IDENTIFIERS = ["phs000007", "phs000280", "mimic-iv", "EGAS00001000775", "EGAD00001000001"]
DATASETS = ["framingham", "aric", "mimic-iv", "ddd"]
APPLICATIONS = 6


def known_or(values: list, otherwise: dict) -> dict:
    return {"anyOf": [{"enum": values}, otherwise]}


def seed_values(name: str, document: dict) -> None:
    """Narrows what is generated to what can find something, where the contract leaves it open."""
    schemas = document["components"]["schemas"]
    number = {"type": "integer", "format": "int64"}
    application = known_or(list(range(1, APPLICATIONS + 2)), number)
    for path, _, operation in contracts.operations(document):
        for parameter in operation.get("parameters", []):
            if parameter.get("in") == "path":
                parameter["schema"] = path_value(name, path, parameter, application)
                # The contract's own example is a field of another portal's Beacon, of which CKAN knows nothing.
                if parameter["name"] == "key":
                    parameter.pop("example", None)
                    parameter.pop("examples", None)
    if name == "discovery":
        facet = schemas["DatasetSearchQueryFacet"]
        # One of a source that is not known is left out as well.
        facet["properties"]["source"] = known_or(["ckan"], {"type": "string"}) | {"example": "ckan"}
        facet["properties"]["key"] = {"enum": ["theme", "publisher_name", "keyword", "access_rights"]}
        # One that lacks something, or whose value is empty, is left out of the search without a word (DDS b2904a6): it fits.
        # The example keeps what is wrong elsewhere in a facet from hiding behind an empty value.
        facet["properties"]["value"] = {"type": "string", "example": "Genomics"}
        facet["properties"]["operator"] = {"enum": ["=", "!"]}
        facet["properties"]["type"] = {"enum": ["DROPDOWN", "FREE_TEXT"]}
        facet.pop("required", None)
        # CKAN answers a field that it does not know with an error, and DDS with its own.
        orders = ["score desc, metadata_modified desc", "title asc", "issued desc", "modified asc"]
        schemas["DatasetSearchQuery"]["properties"]["sort"]["enum"] = orders
        variant = schemas["GVariantSearchQueryParams"]["properties"]
        variant["sex"]["enum"] = ["M", "F"]
        for bound in ("start", "end"):
            variant[bound]["items"]["format"] = "int64"
        schemas["DatasetSearchQuery"]["properties"]["start"]["format"] = "int64"
    if name == "daam":
        for schema in ("CreateApplication", "UpdateDatasets"):
            schemas[schema]["properties"]["datasetIds"]["items"] = known_or(IDENTIFIERS, {"type": "string"})
    if name == "guide":
        create = schemas["CreateAccessRequest"]["properties"]
        create["datasetId"] = known_or(DATASETS, {"type": "string", "minLength": 1})
    if name == "rems":
        item = known_or(list(range(1, 60)), number)
        schemas["CreateApplicationCommand"]["properties"]["catalogue-item-ids"]["items"] = item
        for schema in schemas.values():
            if "application-id" in schema.get("properties", {}) and "success" not in schema["properties"]:
                schema["properties"]["application-id"] = application


def path_value(name: str, path: str, parameter: dict, application: dict) -> dict:
    if parameter["schema"].get("type") == "integer":
        return application
    if parameter["name"] == "key":
        # A field that CKAN does not know is a failure of the service, which the contract has no status for.
        return {"enum": ["theme", "publisher_name", "format", "access_rights"]}
    if parameter["name"] == "format":
        return parameter["schema"]
    # A dot selects the format's route, a slash another path.
    return known_or(DATASETS, {"type": "string", "pattern": "^[A-Za-z0-9_-]{1,20}$"})


def prepare(portal: dict) -> None:
    """Applications in several states, so that their numbers can be met."""
    headers = {"Authorization": f"Bearer {portal['token']}"}
    url = f"{portal['access']}/api/v1/applications"
    for number in range(APPLICATIONS):
        dataset = IDENTIFIERS[number % 4]
        requests.post(f"{url}/create", json={"datasetIds": [dataset]}, headers=headers, timeout=10).raise_for_status()
    plan = {"file": ("plan.pdf", b"%PDF-1.4 a plan", "application/pdf")}
    requests.post(f"{url}/3/attachments", files=plan, headers=headers, timeout=10).raise_for_status()
    person = {"name": "Grace Hopper", "email": "grace@example.org"}
    requests.post(f"{url}/2/invite-member", json=person, headers=headers, timeout=10).raise_for_status()


def arguments(name: str, portal: dict) -> list[str]:
    bearer = ["--header", f"Authorization: Bearer {portal['token']}"]
    return {
        "discovery": ["--url", portal["discovery"], *bearer],
        "daam": ["--url", portal["access"], *bearer],
        "guide": ["--url", portal["guide"], *bearer],
        "rems": [
            "--url", portal["rems"], "--header", f"x-rems-api-key: {portal['remsKey']}",
            "--header", f"x-rems-user-id: {portal['users'][0]}",
        ],
    }[name]


def fuzz(name: str, portal: dict, directory: Path) -> bool:
    document = contracts.load(directory, name)
    seed_values(name, document)
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary) / f"{name}.json"
        file.write_text(json.dumps(document, default=str))
        command = [
            str(Path(sys.executable).with_name("schemathesis")),
            "--config-file", str(Path(__file__).with_name("schemathesis.toml")),
            "run", str(file), *arguments(name, portal), "--phases", "examples,coverage,fuzzing",
            "--max-examples", str(EXAMPLES[name]), "--seed", str(SEED), "--no-color", "--generation-database", "none",
        ]
        return subprocess.run(command, check=False, cwd=temporary).returncode == 0


def main() -> int:
    program, directory = sys.argv[1], Path(sys.argv[2])
    only = sys.argv[3:]
    # The lifeline: the portal ends when this process does, however that comes about.
    with subprocess.Popen(
        [program, "serve", "--end-with-stdin", "--decision-delay", "2"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        portal = json.loads(process.stdout.readline())
        prepare(portal)
        failed = [name for name in EXAMPLES if (not only or name in only) and not fuzz(name, portal, directory)]
        process.stdin.close()
    if failed:
        print(f"Contracts not kept: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
