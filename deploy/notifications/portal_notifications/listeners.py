"""Those who listen: Socket.IO connections, each of one person, told which of their requests changed and nothing more."""
import asyncio, logging, time

import socketio
from socketio.packet import Packet

from .settings import Clients as Choices
from .store import Store
from .tokens import Refused, Verifier

log = logging.getLogger(__name__)

EVENT = "application-changed"
# For the gateway alone, which learns from it whose connection is at which instance.
COOKIE = {"name": "io", "path": "/notifications", "SameSite": "Strict", "Secure": True, "HttpOnly": True}
# A token, and the little that Socket.IO puts around it.
LARGEST_MESSAGE = 80 * 1024
# How long somebody who was refused, or whose token ended, has to read why.
SECONDS_TO_LEAVE = 1


class TextPacket(Packet):
    """Nobody sends anything binary here: a message that announces parts would be kept until they have come."""

    def decode(self, encoded_packet):
        if super().decode(encoded_packet):
            raise ValueError("binary")
        return 0


class Server(socketio.AsyncServer):
    """A connection that nobody signs in on is closed: Engine.IO's begins before Socket.IO asks for the token."""

    def __init__(self, choices: Choices, **options) -> None:
        super().__init__(**options)
        self.choices = choices

    async def _handle_eio_connect(self, eio_sid, environ):
        if len(self.eio.sockets) > self.choices.connections:
            log.warning("refused: full")
            return False
        await super()._handle_eio_connect(eio_sid, environ)
        self.start_background_task(self.close_stranger, eio_sid, self.choices.seconds_to_sign_in)

    async def _handle_eio_disconnect(self, eio_sid, reason):
        await super()._handle_eio_disconnect(eio_sid, reason)
        socket = self.eio.sockets.get(eio_sid)
        if socket and reason == self.reason.CLIENT_DISCONNECT:
            # The engine would leave the poll that is under way without an answer.
            await socket.queue.put(None)

    async def close_stranger(self, eio_sid: str, seconds: float) -> None:
        await self.sleep(seconds)
        socket = self.eio.sockets.get(eio_sid)
        if socket and not socket.closed and not self.manager.sid_from_eio_sid(eio_sid, "/"):
            await socket.close(wait=False, reason=self.reason.SERVER_DISCONNECT)
            # The engine says so, and leaves the WebSocket to be closed by the client, who may not.
            await socket.queue.put(None)


class Listeners:
    def __init__(self, choices: Choices, verifier: Verifier, store: Store) -> None:
        self.choices, self.verifier, self.store = choices, verifier, store
        self.endings: dict[str, asyncio.TimerHandle] = {}
        self.is_leaving = False
        self.server = Server(
            choices, async_mode="asgi", serializer=TextPacket, namespaces=["/"], cookie=COOKIE, http_compression=False,
            cors_allowed_origins=choices.origins or None, max_http_buffer_size=LARGEST_MESSAGE,
            ping_interval=choices.ping_interval, ping_timeout=choices.ping_timeout)
        self.server.on("connect", self.connect)
        self.server.on("disconnect", self.disconnect)

    async def connect(self, sid: str, environ: dict, auth: object = None) -> None:
        try:
            bearer = await self.verifier.bearer(auth.get("token") if isinstance(auth, dict) else None)
        except Refused as refusal:
            self.refuse(sid, refusal.code, refusal.words)
        if self.is_leaving or not self.store.is_hearing:
            self.refuse(sid, "unavailable", "Changes cannot be told at the moment.")
        if sum(1 for _ in self.server.manager.get_participants("/", room(bearer.user))) >= self.choices.connections_per_person:
            self.refuse(sid, "full", "You have too many connections.")
        await self.server.enter_room(sid, room(bearer.user))
        self.endings[sid] = asyncio.get_running_loop().call_later(
            bearer.expires - time.time(), self.server.start_background_task, self.end, sid)
        log.info("connected")

    def refuse(self, sid: str, code: str, words: str) -> None:
        log.info("refused: %s", code)
        self.leave(sid)
        raise socketio.exceptions.ConnectionRefusedError(words, {"code": code})

    def leave(self, sid: str) -> None:
        """Engine.IO's connection outlives Socket.IO's."""
        self.server.start_background_task(
            self.server.close_stranger, self.server.manager.eio_sid_from_sid(sid, "/"), SECONDS_TO_LEAVE)

    async def end(self, sid: str) -> None:
        """The token has ended."""
        log.info("ended: expired")
        self.leave(sid)
        await self.server.disconnect(sid)

    async def disconnect(self, sid: str, reason: str) -> None:
        if timer := self.endings.pop(sid, None):
            timer.cancel()
            log.info("disconnected: %s", reason)

    async def part(self) -> None:
        """Answers all that poll, with nothing: they find nobody here next, and go on at another instance. The others are
        closed with the listening socket. None of them is dismissed, which clients take for the end."""
        self.is_leaving = True
        for socket in list(self.server.eio.sockets.values()):
            if not socket.upgraded:
                await socket.queue.put(None)

    async def tell(self, application: int, people: list[str]) -> None:
        if people:
            await self.server.emit(EVENT, {"applicationId": application}, room=[room(person) for person in people])


def room(user: str) -> str:
    """A room's name; another's connection is never one, whatever a user is called."""
    return "person " + user
