"""A concept as it is stored: its JSON, and of each term what a search compares and tells."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from typing import NamedTuple

from glossary.json_form import concept_to_json
from glossary.model import Concept, ConceptType, PartOfSpeech, Status, Term, TermType
from glossary.store.keys import Entry

# ASCII's record and unit separators: JSON writes control characters as escapes.
_RECORD, _UNIT = "\x1e", "\x1f"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_RAW = -15  # zlib's wbits: deflate without a header


class TermLine(NamedTuple):
    """A term as a search needs it; `key` is folded, `reading` the one it is found by; ``""`` where there is none."""

    key: str
    lang: str
    status: str
    term: str
    use: str
    reading: str


class Record(NamedTuple):
    """A stored concept; a tuple, for twenty of them are made for an answer within microseconds."""

    fragment: str
    field: str
    sections: tuple[str, ...]
    lines: tuple[TermLine, ...]


def record_text(concept: Concept, entries: Iterable[Entry]) -> str:
    """Return what is stored of `concept`, whose terms are `entries`."""
    head = _UNIT.join((concept.subject_field, *concept.sections))
    lines = (
        _UNIT.join(
            (e.folded, e.term.lang, e.term.status.value, e.term.term, e.term.use or "", e.reading or "")
        )
        for e in entries
    )
    return _RECORD.join((_ENCODER.encode(concept_to_json(concept)), head, *lines))


def parse_record(text: str) -> Record:
    """Return the concept that `record_text` wrote."""
    fragment, head, *rest = text.split(_RECORD)
    field, *sections = head.split(_UNIT)
    lines = tuple(TermLine._make(line.split(_UNIT)) for line in rest)
    return Record(fragment, field, tuple(sections), lines)


class Deflater:
    """Deflates records with a dictionary of what all of them have in common."""

    def __init__(self, dictionary: bytes) -> None:
        self._dictionary = dictionary

    def deflate(self, text: str) -> bytes:
        """Return `text` deflated."""
        deflater = zlib.compressobj(9, zlib.DEFLATED, _RAW, zdict=self._dictionary)
        return deflater.compress(text.encode()) + deflater.flush()

    def inflate(self, data: bytes) -> str:
        """Return what was deflated."""
        return zlib.decompressobj(_RAW, self._dictionary).decompress(data).decode()

    def fragment(self, data: bytes) -> bytes:
        """Return the JSON of the concept whose record was deflated, as it is encoded."""
        return zlib.decompressobj(_RAW, self._dictionary).decompress(data).partition(_RECORD.encode())[0]


def sample_dictionary() -> bytes:
    """Return the dictionary: a concept that has what most have, the most frequent last."""
    noun, line = PartOfSpeech.NOUN, TermType.FULL_FORM
    terms = (
        Term("", "zh-Hans", Status.ADMITTED, line, PartOfSpeech.PROPER_NOUN),
        Term("", "zh-Hant", Status.PREFERRED, line, PartOfSpeech.OTHER),
        Term("", "en", Status.DEPRECATED, TermType.SHORT_FORM, PartOfSpeech.VERB),
        Term("", "zh-Hans", Status.PREFERRED, line, noun, "jīng jì zhì dù guó shì"),
        Term("", "zh-Hant", Status.PREFERRED, line, noun, "shàng xīn zhōng yǒu"),
        Term("", "en", Status.ADMITTED, line, noun),
        Term("", "en", Status.PREFERRED, line, noun),
    )
    texts = []
    for kind in (ConceptType.INDIVIDUAL, ConceptType.GENERAL):
        concept = Concept("", kind, "general", None, terms)
        texts.append(record_text(concept, [Entry(t, 0, "", t.reading) for t in terms]))
    return "".join(texts).encode()
