"""What is found for one term, for several, or for each line of a file, for people or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from api.commands.options import Refusal
from api.commands.terminal import harmless, shortened
from api.commands.texts import STANDARD_INPUT, read_text
from api.json_text import legible
from api.lookup import found_json, found_table, opened_glossary
from api.settings import Settings
from glossary import Glossary, TermQuery

_LONGEST_QUERY = 200  # as over HTTP: api.requests.LONGEST_TEXT, which would bring Flask along
_SHOWN = 60

Echo = Callable[[str], object]


def look_up(
    settings: Settings,
    texts: tuple[str, ...],
    file: str | None,
    wanted: TermQuery,
    *,
    as_json: bool,
    echo: Echo,
) -> bool:
    """Write what is found for each of `texts` and each line of `file`; return whether there is something for each.

    `wanted` says everything of the searches but their text. One text by itself is answered by itself.
    """
    if not texts and file is None:
        raise Refusal("there is nothing to look up; give a TEXT, or --file FILE with one a line")
    lines = _lines(file) if file is not None else []
    with opened_glossary(settings) as glossary:
        if len(texts) == 1 and not lines:
            return _write_one(glossary, replace(wanted, text=texts[0]), as_json, echo)
        write = _write_json if as_json else _write_tables
        return write(glossary, [*texts, *lines], wanted, echo)


def _lines(file: str) -> list[str]:
    lines = [line.strip() for line in read_text(file).splitlines()]
    found = [line for line in lines if line]
    if not found:
        name = "standard input" if file == STANDARD_INPUT else file
        raise Refusal(f"{name}: there is nothing to look up; write one term a line")
    return found


def _write_one(glossary: Glossary, wanted: TermQuery, as_json: bool, echo: Echo) -> bool:
    if as_json:
        found = found_json(glossary, wanted)
        echo(legible(found))
        return bool(found["total"])
    table, total = found_table(glossary, wanted)
    echo(table)
    return total > 0


def _write_json(glossary: Glossary, texts: list[str], wanted: TermQuery, echo: Echo) -> bool:
    """Write what ``POST /api/v1/terms/lookup`` answers, as it is found."""
    for_each = True
    echo('{"answers": [')
    for n, text in enumerate(texts, 1):
        found = _found(glossary, text, wanted)
        for_each = for_each and found.get("total", 0) > 0
        echo(json.dumps(found, ensure_ascii=False) + ("," if n < len(texts) else ""))
    echo("]}")
    return for_each


def _found(glossary: Glossary, text: str, wanted: TermQuery) -> dict[str, Any]:
    if len(text) > _LONGEST_QUERY:
        return {
            "q": shortened(text, _SHOWN),
            "error": {"title": "Invalid request", "detail": _too_long(text)},
        }
    return {"q": text, **found_json(glossary, replace(wanted, text=text))}


def _write_tables(glossary: Glossary, texts: list[str], wanted: TermQuery, echo: Echo) -> bool:
    """Write each text, and below it what is found; a line that cannot be looked up is told so and passed over."""
    for_each = True
    for n, text in enumerate(texts):
        long = len(text) > _LONGEST_QUERY
        table, total = (_too_long(text), 0) if long else found_table(glossary, replace(wanted, text=text))
        for_each = for_each and total > 0
        echo(("\n" if n else "") + f"── {harmless(shortened(text, _SHOWN))}")
        echo(table)
    return for_each


def _too_long(text: str) -> str:
    return f"this has {len(text):,} characters; {_LONGEST_QUERY} are taken at most: shorten it"
