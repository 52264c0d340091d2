"""Runs schemathesis over the contracts against a demo portal of its own.

    fuzz.py PORTAL-DEMO CONTRACTS

Each contract gets a fixed seed and number of examples, so that a run can be repeated. Values that exist (datasets,
applications, filters) are put in beside the arbitrary ones, or nearly every call would end with "not found".
"""

import base64
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import requests
import yaml

import contracts
import first

SEED = 20260101
#: How many examples an operation gets; more where there is more to get wrong.
EXAMPLES = {"discovery": 40, "daam": 25, "guide": 30, "rems": 20, "sda": 25}
IDENTIFIERS = ["phs000007", "phs000280", "mimic-iv", "EGAS00001000775", "EGAD00001000001"]
#: What the person of the test is granted, and what the archive has of it.
GRANTED = ["phs000007", "phs000280"]
ARCHIVED = ["README.txt.c4gh", "variants/chr22.vcf.c4gh"]
#: Their ids, which the archive tells.
FILES: list[str] = []
DATASETS = ["framingham", "aric", "mimic-iv", "ddd"]
APPLICATIONS = 6
#: What the committee wants to know, by form.
ANSWERS = {
    1: {
        "project-title": "Rare variants in asthma", "research-area": "common-diseases", "start-date": "2026-10-01",
        "purpose": "We look for rare variants that explain severe asthma in childhood, by burden tests over genes.",
        "principal-investigator": "Ada Lovelace", "principal-investigator-email": "ada@example.org",
    },
    2: {
        "environment": "secure-processing", "leaves-environment": "no", "safeguards": "encryption two-factor",
        "people": "Ada Lovelace, analyst", "deletion-date": "2028-01-01", "security-contact": "sec@example.org",
    },
    3: {"approval": "approved", "approval-reference": "2026-1", "children": "yes"},
}


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
    if name == "sda":
        seed_archive(document)
    if name == "rems":
        item = known_or(list(range(1, 60)), number)
        schemas["CreateApplicationCommand"]["properties"]["catalogue-item-ids"]["items"] = item
        for schema in schemas.values():
            if "application-id" in schema.get("properties", {}) and "success" not in schema["properties"]:
                schema["properties"]["application-id"] = application


def seed_archive(document: dict) -> None:
    """Of the archive what exists is asked for; what does not, and what is not allowed, are 403 both."""
    for path, _, operation in contracts.operations(document):
        for parameter in operation.get("parameters", []):
            # Sent as they are; the archive wants no others, and one of them is enough.
            if parameter["name"] == "X-C4GH-Public-Key":
                parameter.update(required=True, schema={"enum": [base64.b64encode(bytes(range(1, 33))).decode()]})
                parameter.pop("example", None)
            # What its words forbid, its schema does not.
            if parameter["name"] == "filePath":
                parameter["schema"] = known_or(ARCHIVED, {"type": "string", "pattern": "^[a-z]{1,20}$"})
            parameter.pop("example", None)
        operation["parameters"] = [
            parameter for parameter in operation.get("parameters", [])
            # Both of two that exclude each other are never a call that fits; tokens come from answers alone.
            if parameter["name"] not in ("Htsget-Context-Public-Key", "pathPrefix", "pageToken", "If-Range", "Range")
        ]


def path_value(name: str, path: str, parameter: dict, application: dict) -> dict:
    if parameter["schema"].get("type") == "integer":
        return application
    if parameter["name"] == "key":
        # A field that CKAN does not know is a failure of the service, which the contract has no status for.
        return {"enum": ["theme", "publisher_name", "format", "access_rights"]}
    if name == "sda":
        known = {"datasetId": GRANTED, "fileId": FILES, "path": [f"{GRANTED[0]}/{path}" for path in ARCHIVED]}
        pattern = "^[a-z]{1,9}/[a-z]{1,9}$" if parameter["name"] == "path" else "^[A-Za-z0-9_-]{1,20}$"
        return known_or(known[parameter["name"]], {"type": "string", "pattern": pattern})
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


def grant(portal: dict) -> None:
    """Access for the person of the test, by a request that the committee approves."""
    headers = {"Authorization": f"Bearer {portal['token']}"}
    url = f"{portal['access']}/api/v1/applications"

    def call(path: str, body: dict) -> requests.Response:
        answer = requests.post(f"{url}/{path}", json=body, headers=headers, timeout=10)
        assert answer.ok, answer.text
        return answer

    for identifier in GRANTED:
        number = call("create", {"datasetIds": [identifier]}).json()["applicationId"]
        forms = [
            {"formId": form, "fields": [{"fieldId": field, "value": value} for field, value in answers.items()]}
            for form, answers in ANSWERS.items()
        ]
        call(f"{number}/save-forms-and-duos", {"forms": forms})
        call(f"{number}/accept-terms", {"acceptedLicenses": [1, 2]})
        call(f"{number}/submit", {})
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline and not FILES:
        for identifier in GRANTED:
            answer = requests.get(f"{portal['sda']}/datasets/{identifier}/files", headers=headers, timeout=10)
            FILES.extend(file["fileId"] for file in answer.json().get("files", []))
        time.sleep(0.2)


def arguments(name: str, portal: dict) -> list[str]:
    bearer = ["--header", f"Authorization: Bearer {portal['token']}"]
    return {
        "discovery": ["--url", portal["discovery"], *bearer],
        "daam": ["--url", portal["access"], *bearer],
        "guide": ["--url", portal["guide"], *bearer],
        "sda": ["--url", portal["sda"], *bearer],
        "rems": [
            "--url", portal["rems"], "--header", f"x-rems-api-key: {portal['remsKey']}",
            "--header", f"x-rems-user-id: {portal['users'][0]}",
        ],
    }[name]


def fuzz(name: str, portal: dict, directory: Path) -> bool:
    if name == "sda":
        grant(portal)
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
        # The archive's contract is not everywhere (neicnordic/sensitive-data-archive, sda/cmd/download/swagger_v2.yml).
        names = [name for name in only or EXAMPLES if (directory / f"{name}.yaml").exists()]
        failed = [name for name in names if not fuzz(name, portal, directory)]
        prose = directory / "sda-v1.md"
        if prose.exists() and not only:
            if not FILES:
                grant(portal)
            if not first.keeps(prose, portal, GRANTED[0]):
                failed.append("sda-v1")
        process.stdin.close()
    if failed:
        print(f"Contracts not kept: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
