"""Access tokens: the same checks as the gateway's (deploy/gateway), with joserfc."""
import asyncio, json, logging, pathlib, ssl, time
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx
from joserfc import jwt
from joserfc.errors import ClaimError, JoseError
from joserfc.jwk import Key, KeySet, import_key
from joserfc.jws import JWSRegistry

from .settings import Tokens as Choices

log = logging.getLogger(__name__)

ALGORITHMS = {"RSA": "RS256", "EC": "ES256"}
CLOCKS_DIFFER = 60
LONGEST = 64 * 1024
LARGEST_SET = 1024 * 1024
# Between two readings that tokens cause which name a key that is not known.
SHORTEST_PAUSE = 10
WORDS = {
    "anonymous": "Sign in first.", "signature": "The token is not one that this portal takes.",
    "issuer": "The token is not one that this portal takes.", "audience": "The token is for another service.",
    "expired": "The token has ended.", "early": "The token is not valid yet; a clock may be wrong.",
    "user": "The token does not say who its holder is to the access service."}
BY_CLAIM = {"exp": "expired", "nbf": "early", "iat": "early", "iss": "issuer", "aud": "audience"}


class Refused(Exception):
    """A token that opens nothing. `code` is for programs; the words are those of the gateway."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code, self.words = code, WORDS[code]


@dataclass(frozen=True)
class Bearer:
    """Who holds a token, by REMS's user id, and when it ends, in seconds since 1970."""

    user: str
    expires: float


class Lengths(JWSRegistry):
    # A token may carry visas; what it is signed with may not be long.
    max_header_length = 4096
    max_payload_length = LONGEST


class Keys:
    """The realm's public keys, read anew from time to time, and when a token names one that is not among them."""

    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.known: list[Key] = []
        self.read_at = 0.0
        self.reading = asyncio.Lock()

    async def refresh(self) -> None:
        """What was read last stays where there is nothing better."""
        async with self.reading:
            if self.known and time.monotonic() - self.read_at < SHORTEST_PAUSE:
                return
            self.read_at = time.monotonic()
            try:
                found = [key for key in map(imported, (await self.load())["keys"]) if key]
            except (httpx.HTTPError, OSError, ValueError, KeyError, TypeError) as error:
                log.error("the realm's keys could not be read: %s", type(error).__name__)
                return
            if found:
                self.known = found
            else:
                log.error("the realm has no key that signs tokens with RS256 or ES256")

    async def load(self) -> dict:
        address = self.choices.keys
        if address and "://" not in address:
            return json.loads(pathlib.Path(address).read_text())
        context = ssl.create_default_context(cafile=self.choices.ca_file)
        async with httpx.AsyncClient(timeout=10, verify=context, trust_env=False) as client:
            if not address:
                discovery = self.choices.issuer.rstrip("/") + "/.well-known/openid-configuration"
                address = (await fetch(client, discovery))["jwks_uri"]
            return await fetch(client, address)

    async def watch(self) -> None:
        while True:
            await self.refresh()
            await asyncio.sleep(self.choices.seconds_between_readings if self.known else 1)


async def fetch(client: httpx.AsyncClient, address: str) -> dict:
    # Whoever can change this answer can make tokens.
    url = urlsplit(address)
    if url.scheme != "https" and url.hostname not in ("127.0.0.1", "::1", "localhost"):
        raise ValueError("keys are fetched over https only")
    answer = await client.get(address)
    answer.raise_for_status()
    if len(answer.content) > LARGEST_SET:
        raise ValueError("the key set is too large")
    return answer.json()


def imported(key: dict) -> Key | None:
    """Nothing of a key for encryption or for other algorithms, which sets hold too, or of one that is damaged or weak."""
    algorithm = ALGORITHMS.get(key["kty"])
    if algorithm is None or key.get("use", "sig") != "sig" or key.get("alg", algorithm) != algorithm:
        return None
    try:
        found = import_key(key, key["kty"])
    except (JoseError, ValueError, TypeError, KeyError):
        log.warning("a key of the realm cannot be read")
        return None
    return found if algorithm == "ES256" and key["crv"] == "P-256" or algorithm == "RS256" \
        and found.public_key.key_size >= 2048 else None


class Verifier:
    def __init__(self, choices: Choices) -> None:
        self.choices = choices
        self.keys = Keys(choices)
        self.claims = jwt.JWTClaimsRegistry(
            leeway=CLOCKS_DIFFER, iss={"essential": True, "value": choices.issuer},
            aud={"essential": True, "value": choices.audience}, exp={"essential": True})

    async def bearer(self, token: object) -> Bearer:
        """Who holds the token; throws `Refused`."""
        if not isinstance(token, str) or not token:
            raise Refused("anonymous")
        claims = await self.signed(token)
        if claims is None:
            raise Refused("signature")
        try:
            self.claims.validate(claims)
        except ClaimError as error:
            raise Refused(BY_CLAIM.get(error.claim, "signature")) from None
        # The minute for clocks is for a token's beginning. Its end is its end.
        if claims["exp"] <= time.time():
            raise Refused("expired")
        user = claims.get(self.choices.user_claim)
        if not isinstance(user, str) or not 1 <= len(user) <= 500:
            raise Refused("user")
        # As far off as timers go.
        return Bearer(user, float(min(claims["exp"], time.time() + 365 * 86_400)))

    async def signed(self, token: str) -> dict | None:
        """The claims, where one of the realm's keys signed them with an algorithm that is given here, not by the token."""
        if len(token) > LONGEST:
            return None
        algorithms = list(ALGORITHMS.values())
        for attempt in ("with what is known", "with a key that may be newer"):
            try:
                return jwt.decode(token, KeySet(self.keys.known), algorithms, Lengths(algorithms=algorithms)).claims
            except (JoseError, ValueError, TypeError, KeyError, RecursionError):
                if attempt == "with what is known":
                    await self.keys.refresh()
        return None
