#!/usr/bin/env python3
"""A server of Socket.IO that nobody here wrote (python-socketio under uvicorn, or aiohttp's engine), for the tests of the
client.

    socketio-server.py [--port N] [--polling] [--page] [--engine aiohttp] [--interval SECONDS] [--timeout SECONDS]
                       [--certificate FILE --key FILE]

With --polling it takes no WebSocket; with --page something in front of it answers that with a page and 502. It prints a
line of JSON when it listens, does what its input says, a line each, and ends with its input:

    tell NAME JSON         an event to all who are connected     dismiss      ends all connections of Socket.IO
    twice NAME JSON        the same twice, at once               refuse CODE  from now on tokens are refused; - takes them
    room NAME JSON         an event in the namespace /room       count        prints how many are connected
    bytes NAME HEX         an event with bytes                   tokens       prints the tokens that came so far
    ask NAME JSON          an event whose answer is printed
    later SECONDS NAME     an event after a while                ways         prints by what they are connected
"""
import argparse, asyncio, json, sys

import socketio

parser = argparse.ArgumentParser()
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--polling", action="store_true")
parser.add_argument("--page", action="store_true")
parser.add_argument("--certificate")
parser.add_argument("--key")
parser.add_argument("--engine", choices=["asgi", "aiohttp"], default="asgi")
parser.add_argument("--interval", type=float, default=25)
parser.add_argument("--timeout", type=float, default=20)
choices = parser.parse_args()

server = socketio.AsyncServer(
    async_mode=choices.engine, ping_interval=choices.interval, ping_timeout=choices.timeout, namespaces=["/", "/room"],
    **({"transports": ["polling"]} if choices.polling else {}))
state = {"refusal": None, "tokens": []}


@server.on("connect", namespace="*")
async def connect(namespace, sid, environ, auth=None):
    token = auth.get("token") if isinstance(auth, dict) else None
    state["tokens"].append(token)
    if state["refusal"] or token in (None, "bad"):
        raise socketio.exceptions.ConnectionRefusedError("The token is not taken.", {"code": state["refusal"] or "expired"})


@server.on("echo", namespace="*")
async def echo(namespace, sid, *values):
    return values


@server.on("quiet")
async def quiet(sid, *values):
    await asyncio.sleep(3600)


def say(value):
    print(json.dumps(value), flush=True)


def people(namespace="/"):
    return [sid for sid, _ in server.manager.get_participants(namespace, None)]


async def carry_out(line):
    word, _, rest = line.strip().partition(" ")
    name, _, text = rest.partition(" ")
    if word in ("tell", "twice"):
        for _ in range(2 if word == "twice" else 1):
            await server.emit(name, json.loads(text))
        say("done")
    elif word == "room":
        await server.emit(name, json.loads(text), namespace="/room")
        say("done")
    elif word == "bytes":
        await server.emit(name, bytes.fromhex(text))
        say("done")
    elif word == "dismiss":
        for sid in people():
            await server.disconnect(sid)
        say("done")
    elif word == "ask":
        say(await server.call(name, json.loads(text), to=people()[0], timeout=10))
    elif word == "later":
        await asyncio.sleep(float(name))
        await server.emit(text)
        say("done")
    elif word == "tokens":
        say(state["tokens"])
    elif word == "ways":
        say([server.eio.transport(server.manager.eio_sid_from_sid(sid, "/")) for sid in people()])
    elif word == "count":
        say(len(people()))
    elif word == "refuse":
        state["refusal"] = None if rest == "-" else rest
        say("done")


async def commands():
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        await carry_out(line.decode())


async def under_uvicorn():
    import uvicorn
    app = socketio.ASGIApp(server, socketio_path="/notifications/socket.io")

    async def with_page(scope, receive, send):
        if choices.page and scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.http.response.start", "status": 502, "headers": [(b"content-type", b"text/html")]})
            await send({"type": "websocket.http.response.body", "body": b"<html><h1>502 Bad Gateway</h1></html>"})
        else:
            await app(scope, receive, send)
    serving = uvicorn.Server(uvicorn.Config(
        with_page, host="127.0.0.1", port=choices.port, log_level="critical", timeout_graceful_shutdown=1,
        ssl_certfile=choices.certificate, ssl_keyfile=choices.key))
    task = asyncio.create_task(serving.serve())
    while not serving.started:
        await asyncio.sleep(0.01)
    say({"port": serving.servers[0].sockets[0].getsockname()[1]})
    await commands()
    serving.should_exit = True
    await task


async def under_aiohttp():
    from aiohttp import web
    app = web.Application()
    server.attach(app, socketio_path="/notifications/socket.io")
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", choices.port)
    await site.start()
    say({"port": site._server.sockets[0].getsockname()[1]})
    await commands()


asyncio.run(under_uvicorn() if choices.engine == "asgi" else under_aiohttp())
