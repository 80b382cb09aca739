"""``duizhao extract``: the figures and dates of a text."""

from __future__ import annotations

import click

from api.commands.options import NOTHING_FOUND, json_option, language, locale_option
from api.commands.texts import read_text
from api.json_text import legible
from translations import ReaderLocale


@click.command()
@click.argument("file")
@click.option(
    "--lang",
    metavar="TAG",
    callback=language,
    help="BCP 47 tag of the text; it says what 元, $ and 兆 mean where the text does not.",
)
@locale_option
@json_option
def extract(file: str, lang: str | None, reader: ReaderLocale, as_json: bool) -> None:
    """Read every figure and date in the text FILE (-: standard input), Chinese, English or both."""
    from api.commands.reading_table import reading_table
    from api.reading_json import reading_json
    from translations.reading import read

    text = read_text(file)
    reading = read(text, lang)
    if as_json:
        click.echo(legible(reading_json(text, reading)))
    else:
        click.echo(reading_table(text, reading, reader.formatting))
    if not reading.figures and not reading.dates:
        raise SystemExit(NOTHING_FOUND)
