"""A connection, made when it is needed and made anew when it was lost."""

from __future__ import annotations

import asyncio
import os
import threading
import time
import weakref
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from api.database_url import DatabaseUrl
from api.index_file import UnusableIndex
from api.postgres.faults import driver, is_lost, unusable

if TYPE_CHECKING:
    from asyncpg import Connection

Found = TypeVar("Found")

_CONNECT_SECONDS = 5
_NEXT_TRY_SECONDS = 1
_GOODBYE_SECONDS = 1
_MOST_STATEMENTS = 300
_LONGEST_STATEMENT = 100_000

_SETTINGS = {
    "application_name": "duizhao",
    # A peer that vanished without a word is noticed within a minute and a half, not after hours.
    "tcp_keepalives_idle": "30",
    "tcp_keepalives_interval": "15",
    "tcp_keepalives_count": "4",
}


class Session:
    """One connection to `url`, with `settings` of the server's; threads take turns at it.

    `greet` is what each new connection begins with. What is done takes `seconds` at most, None for no limit. The
    connection belongs to the process that made it: a process that was forked makes its own.
    """

    def __init__(
        self,
        url: DatabaseUrl,
        settings: Mapping[str, str] = _SETTINGS,
        greet: Callable[[Connection], Coroutine[Any, Any, None]] | None = None,
        seconds: float | None = None,
    ) -> None:
        self._url, self._greet, self._seconds = url, greet, seconds
        self._settings = {**_SETTINGS, **settings}
        self._driver = driver(url)
        self._turns = threading.RLock()
        self._link: _Link | None = None
        self._next_try = 0.0
        self._why = ""  # nothing is tried before
        self._inherited: list[
            _Link
        ] = []  # from the process before a fork; closed here they were closed there

    def fetch(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a statement that changes nothing; a connection that was lost is made anew once."""
        with self._turns:
            fresh = self._link is None
            try:
                return self._rows(sql, values)
            except UnusableIndex:
                raise
            except Exception as error:
                if fresh or not is_lost(error):
                    raise self._given_up(error) from error
                self._drop()
        return self.fetch(sql, values)

    def run(self, task: Callable[[Connection], Coroutine[Any, Any, Found]]) -> Found:
        """Return what `task` makes of the connection; nothing is tried twice."""
        with self._turns:
            try:
                return self._connected().run(task)
            except UnusableIndex:
                raise
            except Exception as error:
                raise self._given_up(error) from error

    def close(self) -> None:
        """Close the connection."""
        with self._turns:
            self._drop()

    def _rows(self, sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
        link = self._connected()
        rows: list[tuple[Any, ...]] = link.loop.run_until_complete(link.connection.fetch(sql, *values))
        return rows

    def _connected(self) -> _Link:
        if self._link is not None and self._link.process != os.getpid():
            self._inherited.append(self._link)
            self._link = None
        if self._link is None:
            if time.monotonic() < self._next_try:
                raise UnusableIndex(self._why)
            link = self._linked()
            if self._greet:
                link.run(self._greet)
            self._link = link
        return self._link

    def _linked(self) -> _Link:
        loop = asyncio.new_event_loop()
        try:
            return _Link(loop, loop.run_until_complete(self._connect()))
        except BaseException:
            loop.close()
            raise

    async def _connect(self) -> Connection:
        connection: Connection = await self._driver.connect(
            self._url.secret,
            timeout=_CONNECT_SECONDS,
            command_timeout=self._seconds,
            statement_cache_size=_MOST_STATEMENTS,
            max_cached_statement_lifetime=0,
            max_cacheable_statement_size=_LONGEST_STATEMENT,
            server_settings=self._settings,
        )
        return connection

    def _drop(self) -> None:
        if self._link is not None:
            self._link.close()
            self._link = None

    def _given_up(self, error: Exception) -> UnusableIndex:
        told = unusable(self._url, error)
        if is_lost(error):
            self._drop()
            self._next_try, self._why = time.monotonic() + _NEXT_TRY_SECONDS, str(told)
        return told


class _Link:
    """A connection with the event loop that it was made in, which turns while something is asked only."""

    def __init__(self, loop: asyncio.AbstractEventLoop, connection: Connection) -> None:
        self.loop, self.connection = loop, connection
        self.process = os.getpid()
        self.close = weakref.finalize(self, _close, loop, connection, self.process)

    def run(self, task: Callable[[Connection], Coroutine[Any, Any, Found]]) -> Found:
        return self.loop.run_until_complete(task(self.connection))


def _close(loop: asyncio.AbstractEventLoop, connection: Connection, process: int) -> None:
    if process != os.getpid():
        return
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        _say_goodbye(loop, connection)
    else:  # the collector of garbage called in the midst of another connection's answer: a thread has one loop at a time
        threading.Thread(target=_say_goodbye, args=(loop, connection)).start()


def _say_goodbye(loop: asyncio.AbstractEventLoop, connection: Connection) -> None:
    with suppress(Exception):  # the server may be gone
        loop.run_until_complete(connection.close(timeout=_GOODBYE_SECONDS))
    loop.run_until_complete(asyncio.sleep(0))  # in which the socket is closed where nobody took the goodbye
    loop.close()
