"""The recognizer of running text as this check uses it: many short texts, read as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from glossary.checking.model import Mention, Recognizer
from glossary.recognition.model import Reading
from translations import resolve

# No term goes on behind it.
_BETWEEN = "\0"

# Returns the terms of a text in a content language.
Read = Callable[[str, str], Reading]


def recognizer(read: Read) -> Recognizer:
    """Return the recognizer that reads with `read`; a text costs far less among others than by itself."""

    def recognize(texts: Sequence[str], tag: str) -> list[list[Mention]]:
        reading = read(_BETWEEN.join(texts), resolve(tag).content)
        found: list[list[Mention]] = [[] for _ in texts]
        ends = _ends(texts)
        n = start = 0
        for term in reading.terms:
            while term.start >= ends[n]:
                start = ends[n]
                n += 1
            for concept_id in (term.meaning.concept.id, *term.meaning.others):
                found[n].append(Mention(term.start - start, term.end - start, concept_id))
        return found

    return recognize


def _ends(texts: Sequence[str]) -> list[int]:
    """Return where each of the joined texts has ended, and what follows it."""
    ends: list[int] = []
    for text in texts:
        ends.append((ends[-1] if ends else 0) + len(text) + len(_BETWEEN))
    return ends
