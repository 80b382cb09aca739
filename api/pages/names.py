"""What a concept is called, for a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.pages.view import View
from glossary import Concept
from translations import CONTENT_LANGUAGES


@dataclass(frozen=True, slots=True)
class Name:
    """The preferred term of a language; `reading` is pinyin, empty where there is none."""

    lang: str
    text: str
    reading: str


def names_of(concept: Concept, languages: Iterable[str]) -> tuple[Name, ...]:
    """Name `concept` in those of `languages` in which it has a name."""
    terms = ((language, concept.preferred(language)) for language in languages)
    return tuple(Name(language, term.term, term.reading or "") for language, term in terms if term)


def other_languages(view: View) -> tuple[str, ...]:
    """Return the content languages that `view` is not in."""
    return tuple(language for language in CONTENT_LANGUAGES if language not in view.languages)
