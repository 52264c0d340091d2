"""Runs the lines that `portal data how` prints for other programs, as they are printed, against a small service.

    lines.py PORTAL PORTAL-DEMO BUILD

BUILD is the folder that samtools and OpenSSH's SFTP server are unpacked in (scripts/unpack-servers.sh) and that the
programs of PyPI lie in (scripts/contract-tools.sh). A line is right when its program takes it, what arrives is what was
meant, and the token is in a header and in nobody's arguments. What is not at hand is named and left out.

Only what is in capitals is put in, as a person does it. What no line says is said by the programs' own settings: that a
token may go over loopback without encryption, where the EGA is, and by what an SFTP server is reached.
"""

import base64
import http.server
import json
import os
import re
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

DATASET = "EGAD00001000001"
#: By their kinds of ids: pyega3 takes each another way.
FILE = "EGAF00001000001"
TOKEN = "a-token-for-the-lines"
PASSWORD = "a-password-for-the-lines"
CONTENT = b"reads of a made-up person\n" * 400
SAM = "@HD\tVN:1.6\tSO:coordinate\n@SQ\tSN:chr22\tLN:1000\nr1\t0\tchr22\t1\t60\t4M\t*\t0\t0\tACGT\tIIII\n"


class Services(http.server.BaseHTTPRequestHandler):
    """An htsget server and the EGA's API, as far as the lines ask them."""

    protocol_version = "HTTP/1.1"
    #: (method, path, Authorization, body)
    asked: list[tuple[str, str, str, str]] = []
    reads = b""

    def log_message(self, *_):
        pass

    def give(self, status: int, body: bytes, kind: str = "application/json") -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        self.asked.append(("POST", self.path, self.headers.get("Authorization", ""), body))
        answers = {"/token": {"access_token": TOKEN}, "/userinfo": {"sub": "ada"}, "/stats": {}}
        self.give(200, json.dumps(answers.get(self.path, {})).encode())

    def do_GET(self):
        authorization = self.headers.get("Authorization", "")
        self.asked.append(("GET", self.path, authorization, ""))
        path = self.path.split("?")[0]
        here = f"http://127.0.0.1:{self.server.server_address[1]}"
        if path == "/block":
            return self.give(200, self.reads[8:], "application/octet-stream")
        if authorization != f"Bearer {TOKEN}":
            return self.give(401, b"{}")
        head = base64.b64encode(self.reads[:8]).decode()
        file = {"fileId": FILE, "displayFileName": "sample.bam.cip", "fileName": "sample.bam.cip", "fileStatus": "available",
                "fileSize": len(CONTENT) + 16, "plainChecksum": "none"}
        answers = {
            f"/reads/{DATASET}": {"htsget": {"format": "BAM", "urls": [
                {"url": f"data:application/octet-stream;base64,{head}"}, {"url": f"{here}/block"}]}},
            "/metadata/datasets": [{"datasetId": DATASET}],
            f"/metadata/datasets/{DATASET}/files": [file],
            f"/metadata/files/{FILE}": file,
        }
        if path == f"/files/{FILE}":
            start, end = map(int, re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers["Range"]).groups())
            self.give(206, CONTENT[start:end + 1], "application/octet-stream")
        elif path in answers:
            kind = "application/vnd.ga4gh.htsget.v1.3.0+json" if path.startswith("/reads/") else "application/json"
            self.give(200, json.dumps(answers[path]).encode(), kind)
        else:
            self.give(404, b"{}")


class Desk:
    """Somebody at a shell, with a folder of their own, the programs on the path and nothing else of this machine's."""

    def __init__(self, home: Path, build: Path, port: int):
        self.home, self.build, self.port = home, build, port
        self.programs = home / "programs"
        self.programs.mkdir()
        self.failures: list[str] = []
        self.skipped: list[str] = []
        self.environment = {
            "HOME": str(home), "LC_ALL": "C.UTF-8", "PATH": f"{self.programs}:/usr/bin:/bin",
            # A test's service has no certificate: htslib then wants to be told that loopback is meant.
            "HTS_ALLOW_UNENCRYPTED_AUTHORIZATION_HEADER": "I understand the risks",
            # pyega3 asks a service in the net for the machine's address; nobody is asked here.
            "HTTPS_PROXY": "http://127.0.0.1:9",
        }
        (home / "TOKEN-FILE").write_text(TOKEN + "\n")
        (home / "TOKEN-FILE").chmod(0o600)
        (home / "credentials.json").write_text(json.dumps({"username": "ada", "password": PASSWORD}))
        self.program("portal", Path(sys.argv[1]).resolve())

    def program(self, name: str, path: str | Path, *arguments: str, **variables: str) -> None:
        """Puts a program on the path that notes its arguments and goes on as it is."""
        settings = "".join(f"export {name}='{value}'\n" for name, value in variables.items())
        words = " ".join(f"'{word}'" for word in (str(path), *arguments))
        (self.programs / name).write_text(
            f"#!/bin/sh\nprintf '%s\\n' \"$0\" \"$@\" >> '{self.home}/arguments'\n{settings}exec {words} \"$@\"\n")
        (self.programs / name).chmod(0o755)

    def run(self, line: str, given: str = "") -> subprocess.CompletedProcess:
        Services.asked.clear()
        return subprocess.run(
            ["sh", "-c", line], cwd=self.home, env=self.environment, input=given, text=True, capture_output=True,
            timeout=60, check=False)

    def check(self, line: str, holds: bool, run: subprocess.CompletedProcess, meant: str) -> None:
        secrets = [word for word in (TOKEN, PASSWORD) if word in line or word in self.arguments]
        if holds and run.returncode == 0 and not secrets:
            print(f"  right: {line}")
            return
        self.failures.append(line)
        print(f"  WRONG: {line}\n    wanted: {meant}\n    ended with {run.returncode}; asked: {Services.asked}")
        print(f"    secrets among arguments: {secrets}\n    {run.stderr[-600:]}")

    @property
    def arguments(self) -> str:
        file = self.home / "arguments"
        return file.read_text() if file.exists() else ""

    def has(self, program: str, why: str) -> bool:
        if (self.programs / program).exists():
            return True
        self.skipped.append(why)
        return False


def equip(desk: Desk) -> None:
    """Puts those programs on the path that are at hand."""
    samtools = desk.build / "samtools/usr/bin/samtools"
    if samtools.exists():
        folders = {str(file.parent) for file in (desk.build / "samtools").rglob("lib*.so*")}
        # What speaks HTTP is a part that it loads.
        plugins = {str(file.parent) for file in (desk.build / "samtools").rglob("hfile_*.so")}
        desk.program("samtools", samtools, LD_LIBRARY_PATH=":".join(sorted(folders)), HTS_PATH=":".join(plugins))
        (desk.home / "made.sam").write_text(SAM)
        made = desk.run("samtools view -b -o made.bam made.sam")
        assert made.returncode == 0, made.stderr
        Services.reads = (desk.home / "made.bam").read_bytes()
    venv = desk.build / "lines-venv/bin"
    if (venv / "pyega3").exists():
        desk.program("python3", venv / "python3")
        here = f"http://127.0.0.1:{desk.port}"
        (desk.home / "ega.json").write_text(json.dumps({
            "url_auth": f"{here}/token", "url_api": here, "url_api_ticket": here, "url_api_metadata": f"{here}/metadata",
            "url_api_stats": f"{here}/stats", "client_secret": "none", "api_version": 2}))
        desk.program("pyega3", venv / "pyega3", "-sf", str(desk.home / "ega.json"))
    server = desk.build / "openssh-sftp-server/usr/lib/openssh/sftp-server"
    if server.exists() and Path("/usr/bin/sftp").exists():
        # What sftp starts in the place of ssh: it notes by what it was asked for, and is the server at once.
        desk.program("connection", "/bin/sh", "-c", f'cd "{desk.home}"; exec "{server}"')
        desk.program("sftp", "/usr/bin/sftp", "-S", str(desk.programs / "connection"))


def judge(desk: Desk, line: str) -> None:
    """Runs one line, and looks at what arrived."""
    program = re.sub(r"^[A-Z_]+=\S+ |^mkdir -p \S+ && ", "", line).split()[0]
    bearer = f"Bearer {TOKEN}"
    tickets = lambda: [ask for ask in Services.asked if ask[1].startswith(f"/reads/{DATASET}") and ask[2] == bearer]
    blocks = lambda: [ask for ask in Services.asked if ask[1] == "/block"]
    if program in ("samtools", "python3"):
        if not desk.has(program, program) or not Services.reads:
            return
        (desk.home / "reads.bam").unlink(missing_ok=True)
        run = desk.run(line)
        # The sign-in goes to the ticket's address and never to that of a block.
        fits = bool(tickets()) and bool(blocks()) and not any(block[2] for block in blocks())
        counted = desk.run("samtools view -c reads.bam").stdout.strip()
        desk.check(line, fits and counted == "1", run, "a ticket asked for with the token, its block without, one read")
    elif program == "pyega3":
        if not desk.has(program, program):
            return
        run = desk.run(line)
        asked = [ask[1].split("?")[0] for ask in Services.asked if ask[0] == "GET" and ask[2] == bearer]
        if " fetch " in line:
            got = list((desk.home / "got").rglob("sample.bam"))
            fits = f"/files/{FILE}" in asked and len(got) == 1 and got[0].read_bytes() == CONTENT
            for path in got:
                path.unlink()
        elif " files " in line:
            fits = f"/metadata/datasets/{DATASET}/files" in asked and FILE in run.stdout + run.stderr
        else:
            fits = "/metadata/datasets" in asked
        desk.check(line, fits, run, "the EGA's API asked with a token that came of the credentials' file")
    elif program == "sftp":
        if not desk.has(program, program):
            return
        run = desk.run(line, "ls\n")
        fits = "outbox.example" in desk.arguments.splitlines() and "made-for-you.c4gh" in run.stdout
        desk.check(line, fits, run, "the outbox's host, and what lies there")
    elif program == "sda-cli":
        desk.skipped.append("sda-cli (a program in Go that no package has)")
    elif program == "portal":
        run = desk.run(line)
        # It is signed in to nothing here; what is looked at is that its own line is one that it takes.
        print(f"  right: {line}" if run.returncode != 64 and "Usage:" not in run.stderr else f"  WRONG: {line}")
        if run.returncode == 64 or "Usage:" in run.stderr:
            desk.failures.append(line)
    else:
        desk.failures.append(line)
        print(f"  UNKNOWN: {line}")


def lines(desk: Desk, dataset: str) -> list[str]:
    run = desk.run(f"portal data how {dataset} --to got --json")
    assert run.returncode == 0, run.stderr
    return [line for record in map(json.loads, run.stdout.splitlines()) for line in record["commands"]]


def main() -> int:
    demo, build = sys.argv[2], Path(sys.argv[3]).resolve()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Services)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    port = server.server_address[1]
    with tempfile.TemporaryDirectory() as folder, subprocess.Popen(
        [demo, "serve", "--end-with-stdin"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as portal:
        listening = json.loads(portal.stdout.readline())
        desk = Desk(Path(folder), build, port)
        (desk.home / "made-for-you.c4gh").write_bytes(b"")
        profile = desk.home / ".config/portal/config.yaml"
        profile.parent.mkdir(parents=True)
        profile.write_text(
            f"default: lines\nprofiles:\n  lines:\n    discovery: {listening['discovery']}\n"
            f"    access: {listening['access']}\n    data:\n      sda: http://127.0.0.1:{port}/sda\n"
            f"      htsget: http://127.0.0.1:{port}\n      sftp: outbox.example\n")
        equip(desk)
        print("The lines of `portal data how`, run as they are printed:")
        for dataset in (DATASET, "EGAS00001000775", FILE):
            for line in lines(desk, dataset):
                # What a person puts in: the dataset's id, where a study's line asks for one.
                if dataset == DATASET or "pyega3" in line:
                    judge(desk, line.replace(" DATASET", f" {DATASET}"))
        portal.stdin.close()
    server.shutdown()
    for name in sorted(set(desk.skipped)):
        print(f'Test "the lines for {name.split()[0]}" skipped: "{name} is not at hand"')
    if desk.failures:
        print(f"Lines that do not hold: {len(desk.failures)}.", file=sys.stderr)
    return 1 if desk.failures else 0


if __name__ == "__main__":
    sys.exit(main())
