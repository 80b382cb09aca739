"""What all readers go by: languages, ids, headings, glosses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.interchange.reading.glosses import read_glosses
from glossary.interchange.reading.headings import Role, headings, read_heading
from glossary.interchange.reading.ids import concept_id, derived_id
from glossary.interchange.reading.spoken import Spoken, language_of, spoken


@pytest.mark.parametrize(
    ("tag", "language", "region"),
    [
        ("zh-Hans", "zh-Hans", None),
        ("zh_CN", "zh-Hans", None),
        ("ZH-SG", "zh-Hans", "SG"),
        ("zh-Hant-TW", "zh-Hant", None),
        ("zh-HK", "zh-Hant", "HK"),
        ("zh-MO", "zh-Hant", "MO"),
        ("en", "en", None),
        ("EN-US", "en", "US"),
        ("en_GB", "en", "GB"),
    ],
)
def test_a_tag_is_a_content_language_and_a_region(tag: str, language: str, region: str | None) -> None:
    """The region only where it says more than the script."""
    assert spoken(tag) == Spoken(language, region, either_script=False)


@pytest.mark.parametrize("tag", ["de", "ja-JP", "yue", "x-klingon", "", "!!", "wuu"])
def test_other_languages_are_none_of_ours(tag: str) -> None:
    assert spoken(tag) is None


@pytest.mark.parametrize("tag", ["zh", "ZH", "zho", "cmn"])
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("软件", "zh-Hans"),
        ("軟體", "zh-Hant"),
        ("人口", "zh-Hans"),
        ("後門", "zh-Hant"),
        ("皇后", "zh-Hans"),
        ("乾坤", "zh-Hans"),
        ("著名", "zh-Hans"),
        ("臺灣", "zh-Hant"),
    ],
)
def test_plain_chinese_is_told_by_its_characters(tag: str, text: str, language: str) -> None:
    """乾 and 著 are simplified characters, too: GB 2312 has them."""
    tagged = spoken(tag)
    assert tagged is not None
    assert tagged.of(text) == language
    assert language_of(text) == language


def test_ids_are_kept_or_made_from_what_there_is() -> None:
    ids = ["soft-bank.2", "IATE-8", "17", "3a", "a b", "a/b", "术语 1"]
    assert [concept_id(id_, "c") for id_ in ids] == [
        "soft-bank.2",
        "IATE-8",
        "c-17",
        "c-3a",
        "a-b-9cd5ae45f6c8",
        "a-b-8f1d19cf4f86",
        "c-4a45ce09ac0b",
    ]


@given(st.text(), st.text())
def test_any_id_becomes_one_that_can_be_an_address(one: str, other: str) -> None:
    ids = [concept_id(text, "c") for text in (one, other)] + [derived_id([one, other], one, "c")]
    for id_ in ids:
        assert concept_id(id_, "c") == id_
    assert (ids[0] == ids[1]) == (one == other) or {ids[0], ids[1]} & {one, other}


@pytest.mark.parametrize(
    ("heading", "role", "lang"),
    [
        ("zh-Hans", Role.TERM, "zh-Hans"),
        ("English", Role.TERM, "en"),
        ("German", Role.TERM, "de"),
        ("简体中文", Role.TERM, "zh-Hans"),
        ("Chinese_PRC", Role.TERM, "zh-CN"),
        ("Chinese_Hong_Kong_S.A.R.", Role.TERM, "zh-HK"),
        ("English_United_States_Def", Role.DEFINITION, "en-US"),
        ("Source Term", Role.TERM, "source"),
        ("译文", Role.TERM, "target"),
        ("source_status", Role.STATUS, "source"),
        ("src:pos", Role.PART_OF_SPEECH, "source"),
        ("zh-Hant reading", Role.READING, "zh-Hant"),
        ("definition_en", Role.DEFINITION, "en"),
        ("Entry_ID", Role.ID, None),
        ("id", Role.ID, None),
        ("备注", Role.NOTE, None),
        ("Term_Info", Role.MATCHING, None),
        ("AI", Role.UNKNOWN, None),
        ("", Role.UNKNOWN, None),
        ("x" * 1000, Role.UNKNOWN, None),
    ],
)
def test_a_heading_says_what_its_column_holds(heading: str, role: Role, lang: str | None) -> None:
    column = read_heading(heading)
    assert (column.role, column.lang) == (role, lang)


@pytest.mark.parametrize(
    "row",
    [
        ["泊位", "berth"],
        ["it", "是"],
        ["AI", "no"],
        ["berth", "泊位", "EN", "ZH"],
        ["de", "fr"],
        ["note", "id"],
    ],
)
def test_terms_are_no_headings(row: list[str]) -> None:
    assert headings(row) is None


@pytest.mark.parametrize(
    ("text", "is_name", "terms", "definitions", "notes"),
    [
        ("to invest/investment", False, [("invest", True, []), ("investment", False, [])], [], []),
        ("to the east", False, [("to the east", False, [])], [], []),
        (
            "(coll.) kid; child (of sb)",
            False,
            [("kid", False, ["coll."]), ("child", False, ["of sb"])],
            [],
            [],
        ),
        ("word(s)", False, [("word", False, [])], [], []),
        ("fig. to yield/lit. to bend", False, [("yield", True, [])], [], ["lit. to bend"]),
        ("surname Sun", True, [("Sun", False, ["surname"])], [], []),
        ("Hutu, an ethnic group", True, [("Hutu", False, [])], ["Hutu, an ethnic group"], []),
        ("CL:個|个[ge4],條|条[tiao2]", False, [], [], ["measure word: 個|个 (gè), 條|条 (tiáo)"]),
        ("see 港口[gang3 kou3]", False, [], [], ["see 港口 (gǎng kǒu)"]),
        ("Taiwan pr. [le4 se4]", False, [], [], ["Taiwan pr. lè sè"]),
        (
            "one two three four five six seven eight nine",
            False,
            [],
            ["one two three four five six seven eight nine"],
            [],
        ),
        ("", False, [], [], []),
        ("((a) b) c/(unclosed", False, [("c", False, ["a", "b"]), ("(unclosed", False, [])], [], []),
    ],
)
def test_glosses_as_a_translator_takes_them(
    text: str,
    is_name: bool,
    terms: list[tuple[str, bool, list[str]]],
    definitions: list[str],
    notes: list[str],
) -> None:
    found = read_glosses(text, is_name=is_name)
    assert [(term.text, term.is_verb, term.remarks) for term in found.terms.values()] == terms
    assert (found.definitions, found.notes) == (definitions, notes)
