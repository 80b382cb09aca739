"""Our authoring files (docs/content.md): a file, or the files of a folder; entries by themselves, by the rules of an import."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from glossary.interchange.reading.concepts import ConceptBuilder
from glossary.interchange.reading.fields import SubjectFields
from glossary.interchange.reading.model import Refused
from glossary.interchange.reading.plain import NoConcept, Place, draft_of
from glossary.model import Concept
from translations import CONTENT_LANGUAGES, LocalizedText
from translations.authoring import ContentError, Document, read_document
from translations.files import BadFile

# PyYAML has the whole of a document in memory, many times its size.
LONGEST_DOCUMENT = 16 << 20


def read_yaml(path: Path, builder: ConceptBuilder, fields: SubjectFields) -> Iterator[Concept | Refused]:
    """Yield the concepts of a glossary file."""
    if (size := path.stat().st_size) > LONGEST_DOCUMENT:
        fault = f"has {size:,} bytes, and a YAML file is read up to {LONGEST_DOCUMENT:,}"
        raise BadFile(path, None, fault, "split it")
    try:
        document = read_document(path)
    except ContentError as error:
        first = error.complaints[0]
        raise BadFile(path, first.line or None, first.message, first.mend) from error
    data = document.data
    concepts = data.get("concepts") if isinstance(data, dict) else None
    if not isinstance(concepts, list):
        raise BadFile(path, 1, "the file has no list of concepts", "begin it as docs/content.md shows")
    field = _field(data, fields)
    for n, concept in enumerate(concepts):
        try:
            draft = draft_of(concept, partial(_line, document, n), builder.left_out)
        except NoConcept as error:
            line = _line(document, n, ())
            yield builder.refused(line, error.value, str(error), "write it as docs/content.md shows")
            continue
        draft.subject_field = draft.subject_field or field
        yield from builder.build(draft)


def _line(document: Document, n: int, place: Place) -> int:
    return document.line(("concepts", n, *place))


def _field(data: dict[str, object], fields: SubjectFields) -> str | None:
    id_, title = data.get("subject_field"), data.get("title")
    if not isinstance(id_, str):
        return None
    if isinstance(title, dict) and all(isinstance(title.get(tag), str) for tag in CONTENT_LANGUAGES):
        fields.titled(id_, LocalizedText.from_mapping(title))
    return id_
