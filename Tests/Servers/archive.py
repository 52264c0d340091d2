#!/usr/bin/env python3
"""An archive of ill manners, for what a well-meaning one does not do. On a line each of standard input it takes what it
is to do next, and it ends with it.

    archive.py BODY HEADER

BODY is the encrypted body of one file, HEADER what stands before it. Manners: `good`; `names` (lists files under names
that lead elsewhere); `many N` (lists so many files in pages of 1000); `resets N` (breaks the connection off behind N bytes,
each time); `slow` (a kilobyte in a tenth of a second); `longer` (gives more than it lists); `wrong` (says another checksum); `md5` (gives
no better one); `changes` (another tag each time); `cuts N` (ends a body behind N
bytes); `ignores` (answers ranges with all of it); `requests` prints what was asked and forgets it.
"""
import hashlib, http.server, json, socket, struct, sys, threading, time, urllib.parse

BODY, HEADER = (open(path, "rb").read() for path in sys.argv[1:3])
manners = {"now": "good", "count": 0}
asked: list[str] = []
NAMES = ["/etc/passwd", "../../out.c4gh", "a/../../out", "x\\y", "evil\x1b[2Jname", "-rf", "two.bam", "TWO.bam.c4gh",
         "n" * 300, "good/file.bin.c4gh", "line\nbreak.bin", "twice.bin", "twice.bin"]


class Archive(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def give(self, status, body, kind="application/json", **headers):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def file(self, path):
        return {"fileId": "f" + str(abs(hash(path))), "filePath": path, "size": len(BODY), "decryptedSize": 300_000,
                "checksums": [], "downloadUrl": "/files/f"}

    def do_GET(self):
        asked.append(f"{self.path} {self.headers.get('Range', '-')}")
        parts = [urllib.parse.unquote(part) for part in self.path.split("?")[0].split("/")[1:]]
        now, manners["count"] = manners["now"], manners["count"] + 1
        tag = f'"{manners["count"]}"' if now == "changes" else '"same"'
        if parts == ["datasets"]:
            self.give(200, json.dumps({"datasets": ["D1"]}).encode())
        elif parts[0] == "datasets" and parts[2:] == ["files"]:
            names = NAMES if now == "names" else ["good/file.bin.c4gh"]
            if now.startswith("many"):
                names = [f"part-{number:05}.bin" for number in range(int(now.split()[1]))]
            query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
            start = int(query.get("pageToken", ["0"])[0])
            page = {"files": [self.file(name) for name in names[start:start + 1000]],
                    "nextPageToken": str(start + 1000) if start + 1000 < len(names) else None}
            self.give(200, json.dumps(page).encode())
        elif parts[0] == "objects":
            digest = "00" * 32 if now == "wrong" else hashlib.sha256(BODY).hexdigest()
            weak = {"type": "md5", "checksum": hashlib.md5(BODY).hexdigest()}
            checksum = weak if now == "md5" else {"type": "sha-256", "checksum": digest}
            self.give(200, json.dumps({"checksums": [checksum]}).encode())
        elif parts[0] == "files" and parts[2:] == ["header"]:
            self.give(200, HEADER, "application/octet-stream", SDA_Content_ETag=tag)
        elif parts[0] == "files" and parts[2:] == ["content"]:
            self.content(now, tag)
        else:
            self.give(403, b'{"title":"Forbidden","status":403}', "application/problem+json")

    def content(self, now, tag):
        start = 0
        given = self.headers.get("Range")
        if given and now != "ignores" and self.headers.get("If-Range", tag) == tag:
            start = int(given.removeprefix("bytes=").rstrip("-"))
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(BODY) - 1}/{len(BODY)}")
        self.send_header("ETag", tag)
        body = BODY[start:]
        if now == "longer":
            # Without a length: how long it is shows at its end alone.
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body)
            self.wfile.flush()
            time.sleep(0.3)
            self.wfile.write(b"more")
            self.close_connection = True
            return
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if now == "slow":
            for place in range(0, len(body), 1024):
                self.wfile.write(body[place:place + 1024])
                time.sleep(0.1)
            return
        if now.startswith("resets"):
            self.wfile.write(body[:int(now.split()[1])])
            self.wfile.flush()
            # With nothing left to send the other side reads a reset, not an end.
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
            self.close_connection = True
            return
        if now.startswith("cuts") and not start:
            self.wfile.write(body[:int(now.split()[1])])
            self.close_connection = True
            return
        self.wfile.write(body)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Archive)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(f"http://127.0.0.1:{server.server_address[1]}", flush=True)
for line in sys.stdin:
    if line.strip() == "requests":
        print(json.dumps(asked), flush=True)
        asked.clear()
    else:
        manners["now"] = line.strip()
        print("so be it", flush=True)
