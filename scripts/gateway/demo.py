#!/usr/bin/env python3
"""The gateway of deploy/gateway before two demo portals that share a database, until ^C. `make gateway-demo` runs it.

    demo.py PORTAL-DEMO
"""
import pathlib, shlex, signal, sys, threading

import stage


def main():
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    # A program with threads that starts this one may have blocked them.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    program = pathlib.Path(sys.argv[1]).resolve()
    scene = stage.Stage(program)
    try:
        stage.eventually("The way through the gateway", scene.gateway.is_up)
        print(words(scene), flush=True)
        ended.wait()
    finally:
        scene.stop()
        print("The gateway and both portals have ended.", flush=True)


def words(scene):
    address = f"https://127.0.0.1:{scene.gateway.port}"
    token = scene.directory / "token"
    token.write_text(scene.realm.token({"exp": 4102444800}))
    scene.allow(token.read_text())
    instances = ", ".join(f"{portal.address} (process {portal.process.pid})" for portal in scene.portals)
    client = shlex.join([
        "portal", "--discovery", address + "/discovery", "--access", address + "/daam",
        "--ca-file", str(scene.authority.certificate)])
    return f"""
The gateway listens at {address} (process {scene.gateway.process.pid})
before two portals that share a database: {instances}.

Browse:            {client}
Ask for access:    PORTAL_TOKEN="$(cat {token})" \\
                   {client}
Metrics:           curl http://127.0.0.1:{scene.gateway.metrics_port}/metrics
Its log:           tail -f {scene.gateway.log}

End one portal (kill -9 and its process) and go on working: the other one answers. ^C ends everything.
"""


if __name__ == "__main__":
    main()
