"""The keys under which a concept is found; each begins with a character that says what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from glossary.keys.english import stem_key
from glossary.keys.generated import generated_reading
from glossary.keys.pinyin import initials, pinyin_key
from glossary.keys.typing_errors import without_one
from glossary.model import Concept, Status, Term
from glossary.readings import count_han
from glossary.search_key import search_key

WHOLE = "="  # the folded term
LATER_WORD = ">"  # what of it begins at a later word: center of "data center"
INFLECTED = "~"  # the stems of its words
PINYIN = "@"
INITIALS = "^"
HAN_ERROR = "-"  # a folded Chinese term without one of its characters
WORD_ERROR = "!"  # a word of the vocabulary without one of its letters; ranks are word numbers
GRAM = "#"  # one or two Han characters in sequence; only in posting
FACET = "$"  # language, status, subject field, section, letter; only in posting

ANY_WORD = "*"  # WHOLE and LATER_WORD together; only in posting, where both have some
# Kinds that are also looked for by how they begin.
BEGINNINGS = frozenset((WHOLE, LATER_WORD, PINYIN, INITIALS))
END = "\x1f"  # behind the name of a posting: the key as a whole, not what begins with it
LAST = "\U0010ffff"  # sorts behind every continuation of a key

WEIGHTS = {status: status.weight for status in Status}

SHORTEST_MISTYPED = 4

# Longer Chinese terms are phrases; one wrong character in them is found by their other characters.
_LONGEST_HAN_ERROR = 8

_CJK = "\u2e80-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[^\W{_CJK}]+(?:['’][^\W{_CJK}]+)*")
_HAN_RUN = re.compile(rf"[{_CJK}]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """A term with its weight, folded, and with the reading by which it is found."""

    term: Term
    weight: int
    folded: str
    reading: str | None


def entries_of(concept: Concept) -> list[Entry]:
    """Return the terms of `concept`; a reading that is missing is that of the same word in other glyphs, or generated."""
    folded = [search_key(term.term) for term in concept.terms]
    known = {key: t.reading for key, t in zip(folded, concept.terms, strict=True) if t.reading}
    return [
        Entry(term, WEIGHTS[term.status], key, term.reading or known.get(key) or _generated(term))
        for term, key in zip(concept.terms, folded, strict=True)
    ]


def _generated(term: Term) -> str | None:
    return generated_reading(term.term) if term.lang != "en" and count_han(term.term) else None


def keys_of(entry: Entry) -> Iterator[str]:
    """Yield every key of a term, some more than once."""
    term, key = entry.term, entry.folded
    yield WHOLE + key
    yield from grams_of(key)
    for start in _later_words(term.term):
        yield LATER_WORD + search_key(term.term[start:])
    if term.lang == "en":
        yield INFLECTED + stem_key(term.term)
        return
    if entry.reading is not None:
        yield PINYIN + pinyin_key(entry.reading)
        yield INITIALS + initials(entry.reading)
    if 2 <= len(key) <= _LONGEST_HAN_ERROR:
        for shorter in without_one(key):
            yield HAN_ERROR + shorter


def word_errors(word: str) -> Iterator[str]:
    """Yield what a mistyped `word` is found by; short words are too many steps from too many others."""
    if len(word) >= SHORTEST_MISTYPED and word.isalpha():
        yield from without_one(word)


def grams_of(key: str) -> Iterator[str]:
    """Yield the key of each Han character of a folded term, and of every two in sequence."""
    for run in _HAN_RUN.findall(key):
        for character in run:
            yield GRAM + character
        for place in range(len(run) - 1):
            yield GRAM + run[place : place + 2]


def has_han(key: str) -> bool:
    """Whether a folded text has a Han character, kana or hangul: what `grams_of` takes apart."""
    return _HAN_RUN.search(key) is not None


def words_of(term: str) -> list[str]:
    """Return the folded Latin words of `term`."""
    return [search_key(word) for word in _WORD.findall(term)]


def facets_of(concept: Concept) -> set[str]:
    """Return the facets of `concept`; that of a language and a status is of one and the same term."""
    names = {field_facet(concept.subject_field)}
    for term in concept.terms:
        names |= {term_facet(term.lang, ""), term_facet("", term.status), term_facet(term.lang, term.status)}
    for section in concept.sections:
        names |= {section_facet(section), section_facet(section.rpartition("/")[2])}
    return names


def term_facet(lang: str, status: str) -> str:
    """Name the concepts with a term of the language and the status, either of which may be left empty."""
    return f"{lang}/{status}"


def field_facet(field: str) -> str:
    """Name the concepts of a subject field."""
    return f"field:{field}"


def section_facet(section: str) -> str:
    """Name the concepts that a section uses."""
    return f"section:{section}"


def letter_facet(language: str, letter: str) -> str:
    """Name the concepts that stand under `letter` for readers of `language`; they are listed by the alphabet."""
    return f"letter:{language}:{letter}"


def _later_words(term: str) -> list[int]:
    return [match.start() for match in _WORD.finditer(term) if match.start()]
