"""A concept as JSON, both ways; the form of the API, the index and the JSON export."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from glossary.model import Concept, ConceptType, PartOfSpeech, Status, Term, TermType
from translations import CONTENT_LANGUAGES, PartialText


def concept_to_json(concept: Concept) -> dict[str, Any]:
    """Return `concept` as plain data; `languages` holds its terms by language tag."""
    return {
        "id": concept.id,
        "concept_type": concept.concept_type.value,
        "subject_field": concept.subject_field,
        "definition": _texts(concept.definition),
        "note": _texts(concept.note),
        "languages": {
            tag: {"terms": [_term_to_json(term) for term in concept.terms_in(tag)]}
            for tag in CONTENT_LANGUAGES
        },
        "distractors": list(concept.distractors),
        "related": list(concept.related),
        "sections": list(concept.sections),
        "xrefs": list(concept.xrefs),
        "replaces": list(concept.replaces),
        "full_form_first": concept.full_form_first,
    }


def concept_from_json(data: Mapping[str, Any]) -> Concept:
    """Build the concept that `concept_to_json` wrote."""
    return Concept(
        id=data["id"],
        concept_type=ConceptType(data["concept_type"]),
        subject_field=data["subject_field"],
        definition=_localized(data["definition"]),
        note=_localized(data["note"]),
        terms=tuple(
            _term_from_json(tag, term)
            for tag in CONTENT_LANGUAGES
            for term in data["languages"][tag]["terms"]
        ),
        distractors=tuple(data["distractors"]),
        related=tuple(data["related"]),
        sections=tuple(data["sections"]),
        xrefs=tuple(data["xrefs"]),
        replaces=tuple(data["replaces"]),
        full_form_first=data["full_form_first"],
    )


def concept_from_fragment(fragment: str) -> Concept:
    """Build the concept from the ready JSON that an index has of it."""
    return concept_from_json(json.loads(fragment))


def _term_to_json(term: Term) -> dict[str, Any]:
    return {
        "term": term.term,
        "status": term.status.value,
        "term_type": term.term_type.value,
        "part_of_speech": term.part_of_speech.value,
        "reading": term.reading,
        "geographical_usage": term.geographical_usage,
        "use": term.use,
        "note": _texts(term.note),
        "context": term.context,
        "source": term.source,
    }


def _term_from_json(tag: str, data: Mapping[str, Any]) -> Term:
    return Term(
        term=data["term"],
        lang=tag,
        status=Status(data["status"]),
        term_type=TermType(data["term_type"]),
        part_of_speech=PartOfSpeech(data["part_of_speech"]),
        reading=data["reading"],
        geographical_usage=data["geographical_usage"],
        use=data["use"],
        note=_localized(data["note"]),
        context=data["context"],
        source=data["source"],
    )


def _texts(text: PartialText | None) -> dict[str, str] | None:
    return None if text is None else dict(text.items())


def _localized(data: Mapping[str, str] | None) -> PartialText | None:
    return None if data is None else PartialText.from_mapping(data)
