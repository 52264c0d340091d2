"""What the scripts that answer as a CKAN have in common: its envelope, its refusals, and a server on loopback."""
import json
import ssl
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

MOST_ROWS = 1000


def result(value):
    return 200, {"help": "", "success": True, "result": value}


def refusal(status, kind, message):
    return status, {"help": "", "success": False, "error": {"__type": kind, "message": message}}


def not_found():
    return refusal(404, "Not Found Error", "Not found")


def page(packages, query):
    """The rows that were asked for, and never more than a CKAN gives."""
    start, rows = int(query.get("start", 0)), int(query.get("rows", 10))
    return packages[start:start + min(rows, MOST_ROWS)]


def serve(answer, certificate=None):
    """Listens on loopback, and prints the address.

    `answer` takes the action, the query (one text a name) and the token, and gives a status and a body; a body of
    None is a page for people. `certificate` is a pair of PEM files.
    """

    class CKAN(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self):
            parts = urlsplit(self.path)
            query = {key: values[0] for key, values in parse_qs(parts.query).items()}
            status, body = answer(parts.path.rsplit("/", 1)[-1], query, self.headers.get("Authorization"))
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
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"{'https' if certificate else 'http'}://127.0.0.1:{server.server_port}", flush=True)
