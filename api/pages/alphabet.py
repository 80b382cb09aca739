"""The glossary from A to Z: by the English name, or by the sound of the Chinese one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from flask import url_for

from api.library import library
from api.pages.blueprint import PageQuerySchema, page
from api.pages.names import Name, names_of, other_languages
from api.pages.parts import part_links
from api.pages.view import View
from api.requests import MOST_ITEMS, ListSchema, one_of, whole_number
from glossary import Glossary, concept_from_fragment
from glossary.store.headings import LETTERS


class AlphabetQuerySchema(PageQuerySchema, ListSchema):
    """Which letter; all of them without it."""

    letter = one_of("only concepts under this letter", LETTERS)
    limit = whole_number("items at most", MOST_ITEMS, 1, MOST_ITEMS, load_default=MOST_ITEMS)


@dataclass(frozen=True, slots=True)
class LetterLink:
    """A letter; one that nothing stands under leads nowhere (an empty `href`)."""

    letter: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Counterpart:
    """A name in other languages: in both scripts of Chinese at once where they write it alike."""

    languages: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A concept by name, and what it is called in other languages."""

    href: str
    name: Name
    others: tuple[Counterpart, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """Some of the entries under a letter."""

    letter: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class AlphabetPage:
    """alphabet.html; `letter` is the one chosen, empty for all of them, whose address is `everything`."""

    letter: str
    everything: str
    letters: tuple[LetterLink, ...]
    groups: tuple[Letter, ...]
    total: int
    parts: dict[str, str]


@page("/index", "alphabet.html", AlphabetQuerySchema)
def alphabet(view: View, query: dict[str, Any]) -> AlphabetPage:
    """Show the concepts in the order of the alphabet."""
    glossary = library().glossary
    totals = glossary.letters(view.primary)
    chosen = query.get("letter")
    wanted = {letter: total for letter, total in totals.items() if chosen in (None, letter)}
    total = sum(wanted.values())
    return AlphabetPage(
        letter=chosen or "",
        everything=url_for("pages.alphabet", view=view),
        letters=tuple(_link(view, letter, chosen, totals) for letter in LETTERS),
        groups=tuple(_groups(view, glossary, wanted, query["limit"], query["offset"])),
        total=total,
        parts=part_links(total, query["limit"], query["offset"]),
    )


def _link(view: View, letter: str, chosen: str | None, totals: Mapping[str, int]) -> LetterLink:
    href = url_for("pages.alphabet", view=view, letter=letter) if letter in totals else ""
    return LetterLink(letter, href, letter == chosen)


def _groups(
    view: View, glossary: Glossary, totals: Mapping[str, int], limit: int, offset: int
) -> Iterator[Letter]:
    """Yield what of the letters, one behind the other, lies `offset` entries on."""
    for letter, total in totals.items():
        if offset < total and limit:
            found = glossary.under(view.primary, letter, limit, offset)
            yield Letter(letter, tuple(_entry(view, fragment) for fragment in found))
            limit -= len(found)
        offset = max(0, offset - total)


def _entry(view: View, fragment: str) -> Entry:
    concept = concept_from_fragment(fragment)
    names = names_of(concept, (*view.languages, *other_languages(view)))
    first = names[0] if names else Name(view.primary, concept.id, "")
    return Entry(
        url_for("pages.term", view=view, term_id=concept.id),
        first,
        tuple(counterpart for counterpart in _counterparts(names) if counterpart.text != first.text),
    )


def _counterparts(names: Iterable[Name]) -> Iterator[Counterpart]:
    languages: dict[str, list[str]] = {}
    for name in names:
        languages.setdefault(name.text, []).append(name.lang)
    return (Counterpart(tuple(tags), text) for text, tags in languages.items())
