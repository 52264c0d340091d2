"""Runs one instance: python -m portal_notifications SETTINGS.toml [--port PORT] [--check]"""
import argparse, json, logging, pathlib, sys

import uvicorn

from .app import Service
from .settings import Unusable, read, secret


class Lines(logging.Formatter):
    """One line of JSON each, with nobody's name, id, token or address in it."""

    def format(self, record: logging.LogRecord) -> str:
        line = {"time": round(record.created, 3), "level": record.levelname.lower(), "message": record.getMessage()}
        if record.exc_info:
            # Without its words, which may quote what somebody sent.
            line["error"] = record.exc_info[0].__name__
            trace = record.exc_info[2]
            while trace and trace.tb_next:
                trace = trace.tb_next
            line["at"] = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "-"
        return json.dumps(line | getattr(record, "fields", {}))


class Process(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, service: Service) -> None:
        super().__init__(config)
        self.service = service

    async def shutdown(self, sockets=None) -> None:
        # Those that poll would be waited for.
        await self.service.listeners.part()
        await super().shutdown(sockets)


def is_fit_to_write(record: logging.LogRecord) -> bool:
    """The engine and its server write addresses, and what somebody sent, where nothing is wrong with this program."""
    if record.name.startswith(("engineio", "socketio")):
        return record.exc_info is not None
    return record.levelno >= logging.WARNING or not record.name.startswith("uvicorn") \
        or str(record.msg).startswith(("Uvicorn running", "Finished server"))


def main() -> None:
    parser = argparse.ArgumentParser(prog="portal_notifications", description="Tell people that their requests changed.")
    parser.add_argument("settings", type=pathlib.Path)
    parser.add_argument("--port", type=int, help="instead of the one in the settings")
    parser.add_argument("--check", action="store_true", help="read the settings and the secrets, and end")
    options = parser.parse_args()
    try:
        settings = read(options.settings)
        secrets = [secret(name, options.settings) for name in settings.rems.secret_files]
        password = settings.store.password_file and secret(settings.store.password_file, options.settings)
    except Unusable as error:
        sys.exit(f"portal_notifications: {error}")
    if options.check:
        print("The settings can be used.")
        return
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(Lines())
    handler.addFilter(is_fit_to_write)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    for name in ("portal_notifications", "uvicorn.error"):
        logging.getLogger(name).setLevel(logging.INFO)
    service = Service(settings, secrets, password)
    limit = settings.clients.connections
    config = uvicorn.Config(
        service.app, host=settings.listen.host, port=settings.listen.port if options.port is None else options.port,
        log_config=None, access_log=False, server_header=False, proxy_headers=False, ws="websockets-sansio",
        ws_max_size=80 * 1024, ws_per_message_deflate=False, limit_concurrency=limit + 200,
        timeout_graceful_shutdown=5, h11_max_incomplete_event_size=64 * 1024)
    Process(config, service).run()


if __name__ == "__main__":
    main()
