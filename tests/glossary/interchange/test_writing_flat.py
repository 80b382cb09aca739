"""Flat files: what each tool does to a naive file, and that ours survives it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from glossary import Concept, PartOfSpeech, Status, Term, TermType
from glossary.interchange.formulas import bare, harmless
from glossary.interchange.writing import PROFILES

if TYPE_CHECKING:
    from conftest import Written

Pair = Callable[..., Concept]
FLAT = [profile.id for profile in PROFILES.values() if profile.flat and not profile.packed]

TINY = {
    "omegat": """\
# -*- coding: utf-8 -*-
# Glossary, zh-Hans → en
# Duizhao 1.0
资本支出	capital expenditure	zī běn zhī chū · Spending on lasting assets.
资本支出	capex	zī běn zhī chū · Spending on lasting assets.
港湾数据	Harbor Data	gǎng wān shù jù · Company that builds at the harbor.
半导体	semiconductor	bàn dǎo tǐ · Material that conducts under control.
半导体	chip	bàn dǎo tǐ · Material that conducts under control.
芯片	chip	xīn piàn · Circuit on a piece of silicon.
AI芯片	chip	AI xīn piàn · Circuit on a piece of silicon.
数据	data	shù jù · Recorded facts.
数据中心	data center	shù jù zhōng xīn · US · Building that houses servers. · Mainland and Taiwan differ in the word.
数据中心	data centre	shù jù zhōng xīn · GB · Building that houses servers. · Mainland and Taiwan differ in the word.
算力	computing power	suàn lì · Capacity to compute.
""",
    "deepl": """\
资本支出	capital expenditure
港湾数据	Harbor Data
半导体	semiconductor
芯片	chip
AI芯片	chip
数据	data
数据中心	data center
算力	computing power
""",
    "google-terms": """\
zh-CN,en,pos,description\r
资本支出,capital expenditure,noun,Spending on lasting assets.\r
港湾数据,Harbor Data,noun,Company that builds at the harbor.\r
半导体,semiconductor,noun,Material that conducts under control.\r
芯片,chip,noun,Circuit on a piece of silicon.\r
AI芯片,chip,noun,Circuit on a piece of silicon.\r
数据,data,noun,Recorded facts.\r
数据中心,data center,noun,Building that houses servers.\r
算力,computing power,noun,Capacity to compute.\r
""",
    "memoq": """\
Entry_Subject,Entry_Note,Chinese_PRC_Def,Chinese_PRC,English_Def,English\r
finance,,购置长期资产的支出。,资本支出,Spending on lasting assets.,capital expenditure|capex\r
finance,,在港口建设的公司。,港湾数据,Company that builds at the harbor.,Harbor Data\r
technology,,导电性可控的材料。,半导体,Material that conducts under control.,semiconductor|chip\r
technology,,硅片上的电路。,芯片|AI芯片,Circuit on a piece of silicon.,chip\r
technology,,记录下来的事实。,数据,Recorded facts.,data\r
technology,Mainland and Taiwan differ in the word.,放置服务器的建筑。,数据中心,Building that houses servers.,data center|data centre\r
technology,,计算的能力。,算力,Capacity to compute.,computing power\r
""",
    "matecat": """\
forbidden,domain,subdomain,definition,zh-CN,notes,example of use,en-US,notes,example of use\r
,finance,,Spending on lasting assets.,资本支出,,,capital expenditure,,\r
,finance,,Company that builds at the harbor.,港湾数据,,,Harbor Data,,\r
,technology,,Material that conducts under control.,半导体,,,semiconductor,,\r
,technology,,Circuit on a piece of silicon.,芯片,,,chip,,\r
,technology,,Circuit on a piece of silicon.,AI芯片,,,chip,,\r
,technology,,Recorded facts.,数据,,,data,,\r
,technology,,Building that houses servers.,数据中心,,,data center,,\r
,technology,,Capacity to compute.,算力,,,computing power,,\r
""",
    "utx": """\
#UTX 1.11; zh-Hans/en; ; creator: Duizhao 1.0\r
#src	tgt	src:pos	term status	concept ID	comment\r
资本支出	capital expenditure	noun	approved	capital-expenditure	zī běn zhī chū · Spending on lasting assets.\r
港湾数据	Harbor Data	properNoun	approved	harbor-data	gǎng wān shù jù · Company that builds at the harbor.\r
半导体	semiconductor	noun	approved	semiconductor	bàn dǎo tǐ · Material that conducts under control.\r
芯片	chip	noun	approved	chip	xīn piàn · Circuit on a piece of silicon.\r
AI芯片	chip	noun	non-standard	chip	AI xīn piàn · Circuit on a piece of silicon.\r
数据	data	noun	approved	data	shù jù · Recorded facts.\r
数据中心	data center	noun	approved	data-center	shù jù zhōng xīn · US · Building that houses servers. · Mainland and Taiwan differ in the word.\r
算力	computing power	noun	approved	computing-power	suàn lì · Capacity to compute.\r
""",
}


@pytest.mark.parametrize("profile", TINY)
def test_the_tiny_glossary(written: Written, tiny_concepts: tuple[Concept, ...], profile: str) -> None:
    assert written(profile, tiny_concepts) == TINY[profile]
    assert written.omissions == []


@pytest.mark.parametrize("profile", FLAT)
def test_no_file_suggests_a_deprecated_term(written: Written, rich: Concept, profile: str) -> None:
    told = written(profile, [rich])
    assert "SoftBank Group Corp." in told
    assert "Softbank" not in told.replace("softbank", "")
    assert "Soft Bank" not in told


@pytest.mark.parametrize("profile", FLAT)
def test_one_script_to_a_file(written: Written, tiny_concepts: tuple[Concept, ...], profile: str) -> None:
    assert "数据中心" not in written(profile, tiny_concepts, "zh-TW", "en")
    assert "資料中心" not in written(profile, tiny_concepts, "zh-CN", "en")


def test_a_short_form_is_put_in_a_short_form(written: Written, rich: Concept) -> None:
    assert written("deepl", [rich]) == "软银集团\tSoftBank Group Corp.\n软银\tSoftBank\n"
    assert written("deepl", [rich], "en", "zh-Hant") == "SoftBank Group Corp.\t軟銀集團\nSoftBank\t軟銀集團\n"


@pytest.mark.parametrize(
    ("source", "target", "line"),
    [
        ("zh-Hans", "en", "数据中心\tdata center\n"),
        ("zh-CN", "en-GB", "数据中心\tdata centre\n"),
        ("zh_CN", "en_US", "数据中心\tdata center\n"),
        ("en", "zh-Hant", "data center\t資料中心\n"),
        ("en", "zh-TW", "data center\t資料中心\n"),
        ("en", "zh-HK", "data center\t數據中心\n"),
    ],
)
def test_a_region_gets_its_own_word(
    written: Written, tiny_concepts: tuple[Concept, ...], source: str, target: str, line: str
) -> None:
    assert line in written("deepl", tiny_concepts, source, target)


def test_omegat_keeps_quotation_marks_and_needs_a_comment(written: Written, pair: Pair) -> None:
    """Its reader splits at tabs and unquotes nothing; a line that ends after an empty target is dropped."""
    told = written("omegat", [pair('"软银"集团'), pair("=1+1", None, id="no-target")])
    assert told.splitlines()[3:] == ['"软银"集团\tword\t', "=1+1\t\tno-target"]


def test_omegat_would_take_a_term_for_a_comment(written: Written, pair: Pair) -> None:
    told = written("omegat", [pair("#MeToo", "#MeToo"), pair("好")])
    assert told.splitlines()[3:] == ["好\tword\t", "# 2 left out"]
    assert written.omissions == [("#MeToo", "begins with #, as a comment does")] * 2


@pytest.mark.parametrize("profile", ["csv", "tsv", "omegat", "deepl", "google", "azure"])
@pytest.mark.parametrize("term", ["=SUM(A1)", "+86", "-5%", "@home", "|x", "%", "＝１"])
def test_files_for_programs_leave_formulas_alone(
    written: Written, pair: Pair, profile: str, term: str
) -> None:
    last = written(profile, [pair(term)]).splitlines()[-1]
    assert term in last.split("," if "," in last else "\t")
    assert written.omissions == []


@pytest.mark.parametrize(
    "term",
    ["=SUM(A1)", "+86", "-5%", "@home", "|x", "%d", "＝１", "＋", "－", "＠", "\u3000=1", "\t", "\r=1"],
)
def test_a_spreadsheet_runs_no_term(term: str) -> None:
    assert harmless(term) == "\t" + term
    assert bare(harmless(term)) == term


@pytest.mark.parametrize("term", ["软银", "3M", "C++", "a=b", " a", "'=1"])
def test_a_spreadsheet_gets_other_terms_as_they_are(term: str) -> None:
    assert harmless(term) == bare(term) == term


def test_the_spreadsheet_opens_in_excel(written: Written, pair: Pair) -> None:
    """Byte order mark, CRLF, and formulas that are quoted together with their tab; numbers keep their minus."""
    concept = pair("-5", 'say "a, b"', definition=None)
    octets = written.octets("spreadsheet", [concept])
    assert octets.startswith(b"\xef\xbb\xbfconcept,zh-Hans,en,")
    assert octets.decode("utf-8-sig").splitlines()[1].startswith('c,"\t-5","say ""a, b""",preferred,')
    rows = list(csv.reader(io.StringIO(octets.decode("utf-8-sig"), newline="")))
    assert [bare(cell) for cell in rows[1]][:3] == ["c", "-5", 'say "a, b"']
    assert octets.count(b"\r\n") == 2


@pytest.mark.parametrize("profile", [p for p in FLAT if p != "spreadsheet"])
def test_only_the_spreadsheet_has_a_byte_order_mark(written: Written, pair: Pair, profile: str) -> None:
    assert not written.octets(profile, [pair("好")]).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("profile", ["deepl", "google", "google-terms", "azure", "amazon"])
def test_an_engine_gets_each_source_once(written: Written, pair: Pair, profile: str) -> None:
    told = written(
        profile, [pair("兆", "mega-", id="a"), pair("兆", "trillion", id="b"), pair("万", "x", id="d")]
    )
    assert "mega-" in told
    assert "trillion" not in told
    assert written.omissions == [("兆", "stands there already")]


def test_an_engine_gets_a_word_as_the_concept_that_prefers_it(
    written: Written, tiny_concepts: tuple[Concept, ...]
) -> None:
    """chip comes first as a synonym of semiconductor, then as the preferred term of 芯片."""
    told = written("deepl", tiny_concepts, "en", "zh-Hans")
    assert "chip\t芯片\n" in told
    assert "chip\t半导体" not in told
    assert written.omissions == [("chip", "stands there already")]


@pytest.mark.parametrize(
    ("profile", "most"), [("deepl", 1024), ("google", 1024), ("azure", 1024), ("amazon", 200)]
)
def test_an_engine_gets_no_term_too_long(written: Written, pair: Pair, profile: str, most: int) -> None:
    han, letters = "软" * (most // 3), "a" * most
    assert f"{han}" in written(profile, [pair(han, letters)])
    assert written.omissions == []
    written(profile, [pair(han + "银", letters + "a")])
    assert [reason for _, reason in written.omissions] == [f"is longer than {most} bytes"] * 2


def test_a_file_for_deepl_ends_before_it_is_too_large(written: Written, pair: Pair) -> None:
    many = [pair(f"{n:04}" + "软" * 300, "a" * 1000, id=f"c{n}") for n in range(6000)]
    told = written("deepl", many)
    assert 10 * 1024 * 1024 - 3000 < len(told.encode()) <= 10 * 1024 * 1024
    assert len(told.splitlines()) + len(written.omissions) == 6000
    assert {reason for _, reason in written.omissions} == {
        "is beyond the 10,485,760 bytes that the engine takes"
    }


@pytest.mark.parametrize(
    "character", ["\t", "\n", "\r", "\0", "\x1f", "\x7f", "\x85", "\x9f", "\u2028", "\u2029", "\ud800"]
)
@pytest.mark.parametrize("profile", FLAT)
def test_no_line_is_torn_by_a_term(written: Written, pair: Pair, profile: str, character: str) -> None:
    concepts = [pair(f"坏{character}了", "bad"), pair("好", "good", id="d")]
    told = written(profile, concepts)
    assert "good" in told
    if profile != "tmx" or character in "\0\x1f\ud800":  # XML has the others
        assert "坏" not in told
        assert len(written.omissions) == 1


@pytest.mark.parametrize("first", "=+-@")
def test_amazon_refuses_a_formula(written: Written, pair: Pair, first: str) -> None:
    assert (
        written("amazon", [pair(f"{first}1"), pair("好", "good", id="d")], "zh-CN", "en-US")
        == "zh,en\r\n好,good\r\n"
    )
    assert written.omissions == [(f"{first}1", f"begins with {first}, which Amazon refuses")]


def test_memoq_parts_terms_at_a_bar(written: Written, pair: Pair) -> None:
    assert "a|b" not in written("memoq", [pair("甲", "a|b")])
    assert written.omissions == [
        ("a|b", "has | in it, which parts terms"),
        ("甲", "has no usable term in en"),
    ]
    heading = "Entry_Subject,Entry_Note,Chinese_Taiwan_Def,Chinese_Taiwan,English_United_Kingdom_Def,English_United_Kingdom\r\n"
    assert written("memoq", [], "zh-TW", "en-GB") == heading


def test_a_definition_of_several_lines_stays_in_its_line(written: Written, rich: Concept) -> None:
    """OmegaT reads line by line, even CSV; RFC 4180 may quote it."""
    concept = replace(rich, definition=replace(rich.definition, en="One\n\ttwo\r\n\u2028three\0"))  # type: ignore[arg-type]
    for profile in ("omegat", "tsv", "utx", "google-terms", "matecat"):
        assert "One two three" in written(profile, [concept]), profile
    rows = list(csv.reader(io.StringIO(written("csv", [concept]), newline="")))
    assert rows[1][10] == "One\n\ttwo\r\n\u2028three\ufffd"


def test_tmx_has_a_unit_for_each_source_term(written: Written, rich: Concept) -> None:
    root = etree.fromstring(written("tmx", [rich], "zh_CN", "en").encode())
    assert (root.get("version"), root.find("header").get("srclang")) == ("1.4", "zh_CN")
    assert root.xpath("//tu/tuv[1]/seg/text()") == ["软银集团", "软银"]
    assert root.xpath("//tu/tuv[2]/seg/text()") == ["SoftBank Group Corp.", "SoftBank"]
    assert set(root.xpath("//tu/tuv[1]/@*")) == {"zh_CN"}
    assert root.xpath("//tu[1]/note/text()") == ["Japanese <holding> & more."]


def test_a_term_without_a_partner_is_told(written: Written, pair: Pair) -> None:
    only_deprecated = Term("x", "en", Status.DEPRECATED, TermType.FULL_FORM, PartOfSpeech.NOUN)
    concept = pair("甲", None)
    concept = replace(concept, terms=(*concept.terms, only_deprecated))
    assert written("deepl", [concept]) == ""
    assert written.omissions == [("甲", "has no usable term in en")]
