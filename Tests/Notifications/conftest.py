"""What the tests of the notifications stand on. They await what is to happen and never sleep; that nothing happens is shown
by what comes next instead."""
import asyncio, contextlib, functools, http.server, itertools, pathlib, ssl, sys, threading

import aiohttp, pytest, socketio

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "scripts/notifications"), str(ROOT / "deploy/notifications")]
import scene as scenery

PATIENCE = 15


class Listener:
    """Somebody with python-socketio's own client, at the gateway or at one instance."""

    def __init__(self, scene, instance=None, **options):
        self.scene, self.instance, self.options = scene, instance, options
        self.heard, self.connections, self.ends = asyncio.Queue(), asyncio.Queue(), asyncio.Queue()
        self.refusals = []

    async def connect(self, token=None, transports=("websocket",), user="ada", auth=None):
        trust = ssl.create_default_context(cafile=self.scene.authority.certificate)
        self.http = aiohttp.ClientSession(connector=aiohttp.TCPConnector(ssl=trust))
        # Reconnecting is what the client does by itself, but sooner than it would.
        self.client = socketio.AsyncClient(
            http_session=self.http, reconnection_delay=0.1, reconnection_delay_max=0.3, **self.options)
        self.client.on("*", lambda name, *payload: self.heard.put_nowait((name, *payload)))
        self.client.on("connect", lambda: self.connections.put_nowait(True))
        self.client.on("disconnect", lambda reason: self.ends.put_nowait(reason))
        self.client.on("connect_error", self.refusals.append)
        token = token or self.scene.token(user)
        through_gateway = self.instance is None
        address = self.scene.address if through_gateway else f"http://{self.scene.instances[self.instance].address}"
        await self.client.connect(
            address, transports=list(transports), auth={"token": token} if auth is None else auth,
            socketio_path="/notifications/socket.io" if through_gateway else "/socket.io")
        await self.has_connected()
        return self

    async def has_connected(self):
        await asyncio.wait_for(self.connections.get(), PATIENCE)

    async def has_ended(self):
        return await asyncio.wait_for(self.ends.get(), PATIENCE)

    async def hears(self):
        """The next thing that is said, whatever it is."""
        return await asyncio.wait_for(self.heard.get(), PATIENCE)

    async def close(self):
        # A connection that polls waits for its last answer when it is ended politely.
        if hasattr(self, "client"):
            self.client._reconnect_abort and self.client._reconnect_abort.set()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self.client.shutdown(), 0.2)
            await self.http.close()


def change(application):
    return "application-changed", {"applicationId": application}


async def put(rems, event, **headers):
    return await asyncio.to_thread(rems.put, event, **headers)


async def comes_about(what, condition):
    return await asyncio.to_thread(scenery.stage.eventually, what, condition)


@pytest.fixture(scope="session")
def scene():
    """Two instances behind the gateway, for tests that break nothing."""
    with contextlib.closing(scenery.Scene()) as built:
        yield built


@pytest.fixture
def make_scene():
    """Scenes of a test's own."""
    with contextlib.ExitStack() as stack:
        def make(**choices):
            built = scenery.Scene(**choices)
            stack.callback(built.close)
            return built
        yield make


@pytest.fixture(scope="session")
def numbers():
    """Applications and events that no other test speaks of."""
    return itertools.count(1000)


@pytest.fixture
async def listener(scene):
    """Makes listeners, which end with the test."""
    made = []

    async def make(place=scene, instance=None, options=None, **choices):
        made.append(Listener(place, instance, **(options or {})))
        return await made[-1].connect(**choices)

    async def refused(**choices):
        with pytest.raises(socketio.exceptions.ConnectionError):
            await make(**choices)
        return made[-1].refusals[-1]["data"]["code"]
    make.refused = refused
    yield make
    await asyncio.gather(*(each.close() for each in made))


@pytest.fixture
def serve():
    """Serves a folder, and says where."""
    with contextlib.ExitStack() as stack:
        def start(directory):
            handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=directory)
            server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            stack.callback(server.server_close)
            stack.callback(server.shutdown)
            threading.Thread(target=server.serve_forever, daemon=True).start()
            return f"http://127.0.0.1:{server.server_address[1]}"
        yield start
