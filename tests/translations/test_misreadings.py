"""What a figure is easily misread as: in the languages that it is seen in, and wrong by what is said."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations import CONTENT_LANGUAGES, Kind, Quantity, catalog
from translations.misreadings import Misreading, MisreadingKind, describe, misreadings
from translations.writing import parse_period, parse_quantity


def of(value: str, unit: str, *languages: str, written: str = "", period: str = "") -> tuple[Misreading, ...]:
    when = parse_period(period) if period else None
    return misreadings(parse_quantity(value, unit), languages, written, when)


def said(found: tuple[Misreading, ...]) -> list[tuple[str, str, str]]:
    return [(one.written, one.right.text, one.wrong.text) for one in found]


@pytest.mark.parametrize(
    ("value", "languages", "expected"),
    [
        (
            "8.3e11",
            ("en", "zh-Hans"),
            [("8300亿", "830 billion", "8,300 billion"), ("830 billion", "8300亿", "830亿")],
        ),
        (
            "8.3e11",
            ("zh-Hant", "en"),
            [("8300億", "830 billion", "8,300 billion"), ("830 billion", "8300億", "830億")],
        ),
        ("8.3e11", ("zh-Hans",), [("8300亿", "830 billion", "8,300 billion")]),
        (
            "7e8",
            ("en", "zh-Hans"),
            [("7亿", "700 million", "7 billion"), ("700 million", "7亿", "700万")],
        ),
        ("1057.73e8", ("zh-Hans",), [("1057.73亿", "105.773 billion", "1,057.73 billion")]),
        ("5.3e12", ("zh-Hans",), [("5.3万亿", "5.3 trillion", "53 trillion")]),
        ("5.3e12", ("zh-Hant",), [("5.3兆", "5.3 trillion", "5.3 million")]),
        ("500000", ("zh-Hans",), [("50万", "500,000", "50,000")]),
        ("2800", ("en", "zh-Hans"), []),
        ("0", ("en", "zh-Hans"), []),
    ],
)
def test_digits_do_not_carry_over_from_one_scale_to_the_other(
    value: str, languages: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    assert said(of(value, "USD", *languages)) == expected
    assert said(of(value, "count", *languages)) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("增长逾两倍", "more than 3 times", "more than 2 times")),
        ("zh-Hans", ("增长逾两倍", "超过3倍", "超过2倍")),
        ("zh-Hant", ("增长逾两倍", "超過3倍", "超過2倍")),
    ],
)
def test_growth_by_twice_is_three_times_as_much(language: str, expected: tuple[str, str, str]) -> None:
    tripled = parse_quantity("3", "times", "over")
    assert said(misreadings(tripled, (language,), "增长逾两倍")) == [expected]


@pytest.mark.parametrize("written", ["5 倍以上", "增长到3倍", "约 40 倍"])
def test_a_level_is_no_growth(written: str) -> None:
    assert of("3", "times", "en", written=written) == ()


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ("0.7 percentage points", "10.7%", "10.07%")),
        ("zh-Hans", ("0.7个百分点", "10.7%", "10.07%")),
        ("zh-Hant", ("0.7個百分點", "10.7%", "10.07%")),
    ],
)
def test_percentage_points_are_no_percent(language: str, expected: tuple[str, str, str]) -> None:
    assert said(of("0.7", "percentage_point", language)) == [expected]


def test_tenths_and_what_is_left_of_a_price() -> None:
    assert said(of("30", "percent", "en", written="约三成")) == [("三成", "30%", "3%")]
    assert said(of("80", "percent", "en", written="八折")) == [("八折", "80%", "20%")]
    assert of("50", "percent", "en", written="五折") == ()  # half the price is half off
    assert of("81", "percent", "en", written="81%") == ()


def test_a_fiscal_year_is_no_calendar_year() -> None:
    assert said(of("81", "percent", "en", period="FY2024")) == [("fiscal 2024", "fiscal 2024", "2024")]
    (quarter,) = of("81", "percent", "zh-Hans", period="FY2024-Q3")
    assert (quarter.right.text, quarter.wrong.text) == ("2024财年第三季度", "2024年第三季度")
    assert of("81", "percent", "en", period="2024") == ()


def test_the_yen_and_the_yuan_share_a_sign_where_signs_are_used() -> None:
    scale, sign = of("1e12", "JPY", "en", "zh-Hans")
    assert (scale.kind, sign.kind) == (MisreadingKind.CHINESE_SCALE, MisreadingKind.YEN_OR_YUAN)
    assert sign.right.text == "1 trillion Japanese yen"
    assert sign.wrong.text == "1 trillion Chinese yuan"
    assert [one.kind for one in of("1e12", "JPY", "zh-Hans")] == [MisreadingKind.CHINESE_SCALE]


def test_two_scripts_misread_the_same_number_once() -> None:
    assert [one.written for one in of("8.3e11", "USD", "zh-Hant", "zh-Hans")] == ["8300億"]
    assert [one.written for one in of("5.3e12", "USD", "zh-Hant", "zh-Hans")] == ["5.3万亿", "5.3兆"]


@pytest.mark.parametrize(
    ("value", "unit", "written", "period", "expected"),
    [
        (
            "8.3e11", "USD", "", "",
            "8300亿 is 830 billion, not 8,300 billion: Chinese counts in ten thousands, English in thousands.",
        ),
        (
            "29.7", "percentage_point", "", "",
            "29.7 percentage points: a difference between two percentages. 10% becomes 39.7%, not 12.97%.",
        ),
        (
            "3", "times", "增长两倍", "",
            "“增长两倍” makes 3 times the earlier level, not 2 times: it says how much was added.",
        ),
        (
            "81", "percent", "81%", "FY2024",
            "Period: fiscal 2024, not 2024; a fiscal year may begin in any month.",
        ),
    ],
)  # fmt: skip
def test_they_are_told_in_a_sentence(value: str, unit: str, written: str, period: str, expected: str) -> None:
    found = of(value, unit, "en", "zh-Hans", written=written, period=period)
    assert describe(found[0], catalog("en")) == expected


@given(
    digits=st.integers(1, 10**6),
    power=st.integers(0, 14),
    unit=st.sampled_from(["USD", "JPY", "count", "times", "percent", "percentage_point"]),
    languages=st.permutations(CONTENT_LANGUAGES).map(lambda tags: tags[:2]),
    written=st.sampled_from(["", "三成", "八折", "增长两倍"]),
)
def test_what_is_wrong_is_never_right_and_wrong_by_what_is_said(
    digits: int, power: int, unit: str, languages: list[str], written: str
) -> None:
    quantity = parse_quantity(f"{digits}e{power}", unit)
    found = misreadings(quantity, languages, written)
    assert len(found) <= 2
    assert len({one.kind for one in found}) == len(found)
    for one in found:
        assert one.right.text != one.wrong.text
        describe(one, catalog(languages[0]))
        if one.right.value is not None and one.wrong.value is not None:
            assert one.right.value != one.wrong.value
            assert one.ratio is not None
            assert one.ratio * one.right.value == pytest.approx(one.wrong.value)
        if one.kind is MisreadingKind.CHINESE_SCALE:
            assert one.right.value == quantity.value
            assert one.ratio in (Decimal(10), Decimal("0.1"))
        if one.kind is MisreadingKind.TRILLION_OR_MEGA:
            assert one.ratio == Decimal("1e-6")


def test_a_range_is_misread_at_its_higher_end() -> None:
    between = Quantity(Kind.MONEY, "USD", low=Decimal("5e9"), high=Decimal("7e9"))
    assert said(misreadings(between, ("zh-Hans",))) == [("70亿", "7 billion", "70 billion")]
