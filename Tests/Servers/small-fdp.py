#!/usr/bin/env python3
"""A small FAIR Data Point: the documents of Tests/Servers/fdp, each at its name without the ending. Those in RDF/XML are
what rdflib 7.6.0 makes of those in Turtle (serialize, format pretty-xml), without the control characters that XML cannot
hold; tests read both.

    small-fdp.py [FORM]

FORM is what it offers: turtle (the default) and rdfxml, each with 406 for whoever wants something else; both, which gives
Turtle to whoever takes it; jsonld, which answers 406 to whoever wants RDF of another kind; jsonld-anyway, which answers
JSON-LD whatever is asked for; html, a page for people whatever is asked for.

Prints its address when it listens on loopback, and ends with its standard input. A line of it is a question: "calls"
prints the paths that were asked for since the last time, as a JSON list; "form FORM" changes what it offers; "without
PATH" forgets a document, as if it had been deleted.
"""
import http.server
import json
import pathlib
import sys
import threading

DOCUMENTS = pathlib.Path(__file__).resolve().parent / "fdp"
CALLS, GONE = [], set()
FORM = sys.argv[1] if len(sys.argv) > 1 else "turtle"
# One dataset each, as far as it matters: nobody is to read them.
OTHERS = {
    "jsonld": ("application/ld+json", '{"@id": "x", "@type": "https://w3id.org/fdp/fdp-o#FAIRDataPoint"}'),
    "html": ("text/html", "<!DOCTYPE html><html><head><title>A point for people</title></head></html>"),
}
# By the form that is offered: what it is called, and how the names of its files end.
WRITTEN = {
    "turtle": [("text/turtle", ".ttl")], "rdfxml": [("application/rdf+xml", ".rdf")],
    "both": [("text/turtle", ".ttl"), ("application/rdf+xml", ".rdf")],
}


class Point(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        CALLS.append(self.path)
        accepted = self.headers.get("Accept", "")
        form = FORM.removesuffix("-anyway")
        if form not in WRITTEN:
            kind, text = OTHERS[form]
            if form == "html" or FORM.endswith("-anyway") or kind in accepted:
                return self.answer(200, kind, text)
            return self.answer(406, "text/plain", "")
        offered = [(kind, ending) for kind, ending in WRITTEN[form] if kind in accepted or "*/*" in accepted]
        if not offered:
            return self.answer(406, "text/plain", "")
        kind, ending = offered[0]
        name = self.path.strip("/") or "root"
        file = (DOCUMENTS / (name + ending)).resolve()
        if DOCUMENTS not in file.parents or not file.exists() or self.path in GONE:
            return self.answer(404, "application/json", '{"message": "No such document"}')
        base = f"http://{self.headers['Host']}"
        return self.answer(200, kind + ";charset=utf-8", file.read_text().replace("{base}", base))

    def do_POST(self):
        CALLS.append(self.path)
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        # As the reference implementation does to whoever is not signed in.
        self.answer(403, "application/json", '{"message": "Access denied"}')

    def answer(self, status, kind, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Point)
server.daemon_threads = True
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
for line in sys.stdin:
    words = line.split()
    reply = json.dumps(CALLS)
    if words[:1] == ["form"]:
        FORM = words[1]
    elif words[:1] == ["without"]:
        GONE.add(words[1])
    else:
        CALLS.clear()
    print(reply, flush=True)
