#!/usr/bin/env python3
"""A CKAN that answers with what a real one was recorded to answer.

    recorded-ckan.py RECORDINGS.jsonl [CERTIFICATE.pem KEY.pem]

With a certificate it speaks HTTPS. Prints its address when it listens on loopback, and ends with its standard input. A line of the recordings is
{"file": NAME, "body": ANSWER}. Unknown datasets are refused in CKAN's envelope.
"""
import json
import ssl
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

RECORDED = {}
with open(sys.argv[1], encoding="utf-8") as lines:
    for line in lines:
        record = json.loads(line)
        RECORDED.setdefault(record["file"].rsplit("/", 1)[-1], record["body"])


def answer(action, query):
    if action == "package_search":
        found = json.loads(json.dumps(RECORDED["package_search.json"]))
        start, rows = int(query.get("start", ["0"])[0]), int(query.get("rows", ["10"])[0])
        found["result"]["results"] = found["result"]["results"][start:start + min(rows, 1000)]
        found["result"]["count"] = len(RECORDED["package_search.json"]["result"]["results"])
        return 200, found
    if action == "package_show":
        known = RECORDED["package_search.json"]["result"]["results"] + [RECORDED["package_show.json"]["result"]]
        for package in known:
            if query.get("id", [""])[0] in (package["id"], package["name"]):
                return 200, {"help": "", "success": True, "result": package}
        return 404, {"help": "", "success": False, "error": {"__type": "Not Found Error", "message": "Not found"}}
    if action == "organization_list":
        return 200, RECORDED["organization_list.json"]
    if action == "status_show":
        return 200, {"help": "", "success": True, "result": {"ckan_version": "2.9.9", "site_title": "Recorded"}}
    return 404, None


class CKAN(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        parts = urlsplit(self.path)
        status, body = answer(parts.path.rsplit("/", 1)[-1], parse_qs(parts.query))
        data = b"<!DOCTYPE html><title>404 Not Found</title>" if body is None else json.dumps(body).encode()
        self.send_response(status)
        kind = "text/html" if body is None else "application/json"
        self.send_header("Content-Type", f"{kind};charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.do_GET()

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), CKAN)
if len(sys.argv) > 3:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[2], sys.argv[3])
    server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"{'https' if len(sys.argv) > 3 else 'http'}://127.0.0.1:{server.server_port}", flush=True)
sys.stdin.read()
