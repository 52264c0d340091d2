#!/usr/bin/env python3
"""Runs nginx as an archive that hands out one file slowly, for as long as standard input is open: what judges ranges
and conditions is a server that nobody here wrote.

    nginx.py PROGRAM BODY HEADER

BODY is the encrypted body of `reads/one.bin.c4gh` of the dataset D1, HEADER what stands before it. Prints the archive's
address, and answers every line of standard input with how the body was asked for and answered, as one JSON list of
`RANGE STATUS BYTES` in one line.
"""
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

signal.pthread_sigmask(signal.SIG_SETMASK, [])
with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]

with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    # Who is root runs it as somebody else.
    folder.chmod(0o755)
    root = folder / "root"
    (root / "datasets/D1").mkdir(parents=True)
    (root / "files/f1").mkdir(parents=True)
    content = root / "files/f1/content"
    shutil.copyfile(sys.argv[2], content)
    shutil.copyfile(sys.argv[3], root / "files/f1/header")
    status = content.stat()
    file = {"fileId": "f1", "filePath": "reads/one.bin.c4gh", "size": status.st_size, "checksums": []}
    (root / "datasets/D1/files").write_text(json.dumps({"files": [file]}))
    for path in [root, *root.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
    tag = f'"{int(status.st_mtime):x}-{status.st_size:x}"'
    (folder / "nginx.conf").write_text(f"""
        daemon off; master_process off; pid {folder}/pid; error_log {folder}/errors;
        events {{}}
        http {{
            log_format asked '$http_range $status $body_bytes_sent';
            access_log off; default_type application/octet-stream;
            client_body_temp_path {folder}/a; proxy_temp_path {folder}/b; fastcgi_temp_path {folder}/c;
            uwsgi_temp_path {folder}/d; scgi_temp_path {folder}/e;
            server {{
                listen 127.0.0.1:{port}; root {root};
                location /datasets {{ default_type application/json; }}
                location /files {{ access_log {folder}/asked asked; limit_rate 100k; }}
                location = /files/f1/header {{ add_header SDA-Content-ETag '{tag}'; }}
            }}
        }}
        """)
    libraries = ":".join({str(path.parent) for path in pathlib.Path(sys.argv[1]).parents[2].rglob("*.so*")})
    server = subprocess.Popen(
        [sys.argv[1], "-p", name, "-c", str(folder / "nginx.conf"), "-e", str(folder / "errors")],
        env={**os.environ, "LD_LIBRARY_PATH": libraries})
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                if server.poll() is not None:
                    sys.exit("nginx ended before it listened")
                time.sleep(0.02)
        print(f"http://127.0.0.1:{port}", flush=True)
        for _ in sys.stdin:
            print(json.dumps((folder / "asked").read_text().splitlines()), flush=True)
    finally:
        server.terminate()
        server.wait()
