"""``duizhao import``: glossaries of other tools brought into the index."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import click

from api.commands.options import (
    NOTHING_FOUND,
    Refusal,
    absolute_path,
    content_option,
    database_option,
    json_option,
    language,
    settings,
)
from api.database_url import DatabaseUrl


def _names(_context: click.Context, _option: click.Parameter, value: str | None) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",")) if value else ()


def _prefix(_context: click.Context, _option: click.Parameter, value: str) -> str:
    if not re.fullmatch("[A-Za-z][A-Za-z0-9._-]{0,39}", value):
        raise Refusal(
            f"--prefix {value}: this begins no id; write letters, digits and hyphens, a letter first"
        )
    return value


@click.command("import")
@click.argument("paths", metavar="FILE…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--mode",
    default="merge",
    show_default=True,
    type=click.Choice(["merge", "replace"]),
    help="Concepts join the glossary, each in the place of the one that has its id; or are all of it.",
)
@click.option("--dry-run", is_flag=True, help="Do everything but the last step; the report is the same.")
@click.option("--strict", is_flag=True, help="Import nothing where anything is refused.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["tbx", "csv", "tmx", "omegat", "utx", "cedict", "json", "yaml"]),
    help="What the files are; they tell it by themselves.",
)
@click.option("--field", metavar="NAME", help="Subject field of entries that have none.")
@click.option(
    "--source-lang", metavar="TAG", callback=language, help="BCP 47 tag, where a file does not say it."
)
@click.option(
    "--target-lang", metavar="TAG", callback=language, help="BCP 47 tag, where a file does not say it."
)
@click.option(
    "--columns",
    metavar="NAME,…",
    callback=_names,
    help="What the columns of a table are, in the words of headings (id,zh-Hans,en,note); - is left out.",
)
@click.option(
    "--prefix",
    default="c",
    show_default=True,
    metavar="NAME",
    callback=_prefix,
    help="Before ids that are numbers.",
)
@click.option("--report", metavar="FILE", callback=absolute_path, help="File to write every refusal to.")
@json_option
@content_option
@database_option
def import_(
    paths: tuple[Path, ...],
    mode: str,
    dry_run: bool,
    strict: bool,
    form: str | None,
    report: Path | None,
    as_json: bool,
    content: Path | None,
    database: Path | DatabaseUrl | None,
    **said: Any,
) -> None:
    """Bring glossaries into the index: TBX, CSV, TSV, TMX, OmegaT, UTX, CC-CEDICT, JSON, YAML, also gzipped.

    All files in one step: the service answers from the old glossary until the new one is whole. Entries that cannot
    be taken are told with their place, and the others imported. Exit code 1: something was refused.
    """
    from api.commands.import_run import run_import

    if not run_import(
        settings(content, database),
        paths,
        mode,
        form,
        said,
        report,
        dry_run=dry_run,
        strict=strict,
        as_json=as_json,
    ):
        raise SystemExit(NOTHING_FOUND)
