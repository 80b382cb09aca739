"""A PostgreSQL server for tests: the one that DUIZHAO_TEST_POSTGRES names, or one of our own on a socket in a temporary folder."""

from __future__ import annotations

import asyncio
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from urllib.parse import quote

import asyncpg
import pytest

PASSWORD = "k@i/ 港#1"  # noqa: S105 - a socket in a folder of our own

VARIABLE = "DUIZHAO_TEST_POSTGRES"
_ALONE = "-c listen_addresses= -c max_connections=50"
_FAST = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


class Server:
    """A server on which databases can be made; `url` is that of an administrator."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._numbers = count(1)

    def database(self, options: str = "") -> str:
        """Make an empty database and return its address."""
        name = f"duizhao_test_{os.getpid()}_{next(self._numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE template0 {options or 'ENCODING UTF8'}")
        return self.url_of(name)

    def url_of(self, database: str, user: str | None = None, password: str = "") -> str:
        """Return the address of a database, the administrator's or another user's."""
        start, _, rest = self.url.partition("://")
        place, _, parameters = rest.partition("?")
        host = place.partition("/")[0]
        if user:
            host = f"{user}:{quote(password, safe='')}@{host.rpartition('@')[2]}"
        return f"{start}://{host}/{database}" + (f"?{parameters}" if parameters else "")

    def run(self, statement: str, url: str | None = None) -> list[tuple[object, ...]]:
        """Run one statement as the administrator and return its rows."""

        async def run() -> list[tuple[object, ...]]:
            connection = await asyncpg.connect(url or self.url)
            try:
                return [tuple(row) for row in await connection.fetch(statement)]
            finally:
                await connection.close()

        return asyncio.run(run())


class Cluster(Server):
    """A server of our own, which can be stopped and started."""

    def __init__(self, binaries: Path, folder: Path, user: str, *, durable: bool) -> None:
        super().__init__(f"postgresql://keeper:{quote(PASSWORD, safe='')}@/postgres?host={folder}")
        self._options = f"{_ALONE} -k {folder} {'' if durable else _FAST}"
        self._binaries, self._data, self._socket, self._user = binaries, folder / "data", folder, user

    def create(self) -> None:
        """Make the cluster."""
        words = self._socket / "password"
        words.write_text(PASSWORD, encoding="utf-8")
        shutil.chown(words, self._user)
        self._control(
            "initdb",
            "--auth=scram-sha-256",
            f"--pwfile={words}",
            "--username=keeper",
            "--no-sync",
            "--locale=C",
        )

    def start(self) -> None:
        """Start the server and wait until it answers."""
        log = str(self._socket / "log")
        self._control("pg_ctl", "start", "--wait", "--log", log, "--options", self._options)

    def stop(self, mode: str = "fast") -> None:
        """Stop the server under its readers."""
        self._control("pg_ctl", "stop", "--wait", f"--mode={mode}")

    def _control(self, program: str, *arguments: str) -> None:
        is_root = os.geteuid() == 0  # PostgreSQL refuses to run as root
        who = (
            {"user": self._user, "group": pwd.getpwnam(self._user).pw_gid, "extra_groups": []}
            if is_root
            else {}
        )
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "PGDATA": str(self._data)}
        done = subprocess.run(
            [self._binaries / program, *arguments],
            env=environment,
            cwd=self._socket,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            **who,
        )
        assert done.returncode == 0, done.stderr


@contextmanager
def own_cluster(*, durable: bool = False) -> Iterator[Cluster]:
    """Yield a running server of our own; skip the test where there is no PostgreSQL, but fail in CI.

    Unless it is to be `durable` it forgets everything in a crash, and is the faster for it.
    """
    binaries = _binaries()
    if binaries is None:
        why = f"no PostgreSQL here: install it (Debian: postgresql), or set {VARIABLE} to an administrator's URL"
        (pytest.fail if "CI" in os.environ else pytest.skip)(why)
    folder = Path(tempfile.mkdtemp(prefix="dz-pg-"))  # a socket's path is short
    user = _user()
    try:
        shutil.chown(folder, user)
        cluster = Cluster(binaries, folder, user, durable=durable)
        cluster.create()
        cluster.start()
        try:
            yield cluster
        finally:
            cluster.stop("immediate")
    finally:
        shutil.rmtree(folder)


@contextmanager
def any_server() -> Iterator[Server]:
    """Yield the server that the environment names, or one of our own."""
    if url := os.environ.get(VARIABLE):
        yield Server(url)
    else:
        with own_cluster() as cluster:
            yield cluster


def _binaries() -> Path | None:
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name), reverse=True
    )
    return next((folder for folder in folders if (folder / "postgres").exists()), None)


def _user() -> str:
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid()).pw_name
    known = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in known else "nobody"
