"""Granian, the WSGI server: processes that each answer on one thread (docs/decisions/server.md)."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from api.folders import ContentFolders
from api.index import open_index
from api.settings import Settings


class AddressTaken(RuntimeError):
    """The address cannot be listened on."""


def serve_until_stopped(
    settings: Settings, host: str, port: int, workers: int, announce: Callable[[str], object]
) -> None:
    """Make the index, say where to point the browser, and serve until SIGTERM or SIGINT.

    Content that cannot be served, an index that cannot be made and an address that is taken are refused
    here, before a worker starts.
    """
    open_index(settings.index, ContentFolders.at(settings.content))
    port = _free_port(host, port)
    os.environ.update(_environment(settings))  # the workers are processes of their own, and start from it
    shown = f"[{host}]" if ":" in host else "127.0.0.1" if host == "0.0.0.0" else host  # noqa: S104
    announce(f"Duizhao is at http://{shown}:{port}/  (Ctrl-C stops it)")
    Granian(
        "api:create_app",
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=1,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    ).serve()


def _free_port(host: str, port: int) -> int:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise AddressTaken(
                f"cannot listen on {host}:{port}: {error.strerror}; choose another with --host or --port"
            ) from error
        return int(probe.getsockname()[1])


def _environment(settings: Settings) -> dict[str, str]:
    values = {
        "DUIZHAO_INSTANCE": settings.instance,
        "DUIZHAO_CONTENT": settings.content,
        "DUIZHAO_DATABASE": settings.database,
    }
    return {name: str(value) for name, value in values.items() if value}
