"""JSON and linked data, read back."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import RDF, SKOS

from glossary import Concept, concept_from_json
from translations import PartialText

if TYPE_CHECKING:
    from conftest import Written

# rdflib's own reader of JSON-LD calls what rdflib has deprecated.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")

XL = Namespace("http://www.w3.org/2008/05/skos-xl#")
LEXINFO = Namespace("http://www.lexinfo.net/ontology/3.0/lexinfo#")
SITE = "https://glossary.example/exports/jsonld/zh-Hans_en.jsonld"
TERMS = "https://glossary.example/api/v1/terms"


def test_json_has_every_field(written: Written, rich: Concept) -> None:
    document = json.loads(written("json", [rich], "zh-Hans", "zh-Hant", "en"))
    assert document["form"] == "duizhao-glossary/1"
    assert document["languages"] == ["zh-Hans", "zh-Hant", "en"]
    assert document["subject_fields"] == [
        {"id": "finance", "title": {"zh-Hans": "金融", "zh-Hant": "金融", "en": "Finance"}}
    ]
    (told,) = map(concept_from_json, document["concepts"])
    assert told == replace(rich, related=())  # neither of them is in the glossary


def test_json_of_a_pair_has_those_languages_only(written: Written, rich: Concept) -> None:
    note = PartialText(zh_hant="有別於軟銀株式會社。")
    document = json.loads(written("json", [replace(rich, note=note)], "zh-Hans", "en"))
    (told,) = map(concept_from_json, document["concepts"])
    assert told.terms_in("zh-Hant") == ()
    assert told.note is None
    assert told.terms_in("en") == rich.terms_in("en")


def graph(text: str) -> Graph:
    return Graph().parse(data=text, format="json-ld", publicID=SITE)


def test_skos_says_what_a_reader_looks_for(written: Written, rich: Concept) -> None:
    """One preferred label a language; what is not to be used is hidden: found, not shown."""
    found = graph(written("jsonld", [rich]))
    concept = URIRef(f"{TERMS}/softbank-group")
    assert (concept, RDF.type, SKOS.Concept) in found
    assert (concept, SKOS.inScheme, URIRef(TERMS)) in found
    assert set(found.objects(concept, SKOS.prefLabel)) == {
        Literal("软银集团", "zh-Hans"),
        Literal("SoftBank Group Corp.", "en"),
    }
    assert set(found.objects(concept, SKOS.altLabel)) == {
        Literal("软银", "zh-Hans"),
        Literal("SoftBank", "en"),
    }
    assert set(found.objects(concept, SKOS.hiddenLabel)) == {
        Literal("Softbank", "en"),
        Literal("Soft Bank", "en"),
    }
    assert set(found.objects(concept, SKOS.definition)) == {
        Literal("日本投资公司。", "zh-Hans"),
        Literal("Japanese <holding> & more.", "en"),
    }
    assert set(found.objects(concept, SKOS.exactMatch)) == {
        URIRef("https://www.wikidata.org/entity/Q201653"),
        URIRef("urn:isbn:0"),
    }


def test_skos_xl_says_the_status(written: Written, rich: Concept) -> None:
    found = graph(written("jsonld", [rich]))
    by_status = {
        (str(found.value(label, XL.literalForm)), found.value(label, LEXINFO.normativeAuthorization))
        for role in (XL.prefLabel, XL.altLabel, XL.hiddenLabel)
        for label in found.objects(URIRef(f"{TERMS}/softbank-group"), role)
    }
    assert by_status == {
        ("软银集团", LEXINFO.preferredTerm),
        ("软银", LEXINFO.preferredTerm),
        ("SoftBank Group Corp.", LEXINFO.preferredTerm),
        ("SoftBank", LEXINFO.preferredTerm),
        ("Softbank", LEXINFO.deprecatedTerm),
        ("Soft Bank", LEXINFO.supersededTerm),
    }
    (label,) = found.subjects(XL.literalForm, Literal("软银", "zh-Hans"))
    assert found.value(label, LEXINFO.romanization) == Literal("ruǎn yín", "zh-Latn-pinyin")


def test_concepts_are_related_within_the_file(written: Written, pair: Callable[..., Concept]) -> None:
    concepts = [pair("甲", id="a", related=("b", "gone")), pair("乙", id="b")]
    found = graph(written("jsonld", concepts))
    assert set(found.subject_objects(SKOS.related)) == {(URIRef(f"{TERMS}/a"), URIRef(f"{TERMS}/b"))}


@pytest.mark.parametrize("address", ["no address", "http://a b", "", "javascript:<x>"])
def test_what_is_no_address_is_left_out(written: Written, pair: Callable[..., Concept], address: str) -> None:
    assert len(graph(written("jsonld", [pair("甲", xrefs=(address,))]))) > 0
    assert written.omissions == [(address, "is no address")]
