"""What the service is told from outside: the environment, or the command line over it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from api.database_url import Database, DatabaseUrl

SQLITE = "sqlite:///"
_POSTGRES = ("postgresql", "postgres")
LONGEST_TEXT = 1_000_000
MOST_SEGMENTS = 1_000
LONGEST_SEGMENT = 20_000
MOST_QUERIES = 1_000


class BadSetting(ValueError):
    """A setting has a value that cannot be used."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the service finds its content and keeps its index, and how much it takes in one request.

    `content` is a content folder (None: the shipped content), `instance` the one folder that is
    written to, `database` the index file or the database that has the index (None: a file in the instance folder, by
    content). `longest_text` is
    the characters of text, `most_segments` the segments that one request may have, `longest_segment` the
    characters of a source or a target, `most_queries` the queries of one request. `public_url` is where the world
    finds the service (None: where whoever asks has found it). `static` is for pages that are written into files, and
    `views` are the views that they come in (empty: every one); both are for ``duizhao freeze`` only.
    """

    instance: Path
    content: Path | None = None
    database: Path | DatabaseUrl | None = None
    longest_text: int = LONGEST_TEXT
    most_segments: int = MOST_SEGMENTS
    longest_segment: int = LONGEST_SEGMENT
    most_queries: int = MOST_QUERIES
    public_url: str | None = None
    static: bool = False
    views: tuple[str, ...] = ()

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None) -> Settings:
        """Read the variables that README.md lists; `BadSetting` when one cannot be used."""
        values = os.environ if environment is None else environment
        content, database = values.get("DUIZHAO_CONTENT"), values.get("DUIZHAO_DATABASE")
        return cls(
            instance=Path(values.get("DUIZHAO_INSTANCE") or _own_instance(values)).absolute(),
            content=Path(content).absolute() if content else None,
            database=database_at(database) if database else None,
            longest_text=_positive(values, "DUIZHAO_LONGEST_TEXT", LONGEST_TEXT),
            most_segments=_positive(values, "DUIZHAO_MOST_SEGMENTS", MOST_SEGMENTS),
            longest_segment=_positive(values, "DUIZHAO_LONGEST_SEGMENT", LONGEST_SEGMENT),
            most_queries=_positive(values, "DUIZHAO_MOST_QUERIES", MOST_QUERIES),
            public_url=_public_url(values),
        )

    def limits(self) -> dict[str, int]:
        """Return each limit by the variable that sets it."""
        return {
            "DUIZHAO_LONGEST_TEXT": self.longest_text,
            "DUIZHAO_MOST_SEGMENTS": self.most_segments,
            "DUIZHAO_LONGEST_SEGMENT": self.longest_segment,
            "DUIZHAO_MOST_QUERIES": self.most_queries,
        }

    @property
    def longest_body(self) -> int:
        """The bytes that a request's body may have: room for the longest text however JSON writes it."""
        return 8 * max(self.longest_text, LONGEST_TEXT)

    @property
    def index(self) -> Path | Database:
        """Where the index is; each content folder has a file of its own, so that two services do not take turns at one."""
        if isinstance(self.database, DatabaseUrl):
            return Database(self.database, self.instance)
        if self.database:
            return self.database
        tag = f"-{sha256(str(self.content).encode()).hexdigest()[:8]}" if self.content else ""
        return self.instance / f"index{tag}.sqlite3"


def _positive(environment: Mapping[str, str], name: str, default: int) -> int:
    value = environment.get(name) or str(default)
    if not re.fullmatch("0*[1-9][0-9]{0,9}", value):
        raise BadSetting(f"{name}={value[:80]}: this is no number from 1 to 9999999999; write digits only")
    return int(value)


def _public_url(environment: Mapping[str, str]) -> str | None:
    value = environment.get("DUIZHAO_PUBLIC_URL")
    return public_url_of(value, f"DUIZHAO_PUBLIC_URL={value[:80]}") if value else None


def public_url_of(value: str, named: str) -> str:
    """Return the address of a service without a slash at the end; `BadSetting` where it is none, `named` as it was given."""
    if not re.fullmatch(r"https?://[^\s/?#\\]+(?:/[^\s?#\\]*)?", value):
        raise BadSetting(
            f"{named}: this is no address of a service; write one like https://example.org/terms"
        )
    return value.rstrip("/")


def _own_instance(environment: Mapping[str, str]) -> Path:
    """A virtual environment keeps its index to itself; without one it is the user's (XDG Base Directory)."""
    if sys.prefix != sys.base_prefix:
        return Path(sys.prefix, "var", "duizhao-instance")
    return Path(environment.get("XDG_STATE_HOME") or Path.home() / ".local" / "state", "duizhao")


def database_at(database: str) -> Path | DatabaseUrl:
    """Return what `database` (a path, a ``sqlite:///`` or ``postgresql://`` URL) names; `BadSetting` for others."""
    scheme, mark, _ = database.partition("://")
    if mark and scheme in _POSTGRES:
        try:
            return DatabaseUrl(database)
        except ValueError:  # the address is not repeated: it may have a password
            raise BadSetting(
                f"--database {scheme}://…: this is no address of a database; write"
                " postgresql://USER:PASSWORD@HOST/DATABASE, with %40 for @ in a password and the like"
            ) from None
    if mark and not database.startswith(SQLITE):
        raise BadSetting(
            f"--database {scheme}://…: SQLite and PostgreSQL are known; give a path, sqlite:///PATH or"
            " postgresql://USER@HOST/DATABASE"
        )
    path = database.removeprefix(SQLITE)
    if not path or path.startswith(":"):
        raise BadSetting(
            "--database names no file; give a path, sqlite:///PATH or postgresql://USER@HOST/DATABASE"
        )
    return Path(path).absolute()
