#!/usr/bin/env python3
"""A CKAN that a test writes: packages, facets, tokens, and a search engine that may be down.

    written-ckan.py SCRIPT.json

The script is {"packages": [...], "facets": {FIELD: [{"name", "display_name", "count"}]}, "tokens": [...],
"solr": "down", "extensions": [...]}, all of it optional. Answers as CKAN 2.11 does: a facet holds 50 values unless
facet.limit says otherwise, a wrong token is nobody's, and without its search engine package_show goes on.

Prints its address when it listens on loopback, and ends with its standard input. A line of it is a question:
"calls" prints the actions that were asked for since the last time, as a JSON list; "solr down" and "solr up" stop
and start the search engine, "extensions NAME..." installs others.
"""
import json
import re
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

with open(sys.argv[1], encoding="utf-8") as file:
    SCRIPT = json.load(file)
CALLS = []


def refusal(status, kind, message):
    return status, {"help": "", "success": False, "error": {"__type": kind, "message": message}}


def search(query):
    if SCRIPT.get("solr") == "down":
        return refusal(500, "Search Connection Error", "Connection to Solr failed")
    packages = SCRIPT.get("packages", [])
    # Of a field with a list of values, what is asked for has to be one of them.
    for field, value in re.findall(r'\+\(?(\w+):"([^"]*)"', query.get("fq", "")):
        names = [item["name"] for item in SCRIPT.get("facets", {}).get(field, [])]
        packages = packages if value in names else []
    limit = int(query.get("facet.limit", 50))
    fields = json.loads(query.get("facet.field", "[]"))
    facets = {
        name: {"title": name, "items": items if limit < 0 else items[:limit]}
        for name, items in SCRIPT.get("facets", {}).items() if name in fields
    }
    start, rows = int(query.get("start", 0)), min(int(query.get("rows", 10)), 1000)
    found = {"count": len(packages), "results": packages[start:start + rows], "search_facets": facets}
    return 200, {"help": "", "success": True, "result": found}


def answer(action, query, token):
    user = token if token in SCRIPT.get("tokens", []) else None
    if action == "status_show":
        status = {"ckan_version": "2.11.6", "site_title": "Written", "extensions": SCRIPT.get("extensions", [])}
        return 200, {"help": "", "success": True, "result": status}
    if action == "package_search":
        return search(query)
    if action == "user_show":
        if user is None:
            return refusal(404, "Not Found Error", "Not found")
        return 200, {"help": "", "success": True, "result": {"name": "ada", "id": "u-1"}}
    if action == "package_show":
        for package in SCRIPT.get("packages", []):
            if isinstance(package, dict) and query.get("id") in (package.get("id"), package.get("name")):
                if package.get("private") and user is None:
                    return refusal(403, "Authorization Error", "Access denied: User not authorized to read package")
                return 200, {"help": "", "success": True, "result": package}
        return refusal(404, "Not Found Error", "Not found")
    return 400, "Bad request - Action name not known: " + action


class CKAN(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        parts = urlsplit(self.path)
        action = parts.path.rsplit("/", 1)[-1]
        CALLS.append(action)
        query = {key: values[0] for key, values in parse_qs(parts.query).items()}
        status, body = answer(action, query, self.headers.get("Authorization"))
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json;charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), CKAN)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"http://127.0.0.1:{server.server_port}", flush=True)
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
