"""What a concept is called, for a page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.pages.view import View
from api.pages.words import Texts, Words
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


def both_names(concept: Concept, view: View) -> tuple[Texts, Texts]:
    """Name `concept` in the languages of `view`, and in the others; in one of those where it has no other name."""
    names = _as_words(names_of(concept, view.languages))
    others = _as_words(names_of(concept, other_languages(view)))
    return (names, others) if names else (others[:1], others[1:])


def _as_words(names: Iterable[Name]) -> Texts:
    return tuple(Words(name.lang, name.text) for name in names)
