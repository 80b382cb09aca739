"""Under which letter a concept stands, and in which order there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Concept, Status
from glossary.store.headings import heading
from glossary.store.keys import entries_of
from tests.concepts import concept


def letter(concept: Concept, language: str) -> str:
    return heading(concept, entries_of(concept), language)[0]


@pytest.mark.parametrize(
    ("terms", "letters"),
    [
        (("算力", ("算力", "zh-Hant"), "computing power"), "SSC"),
        (("鹅", "goose"), "EEG"),  # é
        (("AI芯片", "AI chip"), "AAA"),
        (("5G网络", "5G network"), "###"),
        (("绿", ("Éclair", "en")), "LLE"),
        (("“软银”", ("“SoftBank”", "en")), "RRS"),
        (("软银",), "RR#"),
        (("SoftBank",), "SSS"),
        ((("資料", "zh-Hant"), "data"), "ZZD"),
        (("％",), "###"),
        ((), "###"),
    ],
)
def test_a_concept_stands_under_a_letter(terms: tuple[str | tuple[str, str], ...], letters: str) -> None:
    found = concept("c", *terms)
    assert "".join(letter(found, language) for language in ("zh-Hans", "zh-Hant", "en")) == letters


def test_a_term_to_avoid_is_no_heading() -> None:
    found = concept("c", "软银", "Ruanyin")
    first, second = found.terms
    avoided = replace(found, terms=(first, replace(second, status=Status.DEPRECATED, use="SoftBank")))
    assert letter(avoided, "en") == "#"


def test_chinese_is_sorted_by_syllable_and_tone() -> None:
    words = ["绿", "路", "卢", "西安", "先", "西", "乱", "罗", "资料", "资本"]
    concepts = [concept(word, word) for word in words]
    ordered = sorted(concepts, key=lambda c: heading(c, entries_of(c), "zh-Hans"))
    assert [c.id for c in ordered] == ["卢", "路", "绿", "乱", "罗", "西", "西安", "先", "资本", "资料"]


def test_english_is_sorted_by_its_letters() -> None:
    words = ["data center", "Data", "database", "data-centre", "dam"]
    concepts = [concept(word, word) for word in words]
    ordered = sorted(concepts, key=lambda c: heading(c, entries_of(c), "en"))
    assert [c.id for c in ordered] == ["dam", "Data", "database", "data center", "data-centre"]
