#!/usr/bin/env python3
"""A CKAN that a test writes: packages, facets, tokens, and a search engine that may be down.

    written-ckan.py SCRIPT.json

The script is {"packages": [...], "facets": {FIELD: [{"name", "display_name", "count"}]}, "tokens": [...],
"solr": "down", "extensions": [...], "caches": COUNT}, all of it optional. Answers as CKAN 2.11 does: a facet holds 50 values unless
facet.limit says otherwise, a wrong token is nobody's, and without its search engine package_show goes on. With "caches" what stands before it forgets the query: whatever is
asked for, the first page of so many comes.

Prints its address when it listens on loopback, and ends with its standard input. A line of it is a question:
"calls" prints the actions that were asked for since the last time, as a JSON list; "solr down" and "solr up" stop
and start the search engine, "extensions NAME..." installs others.
"""
import json
import re
import sys

import ckan

with open(sys.argv[1], encoding="utf-8") as file:
    SCRIPT = json.load(file)
CALLS = []


def search(query):
    if SCRIPT.get("solr") == "down":
        return ckan.refusal(500, "Search Connection Error", "Connection to Solr failed")
    packages = SCRIPT.get("packages", [])
    # Of a field with a list of values, what is asked for has to be one of them.
    for field, value in re.findall(r'\+\(?(\w+):"([^"]*)"', query.get("fq", "")):
        names = [item["name"] for item in SCRIPT.get("facets", {}).get(field, [])]
        packages = packages if value in names else []
    if count := SCRIPT.get("caches"):
        return ckan.result({"count": count, "results": packages, "search_facets": {}})
    limit = int(query.get("facet.limit", 50))
    fields = json.loads(query.get("facet.field", "[]"))
    facets = {
        name: {"title": name, "items": items if limit < 0 else items[:limit]}
        for name, items in SCRIPT.get("facets", {}).items() if name in fields
    }
    return ckan.result({"count": len(packages), "results": ckan.page(packages, query), "search_facets": facets})


def answer(action, query, token):
    CALLS.append(action)
    user = token if token in SCRIPT.get("tokens", []) else None
    if action == "status_show":
        status = {"ckan_version": "2.11.6", "site_title": "Written", "extensions": SCRIPT.get("extensions", [])}
        return ckan.result(status)
    if action == "package_search":
        return search(query)
    if action == "user_show":
        if user is None:
            return ckan.not_found()
        return ckan.result({"name": "ada", "id": "u-1"})
    if action == "package_show":
        for package in SCRIPT.get("packages", []):
            if isinstance(package, dict) and query.get("id") in (package.get("id"), package.get("name")):
                if package.get("private") and user is None:
                    return ckan.refusal(403, "Authorization Error", "Access denied: User not authorized to read package")
                return ckan.result(package)
        return ckan.not_found()
    return 400, "Bad request - Action name not known: " + action


ckan.serve(answer)
for line in sys.stdin:
    words = line.split()
    reply = json.dumps(CALLS)
    if words[:1] == ["solr"]:
        SCRIPT["solr"] = words[1]
    elif words[:1] == ["extensions"]:
        SCRIPT["extensions"] = words[1:]
    else:
        CALLS.clear()
    print(reply, flush=True)
