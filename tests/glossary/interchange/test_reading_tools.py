"""Glossaries as tools write them: each comes out as a translator would put it down (tests/data/README.md has the sources)."""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.interchange.reading import Format, Options
from tests.glossary.interchange.reading_support import read

DATA = Path(__file__).parents[2] / "data" / "glossaries"


def test_tbx_of_weblate() -> None:
    """Its ids are numbers, its explanations have no type, and what is forbidden has nothing to be used instead."""
    found = read(DATA / "weblate.tbx")
    assert found.format is Format.TBX
    assert found.lines == [
        "c-17 (imported) definition en: Where ships are loaded and unloaded.",
        "  zh-Hans 码头 preferred note zh-Hans: 不是终端",
        "  en terminal preferred",
        "c-18 (imported)",
        "  zh-Hans 港湾数据 deprecated",
        "  en Harbor Data preferred",
    ]
    assert (found.refused, found.left_out) == ([], {"translationNote": 1})


def test_tbx_of_termweb() -> None:
    """forbidden and obsolete are deprecated and superseded; ntig holds its term in a termGrp."""
    found = read(DATA / "termweb.tbx")
    assert found.lines == [
        "tw-4711 (shipping) definition en: Vessel that carries boxes.",
        "  zh-Hant 貨櫃船 preferred geographical_usage=TW",
        "  en container ship preferred noun",
        "  en box boat deprecated use=container ship note en: Slang.",
        "  en container vessel superseded use=container ship",
    ]
    assert found.refused == []
    assert found.left_out == {
        "source of definition": 1,
        "grammaticalGender": 1,
        "transacGrp": 1,
        "language de": 1,
    }
    assert [(field.id, field.title.en) for field in found.fields] == [("shipping", "Shipping")]


def test_tbx_of_multiterm() -> None:
    found = read(DATA / "multiterm.tbx")
    assert found.lines == [
        "c1 (imported) definition en: Depth of a ship below the waterline.",
        "  zh-Hans 吃水 preferred",
        "  zh-Hans 草稿 deprecated use=吃水",
        "  en draft preferred geographical_usage=US",
    ]
    assert found.left_out == {"transacGrp": 1}


def test_tbx_of_iate() -> None:
    """It has no Chinese; an entry without a language of ours is refused."""
    found = read(DATA / "iate.tbx")
    assert found.lines == [
        "iate_900001 (maritime-transport)",
        "  en port of call preferred",
        "  en POC admitted abbreviation",
    ]
    assert found.complaints == ["iate.tbx:15: 'iate_900002': there is no term in Chinese or English; add one"]
    assert found.left_out == {"reliabilityCode": 4, "language bg": 1, "language fr": 1}


def test_tbx_basic_of_2025() -> None:
    """usageStatus is the later name of administrativeStatus; a reference at a term names what to use instead."""
    found = read(DATA / "basic-2025.tbx")
    assert found.lines == [
        "berth (ports) related=quay xrefs=https://www.wikidata.org/entity/Q1"
        " definition en: Place where a ship lies.",
        "  zh-Hans 泊位 [bó wèi] preferred",
        "  zh-Hant 泊位 preferred geographical_usage=HK",
        "  en berth preferred context=The berth is 400 m long. source=Port manual",
        "  en parking place deprecated use=berth",
    ]
    assert (found.refused, found.left_out) == ([], {})


def test_tbx_with_categories_as_tags() -> None:
    found = read(DATA / "basic-dct.tbx")
    assert found.lines == [
        "quay (ports) definition en: Wall at which ships lie.",
        "  en quay preferred noun context=At the quay lies a ship.",
        "  en wharf superseded use=quay",
    ]
    assert (found.refused, found.left_out) == ([], {})


def test_tbx_min_of_2013() -> None:
    assert read(DATA / "min-2013.tbx").lines == [
        "C002 (ports)",
        "  zh-Hans 起重机 preferred",
        "  en crane preferred noun",
    ]


def test_csv_of_memoq() -> None:
    """Its headings repeat: Term_Info and Term_Example belong to the term before them; | parts synonyms."""
    found = read(DATA / "memoq.csv")
    assert found.lines == [
        "c-0 (ports) definition en: Place where a ship lies.",
        "  zh-Hans 泊位 preferred",
        "  en berth preferred geographical_usage=US context=The berth is free.",
        "  en mooring admitted geographical_usage=US",
        "c-1 (ports) note zh-Hans: 看上下文",
        "  zh-Hans 吃水 preferred context=船的吃水为十米。",
        "  en draft preferred geographical_usage=US",
    ]
    assert found.left_out == {"column Entry_Domain": 1, "column Term_Info": 3}


def test_csv_of_matecat() -> None:
    """Its tags must have a region, which therefore says nothing; what is forbidden is the translation."""
    found = read(DATA / "matecat.csv")
    assert found.lines == [
        "berth-bb188a5b2566 (ports) definition en: Place where a ship lies.",
        "  zh-Hans 泊位 preferred",
        "  en berth preferred context=The berth is free.",
        "berth-7fdd3e005086 (ports)",
        "  zh-Hans 停车位 deprecated note zh-Hans: 不是停车",
        "  en berth preferred",
    ]
    assert found.left_out == {"column subdomain": 1}


def test_text_of_omegat() -> None:
    found = read(DATA / "omegat.txt")
    assert found.format is Format.OMEGAT
    assert found.lines == [
        "berth-bb188a5b2566 (imported) note en: place where a ship lies",
        "  zh-Hans 泊位 preferred",
        "  en berth preferred",
        "draft-0244dd98b0c9 (imported)",
        "  zh-Hans 吃水 preferred",
        "  en draft preferred",
        "quay-f03fdd74967f (imported) note en: see wharf",
        "  en quay preferred",
    ]


@pytest.mark.parametrize("name", ["deepl.tsv", "deepl.csv"])
def test_lists_of_deepl(name: str) -> None:
    """Without headings; its download names the languages behind each pair."""
    first, *_ = read(DATA / name).concepts
    assert [(term.lang, term.term) for term in first.terms] == [("zh-Hans", "泊位"), ("en", "berth")]


def test_csv_of_amazon() -> None:
    """Headed by language codes, of which two are ours."""
    found = read(DATA / "amazon.csv")
    assert [[(term.lang, term.term) for term in concept.terms] for concept in found.concepts] == [
        [("zh-Hant", "泊位"), ("en", "berth")],
        [("zh-Hant", "貨櫃船"), ("en", "container ship")],
    ]
    assert found.left_out == {"language fr": 2}


def test_utx() -> None:
    """Lines of one concept ID are one concept; cells that are empty at the end may be left out."""
    found = read(DATA / "aamt.utx")
    assert found.format is Format.UTX
    assert found.lines == [
        "c-1 (imported)",
        "  zh-Hans 泊位 preferred",
        "  en berth preferred noun",
        "  en mooring admitted noun",
        "parking-7654e51c53e5 (imported)",
        "  zh-Hans 停车 deprecated",
        "  en parking preferred noun",
    ]


def test_cedict() -> None:
    """Senses are terms; remarks, measure words and references notes; explanations definitions."""
    found = read(DATA / "cedict.u8", Options(subject_field="general"))
    assert found.format is Format.CEDICT
    assert found.lines == [
        "gang3kou3shu4ju4-7866d9fab1af (general) definition en: Harbor Data, a company that does not exist",
        "  zh-Hans 港口数据 [Gǎng kǒu Shù jù] preferred properNoun",
        "  zh-Hant 港口數據 [Gǎng kǒu Shù jù] preferred properNoun",
        "  en Harbor Data preferred properNoun",
        "bo2wei4-6f96712bab6a (general) note en: measure word: 個|个 (gè)",
        "  zh-Hans 泊位 [bó wèi] preferred",
        "  zh-Hant 泊位 [bó wèi] preferred",
        "  en berth preferred",
        "  en mooring admitted",
        "  en parking space admitted note en: Tw",
        "yu4lang4-618694a8caad (general) note en: lit. to drive the waves; Taiwan pr. yù láng",
        "  zh-Hans 驭浪 [yù làng] preferred phrase verb",
        "  zh-Hant 馭浪 [yù láng] preferred phrase verb",
        "  en ride the waves preferred verb note en: idiom",
        "  en make the best of it admitted verb",
        "gang3shu4-e9e6b3cec5d3 (general) note en: abbr. for 港口數據|港口数据 (Gǎng kǒu Shù jù)",
        "  zh-Hans 港数 [Gǎng shù] preferred abbreviation properNoun",
        "  zh-Hant 港數 [Gǎng shù] preferred abbreviation properNoun",
        "lv4an4-935388f3380a (general) definition en:"
        " (literary) a shore on which nothing but reeds and grass grows, seen from a ship",
        "  zh-Hans 绿岸 [lǜ àn] preferred",
        "  zh-Hant 綠岸 [lǜ àn] preferred",
        "cang1r5-453c28fcd20d (general) note en: erhua variant of 艙|舱 (cāng)",
        "  zh-Hans 舱儿 [cāng r] preferred variant",
        "  zh-Hant 艙兒 [cāng r] preferred variant",
    ]
    assert found.complaints == [
        "cedict.u8:10: 'this line is broken': this is no entry of CC-CEDICT;"
        " write Traditional Simplified [pin1 yin1] /gloss/gloss/"
    ]


@pytest.mark.parametrize(
    ("gloss", "term"),
    [
        ("Harbor, Quay and Pier", "Harbor, Quay and Pier"),
        ("Ministry of Harbors, Ferries and Fish, closed in 2001", "Ministry of Harbors, Ferries and Fish"),
        ("Li Harbor, Chinese pilot and Harbor Master", "Li Harbor"),
        ("HFF, Harbors, Ferries and Fish", "HFF"),
    ],
)
def test_cedict_names_with_commas(tmp_path: Path, gloss: str, term: str) -> None:
    """A comma before an explanation ends a name; those of a list are its own."""
    (tmp_path / "cedict.u8").write_text(f"港 港 [Gang3] /{gloss}/\n", encoding="utf-8")
    found = read(tmp_path / "cedict.u8", Options(subject_field="general"))
    assert found.lines[-1] == f"  en {term} preferred properNoun"
