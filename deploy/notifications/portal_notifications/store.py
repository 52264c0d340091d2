"""What was told by REMS, kept in Redis, which all instances share.

An event is stored, its application's people are brought up to date, and it is appended to the stream that every
instance reads: by one script, so that there is no moment at which one of it has happened and the rest has not.
"""
import asyncio, contextlib, json, logging
from collections.abc import AsyncIterator

from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from .rems import Event
from .settings import Store as Choices

log = logging.getLogger(__name__)

# The event is marked as known last: should the script be broken off, it is told twice rather than never.
SCRIPT = """
if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end
local newest = tonumber(redis.call('HGET', KEYS[2], 'event') or '0')
if tonumber(ARGV[1]) > newest then
    redis.call('HSET', KEYS[2], 'event', ARGV[1], 'people', ARGV[3])
end
redis.call('EXPIRE', KEYS[2], ARGV[4])
if ARGV[5] == 'told' then
    redis.call('XADD', KEYS[3], 'MAXLEN', '~', '100000', '*', 'application', ARGV[2])
    redis.call('EXPIRE', KEYS[3], ARGV[4])
end
redis.call('SET', KEYS[1], '1', 'EX', ARGV[4])
return 1
"""
# What Redis must be set to, for an answer to mean that it is on the disk and stays.
DURABLE = {"appendonly": "yes", "appendfsync": "always", "maxmemory-policy": "noeviction"}
UNREACHABLE = (RedisError, OSError, TimeoutError)
PAUSE = 1


class Unavailable(Exception):
    """Nothing can be stored, or nobody would be told."""


class Store:
    def __init__(self, choices: Choices, password: str | None) -> None:
        self.choices = choices
        self.is_hearing = False
        options = {"password": password, "decode_responses": True, "socket_connect_timeout": 3,
                   "retry": Retry(NoBackoff(), 1)}
        self.writer = Redis.from_url(choices.url, socket_timeout=5, **options)
        # Waits for two seconds at a time; a Redis that says nothing for ten is gone.
        self.reader = Redis.from_url(choices.url, socket_timeout=10, **options)
        self.script = self.writer.register_script(SCRIPT)

    def key(self, *parts: object) -> str:
        return ":".join(["{" + self.choices.prefix + "}", *map(str, parts)])

    async def keep(self, event: Event) -> bool:
        """Returns once it is stored, with whether it was new."""
        if not self.is_hearing:
            raise Unavailable("Redis is not there")
        keys = [self.key("event", event.id), self.key("application", event.application_id), self.key("changes")]
        arguments = [event.id, event.application_id, json.dumps(event.people), self.choices.keep_days * 86_400,
                     "hidden" if event.is_hidden else "told"]
        try:
            return await self.script(keys=keys, args=arguments) == 1
        except UNREACHABLE as error:
            raise Unavailable(type(error).__name__) from None

    async def changes(self) -> AsyncIterator[tuple[int, list[str]]]:
        """Each application that changed from now on, whichever instance it was told to, with the people it has by now."""
        position = None
        while True:
            try:
                if not self.is_hearing:
                    await self.check_durability()
                    position = position or await self.end()
                    self.is_hearing = True
                    log.info("listening to Redis")
                # Where the server speaks RESP3 this is a mapping, else a list of pairs.
                answer = await self.reader.xread({self.key("changes"): position}, count=100, block=2000)
                for _, batches in (answer.items() if isinstance(answer, dict) else answer or ()):
                    entries = batches[0] if isinstance(answer, dict) else batches
                    for number, fields in entries:
                        application = int(fields["application"])
                        people = await self.reader.hget(self.key("application", application), "people")
                        yield application, json.loads(people or "[]")
                        position = number
            except (*UNREACHABLE, Unavailable) as error:
                if self.is_hearing or position is None:
                    log.error("Redis is not there: %s", error if isinstance(error, Unavailable) else type(error).__name__)
                self.is_hearing = False
                await asyncio.sleep(PAUSE)

    async def end(self) -> str:
        newest = await self.reader.xrevrange(self.key("changes"), count=1)
        return newest[0][0] if newest else "0-0"

    async def check_durability(self) -> None:
        if not self.choices.check_durability:
            return
        found = {name: (await self.reader.config_get(name)).get(name) for name in DURABLE}
        if found != DURABLE:
            raise Unavailable("it would forget; set " + ", ".join(f"{name} {value}" for name, value in DURABLE.items()))

    async def close(self) -> None:
        for client in (self.writer, self.reader):
            with contextlib.suppress(*UNREACHABLE):
                await client.aclose()
