#!/usr/bin/env python3
"""Stands before a demo portal as a gateway does: whoever calls with a token of the issuer's is let through as Ada.

    gate.py PORTAL ISSUER TOKEN

PORTAL is the demo portal's address without a path, TOKEN is Ada's there. The issuer is asked about every token at every
call (its user-info endpoint), so that one that was revoked is refused at once. Prints one line of JSON (address) when
it listens. It ends when standard input does.
"""
import contextlib, http.client, http.server, json, sys, threading, urllib.parse


class Gate(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    portal = userinfo = token = None

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        headers = {name: value for name, value in self.headers.items()
                   if name.lower() not in ("host", "connection", "authorization", "content-length")}
        authorization = self.headers.get("Authorization")
        if authorization is not None:
            if not self.is_taken(authorization):
                return self.answer(401, {"WWW-Authenticate": 'Bearer error="invalid_token"'}, b"")
            headers["Authorization"] = "Bearer " + self.token
        try:
            status, answered, text = self.call(self.command, self.portal, self.path, headers, body)
        except OSError as problem:
            return self.answer(502, {"Content-Type": "text/plain"}, str(problem).encode())
        kept = {name: value for name, value in answered if name.lower() not in ("connection", "transfer-encoding", "content-length", "keep-alive")}
        self.answer(status, kept, text)

    do_GET = do_POST = do_PUT = do_DELETE = handle_any

    def is_taken(self, authorization):
        with contextlib.suppress(OSError):
            return self.call("GET", self.userinfo, self.userinfo.path, {"Authorization": authorization})[0] == 200
        return False

    @staticmethod
    def call(method, address, path, headers, body=None):
        connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
        with contextlib.closing(connection):
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()

    def answer(self, status, headers, text):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        with contextlib.suppress(OSError):
            self.wfile.write(text)

    def log_message(self, *_):
        pass


def main():
    portal, issuer, Gate.token = sys.argv[1:]
    Gate.portal = urllib.parse.urlsplit(portal)
    document = urllib.parse.urlsplit(issuer + "/.well-known/openid-configuration")
    endpoints = json.loads(Gate.call("GET", document, document.path, {})[2])
    Gate.userinfo = urllib.parse.urlsplit(endpoints["userinfo_endpoint"])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Gate)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"address": f"http://127.0.0.1:{server.server_address[1]}"}), flush=True)
    sys.stdin.read()


main()
