"""A concept goes through JSON and comes back as it was."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from api.content import Content
from glossary import (
    Concept,
    ConceptType,
    PartOfSpeech,
    Status,
    Term,
    TermType,
    concept_from_json,
    concept_to_json,
)
from translations import CONTENT_LANGUAGES, PartialText

TEXT = st.text(min_size=1, max_size=20)
TEXTS = st.builds(PartialText, *[st.none() | TEXT] * 3).filter(lambda text: any(text.items()))


def terms(language: str) -> st.SearchStrategy[list[Term]]:
    term = st.builds(
        Term,
        term=TEXT,
        lang=st.just(language),
        status=st.sampled_from(Status),
        term_type=st.sampled_from(TermType),
        part_of_speech=st.sampled_from(PartOfSpeech),
        reading=st.none() | TEXT,
        geographical_usage=st.none() | st.sampled_from(["TW", "HK", "US"]),
        use=st.none() | TEXT,
        note=st.none() | TEXTS,
        context=st.none() | TEXT,
        source=st.none() | TEXT,
    )
    return st.lists(term, max_size=3)


CONCEPTS = st.builds(
    Concept,
    id=TEXT,
    concept_type=st.sampled_from(ConceptType),
    subject_field=TEXT,
    definition=st.none() | TEXTS,
    terms=st.tuples(*map(terms, CONTENT_LANGUAGES)).map(
        lambda lists: tuple(term for few in lists for term in few)
    ),
    note=st.none() | TEXTS,
    distractors=st.lists(TEXT, max_size=2).map(tuple),
    related=st.lists(TEXT, max_size=2).map(tuple),
    sections=st.lists(TEXT, max_size=2).map(tuple),
    xrefs=st.lists(TEXT, max_size=2).map(tuple),
    replaces=st.lists(TEXT, max_size=2).map(tuple),
    full_form_first=st.booleans(),
)


@given(CONCEPTS)
def test_any_concept(concept: Concept) -> None:
    assert concept_from_json(json.loads(json.dumps(concept_to_json(concept)))) == concept


def test_the_tiny_concepts(tiny_content: Content) -> None:
    for concept in tiny_content.glossary.concepts:
        assert concept_from_json(concept_to_json(concept)) == concept
