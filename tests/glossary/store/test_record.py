"""A record is the concept that was stored, whatever its texts hold."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.json_form import concept_to_json
from glossary.model import Concept, ConceptType, PartOfSpeech, Status, Term, TermType
from glossary.store import record
from glossary.store.keys import entries_of
from glossary.store.record import RecordReader, Shapes, TermLine, unshaped
from translations import CONTENT_LANGUAGES, PartialText

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12) | st.sampled_from(
    ['"term":"', '\\"', "\x1f", "数据", "status", 'a"id":"b', "\\", "},{", "%s"]
)
TERMS = st.builds(
    Term,
    TEXTS,
    st.sampled_from(CONTENT_LANGUAGES),
    st.sampled_from(Status),
    st.sampled_from(TermType),
    st.sampled_from(PartOfSpeech),
    reading=st.none() | TEXTS,
    geographical_usage=st.none() | st.just("TW"),
    use=st.none() | TEXTS,
    note=st.none() | st.builds(lambda text: PartialText.from_mapping({"en": text}), TEXTS),
    context=st.none() | TEXTS,
)
CONCEPTS = st.builds(
    Concept,
    TEXTS,
    st.sampled_from(ConceptType),
    st.sampled_from(["general", "technology"]),
    st.none() | st.builds(lambda text: PartialText.from_mapping({"zh-Hans": text}), TEXTS),
    st.lists(TERMS, max_size=4).map(tuple),
    distractors=st.lists(TEXTS, max_size=2).map(tuple),
    sections=st.lists(TEXTS, max_size=2).map(tuple),
    full_form_first=st.booleans(),
)


def stored(shapes: Shapes, concept: Concept) -> bytes:
    return shapes.record(unshaped(concept, entries_of(concept)))


@given(st.lists(CONCEPTS, max_size=3))
def test_a_record_has_the_concept_and_its_terms(concepts: list[Concept]) -> None:
    shapes = Shapes()
    records = [stored(shapes, concept) for concept in concepts]
    texts = dict(shapes.numbered())
    reader = RecordReader(lambda number: texts[number])
    for concept, data in zip(concepts, records, strict=True):
        found = reader.read(data)
        expected = json.dumps(concept_to_json(concept), ensure_ascii=False, separators=(",", ":"))
        assert found.fragment == expected
        assert (found.field, found.sections) == (concept.subject_field, concept.sections)
        assert [found.line(line) for line in found.shape.lines] == [
            TermLine(
                e.folded, e.term.lang, e.term.status.value, e.term.term, e.term.use or "", e.reading or ""
            )
            for e in entries_of(concept)
        ]


def test_concepts_of_one_shape_share_it_and_one_that_comes_too_late_has_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(record, "_MOST_SHAPES", 1)
    term = Term("算力", "zh-Hans", Status.PREFERRED, TermType.FULL_FORM, PartOfSpeech.NOUN, "suàn lì")
    first = Concept("a", ConceptType.GENERAL, "general", None, (term,))
    other = replace(first, id="c", terms=(term, replace(term, term="運算力", lang="zh-Hant", reading=None)))
    shapes = Shapes()
    records = [stored(shapes, concept) for concept in (first, replace(first, id="b"), other)]
    numbered = dict(shapes.numbered())
    assert list(numbered) == [1]
    assert len(records[1]) < 40 < len(records[2])
    reader = RecordReader(lambda number: numbered[number])
    assert [json.loads(reader.read(data).fragment)["id"] for data in records] == ["a", "b", "c"]
