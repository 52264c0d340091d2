"""A proxy that reads along: every request and every answer that passes must fit the service's contract.

    proxy.py CONTRACTS REPORT

It listens on a free port of 127.0.0.1 and prints the port. `/PORT/SERVICE/…` goes to `http://127.0.0.1:PORT/SERVICE/…`,
where SERVICE is discovery, daam, guide or rems. What breaks a contract is answered with 599, so that the test that
sent it fails there and then, and is written to REPORT with everything else when standard input ends.
"""

import http.client
import http.server
import json
import re
import sys
import threading
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

import contracts

NAMES = ("discovery", "daam", "guide", "rems")
#: Of the connection and not of the message.
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "host", "content-length", "te", "upgrade"}
#: How to read the formats that datasets are exported in.
EXPORTS = {"application/ld+json": json.loads, "application/rdf+xml": bytes.decode, "text/turtle": bytes.decode}
#: Calls without a contract: health, and calls of REMS that the published part of its contract leaves out.
UNCHECKED = re.compile(
    r"^/(api/)?(health|config)$|^/api/applications/(uninvite-member|remove-member|copy-as-new|change-resources|close)$"
    r"|^/api/applications/\d+/license-attachment/\d+/[a-z-]+$")


class Contract:
    """One service's contract, with its calls found by method and path."""

    def __init__(self, directory: Path, name: str):
        document = contracts.load(directory, name)
        self.templates = []
        for path, method, operation in contracts.operations(document):
            # Who may call what is the fuzzer's to find out.
            operation.pop("security", None)
            self.templates.append((method, path, self.expression(path, operation)))
        # Where two fit, the one with the longer fixed text: `/applications/create` before `/applications/{id}`.
        self.templates.sort(key=lambda template: -len(re.sub(r"{.*?}", "", template[1])))
        self.checker = OpenAPI.from_dict(document, config=Config(extra_media_type_deserializers=EXPORTS))

    @staticmethod
    def expression(path: str, operation: dict) -> re.Pattern:
        choices = {p["name"]: p["schema"].get("enum") for p in operation.get("parameters", []) if "schema" in p}
        text = re.escape(path).replace(r"\{", "{").replace(r"\}", "}").replace(r"\-", "-")
        return re.compile(re.sub(
            r"{(.*?)}", lambda m: "(" + ("|".join(choices.get(m[1]) or []) or "[^/]+") + ")", text))

    def find(self, method: str, path: str):
        for known_method, template, expression in self.templates:
            if known_method == method.lower() and (match := expression.fullmatch(path)):
                names = re.findall(r"{(.*?)}", template)
                return template, {name: unquote(value) for name, value in zip(names, match.groups())}
        return None


class Request:
    """What openapi-core asks of a request."""

    def __init__(self, method: str, template: str, values: dict, query: str, headers: list, body: bytes):
        self.host_url = ""
        self.path = self.path_pattern = self.full_url_pattern = template
        self.method = method.lower()
        self.body = body or None
        self.headers = Headers(headers)
        self.content_type = self.headers.get("content-type", "")
        self.parameters = RequestParameters(
            query=ImmutableMultiDict(parse_qsl(query, keep_blank_values=True)), header=self.headers,
            cookie=ImmutableMultiDict(), path=values,
        )


class Response:
    """What openapi-core asks of an answer."""

    def __init__(self, status: int, headers: list, body: bytes):
        self.status_code = status
        self.headers = Headers(headers)
        self.content_type = self.headers.get("content-type", "")
        self.data = body


def reasons(error: BaseException) -> list[str]:
    """What is wrong and where, without quoting whole messages."""
    places = []
    while error:
        summary = f"{type(error).__name__}: {error}"
        for wrong in getattr(error, "schema_errors", []):
            places.append(f"{'.'.join(map(str, wrong.absolute_path)) or 'the whole'}: {wrong.message}")
        error = error.__cause__
    return [place[:300] for place in places or [summary]]


class Report:
    def __init__(self):
        self.lock = threading.Lock()
        self.calls: dict[str, int] = {}
        self.violations: list[dict] = []

    def passed(self, call: str):
        with self.lock:
            self.calls[call] = self.calls.get(call, 0) + 1

    def broken(self, call: str, side: str, error: Exception):
        with self.lock:
            self.violations.append({"call": call, "side": side, "causes": reasons(error)})

    def write(self, path: Path):
        with self.lock:
            path.write_text(json.dumps({"calls": self.calls, "violations": self.violations}, indent=1, sort_keys=True))


def handler(directory: Path, report: Report):
    known = {name: Contract(directory, name) for name in NAMES}

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_):
            """Nothing: the report says it all."""

        def pass_on(self):
            _, port, service, *rest = self.path.split("/", 3)
            target = urlsplit("/" + (rest[0] if rest else ""))
            body = self.rfile.read(int(self.headers.get("content-length", 0)))
            headers = [(key, value) for key, value in self.headers.items() if key.lower() not in HOP_BY_HOP]
            check, call = self.check_of(service, target, headers, body)
            if not self.fits(call, "request", lambda: check and check[0]()):
                return
            try:
                answer = forward(self.command, int(port), self.path[len(port) + 1:], headers, body)
            except (OSError, http.client.HTTPException):
                # What the service did to us, we do to the client.
                self.close_connection = True
                return
            if self.fits(call, "answer", lambda: check and check[1](*answer)):
                report.passed(call)
                self.answer(*answer)

        do_GET = do_POST = do_PUT = do_DELETE = pass_on

        def check_of(self, service, target, headers, body):
            """How to check the request and its answer, and what the call is named; nothing to check for health."""
            if UNCHECKED.match(target.path):
                return None, f"{service} {self.command} {target.path}"
            contract = known[service]
            found = contract.find(self.command, target.path)
            call = f"{service} {self.command} {found[0] if found else target.path}"

            def check_request():
                if not found:
                    raise LookupError("the contract has no such call")
                contract.checker.validate_request(request)

            request = Request(self.command, *(found or (target.path, {})), target.query, headers, body)
            return (
                check_request,
                lambda *answer: contract.checker.validate_response(request, Response(*answer)),
            ), call

        def fits(self, call, side, check) -> bool:
            try:
                check()
                return True
            except Exception as error:  # openapi-core's errors share no class below Exception
                report.broken(call, side, error)
                self.answer(599, [("Content-Type", "text/plain")], f"{side} breaks the contract: {reasons(error)}".encode())
                return False

        def answer(self, status, headers, body):
            self.send_response_only(status)
            for key, value in headers:
                if key.lower() not in HOP_BY_HOP:
                    self.send_header(key, value)
            if status != 204:
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    return Handler


def forward(method: str, port: int, path: str, headers: list, body: bytes):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body=body or None, headers=dict(headers))
        answer = connection.getresponse()
        return answer.status, answer.getheaders(), answer.read()
    finally:
        connection.close()


def main() -> int:
    directory, report_path = Path(sys.argv[1]), Path(sys.argv[2])
    report = Report()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(directory, report))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()
    server.shutdown()
    report.write(report_path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
