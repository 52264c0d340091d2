#!/usr/bin/env python3
"""A server of server-sent events that nobody here wrote (sse-starlette under uvicorn), for the tests of the client.

    sse-server.py [--port N] [--raw]

With --raw nothing of sse-starlette is between the tests and the wire. It prints a line of JSON when it listens, does what its
input says, a line each, and ends with its input:

    tell [ID]       an event to all who are connected        refuse STATUS   from now on this is answered; - listens
    comment         a comment, which is none                 page            from now on a page is answered
    retry MS        how long is to be waited                 tokens          prints the tokens that came so far
    dismiss         ends all streams in order                ids             prints the Last-Event-ID of each connection
    raw HEX         with --raw: these bytes                  count           prints how many are connected
    slowly HEX      with --raw: one by one
"""
import argparse, asyncio, json, sys

import uvicorn
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

parser = argparse.ArgumentParser()
parser.add_argument("--port", type=int, default=0)
parser.add_argument("--raw", action="store_true")
choices = parser.parse_args()
state = {"refusal": None, "tokens": [], "ids": [], "queues": []}


async def events(request):
    token = request.headers.get("authorization", "").removeprefix("Bearer ")
    state["tokens"].append(token)
    state["ids"].append(request.headers.get("last-event-id"))
    if state["refusal"] == "page":
        return HTMLResponse("<html><h1>Sign in to this network</h1></html>")
    if state["refusal"] or token == "bad":
        return Response(status_code=int(state["refusal"] or 401))
    queue = asyncio.Queue()
    state["queues"].append(queue)

    async def told():
        try:
            while (item := await queue.get()) is not None:
                yield item
        finally:
            state["queues"].remove(queue)
    if choices.raw:
        return StreamingResponse(told(), media_type="text/event-stream")
    return EventSourceResponse(told(), ping=3600)


def say(value):
    print(json.dumps(value), flush=True)


async def carry_out(line):
    word, _, rest = line.strip().partition(" ")
    if word in ("tokens", "ids"):
        return say(state[word])
    if word == "count":
        return say(len(state["queues"]))
    if word in ("refuse", "page"):
        state["refusal"] = {"refuse": None if rest == "-" else rest, "page": "page"}[word]
        return say("done")
    for queue in list(state["queues"]):
        if word == "tell":
            queue.put_nowait(ServerSentEvent(data='{"applicationId": 17}', event="application-changed", id=rest or None))
        elif word == "comment":
            queue.put_nowait(ServerSentEvent(comment="still here"))
        elif word == "retry":
            queue.put_nowait(ServerSentEvent(data="x", retry=int(rest)))
        elif word == "dismiss":
            queue.put_nowait(None)
        elif word == "raw":
            queue.put_nowait(bytes.fromhex(rest))
        elif word == "slowly":
            for byte in bytes.fromhex(rest):
                queue.put_nowait(bytes([byte]))
                await asyncio.sleep(0.005)
    say("done")


async def main():
    app = Starlette(routes=[Route("/events", events)])
    serving = uvicorn.Server(uvicorn.Config(
        app, host="127.0.0.1", port=choices.port, log_level="critical", timeout_graceful_shutdown=1))
    task = asyncio.create_task(serving.serve())
    while not serving.started:
        await asyncio.sleep(0.01)
    say({"port": serving.servers[0].sockets[0].getsockname()[1]})
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    while line := await reader.readline():
        await carry_out(line.decode())
    serving.should_exit = True
    await task


asyncio.run(main())
