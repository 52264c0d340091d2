#!/usr/bin/env python3
"""A CKAN that answers with what a real one was recorded to answer.

    recorded-ckan.py RECORDINGS.jsonl [CERTIFICATE.pem KEY.pem]

With a certificate it speaks HTTPS. Prints its address when it listens on loopback, and ends with its standard input. A
line of the recordings is {"file": NAME, "body": ANSWER}. Unknown datasets are refused in CKAN's envelope.
"""
import json
import sys

import ckan

RECORDED = {}
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        record = json.loads(line)
        RECORDED.setdefault(record["file"].rsplit("/", 1)[-1], record["body"])


def answer(action, query, _):
    found = RECORDED["package_search.json"]
    packages = found["result"]["results"]
    if action == "package_search":
        shown = {**found["result"], "results": ckan.page(packages, query), "count": len(packages)}
        return 200, {**found, "result": shown}
    if action == "package_show":
        for package in packages + [RECORDED["package_show.json"]["result"]]:
            if query.get("id", "") in (package["id"], package["name"]):
                return ckan.result(package)
        return ckan.not_found()
    if action == "organization_list":
        return 200, RECORDED["organization_list.json"]
    if action == "status_show":
        return ckan.result({"ckan_version": "2.9.9", "site_title": "Recorded"})
    return 404, None


ckan.serve(answer, sys.argv[2:4])
sys.stdin.read()
