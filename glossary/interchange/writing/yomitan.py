"""Yomitan: a dictionary for looking up by hovering, in a browser (its schema 3)."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from typing import Any

from glossary.interchange.language_tags import TaggedLanguage
from glossary.interchange.writing.archive import archive
from glossary.interchange.writing.characters import cell_fault, encodable, json_text
from glossary.interchange.writing.model import Content
from glossary.interchange.writing.pairing import headwords
from glossary.interchange.writing.remarks import nearest
from glossary.model import Concept, Status, Term

_ROWS_OF_A_BANK = 10_000
# Category, order, what is shown on it, score.
_TAGS: dict[Status, tuple[str, int, str, int]] = {
    Status.PREFERRED: ("popular", 0, "preferred term", 1),
    Status.ADMITTED: ("expression", 1, "admitted term", 0),
    Status.DEPRECATED: ("archaism", 2, "deprecated: not to be used", -1),
    Status.SUPERSEDED: ("archaism", 3, "superseded: not to be used", -1),
}


def write_yomitan(content: Content) -> Iterator[bytes]:
    """Write a ZIP file. Whoever reads meets deprecated terms, too; what they are to be called is never one."""
    yield from archive(_files(content))


def _files(content: Content) -> Iterator[tuple[str, Iterator[bytes]]]:
    tags = [
        [status.value, category, order, notes, score]
        for status, (category, order, notes, score) in _TAGS.items()
    ]
    yield "tag_bank_1.json", iter([_dumped(tags)])
    found = _rows(content)
    digest = sha256()
    number = 0
    while bank := [_dumped(row) for row in islice(found, _ROWS_OF_A_BANK)]:
        number += 1
        data = b"[" + b",\n".join(bank) + b"]"
        digest.update(data)
        yield f"term_bank_{number}.json", iter([data])
    yield "index.json", iter([_dumped(_index(content, digest.hexdigest()[:12]))])


def _index(content: Content, revision: str) -> dict[str, Any]:
    """Yomitan wants a revision: the digest of what is in the dictionary, which is known at its end."""
    header = content.header
    return {
        "title": f"{header.title} ({content.source.tag} → {content.target.tag})",
        "revision": revision,
        "format": 3,
        "sequenced": True,
        "author": f"{header.program} {header.version}",
        "sourceLanguage": _primary(content.source),
        "targetLanguage": _primary(content.target),
    }


def _rows(content: Content) -> Iterator[list[Any]]:
    for sequence, concept in enumerate(content.concepts, 1):
        for source, targets in headwords(concept, content, cell_fault):
            status = source.status.value
            score = _TAGS[source.status][3]
            meaning = [_meaning(concept, source, targets, content.target)]
            yield [source.term, encodable(source.reading or ""), status, "", score, meaning, sequence, ""]


def _meaning(concept: Concept, source: Term, targets: list[Term], language: TaggedLanguage) -> dict[str, Any]:
    lines = [_line("; ".join(map(_named, targets)), fontWeight="bold")]
    if source.use:
        lines.append(_line(f"→ {encodable(source.use)}"))
    for text in (nearest(concept.definition, language), nearest(concept.note, language)):
        if text:
            lines.append(_line(encodable(text)))
    return {"type": "structured-content", "content": lines}


def _line(text: str, **style: str) -> dict[str, Any]:
    return {"tag": "div", "content": text, **({"style": style} if style else {})}


def _named(term: Term) -> str:
    details = ", ".join(filter(None, (term.reading, term.geographical_usage)))
    return f"{term.term} ({encodable(details)})" if details else term.term


def _primary(language: TaggedLanguage) -> str:
    """Yomitan knows languages by ISO 639 alone."""
    return language.content.partition("-")[0]


def _dumped(data: Any) -> bytes:
    return json_text(data).encode("utf-8", "backslashreplace")
