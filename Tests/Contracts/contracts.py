"""The services' contracts as the tests read them: published defects taken out, and what every service answers put in.

Nothing is written to disk but to a temporary directory; the published files stay as they are.
"""

import copy
from pathlib import Path

import yaml

#: What each dialect's service writes when it refuses a call.
ERROR_BODIES = {
    "discovery": {"$ref": "#/components/schemas/ErrorResponse"},
    "daam": {"$ref": "#/components/schemas/ErrorResponse"},
    "guide": {"type": "object", "required": ["message"], "properties": {"message": {"type": "string"}}},
    "rems": {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}},
}

#: Paths that the demo portal leaves out on purpose, with the reason.
NOT_SERVED = {
    "daam": {
        "/api/v1/applications/{id}/events": "no service implements it",
        "/api/v1/baskets": "no service implements it",
        "/api/v1/baskets/add-dataset": "no service implements it",
        "/api/v1/baskets/{id}/create-application": "no service implements it",
        "/api/v1/test/{test}": "a leftover of the service's own tests",
    },
    "rems": {"/api/users/create": "for the owners of a REMS, not for applicants"},
}

METHODS = ("get", "head", "post", "put", "delete")


def load(directory: Path, name: str) -> dict:
    """The contract `name`, amended."""
    document = yaml.safe_load((directory / f"{name}.yaml").read_text())
    document["servers"] = [{"url": "/"}]
    for path in NOT_SERVED.get(name, {}):
        del document["paths"][path]
    for _, _, operation in operations(document):
        parameters = operation.get("parameters", [])
        # One that several have in common is each one's own, so that each can be narrowed.
        if any("$ref" in parameter for parameter in parameters):
            operation["parameters"] = [copy.deepcopy(_resolved(parameter, document)) for parameter in parameters]
    _take_out_defects(name, document)
    for _, _, operation in operations(document):
        _add_refusals(name, operation)
    return document


def _resolved(value: dict, document: dict) -> dict:
    for word in value.get("$ref", "").split("/")[1:]:
        document = document[word]
    return document if "$ref" in value else value


def operations(document: dict):
    for path, item in document["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def _take_out_defects(name: str, document: dict) -> None:
    schemas = document["components"]["schemas"]
    for schema in schemas.values():
        # What has properties is an object; many schemas forget to say so, and then null and numbers fit them.
        if "properties" in schema or "additionalProperties" in schema:
            schema.setdefault("type", "object")
    for _, _, operation in operations(document):
        # A body with a field that is required is required itself.
        for content in operation.get("requestBody", {}).get("content", {}).values():
            schema = schemas.get(content["schema"].get("$ref", "").rpartition("/")[2], content["schema"])
            if "required" in schema or schema.get("type") == "array":
                operation["requestBody"]["required"] = True
    if name == "daam":
        # The running service writes null for what is absent.
        for title, schema in schemas.items():
            if title.startswith("Retrieved"):
                schema["properties"] = {key: _nullable(value) for key, value in schema.get("properties", {}).items()}
    if name == "discovery":
        # It requires a label that is no property and that nobody sends.
        schemas["DatasetSearchQueryFacet"]["required"].remove("label")
        # JSON-LD is an object, not a text.
        export = document["paths"]["/api/v1/datasets/{id}.{format}"]["get"]
        export["responses"]["200"]["content"]["application/ld+json"]["schema"] = {"type": "object"}
        # A field or order that CKAN does not know makes the service fail.
        failure = {"description": "refused by CKAN", "content": {"application/json": {"schema": ERROR_BODIES[name]}}}
        document["paths"]["/api/v1/datasets/search"]["post"]["responses"]["500"] = failure
        for _, _, operation in operations(document):
            # Browsing needs no login; the contract says that it does.
            operation.pop("security", None)
    if name == "rems":
        required = schemas["Application"]["required"]
        required[required.index("applications/licenses")] = "application/licenses"
        # Objects are written where strings and tables are meant.
        cell = {"$ref": "#/components/schemas/ApplicationFormsFieldsValue"}
        value = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "array", "items": cell}}]}
        schemas["Field"]["properties"]["field/value"] = value
        schemas["SaveDraftCommandFieldValues"]["properties"]["value"] = copy.deepcopy(value)
        # Anything (`s/Any` of `DuoCodeMatch` in api/schema.clj) became an object; a label is a string in each language.
        schemas["Response10953DuoMatchesLabel"]["additionalProperties"] = {}
        # What is nullable has null among its values.
        for title in ("ApplicationOverview", "Application"):
            schemas[title]["properties"]["application/todo"]["enum"].append(None)
        # That nothing may stand beside what is known is left to REMS.
        for title in ("SaveDraftCommandFieldValues", "ApplicationFormsFieldsValue", "DuoCode"):
            schemas[title].pop("additionalProperties")
        # Errors about licences have neither form nor field.
        schemas["ValidationField"]["required"] = ["type"]


def _nullable(schema: dict) -> dict:
    if "$ref" in schema:
        return {"nullable": True, "allOf": [{"$ref": schema["$ref"]}]}
    return {**schema, "nullable": True}


def _add_refusals(name: str, operation: dict) -> None:
    """Every service refuses what does not fit, whether its contract says so or not."""
    if name == "sda":
        # Its contract has a refusal for each, as problem+json; the router itself refuses an empty part of a path.
        return
    body = {"application/json": {"schema": ERROR_BODIES[name]}}
    responses = operation["responses"]
    for status in ("400", "403", "404", "409", "415"):
        responses.setdefault(status, {"description": "refused", "content": copy.deepcopy(body)})
    # Without a known token there is a challenge and no body; a body that is too large is cut off.
    unauthorized = {"description": "not signed in"}
    if name == "rems":
        unauthorized["content"] = {"text/plain": {"schema": {"type": "string"}}}
        for status in ("413", "415"):
            responses[status] = {"description": "attachment refused"}
    responses.setdefault("401", unauthorized)
    responses.setdefault("413", {"description": "too large"})
