"""What concepts that imports bring are called: some lack a language, a definition, a term that may be used."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from api.library import library
from api.reconciliation.entities import Entities
from glossary import Concept, ConceptType, PartOfSpeech, Status, Term, TermType
from translations import PartialText


def term(text: str, lang: str, status: Status = Status.PREFERRED) -> Term:
    return Term(text, lang, status, TermType.FULL_FORM, PartOfSpeech.NOUN)


def concept(*terms: Term, definition: PartialText | None = None) -> Concept:
    return Concept("c1", ConceptType.GENERAL, "imported", definition, terms)


@pytest.mark.parametrize(
    ("language", "terms", "name", "description"),
    [
        ("en", (term("芯片", "zh-Hans"), term("晶片", "zh-Hant")), "芯片", "晶片"),
        ("zh-Hant", (term("芯片", "zh-Hans"), term("chip", "en")), "芯片", "chip"),
        ("zh-Hans", (term("chip", "en"),), "chip", ""),
        ("en", (term("算力", "zh-Hans"), term("算力", "zh-Hant")), "算力", ""),
        ("en", (term("old", "en", Status.DEPRECATED), term("芯片", "zh-Hans")), "芯片", ""),
        ("en", (term("old", "en", Status.DEPRECATED),), "old", ""),
        ("en", (), "c1", ""),
    ],
)
def test_a_name_is_the_nearest_there_is(
    tiny_client: FlaskClient, language: str, terms: tuple[Term, ...], name: str, description: str
) -> None:
    with tiny_client.application.test_request_context():
        found = Entities(library(), language).described(concept(*terms))
    assert found == {"id": "c1", "name": name, "description": description}


def test_a_long_definition_is_cut_and_an_unknown_field_is_called_by_its_id(tiny_client: FlaskClient) -> None:
    long = concept(term("芯片", "zh-Hans"), definition=PartialText(en="x" * 1000))
    with tiny_client.application.test_request_context():
        entities = Entities(library(), "en")
        assert entities.description(long) == "x" * 299 + "…"
        assert entities.types_of(long)[0] == {"id": "imported", "name": "imported"}
