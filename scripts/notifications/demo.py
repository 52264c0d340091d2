#!/usr/bin/env python3
"""Two instances of deploy/notifications behind the gateway, with Redis and a realm that is made here, until ^C.
`make notifications-demo` runs it."""
import contextlib, json, pathlib, shlex, signal, sys, threading

import scene as scenery


def main():
    ended = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: ended.set())
    # A program with threads that starts this one may have blocked them.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, signal.SIGTERM})
    with contextlib.closing(scenery.Scene()) as scene:
        print(words(scene), flush=True)
        ended.wait()
    print("The gateway, both instances and Redis have ended.", flush=True)


def written(scene, name, text):
    file = scene.directory / name
    file.touch(0o600)
    file.write_text(text + "\n")
    return file


def words(scene):
    rems, authority = scene.rems(), scene.authority.certificate
    secret = written(scene, "secret-header", f"X-Notifications-Secret: {scenery.SECRET}")
    event = written(scene, "event.json", json.dumps(rems.event(17, "ada", ["grace"])))
    tokens = {user: written(scene, f"token-of-{user}", scene.token(user, 86_400)) for user in ("ada", "eve")}
    listen = [sys.executable, pathlib.Path(__file__).with_name("listen.py"), scene.address, authority]
    curl = ["curl", "--cacert", authority]
    send = [*curl, "-X", "PUT", "-H", f"@{secret}", "-H", "Content-Type: application/json", "--data-binary", f"@{event}",
            rems.target]
    poll = [*curl, f"{scene.address}/notifications/socket.io/?EIO=4&transport=polling"]
    instances = ", ".join(f"{each.address} (process {each.process.pid})" for each in scene.instances)

    def line(*parts):
        return shlex.join(map(str, parts))
    return f"""
The gateway listens at {scene.address} (process {scene.gateway.process.pid})
before two instances: {instances}.
Socket.IO is at {scene.address}/notifications/socket.io/ and wants {{"token": …}} to connect.

Listen as ada, who hears of request 17:
    {line(*listen, tokens["ada"])}
Listen as eve, who does not:
    {line(*listen, tokens["eve"])}
Tell it as REMS does (the same event is told once; change its "event/id" for another):
    {line(*send)}
See the protocol:
    {line(*poll)}
What the instances write:
    {line("tail", "-f", *(each.log for each in scene.instances))}

End one instance (kill -9 and its process): who listened there goes on at the other. ^C ends everything.
"""


if __name__ == "__main__":
    main()
