#!/usr/bin/env python3
"""An archive that nobody here wrote, as far as one can be had: nginx hands out the bodies and asks the issuer of the
person's token about it (auth_request, its user-info endpoint), and PyPI's crypt4gh has encrypted the files and encrypts
each header anew for the key of the call. Version 2 of the Sensitive Data Archive's download service.

    guarded-archive.py NGINX ISSUER [RATE]

To be run by a python3 that has crypt4gh. ISSUER is an OpenID Connect issuer's address, or `none`, where every token is
taken. RATE is nginx's limit for a body, such as `100k`. Prints where it listens. On a line each of standard input:

    file PATH SOURCE     the archive has the file SOURCE of this machine under PATH, in every dataset
    asked                the requests for bodies, as one JSON list of `PATH RANGE STATUS BYTES TOKEN`, where TOKEN tells
                         tokens apart and none
    gone / back          nginx is stopped at once, with whatever is under way / started again
    say STATUS JSON      what lists are answered with from now on; `say 200` takes it back
    deny PATH            its header is given to nobody from now on
    spoil PATH PLACE     one byte of the body is another one
    cut PATH SIZE        the body ends there, and the list says so too
    recipient FILE       headers are made for this public key, whoever asks
"""
import base64, hashlib, http.client, http.server, io, json, os, pathlib, shutil, signal, socket, subprocess, sys, tempfile
import threading, time, urllib.parse

from crypt4gh import header, lib, sodium
from crypt4gh.keys import get_public_key

signal.pthread_sigmask(signal.SIG_SETMASK, [])
nginx, issuer, rate = (sys.argv[1:] + ["0"])[:3]
secret = os.urandom(32)
public = sodium.derive_pk(secret)
files: dict[str, dict] = {}
denied: set[str] = set()
says: dict = {"status": 200, "body": b"", "recipient": None}


class Backend(http.server.BaseHTTPRequestHandler):
    """What is no file: lists, and headers for a key."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def give(self, status, body, kind="application/json", **more):
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **more}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        parts = [urllib.parse.unquote(part) for part in self.path.split("?")[0].split("/")[1:]]
        if says["status"] != 200 and parts[0] in ("datasets", "objects"):
            return self.give(says["status"], says["body"], "application/problem+json")
        if parts[0] == "datasets" and parts[2:] == ["files"]:
            listed = [{key: value for key, value in file.items() if key not in ("header", "digest")} for file in files.values()]
            return self.give(200, json.dumps({"files": listed, "nextPageToken": None}).encode())
        if parts[0] == "objects":
            file = files.get("/".join(parts[2:]))
            if file:
                return self.give(200, json.dumps({"checksums": [{"type": "sha-256", "checksum": file["digest"]}]}).encode())
        if parts[0] == "files" and parts[2:] == ["header"]:
            path, file = next(((path, file) for path, file in files.items() if file["fileId"] == parts[1]), (None, None))
            if file and path not in denied:
                reader = says["recipient"] or base64.b64decode(self.headers["X-C4GH-Public-Key"])
                packets = header.reencrypt(list(header.parse(io.BytesIO(file["header"]))), [(0, secret, None)],
                                           [(0, secret, reader)])
                tag = content_tag(parts[1])
                return self.give(200, header.serialize(packets), "application/octet-stream", SDA_Content_ETag=tag)
        self.give(403, b'{"title":"Forbidden","status":403,"detail":"access denied"}', "application/problem+json")


def content_tag(number):
    """As nginx makes it."""
    status = (root / f"files/{number}/content").stat()
    return f'"{int(status.st_mtime):x}-{status.st_size:x}"'


def add(path, source):
    plain = pathlib.Path(source).read_bytes()
    sealed = io.BytesIO()
    lib.encrypt([(0, secret, public)], io.BytesIO(plain), sealed)
    whole = sealed.getvalue()
    stream = io.BytesIO(whole)
    list(header.parse(stream))
    size = stream.tell()
    number = f"f{len(files) + 1}"
    content = root / f"files/{number}/content"
    content.parent.mkdir(parents=True)
    content.write_bytes(whole[size:])
    content.parent.chmod(0o755)
    content.chmod(0o644)
    files[path] = {
        "fileId": number, "filePath": path, "size": len(whole) - size, "decryptedSize": len(plain),
        "checksums": [{"type": "sha256", "checksum": hashlib.sha256(plain).hexdigest()}], "header": whole[:size],
        "digest": hashlib.sha256(whole[size:]).hexdigest()}


def body(path):
    return root / f"files/{files[path]['fileId']}/content"


def spoil(path, place):
    with body(path).open("r+b") as file:
        file.seek(int(place))
        byte = file.read(1)
        file.seek(int(place))
        file.write(bytes([byte[0] ^ 1]))
    files[path]["digest"] = hashlib.sha256(body(path).read_bytes()).hexdigest()


def cut(path, size):
    os.truncate(body(path), int(size))
    files[path].update(size=int(size), digest=hashlib.sha256(body(path).read_bytes()).hexdigest())


def userinfo():
    """Where the issuer is asked about a token."""
    document = urllib.parse.urlsplit(issuer + "/.well-known/openid-configuration")
    connection = http.client.HTTPConnection(document.hostname, document.port, timeout=20)
    connection.request("GET", document.path)
    return json.loads(connection.getresponse().read())["userinfo_endpoint"]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start():
    process = subprocess.Popen(
        [nginx, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "errors")],
        env={**os.environ, "LD_LIBRARY_PATH": libraries})
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return process
        except OSError:
            if process.poll() is not None:
                sys.exit("nginx ended before it listened")
            time.sleep(0.02)


def asked():
    log = folder / "asked"
    lines = [line.split(" ", 4) for line in log.read_text().splitlines()] if log.exists() else []
    return [" ".join([*words[:4], hashlib.sha256(words[4].encode()).hexdigest()[:8]]) for words in lines]


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    # Who is root runs nginx as somebody else.
    folder.chmod(0o755)
    root = folder / "root"
    root.mkdir()
    root.chmod(0o755)
    (root / "files").mkdir()
    (root / "files").chmod(0o755)
    backend = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Backend)
    threading.Thread(target=backend.serve_forever, daemon=True).start()
    behind, port = f"http://127.0.0.1:{backend.server_address[1]}", free_port()
    guard = "" if issuer == "none" else "auth_request /who;"
    who = "" if issuer == "none" else f"""
                location = /who {{
                    internal; proxy_pass {userinfo()}; proxy_pass_request_body off; proxy_set_header Content-Length "";
                }}"""
    (folder / "nginx.conf").write_text(f"""
        daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors;
        events {{}}
        http {{
            log_format asked '$uri "$http_range" $status $body_bytes_sent $http_authorization';
            access_log off; default_type application/octet-stream;
            client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
            uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
            server {{
                listen 127.0.0.1:{port}; root {root};{who}
                location / {{ {guard} proxy_pass {behind}; }}
                location ~ ^/files/[^/]+/content$ {{ {guard} access_log {folder}/asked asked; limit_rate {rate}; }}
            }}
        }}
        """)
    libraries = ":".join({str(path.parent) for path in pathlib.Path(nginx).parents[2].rglob("*.so*")})
    server = start()
    print(f"http://127.0.0.1:{port}", flush=True)
    try:
        for line in sys.stdin:
            word, _, rest = line.strip().partition(" ")
            answer: object = "so be it"
            if word == "file":
                add(*rest.split(" ", 1))
            elif word == "asked":
                answer = json.dumps(asked())
            elif word == "gone":
                server.kill()
                server.wait()
            elif word == "back":
                server = start()
            elif word == "say":
                status, _, text = rest.partition(" ")
                says.update(status=int(status), body=text.encode())
            elif word == "deny":
                denied.add(rest)
            elif word == "spoil":
                spoil(*rest.rsplit(" ", 1))
            elif word == "cut":
                cut(*rest.rsplit(" ", 1))
            elif word == "recipient":
                says["recipient"] = get_public_key(rest)
            print(answer, flush=True)
    finally:
        server.terminate()
        server.wait()
