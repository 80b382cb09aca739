"""A text's terms as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from api.json_text import compact
from api.offsets import Offsets
from api.recognized.renderings import translations
from glossary import Term
from glossary.recognition.model import Meaning, Reading


def json_parts(reading: Reading, offsets: Offsets = Offsets.CODE_POINTS) -> Iterator[str]:
    """Yield ``{"matches": […]}`` part by part: a text may have hundreds of thousands."""
    count = offsets.counter(reading.text)
    named: dict[int, str] = {}  # what is told of a meaning, written once
    before = '{"matches":['
    for found in reading.terms:
        meaning = found.meaning
        if id(meaning) not in named:
            named[id(meaning)] = compact(meaning_json(meaning))[1:]
        place = {"start": count(found.start), "end": count(found.end), "text": found.text}
        yield f"{before}{compact(place)[:-1]},{named[id(meaning)]}"
        before = ","
    yield "]}" if before == "," else '{"matches":[]}'


def meaning_json(meaning: Meaning) -> dict[str, Any]:
    """Return what a match says beside its place."""
    return {
        "term": meaning.term.term,
        "term_id": meaning.concept.id,
        "lang": meaning.term.lang,
        "status": meaning.term.status.value,
        "use": meaning.use,
        "translations": {
            language: [_term_json(term) for term in terms]
            for language, terms in translations(meaning).items()
        },
        "also": list(meaning.others),
    }


def _term_json(term: Term) -> dict[str, Any]:
    return {"term": term.term, "status": term.status.value, "geographical_usage": term.geographical_usage}
