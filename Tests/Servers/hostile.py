#!/usr/bin/env python3
"""Stands before a portal and damages what it answers: its JSON, the bytes of it, and how it is sent.

    hostile.py PORTAL SEED

PORTAL is the portal's address without a path. Prints its own address when it listens on loopback, and ends with its
standard input. Each line of that is answered with the number of answers so far that were damaged. The same seed and the
same calls one after the other give the same damage. What is only read is asked of the portal once.
"""
import contextlib, copy, http.client, http.server, json, random, sys, threading, urllib.parse

TEXTS = [
    "\x1b[31mred", "\x1b]0;title\x07", "\x1b[6n", "\x9b31m", "\x1bP+q544e\x1b\\", "\x1b[2J\x1b[H", "a\rb", "a\x08\x08b",
    "\x00", "\x7f", "\u202egpj.exe\u202c", "\u2066isolate\u2069\u200f", "zero\u200bwidth\ufeff\u2060", "line\u2028para\u2029",
    "tags\U000e0041\U000e007f", "hangul\u3164\u115f", "private\ue000\U0010fffd", "non\ufffe\uffff",
    "e" + "\u0301\u0489" * 300, "👩🏽\u200d💻👨\u200d👩\u200d👧🏳\ufe0f\u200d🌈1\ufe0f\u20e3🇪🇪", "long words " * 400, "x" * 5000,
    "不可分割" * 700, "नमस्ते ภาษาไทย العربية עברית 한국어", "<script>alert(1)</script><b>&#27;[6n&lt;", "%s%n %1b[6n \\u001b[6n",
    "", " ", "\n\n\n", "\u0301first", "2026-99-99", "2026-01-01T00:00:00Z", "-1", "9" * 40, "NaN", "javascript:alert(1)",
    "https://user@evil.example/\x1b[0m", "file:///etc/passwd", "../../../../etc/passwd", "application.state/odd", "draft",
    "true", "null", "\ud800", "ｆｕｌｌ", "\U0001f1ea" * 101,
]
ODD = [None, True, False, 0, -1, 2**63, -(2**63), 2**70, 0.5, 1e300, [], {}, [None], [[1]], {"": {"": None}}, {"en": 3}]


def odd(chance):
    return chance.choice(TEXTS) if chance.random() < 0.6 else copy.deepcopy(chance.choice(ODD))


def damaged(value, chance):
    """A copy in which one thing somewhere inside is another."""
    here = chance.random() < 0.12
    if isinstance(value, dict) and value and not here:
        key = chance.choice(sorted(value))
        changed = dict(value)
        match chance.randrange(10):
            case 0: del changed[key]
            case 1: changed[key] = odd(chance)
            case 2: changed[chance.choice(TEXTS)] = odd(chance)
            case 3: changed[chance.choice(TEXTS)] = changed.pop(key)
            case _: changed[key] = damaged(value[key], chance)
        return changed
    if isinstance(value, list) and value and not here:
        index, changed = chance.randrange(len(value)), list(value)
        match chance.randrange(8):
            case 0: del changed[index]
            case 1: changed[index] = odd(chance)
            case 2: changed += [changed[index]] * chance.choice([1, 3, 60])
            case _: changed[index] = damaged(value[index], chance)
        return changed
    if isinstance(value, str) and chance.random() < 0.5:
        return value[: chance.randrange(len(value) + 1)] + chance.choice(TEXTS)
    return odd(chance)


def bytes_of(value, chance):
    """JSON, now and then as nobody should write it."""
    text = json.dumps(value, ensure_ascii=chance.random() < 0.5)
    match chance.randrange(14):
        case 0: text = text[: chance.randrange(len(text) + 1)]
        case 1: text += chance.choice([text, "]", ",", "\x00", "garbage", "\n\n{}"])
        case 2: text = "\ufeff" + text
        case 3: text = chance.choice(["", " ", "null", "[]", "{}", '""', "0", "[" * 4000, '{"a":' * 2000, "<html></html>"])
        case 4: text = text.replace(":", ": NaN, \"x\":", 1)
        case 5: text = text.replace("{", '{"id": 1, "id": "twice", ', 1)
    body = bytearray(text.encode("utf-8", "surrogatepass"))
    if body and chance.randrange(6) == 0:
        for _ in range(chance.choice([1, 2, 20])):
            body[chance.randrange(len(body))] = chance.randrange(256)
    if chance.randrange(30) == 0:
        body = bytearray(text.encode("utf-16", "surrogatepass"))
    return bytes(body)


class Relay(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    portal = None
    seed = 0
    number = 0
    kept = {}
    lock = threading.Lock()

    def handle_any(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        status, text = self.ask(body)
        with Relay.lock:
            Relay.number += 1
            chance = random.Random(f"{Relay.seed}-{Relay.number}")
        with contextlib.suppress(OSError):
            self.answer(status, text, chance)

    do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = handle_any

    def ask(self, body):
        key = (self.command, self.path, body)
        if key in Relay.kept:
            return Relay.kept[key]
        headers = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")}
        # Nothing packed: it is to be read here.
        headers["Accept-Encoding"] = "identity"
        connection = http.client.HTTPConnection(Relay.portal.hostname, Relay.portal.port, timeout=30)
        with contextlib.closing(connection):
            connection.request(self.command, self.path, body or None, headers)
            answer = connection.getresponse()
            found = answer.status, answer.read()
        if self.command == "GET" or self.path.split("?")[0].endswith("search"):
            Relay.kept[key] = found
        return found

    def answer(self, status, text, chance):
        kind, extra = "application/json", []
        try:
            value = json.loads(text)
            for _ in range(chance.choice([1, 1, 2, 5])):
                value = damaged(value, chance)
            body = bytes_of(value, chance)
        except ValueError:
            body = text
        match chance.randrange(24):
            case 0: status = chance.choice([201, 206, 400, 401, 403, 404, 409, 418, 422, 429, 451, 500, 502, 503, 599])
            case 1: kind = chance.choice(["text/html", "text/plain; charset=utf-16", "application/json; charset=x", "", "x"])
            case 2: extra.append(("Content-Encoding", chance.choice(["gzip", "deflate", "br", "identity"])))
            case 3: extra.append(("Retry-After", chance.choice(["-1", "soon", "9" * 30, "0", "\t", "Fri, 31 Feb 2026"])))
            case 4: extra.append(("X-" + "a" * chance.choice([1, 300]), chance.choice(["b" * 9000, "caf\xe9", ""])))
            case 5: status, extra = 302, [("Location", chance.choice(["", "/", "http://evil.example/", "javascript:1", self.path]))]
        length = len(body)
        match chance.randrange(40):
            case 0: return self.close(b"")
            case 1: return self.close(chance.choice([b"HTTP/1.1 200 OK\r\n", b"SSH-2.0-x\r\n", b"HTTP/1.1 999 \xff\r\n\r\n", b"\r\n"]))
            case 2: length += 7
            case 3: length = max(0, length - 7)
        self.send_response_only(status)
        for name, value in [("Content-Type", kind), ("Content-Length", str(length))] + extra:
            self.send_header(name, value)
        if length != len(body):
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = length != len(body)

    def close(self, bytes_before):
        self.wfile.write(bytes_before)
        self.close_connection = True

    def log_message(self, *_):
        pass


def main():
    Relay.portal, Relay.seed = urllib.parse.urlsplit(sys.argv[1]), int(sys.argv[2])
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Relay)
    server.daemon_threads = True
    server.handle_error = lambda *_: None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
    for _ in sys.stdin:
        print(Relay.number, flush=True)


main()
