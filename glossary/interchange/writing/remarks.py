"""What a flat file says of a term in its one column for comments."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.interchange.language_tags import TaggedLanguage
from glossary.interchange.writing.characters import on_one_line
from glossary.model import Concept, Term
from translations import PartialText


def nearest(text: PartialText | None, language: TaggedLanguage) -> str:
    """Return `text` for a reader of `language`, empty where there is none."""
    return text.nearest(language.content)[1] if text else ""


def remark(concept: Concept, source: Term, target: Term | None, reader: TaggedLanguage) -> str:
    """Return reading, region, definition and notes on one line, for a reader of `reader`."""
    return " · ".join(filter(None, map(on_one_line, _parts(concept, source, target, reader))))


def _parts(concept: Concept, source: Term, target: Term | None, reader: TaggedLanguage) -> Iterator[str]:
    yield source.reading or ""
    if target:
        yield target.reading or ""
        yield target.geographical_usage or ""
    yield nearest(concept.definition, reader)
    yield nearest(concept.note, reader)
    yield nearest(source.note, reader)
    if target:
        yield nearest(target.note, reader)
