"""``duizhao lookup``: one term, several, or a line each of a file."""

from __future__ import annotations

from pathlib import Path

import click

from api.commands.options import (
    NOTHING_FOUND,
    content_option,
    database_option,
    json_option,
    locale_option,
    settings,
)
from api.database_url import DatabaseUrl
from glossary import MatchMode, TermQuery
from translations import ReaderLocale


@click.command()
@click.argument("texts", metavar="[TEXT]...", nargs=-1)
@click.option("--file", "file", metavar="FILE", help="Look up each line of FILE, too; - is standard input.")
@click.option(
    "--match",
    default="auto",
    show_default=True,
    type=click.Choice([mode.value for mode in MatchMode]),
    help="How to compare.",
)
@click.option(
    "--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="Concepts at most, for each."
)
@locale_option
@json_option
@content_option
@database_option
def lookup(
    texts: tuple[str, ...],
    file: str | None,
    match: str,
    limit: int,
    reader: ReaderLocale,
    as_json: bool,
    content: Path | None,
    database: Path | DatabaseUrl | None,
) -> None:
    """Look each TEXT up in the glossary, in any language and script.

    Exit code 1 when nothing is found for one of them.
    """
    from api.commands.lookup_report import look_up

    wanted = TermQuery("", MatchMode(match), limit=limit, reader=reader.content)
    if not look_up(settings(content, database), texts, file, wanted, as_json=as_json, echo=click.echo):
        raise SystemExit(NOTHING_FOUND)
