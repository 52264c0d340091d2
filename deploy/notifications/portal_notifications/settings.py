"""What an operator sets, read from a TOML file (notifications.toml beside the README is the example)."""
import os, pathlib, stat, tomllib
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

SHORTEST_SECRET = 32


class Unusable(Exception):
    """A setting that cannot be worked with, in words for the operator."""


class Section(BaseModel):
    # A misspelt setting is an error, not a default.
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Listen(Section):
    host: str = "127.0.0.1"
    port: Annotated[int, Field(ge=0, le=65535)] = 8101


class REMS(Section):
    # Two while a secret is being changed.
    secret_files: Annotated[list[str], Field(min_length=1, max_length=4)]
    header: Annotated[str, Field(pattern=r"^[A-Za-z0-9-]+$")] = "X-Notifications-Secret"
    body_limit: Annotated[int, Field(ge=1024)] = 10 * 1024 * 1024
    seconds_to_arrive: Annotated[int, Field(ge=1)] = 10


class Tokens(Section):
    issuer: str
    audience: str
    user_claim: str
    # The key set, at an address or in a file; else the issuer's discovery document names it.
    keys: str | None = None
    ca_file: str | None = None
    seconds_between_readings: Annotated[int, Field(ge=1)] = 300


class Store(Section):
    url: str = "redis://127.0.0.1:6379/0"
    password_file: str | None = None
    prefix: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")] = "portal-notifications"
    keep_days: Annotated[int, Field(ge=2, le=365)] = 7
    check_durability: bool = True


class Clients(Section):
    origins: list[str] = []
    connections: Annotated[int, Field(ge=1)] = 1000
    connections_per_person: Annotated[int, Field(ge=1)] = 10
    seconds_to_sign_in: Annotated[int, Field(ge=1)] = 10
    ping_interval: Annotated[int, Field(ge=1)] = 25
    ping_timeout: Annotated[int, Field(ge=1)] = 20


class Settings(Section):
    listen: Listen = Listen()
    rems: REMS
    tokens: Tokens
    store: Store = Store()
    clients: Clients = Clients()


def read(path: pathlib.Path) -> Settings:
    try:
        return Settings.model_validate(tomllib.loads(path.read_text()))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise Unusable(f"{path}: {error}") from None
    except ValidationError as error:
        # Without what was set: it may be a secret in the wrong place.
        wrong = "; ".join(f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in error.errors())
        raise Unusable(f"{path}: {wrong}") from None


def secret(name: str, beside: pathlib.Path) -> str:
    """The secret in a file: among systemd's credentials where it is there, else beside the settings."""
    places = [pathlib.Path(directory, name) for directory in (os.environ.get("CREDENTIALS_DIRECTORY"), beside.parent)
              if directory]
    path = next((place for place in places if place.exists()), places[-1])
    try:
        text = path.read_text().strip()
        mode = path.stat().st_mode
    except (OSError, UnicodeDecodeError) as error:
        raise Unusable(f"{path}: {error}") from None
    if mode & (stat.S_IROTH | stat.S_IWOTH | stat.S_IWGRP):
        raise Unusable(f"{path}: others may read or change this secret; chmod 600 it")
    if len(text) < SHORTEST_SECRET:
        raise Unusable(f"{path}: a secret has at least {SHORTEST_SECRET} characters (openssl rand -hex 32 makes one)")
    return text
