"""Periods: the notation of docs/content.md, and the words."""

from __future__ import annotations

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from translations.writing import Period, Point, Relation, parse_period, write_period

NOTATION = (
    *("2025", "2025-06", "2025-06-30", "2025-Q3", "2025-H1", "FY2022", "FY2024-Q3", "FY2024-H2"),
    *("2021/2023", "2025-01/2025-11", "FY2021/FY2023", "<=2025-06-30", "<=2025-Q3", ">=2005-08", "~2030"),
)
WORDS: dict[str, tuple[str, ...]] = {
    "en": (
        *("2025", "June 2025", "30 June 2025", "Q3 2025", "first half of 2025", "fiscal 2022"),
        *("third quarter of fiscal 2024", "second half of fiscal 2024", "2021–2023"),
        *("January–November 2025", "fiscal 2021–2023", "as of 30 June 2025", "as of Q3 2025"),
        *("since August 2005", "by 2030"),
    ),
    "zh-Hans": (
        *("2025年", "2025年6月", "2025年6月30日", "2025年第三季度", "2025年上半年", "2022财年"),
        *("2024财年第三季度", "2024财年下半年", "2021年至2023年", "2025年1月至11月"),
        *("2021财年至2023财年", "截至2025年6月30日", "截至2025年第三季度", "自2005年8月以来", "到2030年"),
    ),
    "zh-Hant": (
        *("2025年", "2025年6月", "2025年6月30日", "2025年第三季", "2025年上半年", "2022財年"),
        *("2024財年第三季", "2024財年下半年", "2021年至2023年", "2025年1月至11月"),
        *("2021財年至2023財年", "截至2025年6月30日", "截至2025年第三季", "自2005年8月以來", "到2030年"),
    ),
    "de": (
        *("2025", "Juni 2025", "30. Juni 2025", "Q3 2025", "H1 2025", "FY2022", "Q3 FY2024", "H2 FY2024"),
        *("2021–2023", "Januar–November 2025", "FY2021 – FY2023", "30. Juni 2025", "Q3 2025"),
        *("≥ August 2005", "≤ 2030"),
    ),
    "ja": (
        *("2025年", "2025年6月", "2025年6月30日", "2025/Q3", "H1 2025", "FY2022", "Q3 FY2024", "H2 FY2024"),
        *("2021年～2023年", "2025年1月～11月", "FY2021～FY2023", "2025年6月30日", "2025/Q3"),
        *("≥ 2005年8月", "≤ 2030年"),
    ),
    "ar-EG": (
        *("٢٠٢٥", "يونيو ٢٠٢٥", "٣٠ يونيو ٢٠٢٥", "الربع الثالث ٢٠٢٥", "H1 2025", "FY2022", "Q3 FY2024"),
        *("H2 FY2024", "٢٠٢١–٢٠٢٣", "يناير – نوفمبر ٢٠٢٥", "FY2021 – FY2023", "٣٠ يونيو ٢٠٢٥"),
        *("الربع الثالث ٢٠٢٥", "≥ أغسطس ٢٠٠٥", "≤ ٢٠٣٠"),
    ),
}
CELLS = [(tag, text, words) for tag, row in WORDS.items() for text, words in zip(NOTATION, row, strict=True)]


@pytest.mark.parametrize("text", NOTATION)
def test_notation_round_trips(text: str) -> None:
    assert str(parse_period(text)) == text


@pytest.mark.parametrize(("tag", "text", "words"), CELLS)
def test_words(tag: str, text: str, words: str) -> None:
    assert write_period(parse_period(text), Locale.parse(tag, sep="-")) == words


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en-US", "June 30, 2025"),
        ("en-GB", "30 June 2025"),
        ("en-IN", "30 June 2025"),
        ("fr", "30 juin 2025"),
    ],
)
def test_a_bare_date_in_the_order_of_the_region(tag: str, words: str) -> None:
    assert write_period(parse_period("<=2025-06-30"), Locale.parse(tag, sep="-"), bare=True) == words


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "'' is no period: write it like one of 2025"),
        ("2025-6", "is no period"),
        ("2025-Q5", "is no period"),
        ("2025-13", "has no such day or month: month must be in"),
        ("2025-02-30", "has no such day or month"),
        ("0000", "has no such day or month"),
        ("FY2022-06", "has a month in a fiscal year"),
        ("2023/2021", "ends before it begins"),
        ("2021/2021", "ends before it begins"),
        ("2021/FY2023", "from a calendar year to a fiscal year"),
        ("<=2021/2022", "is no period"),
        ("٢٠٢٥", "is no period"),
        ("x" * 10_000, "is no period"),
    ],
)
def test_bad_notation_says_what_is_wrong(text: str, complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint) as refusal:
        parse_period(text)
    assert len(str(refusal.value)) < 250


@given(st.text(alphabet="0123456789-/<>=~FYQH", max_size=12))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        period = parse_period(text)
    except ValueError:
        return
    assert str(period) == text
    assert write_period(period, Locale("en"))


def test_model() -> None:
    assert parse_period(">=2005-08") == Period(Point(2005, month=8), relation=Relation.SINCE)
    assert parse_period("FY2024-Q3") == Period(Point(2024, quarter=3, fiscal=True))
    assert parse_period("2021/2023") == Period(Point(2021), Point(2023))
