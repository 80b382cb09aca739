"""``duizhao serve`` as a process of its own, for tests and audits that come as a browser or a client does."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

_SERVE = [sys.executable, "-c", "from api.cli import main; main()", "serve", "--port", "0"]
_ANNOUNCED = re.compile(r"Duizhao is at (http://127\.0\.0\.1:\d+)/  \(Ctrl-C stops it\)\n")


@contextmanager
def serving(instance: Path, *options: str, **settings: str) -> Iterator[str]:
    """Serve on a free port until the block is left; yield the origin, ``http://127.0.0.1:PORT``.

    `options` are of the command, `settings` of the environment.
    """
    own = {"DUIZHAO_INSTANCE": str(instance), "HOME": str(instance / "home")}
    environment = {**os.environ, **own, **settings}
    process = subprocess.Popen([*_SERVE, *options], env=environment, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert process.stdout is not None
        announced = process.stdout.readline()
        match = _ANNOUNCED.fullmatch(announced)
        assert match, announced
        _until_up(match[1])
        yield match[1]
    finally:
        process.terminate()
        process.wait(timeout=20)
        if process.stdout:
            process.stdout.close()


def page_at(url: str) -> str:
    """Return the page at `url` of a service on this machine."""
    with urlopen(url) as answer:  # noqa: S310 - on this machine
        return str(answer.read(), "utf-8")


def _until_up(origin: str) -> None:
    for attempt in range(200):
        connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=10)
        try:
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            return
        except (ConnectionError, http.client.HTTPException):
            if attempt == 199:
                raise
            time.sleep(0.05)
        finally:
            connection.close()
