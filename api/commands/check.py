"""``duizhao check``: whether a translation says the same amounts and dates as its source, in the glossary's terms."""

from __future__ import annotations

import re
from pathlib import Path

import click

from api.commands.options import (
    NOTHING_FOUND,
    Refusal,
    content_option,
    database_option,
    language,
    locale_option,
    settings,
)
from api.database_url import DatabaseUrl
from translations import ReaderLocale

_PATH = click.Path(path_type=Path)


def _column(_context: click.Context, _option: click.Parameter, value: str | None) -> str | int | None:
    return int(value) if value is not None and re.fullmatch("[0-9]{1,9}", value) else value


def _rules(_context: click.Context, _option: click.Parameter, value: str | None) -> list[str] | None:
    from api.segment_checks import RULES

    names = [name.strip() for name in value.split(",")] if value is not None else None
    for name in names or ():
        if name not in RULES:
            raise Refusal(f"--rules {name}: there is no such rule; there are: {', '.join(RULES)}")
    return names


@click.command()
@click.argument("source", type=_PATH)
@click.argument("target", type=_PATH, required=False)
@click.option("--source-lang", metavar="TAG", callback=language, help="BCP 47 tag, where no file says it.")
@click.option("--target-lang", metavar="TAG", callback=language, help="BCP 47 tag, where no file says it.")
@click.option(
    "--source-column", metavar="NAME", callback=_column, help="Of a table: heading, or number from 1."
)
@click.option(
    "--target-column", metavar="NAME", callback=_column, help="Of a table: heading, or number from 1."
)
@click.option(
    "--rules",
    metavar="NAMES",
    callback=_rules,
    help="What to look for: figures, terms, or kinds of issue, with commas between; everything without it.",
)
@click.option(
    "--severity",
    type=click.Choice(["error", "warning", "note"]),
    default="warning",
    show_default=True,
    help="How grave an issue is at least.",
)
@click.option("--max-bytes", type=click.IntRange(1), help="Bytes of a file at most.")
@click.option("--max-units", type=click.IntRange(1), help="Translated segments at most.")
@click.option("--max-segment", type=click.IntRange(1), help="Characters of a segment at most.")
@click.option("--json", "form", flag_value="json", help="A verdict for each segment, as the API has it.")
@click.option("--sarif", "form", flag_value="sarif", help="SARIF 2.1.0, for code scanning and editors.")
@locale_option
@content_option
@database_option
def check(
    source: Path,
    target: Path | None,
    source_lang: str | None,
    target_lang: str | None,
    source_column: str | int | None,
    target_column: str | int | None,
    rules: list[str] | None,
    severity: str,
    form: str | None,
    reader: ReaderLocale,
    content: Path | None,
    database: Path | DatabaseUrl | None,
    **limits: int | None,
) -> None:
    """Check that a translation says the same amounts and dates as its source, in the glossary's terms.

    SOURCE and TARGET are two texts with a segment on each line; or SOURCE alone is a bilingual file: TMX,
    XLIFF, PO, CSV or TSV. Exit code 1: there are issues.
    """
    from api.commands.bilingual import Wanted, open_bilingual
    from api.commands.verdicts import WRITERS
    from api.segment_checks import Chosen, SegmentChecks
    from api.term_check import opened_term_check
    from translations.bitexts import Limits

    chosen = {name: value for name, value in limits.items() if value is not None}
    wanted = Wanted(source_lang, target_lang, source_column, target_column, Limits(**chosen))
    terms = opened_term_check(settings(content, database))
    files = open_bilingual(source, target, wanted, SegmentChecks(Chosen.of(rules, severity), terms))
    if WRITERS[form or "report"](files, reader, click.echo):
        raise SystemExit(NOTHING_FOUND)
