"""Readings compared that were made by hand: whatever the reader makes of a text, these hold."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations import Kind, Modifier, Quantity, Ratio, resolve
from translations.checking import Issue, IssueKind, Segment, Severity, compare_readings
from translations.checking.dimensions import measure
from translations.reading.model import DateMention, Mention, Reading, Sense

ENGLISH = resolve("en")


def quantity(text: str, kind: Kind, unit: str, value: str, quantum: str = "1", **more: object) -> Mention:
    """A mention at the beginning of its text; `value` is a number, or low..high."""
    low, dots, high = value.partition("..")
    ends = {"low": Decimal(low), "high": Decimal(high)} if dots else {"value": Decimal(low)}
    own = {name: more.pop(name) for name in ("classifier", "alternatives", "sense") if name in more}
    return Mention(0, len(text), text, Quantity(kind, unit, **ends, **more), Decimal(quantum), **own)  # type: ignore[arg-type]


def money(text: str, value: str, quantum: str = "1", unit: str = "USD", **more: object) -> Mention:
    return quantity(text, Kind.MONEY, unit, value, quantum, **more)


def compared(source: Mention | DateMention | None, target: Mention | DateMention | None) -> tuple[Issue, ...]:
    readings = [
        Reading(
            (mention,) if isinstance(mention, Mention) else (),
            (mention,) if isinstance(mention, DateMention) else (),
        )
        for mention in (source, target)
    ]
    segment = Segment(source.text if source else "", target.text if target else "", "zh-CN", "en")
    return compare_readings(segment, readings[0], readings[1], ENGLISH)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (
            quantity("1.2吉瓦", Kind.POWER, "gigawatt", "1.2", "0.1"),
            quantity("1,200 MW", Kind.POWER, "megawatt", "1200"),
        ),
        (
            quantity("20万公斤", Kind.MEASURE, "kilogram", "200000", "1e4"),
            quantity("200 tonnes", Kind.MEASURE, "tonne", "200"),
        ),
        (
            quantity("30亿度", Kind.MEASURE, "kilowatt-hour", "3e9", "1e8"),
            quantity("3 TWh", Kind.MEASURE, "terawatt-hour", "3"),
        ),
        (quantity("60英里", Kind.MEASURE, "mile", "60"), quantity("97 km", Kind.MEASURE, "kilometer", "97")),
        (
            quantity("6个月", Kind.DURATION, "month", "6"),
            quantity("two quarters", Kind.DURATION, "quarter", "2"),
        ),
        (
            quantity("10个基点", Kind.PERCENTAGE_POINTS, "basis_point", "10"),
            quantity("0.1 points", Kind.PERCENTAGE_POINTS, "percentage_point", "0.1", "0.1"),
        ),
        (quantity("35℃", Kind.MEASURE, "celsius", "35"), quantity("95°F", Kind.MEASURE, "fahrenheit", "95")),
        (
            quantity("120公里/小时", Kind.MEASURE, "kilometer-per-hour", "120"),
            quantity("75 mph", Kind.MEASURE, "mile-per-hour", "75"),
        ),
        (
            money("¥100亿", "1e10", "1e8", "CNY", alternatives=("JPY",)),
            money("10 billion yen", "1e10", "1e9", "JPY"),
        ),
    ],
)
def test_units_of_one_dimension_agree(source: Mention, target: Mention) -> None:
    assert compared(source, target) == ()


@pytest.mark.parametrize(
    ("unit", "dimension", "factor"),
    [
        ("terawatt-hour", "energy", "3600e12"),
        ("square-kilometer", "area", "1e6"),
        ("hectare", "area", "1e4"),
        ("cubic-meter", "volume", "1"),
        ("gigabyte", "digital", "8e9"),
        ("decade", "months", "120"),
        ("week", "time", "604800"),
        ("basis_point", "points", "0.01"),
        ("parsec", "parsec", "1"),
    ],
)
def test_what_units_measure(unit: str, dimension: str, factor: str) -> None:
    assert (measure(unit).dimension, measure(unit).factor) == (dimension, Decimal(factor))


def test_the_side_that_rounds_decides() -> None:
    source = money("1057.73亿美元", "105773e6", "1e6")
    assert compared(source, money("$105.8 billion", "105.8e9", "1e8")) == ()
    assert compared(source, money("$106 billion", "106e9", "1e9")) == ()
    assert [i.kind for i in compared(source, money("$105.7 billion", "105.7e9", "1e8"))] == ["value"]
    assert [i.kind for i in compared(source, money("$107 billion", "107e9", "1e9"))] == ["value"]


def test_a_target_that_says_more_digits_than_its_source_is_no_rounding() -> None:
    assert [
        i.kind for i in compared(money("3万亿", "3e12", "1e12"), money("$3.2 trillion", "3.2e12", "1e11"))
    ] == ["value"]


def test_a_modifier_lets_round_numbers_be_rounder() -> None:
    source = money("8300亿美元", "8.3e11", "1e8")
    about = money("$800 billion", "8e11", "1e9", modifier=Modifier.ABOUT)
    assert compared(source, about) == ()
    assert [i.kind for i in compared(source, money("$800 billion", "8e11", "1e9"))] == ["value"]
    wrong = money("$900 billion", "9e11", "1e9", modifier=Modifier.ABOUT)
    assert [i.kind for i in compared(source, wrong)] == ["value"]


def test_percentages_are_not_rounded_to_tens() -> None:
    target = quantity("about 40%", Kind.PERCENT, "percent", "40", modifier=Modifier.ABOUT)
    assert [i.kind for i in compared(quantity("42%", Kind.PERCENT, "percent", "42"), target)] == ["value"]


def test_fractions_and_percentages() -> None:
    third = quantity("三分之一", Kind.RATIO, "ratio", "0.333333333333", "0.01", ratio=Ratio(1, 3))
    assert compared(third, quantity("33.3%", Kind.PERCENT, "percent", "33.3", "0.1")) == ()
    assert [i.kind for i in compared(third, quantity("34%", Kind.PERCENT, "percent", "34"))] == ["value"]


def test_growth_is_not_the_level() -> None:
    grew = quantity("两倍", Kind.MULTIPLE, "times", "3", sense=Sense.GROWTH)
    tripled = quantity("tripled", Kind.MULTIPLE, "times", "3", sense=Sense.LEVEL)
    doubled = quantity("doubled", Kind.MULTIPLE, "times", "2", sense=Sense.LEVEL)
    assert compared(grew, tripled) == ()
    issue = compared(grew, doubled)[0]
    assert (issue.kind, issue.suggestion) == ("growth", "tripled")
    assert issue.message == "“两倍” means 3 times the original level; “doubled” says otherwise."


def test_ranges_agree_by_both_ends() -> None:
    source = money("30亿至50亿美元", "3e9..5e9", "1e8")
    assert compared(source, money("$3bn-5bn", "3e9..5e9", "1e9")) == ()
    issue = compared(source, money("$30bn-50bn", "3e10..5e10", "1e9"))[0]
    assert (issue.kind, issue.power) == ("scale", 1)


def test_vague_ranges_need_only_overlap() -> None:
    source = money("数百亿", "2e10..9e10", "1e10", modifier=Modifier.ABOUT)
    assert compared(source, money("$45 billion", "4.5e10", "1e9")) == ()
    hundreds = money("hundreds of billions", "2e11..9e11", "1e11", modifier=Modifier.ABOUT)
    assert [(i.kind, i.power) for i in compared(source, hundreds)] == [("scale", 1)]


def test_a_month_of_thirty_days_is_a_warning() -> None:
    issue = compared(
        quantity("三个月", Kind.DURATION, "month", "3"), quantity("90 days", Kind.DURATION, "day", "90")
    )[0]
    assert (issue.kind, issue.severity) == (IssueKind.UNIT, Severity.WARNING)


@pytest.mark.parametrize(
    ("source", "target", "kinds"),
    [
        ("2025-Q3", "2025-Q3", []),
        ("XXXX-10-12", "2025-10-12", []),
        ("XXXX-Q3", "XXXX-09", []),
        ("2024", "2023", ["date"]),
        ("2024-11", "2023-11", ["date"]),
        ("198X", "197X", ["date"]),
        ("FY2024-Q2", "FY2024-Q3", ["date"]),
        ("2021/2023", "2021/2022", ["date"]),
    ],
)
def test_dates(source: str, target: str, kinds: list[str]) -> None:
    found = compared(DateMention(0, 1, "甲", source), DateMention(0, 1, "A", target))
    assert [issue.kind for issue in found] == kinds


@pytest.mark.parametrize(
    ("text", "value", "severity"),
    [
        ("2024年", "2024", Severity.ERROR),
        ("10月", "XXXX-10", Severity.WARNING),
        ("2024财年", "FY2024", Severity.ERROR),
    ],
)
def test_a_year_that_one_side_lacks_is_an_error_and_a_month_a_warning(
    text: str, value: str, severity: Severity
) -> None:
    issue = compared(DateMention(0, len(text), text, value), None)[0]
    assert (issue.kind, issue.severity) == ("missing", severity)
    assert issue.message == f"The date “{text}” is missing from the target."


AMOUNTS = st.builds(
    lambda digits, power: Decimal(digits).scaleb(power), st.integers(11, 9999), st.integers(0, 12)
)


@given(AMOUNTS)
def test_an_amount_agrees_with_itself(value: Decimal) -> None:
    assert compared(money("甲", str(value)), money("A", str(value))) == ()


@given(AMOUNTS, st.sampled_from([-3, -2, -1, 1, 2, 3]))
def test_every_power_of_ten_is_named(value: Decimal, power: int) -> None:
    issue = compared(money("甲", str(value)), money("A", str(value.scaleb(power))))[0]
    assert (issue.kind, issue.power) == ("scale", power)


@given(AMOUNTS, st.sampled_from(["EUR", "JPY", "CNY"]))
def test_every_other_currency_is_named(value: Decimal, currency: str) -> None:
    assert [i.kind for i in compared(money("甲", str(value)), money("A", str(value), unit=currency))] == [
        "currency"
    ]


def test_a_thousand_figures_that_all_differ_are_told_in_bounded_time() -> None:
    def many(step: int) -> Reading:
        return Reading(
            tuple(
                Mention(i, i + 1, "x", Quantity(Kind.COUNT, "count", Decimal(1000 + i * step)), Decimal(1))
                for i in range(1000)
            ),
            (),
        )

    segment = Segment("x" * 1000, "x" * 1000, "zh-CN", "en")
    issues = compare_readings(segment, many(2), many(3), ENGLISH)
    told = {(issue.source, issue.target) for issue in issues}
    assert len(told) == len(issues) >= 600
