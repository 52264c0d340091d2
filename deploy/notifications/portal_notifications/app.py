"""The service: REMS's PUT, health, and Socket.IO beside them, in one ASGI application."""
import asyncio, contextlib, hmac, logging, time

import socketio
from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from .listeners import Listeners
from .rems import Event
from .settings import Settings
from .store import Store, Unavailable
from .tokens import Verifier

log = logging.getLogger(__name__)


class Unacceptable(Exception):
    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status, self.words = status, words


class Service:
    """`secrets` are those by one of which REMS is known."""

    def __init__(self, settings: Settings, secrets: list[str], password: str | None) -> None:
        self.settings = settings
        self.secrets = [secret.encode() for secret in secrets]
        self.store = Store(settings.store, password)
        self.verifier = Verifier(settings.tokens)
        self.listeners = Listeners(settings.clients, self.verifier, self.store)
        rest = Starlette(
            routes=[Route("/rems", self.receive, methods=["PUT"]), Route("/health", self.health, methods=["GET"])],
            lifespan=self.lifespan)
        self.app = socketio.ASGIApp(self.listeners.server, rest)

    @contextlib.asynccontextmanager
    async def lifespan(self, _: Starlette):
        tasks = [asyncio.create_task(work) for work in (self.verifier.keys.watch(), self.pass_on())]
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.store.close()

    async def pass_on(self) -> None:
        async for application, people in self.store.changes():
            try:
                await self.listeners.tell(application, people)
            except Exception:
                # Those of the next change are to hear of it all the same.
                log.exception("application %d could not be told", application)

    async def health(self, _: Request) -> Response:
        up = self.store.is_hearing and bool(self.verifier.keys.known)
        return JSONResponse({"status": "UP" if up else "DOWN"}, 200 if up else 503)

    async def receive(self, request: Request) -> Response:
        """Only 200 counts to REMS: everything else makes it send the event again."""
        began = time.monotonic()
        number = application = people = None
        try:
            self.know(request)
            event = self.read(await self.body(request))
            number, application, people = event.id, event.application_id, len(event.people)
            new = await self.store.keep(event)
            answer = PlainTextResponse("OK")
            outcome = "known" if not new else "hidden" if event.is_hidden else "stored"
        except Unacceptable as error:
            answer, outcome = refusal(error.status, error.words), error.words
        except Unavailable as error:
            answer, outcome = refusal(503, "It could not be stored."), str(error)
        log.info("event", extra={"fields": {
            "event": number, "application": application, "people": people, "status": answer.status_code,
            "outcome": outcome, "milliseconds": round(1000 * (time.monotonic() - began))}})
        return answer

    def know(self, request: Request) -> None:
        given = request.headers.getlist(self.settings.rems.header)
        if len(given) != 1 or not any([hmac.compare_digest(given[0].encode(), secret) for secret in self.secrets]):
            raise Unacceptable(401, "The secret is missing or wrong.")

    async def body(self, request: Request) -> bytes:
        limit, body = self.settings.rems.body_limit, bytearray()
        length = request.headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > limit:
            raise Unacceptable(413, "The event is too large.")
        try:
            async with asyncio.timeout(self.settings.rems.seconds_to_arrive):
                async for part in request.stream():
                    body += part
                    if len(body) > limit:
                        raise Unacceptable(413, "The event is too large.")
        except TimeoutError:
            raise Unacceptable(408, "The event did not arrive in time.") from None
        except ClientDisconnect:
            raise Unacceptable(400, "The event broke off.") from None
        return bytes(body)

    @staticmethod
    def read(body: bytes) -> Event:
        try:
            event = Event.model_validate_json(body)
        except ValidationError as error:
            # Where, never what: the body is about people.
            faults = error.errors(include_input=False, include_url=False, include_context=False)
            if any(fault["loc"] == ("event/application",) and fault["type"] in ("missing", "model_type")
                   for fault in faults):
                raise Unacceptable(422, "The event comes without its application; REMS needs :send-application? true.") \
                    from None
            places = ", ".join(sorted({".".join(map(str, fault["loc"][:2])) or "JSON" for fault in faults})[:5])
            raise Unacceptable(400, f"The event cannot be read: {places}") from None
        if not event.is_consistent:
            raise Unacceptable(400, "The event is about another application than the one it comes with.")
        return event


def refusal(status: int, words: str) -> Response:
    """In the shape of the portal's services (ErrorResponse)."""
    titles = {400: "Bad request", 401: "Unauthorized", 408: "Request timeout", 413: "Too large",
              422: "Unprocessable content", 503: "Service unavailable"}
    return JSONResponse({"title": titles[status], "status": status, "detail": words}, status)
