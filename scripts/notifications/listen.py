#!/usr/bin/env python3
"""Prints what one person is told, until ^C: python-socketio's own client, to look at the notifications.

    listen.py ADDRESS AUTHORITY TOKEN-FILE
"""
import asyncio, contextlib, json, pathlib, ssl, sys

import aiohttp, socketio


async def main():
    address, authority, token = sys.argv[1:]
    trust = aiohttp.TCPConnector(ssl=ssl.create_default_context(cafile=authority))
    async with aiohttp.ClientSession(connector=trust) as session:
        client = socketio.AsyncClient(http_session=session)
        client.on("connect", lambda: print("connected", flush=True))
        client.on("disconnect", lambda reason: print(f"disconnected: {reason}", flush=True))
        client.on("connect_error", lambda error: print(f"refused: {json.dumps(error)}", flush=True))
        client.on("*", lambda name, *payload: print(name, *map(json.dumps, payload), flush=True))
        # The token is read at every attempt: the one of the beginning may have ended.
        await client.connect(address, auth=lambda: {"token": pathlib.Path(token).read_text().strip()},
                             socketio_path="/notifications/socket.io")
        await client.wait()


with contextlib.suppress(KeyboardInterrupt, socketio.exceptions.ConnectionError):
    asyncio.run(main())
