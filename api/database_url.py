"""Where a PostgreSQL database is, as the address that libpq and its kin read."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

_URL = re.compile(
    r"postgres(?:ql)?://(?:(?P<user>[^\s/?#@:]*)(?::[^\s/?#@]*)?@)?"
    r"(?P<hosts>[^\s/?#@]*)(?P<database>/[^\s/?#@]*)?(?:\?(?P<parameters>[^\s#]*))?"
)
_PLACES = ("host", "port", "dbname")  # the parameters that say where; among the others are passwords


@dataclass(frozen=True, slots=True)
class DatabaseUrl:
    """The address of a database; as text it is without its password.

    `secret` is the whole of it, of the form ``postgresql://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=…``
    (https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS).
    """

    secret: str = field(repr=False)

    def __post_init__(self) -> None:
        """Raise `ValueError`, which repeats nothing, for what is no such address."""
        if not _URL.fullmatch(self.secret):
            raise ValueError("this is no address of a database")

    def __str__(self) -> str:
        found = _URL.fullmatch(self.secret)
        assert found  # noqa: S101 - it was, when it was made
        user, hosts, database, parameters = found.group("user", "hosts", "database", "parameters")
        places = [(name, value) for name, value in parse_qsl(parameters or "") if name in _PLACES]
        shown = f"postgresql://{user + '@' if user else ''}{hosts}{database or ''}"
        return f"{shown}?{urlencode(places, safe='/')}" if places else shown


@dataclass(frozen=True, slots=True)
class Database:
    """A database for an index, and the folder in which the index is built before it goes there."""

    url: DatabaseUrl
    folder: Path

    def __str__(self) -> str:
        return str(self.url)
