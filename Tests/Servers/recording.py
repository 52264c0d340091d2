#!/usr/bin/env python3
"""A server that answers every call with 401 and remembers what it was sent.

    recording.py [ANSWERS]

After that many answers it closes each connection without one. Prints its address when it listens on loopback, and ends with its standard input. Each line of it is answered with the
calls so far, as a JSON list: method, path, headers and body of each.
"""
import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

CALLS = []
ANSWERS = int(sys.argv[1]) if len(sys.argv) > 1 else None


class Recorder(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode(errors="replace")
        CALLS.append({"line": f"{self.command} {self.path}", "headers": str(self.headers), "body": body})
        if ANSWERS is not None and len(CALLS) > ANSWERS:
            self.close_connection = True
            return
        self.send_response(401)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_POST = do_PUT = do_DELETE = do_GET

    def log_message(self, *_):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"http://127.0.0.1:{server.server_port}", flush=True)
for _ in sys.stdin:
    print(json.dumps(CALLS), flush=True)
