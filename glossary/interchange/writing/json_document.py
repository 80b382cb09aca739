"""JSON: every field of every concept, as the API has it."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.interchange.writing.characters import json_text
from glossary.interchange.writing.model import Content
from glossary.json_form import concept_to_json

# Raise it when a reader of this form must do otherwise.
FORM = "duizhao-glossary/1"


def write_json(content: Content) -> Iterator[str]:
    """Write one object: ``form``, ``header``, ``languages``, ``subject_fields``, and ``concepts``, one to a line."""
    header = content.header
    about = {"title": header.title, "program": header.program, "version": header.version}
    fields = [{"id": field.id, "title": dict(field.title.items())} for field in content.subject_fields]
    yield f'{{"form":{json_text(FORM)},\n"header":{json_text(about)},\n'
    yield f'"languages":{json_text([language.content for language in content.languages])},\n'
    yield f'"subject_fields":{json_text(fields)},\n"concepts":['
    separator = "\n"
    for concept in content.concepts:
        yield separator + json_text(concept_to_json(concept))
        separator = ",\n"
    yield "\n]}\n"
