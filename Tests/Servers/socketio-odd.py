#!/usr/bin/env python3
"""A server of WebSocket and HTTP that speaks Socket.IO badly, for the tests of the client.

    socketio-odd.py MODE [TEXT]

says     TEXT is all that it says, to whoever connects by WebSocket or polls; each ␞ in it parts messages
large    2,000,000 bytes in one message, and in the body of a poll
page     a page of HTML with the status 502, whatever is asked for
silent   takes connections and says nothing

Prints a line of JSON when it listens on loopback, and ends with its standard input.
"""
import asyncio, json, os, sys

from websockets.asyncio.server import serve
from websockets.datastructures import Headers
from websockets.http11 import Response

mode, words = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""


def answer(status, kind, body):
    body = body.encode()
    return Response(status, "", Headers({"Content-Type": kind, "Content-Length": str(len(body)), "Connection": "close"}), body)


def process(connection, request):
    if mode == "page":
        return answer(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>")
    if "transport=polling" in request.path:
        return answer(200, "text/plain", "4" + "x" * 2_000_000 if mode == "large" else words.replace("␞", "\x1e"))


async def talk(connection):
    for text in ["4" + "x" * 2_000_000] if mode == "large" else words.split("␞"):
        await connection.send(text)
    await connection.wait_closed()


async def main():
    reader = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(lambda: asyncio.StreamReaderProtocol(reader), sys.stdin)
    if mode == "silent":
        server = await asyncio.start_server(lambda reader, writer: asyncio.sleep(3600), "127.0.0.1", 0)
    else:
        server = await serve(talk, "127.0.0.1", 0, process_request=process)
    print(json.dumps({"port": server.sockets[0].getsockname()[1]}), flush=True)
    await reader.read()


# What is still connected is let go with the process.
asyncio.new_event_loop().run_until_complete(main())
os._exit(0)
