"""What several commands take, and how they end."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import click

from api.database_url import DatabaseUrl
from api.languages import is_read
from api.settings import Settings, database_at
from translations import ReaderLocale, negotiate, resolve

NOTHING_FOUND = 1
IMPOSSIBLE = 2


class Refusal(click.ClickException):
    """One line on standard error, exit code 2."""

    exit_code = IMPOSSIBLE


def absolute_path(_context: click.Context, _option: click.Parameter, value: str | None) -> Path | None:
    """Return the path of an argument or option; it must outlive a change of the working directory."""
    return Path(value).absolute() if value is not None else None


def _database(
    _context: click.Context, _option: click.Parameter, value: str | None
) -> Path | DatabaseUrl | None:
    return database_at(value) if value is not None else None


def settings(content: Path | None, database: Path | DatabaseUrl | None) -> Settings:
    """Return the environment's settings, with what two options say instead."""
    found = Settings.from_environment()
    return replace(found, content=content or found.content, database=database or found.database)


def language(_context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """Return the tag of a text's language; only Chinese and English are read."""
    if value is not None and not is_read(value):
        raise Refusal(
            f"{option.opts[0]} {value}: only Chinese and English are read; write zh-Hans, zh-Hant or en"
        )
    return value


def _reader(_context: click.Context, _option: click.Parameter, value: str | None) -> ReaderLocale:
    if value:
        return resolve(value)
    wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return negotiate([wanted.partition(".")[0].replace("_", "-")])


content_option = click.option(
    "--content",
    metavar="PATH",
    callback=absolute_path,
    help="Content folder (DUIZHAO_CONTENT); the shipped content without it.",
)
database_option = click.option(
    "--database",
    metavar="PLACE",
    callback=_database,
    help="Index file, a path or sqlite:///PATH, or postgresql://USER@HOST/DATABASE (DUIZHAO_DATABASE).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="JSON instead of a table.")
locale_option = click.option(
    "--locale",
    "reader",
    metavar="TAG",
    callback=_reader,
    help="BCP 47 tag of the locale to write in; LANG without it.",
)
