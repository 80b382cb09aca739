"""What of a concept is looked for in a text; without numpy, for many processes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from glossary.keys.english import stem, words
from glossary.model import Concept
from glossary.recognition.forms import is_name


class Pattern(NamedTuple):
    """A `spelling` to be looked for, the term or distractor that it spells, and whether that is a name (`is_name`)."""

    spelling: str
    text: str
    distractor: bool
    name: bool


# SoftBank is written Soft Bank as well: known by its parts, too.
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")


def patterns_of(concept: Concept) -> tuple[Pattern, ...]:
    """Return every pattern of `concept`, each once."""
    terms = dict.fromkeys((term.term, is_name(term)) for term in concept.terms)
    found = [Pattern(spelling, text, False, name) for text, name in terms for spelling in _spellings(text)]
    found += [
        Pattern(spelling, text, True, False) for text in concept.distractors for spelling in _spellings(text)
    ]
    return tuple(found)


def _spellings(text: str) -> Iterator[str]:
    """Yield `text` and the spellings that would not be found by it."""
    if "\0" in text:  # no text: it parts patterns from one another when they are taken apart
        return
    yield text
    if not text.isascii():
        return
    parted = _HUMP.sub(" ", text)
    if parted != text:
        yield parted
    if " " in text or "-" in text:
        parts = words(text)
        if any(stem(word) != word for word in parts[:-1]):  # sales force, salesforce
            yield "".join(parts)
