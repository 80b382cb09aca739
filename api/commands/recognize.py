"""``duizhao recognize``: the glossary's terms in a text."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import click

from api.commands.options import NOTHING_FOUND, content_option, database_option, language, settings
from api.commands.texts import read_text
from api.database_url import DatabaseUrl
from translations import resolve


@click.command()
@click.argument("file")
@click.option(
    "--lang",
    metavar="TAG",
    callback=language,
    help="BCP 47 tag of the text, Chinese or English; else guessed.",
)
@click.option(
    "--target", metavar="TAG", callback=language, help="BCP 47 tag of the language to translate into."
)
@click.option("--json", "form", flag_value="json", help="The terms as the API has them.")
@click.option("--html", "form", flag_value="html", help="The text with its terms marked.")
@click.option("--xliff", "form", flag_value="xliff", help="XLIFF 2.1 with the glossary module.")
@click.option("--prompt", "form", flag_value="prompt", help="A list of the terms for a language model.")
@click.option(
    "--max-bytes",
    default=2000,
    show_default=True,
    type=click.IntRange(1),
    help="Bytes of a --prompt at most.",
)
@content_option
@database_option
def recognize(
    file: str,
    lang: str | None,
    target: str | None,
    form: str | None,
    max_bytes: int,
    content: Path | None,
    database: Path | DatabaseUrl | None,
) -> None:
    """Find the glossary's terms in the text FILE (-: standard input), Chinese, English or both.

    Exit code 1 when there are none.
    """
    from api.commands.recognition_table import recognition_table
    from api.index import open_index
    from api.recognized.forms import Form, parts
    from api.recognized.renderings import other_language
    from api.recognized.terms_of import terms_of
    from glossary import Glossary

    own, text = settings(content, database), read_text(file)
    with closing(open_index(own)) as index:
        reading = terms_of(index, Glossary(index.query), text, resolve(lang).content if lang else None)
    to = resolve(target).content if target else other_language(reading.lang)
    if form is None:
        click.echo(recognition_table(reading, to))
    else:
        for part in parts(Form(form), reading, to, max_bytes=max_bytes):
            click.echo(part, nl=False)
        click.echo("", nl=form == "json")
    if not reading.terms:
        raise SystemExit(NOTHING_FOUND)
