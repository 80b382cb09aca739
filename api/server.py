"""Granian, the WSGI server: processes that each answer on one thread (docs/decisions/server.md)."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from typing import TYPE_CHECKING

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from api.database_url import DatabaseUrl
from api.index import open_index, store_at
from api.settings import BadSetting, Settings

if TYPE_CHECKING:
    from flask import Flask  # the parent answers nothing, and starts sooner without it


class AddressTaken(BadSetting):
    """The address cannot be listened on."""


def serve_until_stopped(
    settings: Settings, host: str, port: int, workers: int, announce: Callable[[str], object]
) -> None:
    """Make the index, say where to point the browser, and serve until SIGTERM or SIGINT.

    Content that cannot be served, an index that cannot be made and an address that is taken are refused
    here, before a worker starts.
    """
    open_index(settings).close()
    address, port = _free_address(host, port)
    os.environ.update(_environment(settings))  # the workers are processes of their own, and start from it
    shown = f"[{host}]" if ":" in host else "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104
    announce(f"Duizhao is at http://{shown}:{port}/  (Ctrl-C stops it)")
    Granian(
        "api.server:worker",
        factory=True,
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=1,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    ).serve()


def worker() -> Flask:
    """Return the application of one worker, over the index that `serve_until_stopped` made.

    A worker that takes the place of another must serve what the others serve, whatever became of
    the content since; only an index that is gone is made anew.
    """
    from api.app import application, create_app  # in the workers only; the parent answers nothing

    settings = Settings.from_environment()
    store = store_at(settings.index)
    return application(settings, store.open()) if store.origin() else create_app(settings)


def _free_address(host: str, port: int) -> tuple[str, int]:
    """Return the IP address and port that `host` and `port` (0: any) come to, having tried to listen there."""
    try:
        found = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM)
        family, kind, _, _, address = min(found, key=lambda info: info[0] != socket.AF_INET)
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            return str(address[0]), int(probe.getsockname()[1])
    except OSError as error:  # gaierror is one, too
        raise AddressTaken(
            f"cannot listen on {host}:{port}: {error.strerror}; choose another with --host or --port"
        ) from error


def _environment(settings: Settings) -> dict[str, str]:
    values = {
        "DUIZHAO_INSTANCE": settings.instance,
        "DUIZHAO_CONTENT": settings.content,
        "DUIZHAO_DATABASE": settings.database.secret
        if isinstance(settings.database, DatabaseUrl)
        else settings.database,
        **settings.limits(),
    }
    return {name: str(value) for name, value in values.items() if value}
