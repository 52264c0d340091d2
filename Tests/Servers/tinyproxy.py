#!/usr/bin/env python3
"""Runs a tinyproxy on a free port of loopback for as long as standard input is open.

    tinyproxy.py PROGRAM

Prints the proxy's address when it takes connections. Answers every line of standard input with the targets that it
was asked for since (`CONNECT host:port`), as one JSON list in one line.
"""
import json
import pathlib
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time

# Who runs tests may block signals, and what is started here has to be ended by one.
signal.pthread_sigmask(signal.SIG_SETMASK, [])
with socket.socket() as probe:
    probe.bind(("127.0.0.1", 0))
    port = probe.getsockname()[1]

with tempfile.TemporaryDirectory() as folder:
    log = pathlib.Path(folder, "log")
    settings = pathlib.Path(folder, "tinyproxy.conf")
    # Without ConnectPort it connects to any.
    settings.write_text(
        f'Port {port}\nListen 127.0.0.1\nTimeout 30\nAllow 127.0.0.1\nLogFile "{log}"\nLogLevel Connect\n')
    proxy = subprocess.Popen([sys.argv[1], "-d", "-c", str(settings)], stdout=subprocess.DEVNULL)
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                if proxy.poll() is not None:
                    sys.exit("tinyproxy ended before it listened")
                time.sleep(0.02)
        print(f"http://127.0.0.1:{port}", flush=True)
        for _ in sys.stdin:
            print(json.dumps(re.findall(r"Request \(file descriptor \d+\): CONNECT (\S+)", log.read_text())), flush=True)
    finally:
        proxy.terminate()
        proxy.wait()
