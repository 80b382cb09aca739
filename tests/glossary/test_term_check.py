"""Terms of a translation held against the glossary, as a translator sees it: which issue, where, and what to write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

import pytest

from api.content import Content
from glossary import Concept, ConceptType, PartOfSpeech, Status, Term, TermType
from glossary.checking import RULES, Entry, Mention, Recognizer, TermCheck, recognizer
from glossary.recognition.of_concepts import reader
from translations import resolve
from translations.checking import Issue, IssueKind, Segment, check_segment

Pair = tuple[str, str]
Check = Callable[..., list[list[Issue]]]

_NAME = PartOfSpeech.PROPER_NOUN


def _term(term: str, lang: str, reading: str | None = None, **fields: object) -> Term:
    given = {"status": Status.PREFERRED, "term_type": TermType.FULL_FORM, "part_of_speech": _NAME, **fields}
    return Term(term, lang, reading=reading, **given)  # type: ignore[arg-type]


def _concept(id_: str, *terms: Term, kind: ConceptType = ConceptType.INDIVIDUAL) -> Concept:
    return Concept(id_, kind, "made-up", None, terms)


_ADMITTED = Status.ADMITTED
TOYOTA = _concept("toyota", _term("丰田", "zh-Hans", "fēng tián"), _term("Toyota", "en"))
NINTENDO = _concept("nintendo", _term("任天堂", "zh-Hans", "rèn tiān táng"), _term("Nintendo", "en"))
BEIJING = _concept("beijing", _term("北京", "zh-Hans", "běi jīng"), _term("Beijing", "en"))
SOFTWARE = _concept(
    "software",
    _term("软件", "zh-Hans", part_of_speech=PartOfSpeech.NOUN),
    _term("軟體", "zh-Hant", part_of_speech=PartOfSpeech.NOUN),
    _term("軟件", "zh-Hant", part_of_speech=PartOfSpeech.NOUN, status=_ADMITTED, geographical_usage="HK"),
    _term("software", "en", part_of_speech=PartOfSpeech.NOUN),
    kind=ConceptType.GENERAL,
)


@cache
def _terms(concepts: tuple[Concept, ...]) -> tuple[Recognizer, dict[str, Entry]]:
    return recognizer(reader(concepts)), {concept.id: Entry(concept) for concept in concepts}


@pytest.fixture(scope="module")
def check(shipped_content: Content) -> Check:
    """Return a function that checks the segments of a text and returns what is found in each."""

    def checked(
        *pairs: Pair,
        langs: Pair = ("zh-Hans", "en"),
        concepts: Sequence[Concept] = (),
        locale: str = "en",
        least: str = "warning",
    ) -> list[list[Issue]]:
        recognize, entries = _terms(tuple(concepts or shipped_content.glossary.concepts))
        terms = TermCheck(recognize, entries.get)
        verdicts = [check_segment(Segment(*pair, *langs), resolve(locale), (terms,)) for pair in pairs]
        return [
            [issue for issue in verdict.issues if least == "note" or issue.severity != "note"]
            for verdict in verdicts
        ]

    return checked


def told(issues: Sequence[Issue]) -> list[tuple[str, str, str | None, str | None]]:
    """What a translator needs: the kind, how grave, the place and what to write."""
    place = [issue.target or issue.source for issue in issues]
    return [
        (issue.kind.value, issue.severity.value, span.text if span else None, issue.suggestion)
        for issue, span in zip(issues, place, strict=True)
    ]


@pytest.mark.parametrize(
    "target",
    [
        "A data center for AI.",
        "A data centre for AI.",
        "Data centers for AI",
        "The datacenter's AI",
        "A DATA-CENTER FOR AI",
        "The centers for data and AI",
        "A centre for the data of artificial intelligence",
    ],
)
def test_any_form_spelling_and_order_of_a_term_will_do(check: Check, target: str) -> None:
    assert check(("面向人工智能的数据中心", target)) == [[]]


@pytest.mark.parametrize(
    ("source", "target", "wanted"),
    [
        ("数据中心很大。", "The warehouse is large.", "data center"),
        ("英伟达拒绝置评。", "AMD declined to comment.", "NVIDIA"),
        ("愿景基金亏损。", "The fund's Vision was poor.", "Vision Fund"),
        ("甲骨文在借钱。", "It asked the oracle for money.", "Oracle"),
        ("人工智能很热。", "Artificial wisdom is hot.", "artificial intelligence"),
    ],
)
def test_a_term_that_is_not_rendered(check: Check, source: str, target: str, wanted: str) -> None:
    (issues,) = check((source, target))
    assert [(issue.kind, issue.severity, issue.suggestion) for issue in issues] == [
        (IssueKind.TERM_MISSING, "warning", wanted)
    ]


def test_what_a_missing_term_is_told_like(check: Check) -> None:
    ((issue,),) = check(("今年数据中心很多。", "There are many of them this year."))
    assert issue.message == "“数据中心” is a term; the target lacks “data center”."
    assert issue.source is not None
    assert (issue.source.start, issue.source.end, issue.target, issue.term_id) == (2, 6, None, "data-center")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            "软银的软银愿景基金归软银所有。",
            "SoftBank owns the SoftBank Vision Fund.",
        ),  # one mention is enough
        ("软银愿景基金一号和二号", "SoftBank Vision Funds 1 and 2"),
        ("收入最高的人", "the best-paid people"),  # a common word
        ("日本市场", "the Japanese market"),
        ("他们正在部署。", "They are installing it."),  # a verb
        ("90亿美元", "$9 billion"),  # a figure: compared as an amount
        ("这项投资如火如荼。", "Investment is booming."),  # an idiom
        ("数据中心运营商缺电。", "The operators lack power."),  # known already
    ],
)
def test_no_alarm(check: Check, source: str, target: str) -> None:
    assert check((source, target)) == [[]]


def test_a_common_word_is_a_note(check: Check) -> None:
    assert told(check(("收入下降。", "Takings fell."), least="note")[0]) == [
        ("term_missing", "note", "收入", "revenue")
    ]


def test_a_name_may_become_a_pronoun_where_it_was_named_just_before(check: Check) -> None:
    named = ("孙正义来了。", "Masayoshi Son came.")
    later = ("孙正义笑了。", "He laughed.")
    assert check(named, later) == [[], []]
    assert [issue.kind for issue in check(later)[0]] == ["term_missing"]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        ("软银宣布。", "Softbank's plan.", ("term_deprecated", "error", "Softbank's", "SoftBank")),
        ("软银集团宣布。", "Softbank Group Corp. said.", ("term_deprecated", "error", "Softbank", "SoftBank")),
        ("Arm的芯片", "ARM chips", ("term_deprecated", "error", "ARM", "Arm")),
        ("穆迪说。", "Moody said.", ("term_deprecated", "error", "Moody", "Moody's")),
        ("基础设施差。", "Poor basic facilities.", ("term_deprecated", "error", "basic facilities", "infrastructure")),
        ("泡沫大。", "A big foam.", ("term_deprecated", "warning", "foam", "bubble")),
    ],
)  # fmt: skip
def test_a_deprecated_variant(
    check: Check, source: str, target: str, found: tuple[str, str, str, str]
) -> None:
    assert told(check((source, target))[0]) == [found]


def test_why_a_variant_is_deprecated_is_told_in_the_readers_language(check: Check) -> None:
    pair = ("软银宣布。", "Softbank said.")
    ((english,),), ((chinese,),) = check(pair), check(pair, locale="zh-Hant")
    assert english.message.endswith("use “SoftBank”. The B is a capital.")
    assert chinese.message.endswith("B須大寫。")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("软银宣布。", "SoftBank said."),
        ("软银宣布。", "SOFTBANK SAYS NO"),
        ("穆迪说。", "Moody’s said."),
        ("收入和净利润", "revenue and net income"),  # the usable term is there
        ("亏损缩小。", "Losses narrowed as the trade deficit grew."),
        ("美国银行业", "US banks"),
        ("90亿", "9 billion"),
    ],
)
def test_no_deprecated_variant(check: Check, source: str, target: str) -> None:
    assert [issue for issue in check((source, target))[0] if issue.kind == "term_deprecated"] == []


@pytest.mark.parametrize(
    "written", ["Fengtian", "fengtian", "Feng Tian", "Feng-Tian", "FENGTIAN", "Tian Feng", "Féng Tiān"]
)
def test_a_name_in_pinyin(check: Check, written: str) -> None:
    ((issue,),) = check(("丰田召回汽车。", f"{written} recalled cars."), concepts=[TOYOTA])
    assert (issue.kind, issue.severity, issue.suggestion) == ("term_pinyin", "error", "Toyota")
    assert issue.message == (
        f"“{written}” is the pinyin of 丰田, not the name by which it is known in English: “Toyota”."
    )


@pytest.mark.parametrize(
    ("source", "target", "concept"),
    [
        ("任天堂的Rentiantang", "Nintendo", NINTENDO),
        ("北京很大。", "Beijing is big.", BEIJING),  # the pinyin is the name
        ("丰田很大。", "Toyota is in Tianfengcun.", TOYOTA),
        ("他很大。", "Fengtian is big.", TOYOTA),  # the source does not name it
    ],
)
def test_no_name_in_pinyin(check: Check, source: str, target: str, concept: Concept) -> None:
    assert check((source, target), concepts=[concept]) == [[]]


def test_pinyin_that_the_glossary_lists_is_told_once(check: Check) -> None:
    assert told(check(("孙正义来了。", "Zhengyi Sun and Sun Zhengyi's sons came."))[0]) == [
        ("term_pinyin", "error", "Zhengyi Sun", "Masayoshi Son"),
        ("term_pinyin", "error", "Sun Zhengyi's", "Masayoshi Son"),
    ]


def test_one_word_rendered_by_two_terms(check: Check) -> None:
    first, second = (
        ("资本支出大。", "Capital expenditure is high."),
        ("资本支出小。", "Capital spending is low."),
    )
    issues = check(first, first, second)
    assert [told(each) for each in issues] == [
        [],
        [],
        [("term_inconsistent", "warning", "Capital spending", "capital expenditure")],
    ]
    assert (
        issues[2][0].message == "“资本支出” was “capital expenditure” before; here it is “Capital spending”."
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("人工智能", "artificial intelligence"), ("人工智能", "AI")),  # a short form
        (("资本支出", "capital expenditure"), ("资本开支", "capital spending")),  # another word in the source
        (("数据中心", "data center"), ("数据中心", "Data centers")),
        (("英伟达", "NVIDIA"), ("英伟达", "Nvidia (NVIDIA)")),  # side by side
    ],
)
def test_consistent_renderings(check: Check, first: Pair, second: Pair) -> None:
    assert check(first, second) == [[], []]


def test_the_full_form_first_where_the_concept_asks_for_it(check: Check, shipped_content: Content) -> None:
    concept = next(one for one in shipped_content.glossary.concepts if one.id == "artificial-intelligence")
    asked = [replace(concept, full_form_first=True)]
    short, full = ("人工智能很热。", "AI is hot."), ("人工智能很热。", "Artificial intelligence (AI) is hot.")
    assert [told(each) for each in check(short, full, concepts=asked)] == [
        [("term_full_form", "warning", "AI", "artificial intelligence")],
        [],
    ]
    assert check(full, short, concepts=asked) == [[], []]
    assert check(short, concepts=[concept]) == [[]]


@pytest.mark.parametrize(
    ("target", "tag", "found"),
    [
        ("軟件很貴。", "zh-Hant-TW", [("term_region", "warning", "軟件", "軟體")]),
        ("軟件很貴。", "zh-TW", [("term_region", "warning", "軟件", "軟體")]),
        ("軟體很貴。", "zh-Hant-TW", []),
        ("軟件很貴。", "zh-HK", []),
        ("軟體很貴。", "zh-HK", [("term_region", "warning", "軟體", "軟件")]),
        ("软体很贵。", "zh-CN", [("term_region", "warning", "软体", "软件")]),
        ("软件很贵。", "zh-CN", []),
    ],
)
def test_words_of_another_region(
    check: Check, target: str, tag: str, found: list[tuple[str, str, str, str]]
) -> None:
    assert told(check(("Software is dear.", target), langs=("en", tag), concepts=[SOFTWARE])[0]) == found


def test_a_word_of_everywhere_is_no_word_of_another_region(check: Check) -> None:
    assert check(("收入", "收入增加"), langs=("zh-Hans", "zh-HK")) == [[]]


@pytest.mark.parametrize(
    ("target", "tag", "found"),
    [
        ("他的计划。", "zh-Hant", [("script", "error", "计", "計")]),
        ("那是发展。", "zh-TW", [("script", "error", "发", None)]),
        ("這個國家的经济發展", "zh-Hant", [("script", "error", "经济", "經濟")]),
        ("他的計劃。", "zh-Hans", [("script", "error", "計劃", "计划")]),
        ("公司位於東京。", "zh-Hans", [("script", "error", "於東", "于东")]),
        ("<b>計</b>劃&amp;計", "zh-CN", [("script", "error", "計</b>劃", "计划"), ("script", "error", "計", "计")]),
    ],
)  # fmt: skip
def test_characters_of_the_other_script(
    check: Check, target: str, tag: str, found: list[tuple[str, str, str, str]]
) -> None:
    assert told(check(("It is so.", target), langs=("en", tag))[0]) == found


@pytest.mark.parametrize(
    ("target", "tag"),
    [
        ("皇后在屋里吃干面", "zh-Hant"),
        ("皇后 公里 干涉 面孔 舞台 着手 山谷 批准 茶几 千秋", "zh-Hant"),
        ("恒生銀行與吳先生的床", "zh-HK"),
        ("乾隆 著名 慰藉 瞭望 宫商角徵羽", "zh-Hans"),
        ("三菱ケミカル与読売ジャイアンツ", "zh-Hans"),
        ("學研ホールディングス", "zh-Hans"),
        ("計劃", "zh"),  # the tag does not say which script
        ("计划", "en"),
    ],
)
def test_characters_that_both_scripts_have_and_japanese_names(check: Check, target: str, tag: str) -> None:
    assert check(("It is so.", target), langs=("en", tag)) == [[]]


def test_a_tag_without_a_script_is_that_of_most_characters(check: Check) -> None:
    assert told(check(("It is so.", "这个计划在東京"), langs=("en", "zh"))[0]) == [
        ("script", "error", "東", "东")
    ]


def test_chinese_in_an_english_source_may_be_quoted(check: Check) -> None:
    assert check(("The word 軟體 is Taiwanese.", "“軟體”是台湾用语。"), langs=("en", "zh-Hans")) == [[]]


def test_english_into_chinese(check: Check) -> None:
    langs = ("en", "zh-Hans")
    assert check(("SoftBank builds data centers.", "软银兴建数据中心。"), langs=langs) == [[]]
    assert told(check(("SoftBank builds.", "银行在建设。"), langs=langs)[0]) == [
        ("term_missing", "warning", "SoftBank", "软银")
    ]


def test_only_the_rules_that_are_chosen(shipped_content: Content) -> None:
    recognize, entries = _terms(shipped_content.glossary.concepts)
    pair = Segment("软银和英伟达", "Softbank", "zh-Hans", "en")
    for kinds, found in (
        ([IssueKind.TERM_DEPRECATED], ["term_deprecated"]),
        ([IssueKind.TERM_MISSING], ["term_missing"]),
        (list(RULES), ["term_deprecated", "term_missing"]),
    ):
        check = TermCheck(recognize, entries.get, kinds)
        assert [issue.kind for issue in check_segment(pair, resolve("en"), (check,)).issues] == found


def test_a_concept_that_is_gone_is_passed_over() -> None:
    def found(texts: Sequence[str], lang: str) -> list[list[Mention]]:
        return [[Mention(0, 2, "gone")] for _ in texts]

    check = TermCheck(found, {}.get)
    assert check_segment(Segment("丰田", "x", "zh-Hans", "en"), resolve("en"), (check,)).ok


def test_a_hostile_segment_ends(check: Check) -> None:
    words = "数据中心人工智能软银孙正义" * 1500, "data center capital expenditure Sun Zhengyi Softbank " * 370
    (issues,) = check(words)
    assert {issue.kind for issue in issues} == {"term_deprecated", "term_pinyin", "term_missing"}
