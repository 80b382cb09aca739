"""``duizhao recognize``: the glossary's terms in a text."""

from __future__ import annotations

from contextlib import closing

import click

from api.commands.texts import read_text
from api.settings import Settings
from translations import resolve


def recognize_in(
    settings: Settings, file: str, lang: str | None, target: str | None, form: str | None, max_bytes: int
) -> bool:
    """Write the terms of `file` in a form, None for a table; return whether there are any."""
    from api.commands.recognition_table import recognition_table
    from api.index import open_index
    from api.recognized.forms import Form, parts
    from api.recognized.renderings import other_language
    from api.recognized.terms_of import terms_of
    from glossary import Glossary

    text = read_text(file)
    with closing(open_index(settings)) as index:
        reading = terms_of(index, Glossary(index.query), text, resolve(lang).content if lang else None)
    to = resolve(target).content if target else other_language(reading.lang)
    if form is None:
        click.echo(recognition_table(reading, to))
    else:
        for part in parts(Form(form), reading, to, max_bytes=max_bytes):
            click.echo(part, nl=False)
        click.echo("", nl=form == "json")
    return bool(reading.terms)
