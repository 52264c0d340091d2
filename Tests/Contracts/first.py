"""Holds version 1 of the demo's archive against the prose that there is of it, by its examples.

Nobody has published an OpenAPI document of it (what the Sensitive Data Archive's history has under the name
`swagger_v1.yml` is a draft of version 2). Its `sda-download/api/api.md` has a list of addresses, and JSON as examples of
answers: an answer has to have the fields of the example, of the same types, and every address has to be known. The
document is read where it lies and never copied.
"""

import base64
import json
import re
from pathlib import Path

import requests

KEY = base64.b64encode(bytes(range(1, 33))).decode()


def examples(prose: str) -> dict[str, object]:
    """The JSON behind each request that the prose shows, by the request's path."""
    found: dict[str, object] = {}
    path = None
    for block in re.findall(r"```\w*\n(.*?)```", prose, re.DOTALL):
        if match := re.match(r"\s*GET (\S+)\s*$", block):
            # One address may be shown twice, the second time with what else it takes.
            path = match[1].split("?")[0]
        elif path and block.lstrip().startswith("["):
            # What a person writes for people may have a comma too many.
            found[path] = json.loads(re.sub(r",(\s*[\]}])", r"\1", block))
    return found


def differs(answer: object, example: object, where: str) -> list[str]:
    """How an answer is not of the example's shape."""
    if isinstance(example, list):
        if not isinstance(answer, list) or not answer:
            return [f"{where} is no list with anything in it"]
        return [fault for number, one in enumerate(answer) for fault in differs(one, example[0], f"{where}[{number}]")]
    if isinstance(example, dict):
        if not isinstance(answer, dict):
            return [f"{where} is no object"]
        faults = [f"{where} lacks {name}" for name in example if name not in answer]
        faults += [f"{where} has {name}, which the document does not" for name in answer if name not in example]
        return faults + [
            fault for name in example if name in answer for fault in differs(answer[name], example[name], f"{where}.{name}")]
    return [] if isinstance(answer, type(example)) else [f"{where} is of another type than {example!r}"]


def keeps(document: Path, portal: dict, dataset: str) -> bool:
    prose = document.read_text()
    address = portal["sda"] + "-v1"
    headers = {"Authorization": f"Bearer {portal['token']}"}
    known = examples(prose)
    faults = [] if len(known) >= 2 else ["the document has no examples that could be read"]
    listed: list[dict] = []
    for path, example in known.items():
        place = path.replace("{datasetName}", dataset)
        answer = requests.get(address + place, headers=headers, timeout=10)
        faults += differs(answer.json(), example, f"GET {path}") if answer.ok else [f"GET {path}: {answer.status_code}"]
        if path.endswith("/files") and answer.ok:
            listed = answer.json()
        nobody = requests.get(address + place, timeout=10)
        if nobody.status_code != 401:
            faults.append(f"GET {path} without a token: {nobody.status_code}")
    for place in sorted(set(re.findall(r"^(?:- `|GET )(/[\w-]+)/", prose, re.MULTILINE))):
        path = {"/metadata": "/metadata/datasets", "/files": "/files/nothing"}.get(
            place, f"{place}/{dataset}/{listed[0]['filePath']}" if listed else place)
        answer = requests.get(address + path, headers={**headers, "Client-public-key": KEY}, timeout=10)
        # What is encrypted is handed out; plain text is not, and is refused with 400.
        wanted = 400 if place == "/files" else 200
        if answer.status_code != wanted:
            faults.append(f"GET {place}: {answer.status_code} instead of {wanted}")
        if place.startswith("/s3") and not answer.content.startswith(b"crypt4gh"):
            faults.append(f"GET {place} gives nothing encrypted")
        if place.startswith("/s3"):
            part = requests.get(
                address + path, headers={**headers, "Client-public-key": KEY, "Range": "bytes=4-7"}, timeout=10)
            if part.content != answer.content[4:8] and part.content != b"t4gh":
                faults.append(f"GET {place} with a range gives another part")
    for fault in faults:
        print(f"  version 1: {fault}")
    print(f"Version 1 of the archive: {len(known)} examples and its addresses; {len(faults)} differ.")
    return not faults
