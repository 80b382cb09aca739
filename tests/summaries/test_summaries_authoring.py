"""Article files: each rule, broken once, gives exactly its complaint."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from summaries.authoring import read_articles
from translations import CountNoun, Kind, LocalizedText, Modifier, Quantity, Ratio
from translations.authoring import ContentError

Edit = Callable[[str, str, str], Path]
ARTICLE, FIGURES = "summaries/harbor/article.yaml", "summaries/harbor/figures.yaml"
CAPACITY = "kind: power\n    value: 6.8\n    unit: gigawatt"
RATE = "kind: rate\n    value: 4.5\n    unit: CNY\n    per: {value: 100, unit: JPY}"
RANGE = "low: 70\n    high: 90\n"
NO_NUMBER = "this is no number; write digits, a point and perhaps an exponent: 5.3e12"
NO_UNIT = "is no unit: give an ISO 4217 code (JPY), a CLDR unit (gigawatt, year) or one of percent, percentage_point, basis_point, times, ratio, count; see the kinds in docs/content.md"
PERIODS = (
    "write it like one of 2025, 2025-06, 2025-06-30, 2025-Q3, 2025-H1, FY2022, FY2024-Q3, 2021/2023,"
    " <=2025-06-30, >=2005-08, ~2030"
)


def complaints(folder: Path) -> list[str]:
    with pytest.raises(ContentError) as told:
        read_articles(folder / "summaries")
    return [str(complaint).replace(f"{folder}/", "") for complaint in told.value.complaints]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  - id: harbor-sites", "  - id: Sites", ["11: 'Sites': id: this is no id; use small letters, digits and hyphens, a letter first"]),
        ("modifier: about\n    period", "modifer: about\n    period", ["25: 'about': modifer: this field is not known here; did you mean modifier?"]),
        ("modifier: about\n    period", "modifier: roughly\n    period", [
            "25: 'roughly': modifier: this is not a value of modifier;"
            " write one of about, nearly, over, at_least, up_to, less_than, within, only"
        ]),
        ("measures: {en: Capacity, zh-Hans: 容量, zh-Hant: 容量}", "measures: {en: Capacity, zh-Hans: 容量}", ["9: zh-Hant: this field is missing; add it"]),
        (CAPACITY, "kind: power\n    value: 6.8\n    low: 6\n    high: 7\n    unit: gigawatt", ["6: '6.8': value: a figure has a value, or low and high; write one of the two"]),
        (CAPACITY, "kind: power\n    low: 6\n    unit: gigawatt", ["2: value: a figure has a value, or low and high; write one of the two"]),
        (CAPACITY, "kind: power\n    unit: gigawatt", ["2: value: a figure has a value, or low and high; write one of the two"]),
        (RANGE, "low: 90\n    high: 70\n", ["43: '90': low: the range does not rise; put the smaller number in low"]),
        (RANGE, "low: 70\n    high: 70\n", ["43: '70': low: the range does not rise; put the smaller number in low"]),
        (CAPACITY, "kind: power\n    value: about 6\n    unit: gigawatt", [f"6: 'about 6': value: {NO_NUMBER}"]),
        (CAPACITY, "kind: power\n    value: NaN\n    unit: gigawatt", [f"6: 'NaN': value: {NO_NUMBER}"]),
        (CAPACITY, "kind: power\n    value: 6,8\n    unit: gigawatt", [f"6: '6,8': value: {NO_NUMBER}"]),
        (CAPACITY, "kind: power\n    value: 6_8\n    unit: gigawatt", [f"6: '6_8': value: {NO_NUMBER}"]),
        (CAPACITY, "kind: power\n    value: 1e400\n    unit: gigawatt", [
            "6: '1e400': value: 1E+400 cannot be written: give a finite number of at most 40 digits between 1e-30 and 1e31; see the kinds in docs/content.md"
        ]),
        (CAPACITY, "kind: power\n    value: 6.8\n    unit: watts", [f"7: 'watts': unit: 'watts' {NO_UNIT}"]),
        (CAPACITY, "kind: money\n    value: 6.8\n    unit: gigawatt", ["7: 'gigawatt': unit: 'gigawatt' is a unit of power, not of money; see the kinds in docs/content.md"]),
        (CAPACITY, "kind: percent\n    value: 6.8\n    unit: percentage_point", [
            "7: 'percentage_point': unit: 'percentage_point' is a unit of percentage_points, not of percent; see the kinds in docs/content.md"
        ]),
        (CAPACITY, "kind: energy\n    value: 6.8\n    unit: gigawatt", [
            "5: 'energy': kind: this is not a value of kind; write one of money, percent, percentage_points, multiple, ratio,"
            " count, duration, power, rate, measure"
        ]),
        ("value: 1/3", "value: 1/0", [f"58: '1/0': value: {NO_NUMBER}"]),
        ("value: 1/3", "value: a/b", [f"58: 'a/b': value: {NO_NUMBER}"]),
        ("value: 1/3", "value: 0.333", ["58: '0.333': value: a ratio is a fraction, and nothing else is; write it as 1/9, or change the kind"]),
        ("value: 29.7", "value: 1/3", ["51: '1/3': value: a ratio is a fraction, and nothing else is; write it as 1/9, or change the kind"]),
        (RATE, "kind: rate\n    value: 4.5\n    unit: CNY", [
            "61: per: a rate is quoted for an amount, and nothing else is; write per: {value: 100, unit: JPY}, or change the kind"
        ]),
        (RATE, RATE.replace("kind: rate", "kind: money"), [
            "67: per: a rate is quoted for an amount, and nothing else is; write per: {value: 100, unit: JPY}, or change the kind"
        ]),
        (RATE, RATE.replace("unit: JPY", "unit: yen"), [f"66: 'CNY': unit: 'yen' {NO_UNIT}"]),
        ("noun: {en: {one: site, other: sites}, zh-Hans: 座, zh-Hant: 座}", "noun: {en: sites, zh-Hans: 座, zh-Hant: 座}", [
            "17: 'sites': en: this is not a mapping; write it as key: value lines, or {key: value, …}"
        ]),
        ("noun: {en: {one: site, other: sites}, zh-Hans: 座, zh-Hant: 座}", "noun: {en: {other: sites}, zh-Hans: 座, zh-Hant: 座}", ["17: one: this field is missing; add it"]),
        ("section: s1\n    as_written: 6.8", "section: s3\n    as_written: 6.8", ["3: 's3': no such section; write one of s1, s2"]),
        ("as_written: 6.8 吉瓦", "as_written: " + "六" * 41, [f"4: '{'六' * 41}': as_written: this is too long; quote the quantity only"]),
        ("equals: [harbor-investment-jpy]", "equals: [harbor-rate]", [
            "28: harbor-investment-usd does not point back; name a figure whose own equals names harbor-investment-jpy",
            "37: harbor-rate does not point back; name a figure whose own equals names harbor-investment-usd",
        ]),
        ("equals: [harbor-investment-jpy]", "equals: [nothing]", [
            "28: harbor-investment-usd does not point back; name a figure whose own equals names harbor-investment-jpy",
            "37: nothing does not point back; name a figure whose own equals names harbor-investment-usd",
        ]),
        ("period: <=2025-06-30", "period: June 2025", [f"8: 'June 2025': period: 'June 2025' is no period: {PERIODS}; see the periods in docs/content.md"]),
        ("period: <=2025-06-30", "period: 2025-02-30", [
            "8: '2025-02-30': period: period '2025-02-30' has no such day or month: day is out of range for month; see the periods in docs/content.md"
        ]),
        ("period: <=2025-06-30", "period: 2025/2021", ["8: '2025/2021': period: period '2025/2021' ends before it begins; see the periods in docs/content.md"]),
        ("period: <=2025-06-30", "period: FY2025-06", [
            "8: 'FY2025-06': period: period 'FY2025-06' has a month in a fiscal year; only quarters and halves have a place there; see the periods in docs/content.md"
        ]),
    ],
)  # fmt: skip
def test_each_rule_of_a_figure(edit: Edit, old: str, new: str, told: list[str]) -> None:
    found = complaints(edit(FIGURES, old, new))
    assert found == [f"{FIGURES}:{line}" for line in told]


ENGLISH = "'The plan costs [](figure:harbor-investment-jpy/short) ([](f…'"
SIMPLIFIED = "'计划耗资[](figure:harbor-investment-jpy/short)（[](figure:harbor…'"
TRADITIONAL = "'計畫耗資[](figure:harbor-investment-jpy/short)（[](figure:harbor…'"
SENTENCE = '- en: "The plan costs [](figure:harbor-investment-jpy/short) ([](figure:harbor-investment-usd))."'


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("id: harbor\n", "id: port\n", ["1: 'port': the folder has another name; name the folder port, or the article after its folder"]),
        ("published: 2025-12\n", "published: December\n", ["6: 'December': published: this is no date; write 2025, 2025-12 or 2025-12-31"]),
        ("published: 2025-12\n", "published: 2025-13\n", ["6: '2025-13': published: this is no date; write 2025, 2025-12 or 2025-12-31"]),
        ("author: {en: Nobody, zh-Hans: 无名氏, zh-Hant: 無名氏}\n", "", ["1: author: this field is missing; add it"]),
        ("  - id: s2\n", "  - id: two\n", ["25: 'two': id: this is no section id; write s1"]),
        ("    begins: 成本\n", "", ["25: begins: this field is missing; add it"]),
        (SENTENCE, SENTENCE.replace("usd))", "eur))"), [
            f"22: {ENGLISH}: figure:harbor-investment-eur does not exist; name a figure of figures.yaml",
            f"23: {SIMPLIFIED}: its figures differ from the English: harbor-investment-eur, harbor-investment-jpy; use the same in each language",
            f"24: {TRADITIONAL}: its figures differ from the English: harbor-investment-eur, harbor-investment-jpy; use the same in each language",
        ]),
        (SENTENCE, SENTENCE.replace("/short", "/brief"), [
            "22: 'The plan costs [](figure:harbor-investment-jpy/brief) ([](f…': /brief is no form of a figure; write one of text, long, short, exact, period"
        ]),
        (SENTENCE, SENTENCE.replace("jpy/short", "usd/short"), [
            f"23: {SIMPLIFIED}: its figures differ from the English: harbor-investment-usd; use the same in each language",
            f"24: {TRADITIONAL}: its figures differ from the English: harbor-investment-usd; use the same in each language",
        ]),
        (SENTENCE, SENTENCE.replace("[](figure:harbor-investment-usd)", "$39.77 billion"), [
            "22: 'The plan costs [](figure:harbor-investment-jpy/short) ($39.…': the number $39.77 is typed; refer to its figure: [](figure:ID)",
            f"23: {SIMPLIFIED}: its figures differ from the English: harbor-investment-jpy; use the same in each language",
            f"24: {TRADITIONAL}: its figures differ from the English: harbor-investment-jpy; use the same in each language",
        ]),
        (SENTENCE, SENTENCE.replace("[](figure:harbor-investment-usd)", "39.77 billion dollars"), [
            "22: 'The plan costs [](figure:harbor-investment-jpy/short) (39.7…': the number 39.77 billion is typed; refer to its figure: [](figure:ID)",
            f"23: {SIMPLIFIED}: its figures differ from the English: harbor-investment-jpy; use the same in each language",
            f"24: {TRADITIONAL}: its figures differ from the English: harbor-investment-jpy; use the same in each language",
        ]),
        (SENTENCE, SENTENCE.replace("(figure:harbor-investment-usd)", "(figures:harbor-investment-usd)"), [
            f"22: {ENGLISH}: a reference is not closed or not known; write [words](term:ID) or [](figure:ID)",
            f"23: {SIMPLIFIED}: its figures differ from the English: harbor-investment-jpy; use the same in each language",
            f"24: {TRADITIONAL}: its figures differ from the English: harbor-investment-jpy; use the same in each language",
        ]),
        ('zh-Hans: "汇率：[](figure:harbor-rate)。"', 'zh-Hans: "汇率：4.5%。"', [
            "36: '汇率：4.5%。': its figures differ from the English: harbor-rate; use the same in each language",
            "36: '汇率：4.5%。': the number 4.5% is typed; refer to its figure: [](figure:ID)",
        ]),
        ('- en: "The rate: [](figure:harbor-rate)."', '- en: "The rate: [](figure:harbor-rate/period)."', [
            "35: 'The rate: [](figure:harbor-rate/period).': harbor-rate has no period; give it one, or write the date in words"
        ]),
        ('        zh-Hant: "匯率：[](figure:harbor-rate)。"\n', "", ["35: zh-Hant: this field is missing; add it"]),
    ],
)  # fmt: skip
def test_each_rule_of_an_article(edit: Edit, old: str, new: str, told: list[str]) -> None:
    found = complaints(edit(ARTICLE, old, new))
    assert found == [f"{ARTICLE}:{line}" for line in told]


def test_an_id_that_is_taken(own_content: Path) -> None:
    path = own_content / FIGURES
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text + "  - id: harbor-rate\n" + text.partition("  - id: harbor-sites\n")[2].partition("  - id:")[0],
        encoding="utf-8",
    )
    assert complaints(own_content) == [f"{FIGURES}:70: 'harbor-rate': this id is taken; choose another"]


def test_what_is_said_to_be_replaced_is_gone_and_named_once(edit: Edit) -> None:
    edit(FIGURES, "  - id: harbor-third", "  - id: harbor-third\n    replaces: [harbor-half, harbor-rate]")
    edit(FIGURES, "  - id: harbor-rate", "  - id: harbor-rate\n    replaces: [harbor-half]")
    folder = edit(ARTICLE, "  - id: s2", "  - id: s2\n    replaces: [s9, s1, s9]")
    told = "is still there, or replaced already; name what is no more, once"
    assert complaints(folder) == [
        f"{ARTICLE}:26: 's1': s1 {told}",
        f"{ARTICLE}:26: 's9': s9 {told}",
        f"{FIGURES}:55: 'harbor-rate': harbor-rate {told}",
        f"{FIGURES}:63: 'harbor-half': harbor-half {told}",
    ]


def test_a_section_that_is_there_twice(edit: Edit) -> None:
    told = complaints(edit(ARTICLE, "  - id: s2\n", "  - id: s1\n"))
    assert told[0] == f"{ARTICLE}:25: 's1': this id is taken; number the sections on"


@pytest.mark.parametrize("name", ["article.yaml", "figures.yaml"])
def test_a_file_that_is_missing(own_content: Path, name: str) -> None:
    (own_content / "summaries/harbor" / name).unlink()
    assert complaints(own_content) == [
        f"summaries/harbor/{name}: No such file or directory; put a file there that can be read"
    ]


def test_both_files_are_complained_about_at_once(edit: Edit) -> None:
    edit(ARTICLE, "language: zh-Hans\n", "")
    assert complaints(edit(FIGURES, "value: 12", "value: twelve")) == [
        f"{ARTICLE}:1: language: this field is missing; add it",
        f"{FIGURES}:15: 'twelve': value: {NO_NUMBER}",
    ]


def test_what_is_right_is_read_exactly(tiny: Path) -> None:
    (files,) = read_articles(tiny / "summaries")
    assert (files.article.id, files.article.published, files.article.language) == (
        "harbor",
        "2025-12",
        "zh-Hans",
    )
    assert [[s.id for s in section.sentences] for section in files.all_sections()] == [
        ["s0.1"],
        ["s1.1", "s1.2"],
        ["s2.1", "s2.2", "s2.3"],
    ]
    by_id = {figure.id: figure for figure in files.figures}
    assert by_id["harbor-investment-jpy"].quantity == Quantity(
        Kind.MONEY, "JPY", Decimal("5.3e12"), modifier=Modifier.ABOUT
    )
    assert by_id["harbor-cost-share"].quantity == Quantity(
        Kind.PERCENT, "percent", low=Decimal(70), high=Decimal(90)
    )
    assert by_id["harbor-third"].quantity == Quantity(
        Kind.RATIO, "ratio", Decimal("0.333333333333"), ratio=Ratio(1, 3)
    )
    rate = Quantity(Kind.MONEY, "JPY", Decimal(100))
    assert by_id["harbor-rate"].quantity == Quantity(
        Kind.RATE, "CNY", Decimal("4.5"), modifier=Modifier.ABOUT, per=rate
    )
    sites = by_id["harbor-sites"]
    assert sites.nouns == {
        "en": CountNoun((("one", "site"), ("other", "sites"))),
        "zh-Hans": CountNoun((("other", "座"),)),
        "zh-Hant": CountNoun((("other", "座"),)),
    }
    assert sites.measures == LocalizedText("设施", "設施", "Sites")
    assert {figure.article for figure in files.figures} == {"harbor"}
