"""A concept as plain data, as our JSON and our YAML have it, made a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from glossary.interchange.reading.drafts import Draft, DraftTerm, TaggedText
from glossary.interchange.reading.model import LeftOut
from glossary.model import ConceptType, PartOfSpeech, Status, TermType

_Choice = TypeVar("_Choice", bound=StrEnum)
Place = tuple[str | int, ...]
LineAt = Callable[[Place], int | None]

_CONCEPT_KEYS = frozenset(
    [
        "id",
        "concept_type",
        "subject_field",
        "definition",
        "note",
        "languages",
        "terms",
        "distractors",
        "related",
        "sections",
        "xrefs",
        "replaces",
        "full_form_first",
    ]
)
_TERM_KEYS = frozenset(
    [
        "term",
        "status",
        "term_type",
        "part_of_speech",
        "reading",
        "geographical_usage",
        "use",
        "note",
        "context",
        "source",
    ]
)


class NoConcept(ValueError):
    """The data is no concept; `value` is what is wrong."""

    def __init__(self, value: object, message: str) -> None:
        super().__init__(message)
        self.value = value if isinstance(value, str) else ""


def draft_of(data: object, line_at: LineAt, left_out: LeftOut) -> Draft:
    """Return the draft of a concept in JSON form or authoring form; `NoConcept` where a value has another shape.

    `line_at` tells the line of a place within the concept.
    """
    concept = _mapping(data, "a concept")
    _count_others(concept, _CONCEPT_KEYS, left_out)
    return Draft(
        line_at(()),
        _text(concept, "id"),
        list(_terms(concept, line_at, left_out)),
        _text(concept, "subject_field"),
        _choice(concept, "concept_type", ConceptType) or ConceptType.GENERAL,
        _tagged(concept, "definition"),
        _tagged(concept, "note"),
        _texts(concept, "distractors"),
        _texts(concept, "related"),
        _texts(concept, "sections"),
        _texts(concept, "xrefs"),
        _texts(concept, "replaces"),
        concept.get("full_form_first") in (True, "true"),
    )


def _terms(concept: Mapping[str, object], line_at: LineAt, left_out: LeftOut) -> Iterator[DraftTerm]:
    key = "languages" if "languages" in concept else "terms"
    for tag, value in _mapping(concept.get(key), key).items():
        terms = value.get("terms") if isinstance(value, Mapping) else value
        for n, term in enumerate(_sequence(terms, f"the terms in {tag[:40]}")):
            yield _term(_mapping(term, "a term"), tag, line_at((key, tag, n)), left_out)


def _term(term: Mapping[str, object], tag: str, line: int | None, left_out: LeftOut) -> DraftTerm:
    _count_others(term, _TERM_KEYS, left_out)
    return DraftTerm(
        _text(term, "term") or "",
        tag,
        line,
        _choice(term, "status", Status) or Status.PREFERRED,
        _choice(term, "term_type", TermType) or TermType.FULL_FORM,
        _choice(term, "part_of_speech", PartOfSpeech) or PartOfSpeech.OTHER,
        _text(term, "reading"),
        False,
        _text(term, "geographical_usage"),
        _text(term, "use"),
        _tagged(term, "note"),
        _text(term, "context"),
        _text(term, "source"),
    )


def _count_others(data: Mapping[str, object], known: frozenset[str], left_out: LeftOut) -> None:
    for key in data.keys() - known:
        left_out.add(f"key {key[:40]}")


def _mapping(data: object, what: str) -> Mapping[str, object]:
    if not isinstance(data, Mapping):
        raise NoConcept(data, f"{what} is no mapping")
    return data


def _sequence(data: object, what: str) -> list[object]:
    if data is None:
        return []
    if not isinstance(data, list):
        raise NoConcept(data, f"{what} are no list")
    return data


def _text(data: Mapping[str, object], key: str) -> str | None:
    value = data.get(key)
    if value is not None and not isinstance(value, str):
        raise NoConcept(value, f"{key} is no text")
    return value or None


def _texts(data: Mapping[str, object], key: str) -> tuple[str, ...]:
    values = _sequence(data.get(key), key)
    texts = tuple(value for value in values if isinstance(value, str))
    if len(texts) < len(values):
        raise NoConcept(None, f"{key} has something that is no text")
    return texts


def _tagged(data: Mapping[str, object], key: str) -> list[TaggedText]:
    """A text in languages; one without a language is taken, too."""
    value = data.get(key)
    if value is None:
        return []
    if isinstance(value, str):
        return [(None, value)]
    texts = _mapping(value, key)
    return [(tag, text) for tag in texts if (text := _text(texts, tag))]


def _choice(data: Mapping[str, object], key: str, choices: type[_Choice]) -> _Choice | None:
    value = _text(data, key)
    try:
        return None if value is None else choices(value)
    except ValueError:
        raise NoConcept(value, f"this is no {key}; there are {', '.join(choices)}") from None
