"""English numbers: what the pattern takes of a text, and what it is worth."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.quantity import Modifier, Ratio
from translations.reading.english_numbers import (
    ENGLISH_NUMBER,
    ENGLISH_SUFFIXED,
    english_number,
    english_value,
)
from translations.reading.model import Number

ABOUT, OVER = Modifier.ABOUT, Modifier.OVER


@cache
def pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![A-Za-z0-9_.,])(?:{ENGLISH_NUMBER})")


def found(text: str) -> list[str]:
    return [match[0] for match in pattern().finditer(text)]


def read(text: str) -> Number:
    assert pattern().fullmatch(text), text
    number = english_number(text)
    assert number is not None
    return number


# text, value with its significant digits, place value of the last digit, scale
VALUES = (
    ("5.3 trillion", "5.3E+12", "1E+11", "1E+12"),
    ("5.3-trillion", "5.3E+12", "1E+11", "1E+12"),
    ("5.30 billion", "5.30E+9", "1E+7", "1E+9"),
    ("830 billion", "8.3E+11", "1E+9", "1E+9"),
    ("1,057.73 billion", "1.05773E+12", "1E+7", "1E+9"),
    ("5 Million", "5E+6", "1E+6", "1E+6"),
    ("5 millions", "5E+6", "1E+6", "1E+6"),
    ("30bn", "3E+10", "1E+9", "1E+9"),
    ("30BN", "3E+10", "1E+9", "1E+9"),
    ("1.06tn", "1.06E+12", "1E+10", "1E+12"),
    ("4trn", "4E+12", "1E+12", "1E+12"),
    ("1.5 mn", "1.5E+6", "1E+5", "1E+6"),
    ("2.3 mln", "2.3E+6", "1E+5", "1E+6"),
    ("7 bln", "7E+9", "1E+9", "1E+9"),
    ("10 lakh", "1E+6", "1E+5", "1E+5"),
    ("2 crore", "2E+7", "1E+7", "1E+7"),
    ("3 lakh crore", "3E+12", "1E+12", "1E+12"),
    ("3 crore 20 lakh", "3.2E+7", "1E+5", "1E+5"),
    ("4 thousand 3 hundred", "4.3E+3", "1E+2", "1E+2"),
    ("3 dozen", "36", "1", "12"),
    ("4 hundred", "4E+2", "1E+2", "1E+2"),
    ("1.2 thousand", "1.2E+3", "1E+2", "1E+3"),
    ("1.5 hundred million", "1.5E+8", "1E+7", "1E+8"),
    ("300 million billion", "3E+17", "1E+15", "1E+15"),
    ("10 1/2", "10.5", "0.1", "1"),
    ("7 3/4", "7.75", "0.01", "1"),
    ("10½", "10.5", "0.1", "1"),
    ("3½ million", "3.5E+6", "1E+5", "1E+6"),
    ("½ million", "5E+5", "1E+5", "1E+6"),
    ("3 million and a half", "3.5E+6", "1E+5", "1E+6"),
    ("2 and a half million", "2.5E+6", "1E+5", "1E+6"),
    ("zero", "0", "1", "1"),
    ("one", "1", "1", "1"),
    ("nineteen", "19", "1", "1"),
    ("twenty", "2E+1", "1", "1"),
    ("twenty-five", "25", "1", "1"),
    ("twenty five", "25", "1", "1"),
    ("Twenty‑Five", "25", "1", "1"),
    ("a hundred", "1E+2", "1E+2", "1E+2"),
    ("a million", "1E+6", "1E+6", "1E+6"),
    ("a dozen", "12", "1", "12"),
    ("two dozen", "24", "1", "12"),
    ("three score", "6E+1", "1", "2E+1"),
    ("three hundred", "3E+2", "1E+2", "1E+2"),
    ("fifteen hundred", "1.5E+3", "1E+2", "1E+2"),
    ("one hundred and five", "105", "1", "1"),
    ("one-hundred-and-five", "105", "1", "1"),
    ("two thousand and ten", "2.01E+3", "1", "1"),
    ("two thousand and two hundred", "2.2E+3", "1E+2", "1E+2"),
    ("twelve thousand five hundred", "1.25E+4", "1E+2", "1E+2"),
    ("one hundred and two thousand", "1.02E+5", "1E+3", "1E+3"),
    ("five hundred million", "5E+8", "1E+8", "1E+8"),
    ("five hundred and thirty million", "5.3E+8", "1E+6", "1E+6"),
    ("three lakh crore", "3E+12", "1E+12", "1E+12"),
    ("one and a half", "1.5", "0.1", "1"),
    ("two and a half million", "2.5E+6", "1E+5", "1E+6"),
    ("a billion and a half", "1.5E+9", "1E+8", "1E+9"),
    ("five and three quarters", "5.75", "0.01", "1"),
    ("one hundred and three and two thirds", "103.666666667", "0.01", "1"),
    ("half a billion", "5E+8", "1E+8", "1E+9"),
    ("half-a-million", "5E+5", "1E+5", "1E+6"),
    ("a half-billion", "5E+8", "1E+8", "1E+9"),
    ("half dozens", "6", "1", "12"),
    ("3½ billions", "3.5E+9", "1E+8", "1E+9"),
    ("half a dozen", "6", "1", "12"),
    ("a quarter of a million", "2.5E+5", "1E+4", "1E+6"),
    ("three quarters of a billion", "7.5E+8", "1E+7", "1E+9"),
    ("two-thirds of a million", "666666.666667", "1E+4", "1E+6"),
    ("three point five million", "3.5E+6", "1E+5", "1E+6"),
    ("zero point two five", "0.25", "0.01", "1"),
)


@pytest.mark.parametrize(("text", "value", "quantum", "scale"), VALUES, ids=[row[0] for row in VALUES])
def test_value(text: str, value: str, quantum: str, scale: str) -> None:
    number = read(text)
    assert str(number.value) == value
    assert (number.quantum, number.scale) == (Decimal(quantum), Decimal(scale))
    assert (number.low, number.high, number.ratio, number.modifier) == (None, None, None, None)


LETTERS = (
    ("20m", "2E+7"),
    ("45M", "4.5E+7"),
    ("4k", "4E+3"),
    ("2.5K", "2.5E+3"),
    ("1.2b", "1.2E+9"),
    ("3B", "3E+9"),
    ("1.06T", "1.06E+12"),
    ("1MM", "1E+6"),
    ("2mil", "2E+6"),
    ("500cr", "5E+9"),
)


@pytest.mark.parametrize(("text", "value"), LETTERS, ids=[row[0] for row in LETTERS])
def test_a_letter_is_a_scale_only_in_the_pattern_for_money(text: str, value: str) -> None:
    assert re.fullmatch(ENGLISH_SUFFIXED, text)
    assert not re.match(ENGLISH_SUFFIXED, f"{text}s")
    assert found(text) == []
    number = english_number(text)
    assert number is not None
    assert str(number.value) == value


def test_bare_digits_are_read_but_are_no_match() -> None:
    assert found("335 companies and 8,300 more") == []
    assert english_number("335") == Number(Decimal(335), Decimal(1))
    assert english_number("5.30") == Number(Decimal("5.30"), Decimal("0.01"))


# text, low, high, place value, modifier
RANGES = (
    ("hundreds of billions", "2E+11", "9E+11", "1E+11", ABOUT),
    ("hundreds of thousands", "2E+5", "9E+5", "1E+5", ABOUT),
    ("tens of thousands", "2E+4", "9E+4", "1E+4", ABOUT),
    ("dozens of millions", "2E+7", "9E+7", "1E+7", ABOUT),
    ("dozens", "2E+1", "9E+1", "1E+1", ABOUT),
    ("hundreds", "2E+2", "9E+2", "1E+2", ABOUT),
    ("Thousands", "2E+3", "9E+3", "1E+3", ABOUT),
    ("millions", "2E+6", "9E+6", "1E+6", ABOUT),
    ("billions", "2E+9", "9E+9", "1E+9", ABOUT),
    ("several hundred", "2E+2", "9E+2", "1E+2", ABOUT),
    ("several million", "2E+6", "9E+6", "1E+6", ABOUT),
    ("several tens of thousands", "2E+4", "9E+4", "1E+4", ABOUT),
    ("several dozen", "2E+1", "9E+1", "1E+1", ABOUT),
    ("a few hundred thousand", "2E+5", "9E+5", "1E+5", ABOUT),
    ("a couple of hundred", "2E+2", "9E+2", "1E+2", ABOUT),
    ("two or three", "2", "3", "1", None),
    ("three or four hundred", "3E+2", "4E+2", "1E+2", None),
    ("five or six million", "5E+6", "6E+6", "1E+6", None),
    ("two or three dozen", "24", "36", "1", None),
)


@pytest.mark.parametrize(
    ("text", "low", "high", "quantum", "modifier"), RANGES, ids=[row[0] for row in RANGES]
)
def test_range(text: str, low: str, high: str, quantum: str, modifier: Modifier | None) -> None:
    number = read(text)
    assert number.value is None
    assert (str(number.low), str(number.high)) == (low, high)
    assert (number.quantum, number.modifier) == (Decimal(quantum), modifier)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("20-odd", "2E+1"),
        ("twenty-odd", "2E+1"),
        ("thirty odd", "3E+1"),
        ("a dozen-odd", "12"),
        ("5bn-odd", "5E+9"),
    ],
)
def test_odd_is_over(text: str, value: str) -> None:
    number = read(text)
    assert (str(number.value), number.modifier) == (value, OVER)


RATIOS = (
    ("a third", 1, 3, "0.333333333333"),
    ("one third", 1, 3, "0.333333333333"),
    ("One-Third", 1, 3, "0.333333333333"),
    ("two-thirds", 2, 3, "0.666666666667"),
    ("a quarter", 1, 4, "0.25"),
    ("three quarters", 3, 4, "0.75"),
    ("three-quarters", 3, 4, "0.75"),
    ("one-fifth", 1, 5, "0.2"),
    ("three-fifths", 3, 5, "0.6"),
    ("a tenth", 1, 10, "0.1"),
    ("nine-tenths", 9, 10, "0.9"),
    ("one-ninth", 1, 9, "0.111111111111"),
    ("one twenty-fifth", 1, 25, "0.04"),
    ("three twenty-firsts", 3, 21, "0.142857142857"),
    ("a hundredth", 1, 100, "0.01"),
    ("half", 1, 2, "0.5"),
    ("one half", 1, 2, "0.5"),
    ("one in five", 1, 5, "0.2"),
    ("one-in-five", 1, 5, "0.2"),
    ("one in a hundred", 1, 100, "0.01"),
    ("one out of ten", 1, 10, "0.1"),
    ("two in three", 2, 3, "0.666666666667"),
    ("four out of every ten", 4, 10, "0.4"),
    ("nine in ten", 9, 10, "0.9"),
    ("1 in 5", 1, 5, "0.2"),
    ("3 out of 4", 3, 4, "0.75"),
    ("1 in twenty-one", 1, 21, "0.047619047619"),
    ("1/9", 1, 9, "0.111111111111"),
    ("2/3", 2, 3, "0.666666666667"),
    ("4/10", 4, 10, "0.4"),
    ("1/3rd", 1, 3, "0.333333333333"),
    ("½", 1, 2, "0.5"),
)


@pytest.mark.parametrize(
    ("text", "numerator", "denominator", "value"), RATIOS, ids=[row[0] for row in RATIOS]
)
def test_ratio_is_kept_as_said(text: str, numerator: int, denominator: int, value: str) -> None:
    number = read(text)
    assert number.ratio == Ratio(numerator, denominator)
    assert number.value == Decimal(value)


@pytest.mark.parametrize("text", ["half a", "a quarter of a", "three quarters of a"])
def test_a_fraction_before_a_unit_is_an_amount_and_no_share(text: str) -> None:
    assert found(f"rose {text} percentage point") == [text]
    number = english_number(text)
    assert number is not None
    assert number.ratio is None
    assert number.value in (Decimal("0.5"), Decimal("0.25"), Decimal("0.75"))


@pytest.mark.parametrize(
    "text",
    ["fifty-fifty", "Seven-Eleven", "24/7", "16/9", "2024/25", "nineteen eighty-four", "twenty twenty-five"],
)
def test_what_only_looks_like_a_number_is_taken_whole_and_worth_nothing(text: str) -> None:
    assert found(f"the {text} deal") == [text]
    assert english_number(text) is None


# What is found in a text, and what is not.
TEXTS: tuple[tuple[str, list[str]], ...] = (
    ("nearly a third of the workforce", ["a third"]),
    ("sales fell a third", ["a third"]),
    ("up a third from 2023", ["a third"]),
    ("grew a third year on year", ["a third"]),
    ("a third more", ["a third"]),
    ("A third of them", ["A third"]),
    ("it built a third plant", []),
    ("a third quarter of losses", []),
    ("a third party", []),
    ("for a third time", []),
    ("a third day of talks", []),
    ("it opened a third, in Osaka", []),
    ("a fifth straight gain", []),
    ("a tenth anniversary", []),
    ("a second plant", []),
    ("sales fell by a quarter", ["a quarter"]),
    ("nearly a quarter", ["a quarter"]),
    ("a quarter of the staff", ["a quarter"]),
    ("cut costs by one quarter in May", ["one quarter"]),
    ("in a quarter", []),
    ("a quarter earlier", []),
    ("from a quarter ago", []),
    ("twice a quarter.", []),
    ("the third quarter", []),
    ("three quarters of voters", ["three quarters"]),
    ("over three quarters", ["three quarters"]),
    ("for three quarters", ["three"]),
    ("the past three quarters", ["three"]),
    ("the first three quarters of the year", ["three"]),
    ("half the workforce", ["half"]),
    ("half its value", ["half"]),
    ("more than half of them", ["half"]),
    ("cut in half", ["half"]),
    ("half an hour", ["half an"]),
    ("half a chance", []),
    ("a half-point cut", ["half"]),
    ("a quarter-point cut", ["quarter"]),
    ("the first half of 2025", []),
    ("in the second half", []),
    ("first-half profit", []),
    ("half-yearly", []),
    ("half year", []),
    ("a half-hour wait", []),
    ("a year and a half", []),
    ("the other half", []),
    ("one-third stake", ["one-third"]),
    ("one third-party vendor", ["one"]),
    ("one company", ["one"]),
    ("in one day", ["one"]),
    ("the one hundred firms", ["one hundred"]),
    ("no one knows", []),
    ("one of the firms", []),
    ("one another", []),
    ("one day it will", []),
    ("a one-off gain, a one-time charge", []),
    ("everyone, someone, ones, oneself", []),
    ("one by one", []),
    ("one or more", []),
    ("one's own", []),
    ("Capital One said", []),
    ("the 21st, the 3rd, the 1990s", []),
    ("the twenty-first century", []),
    ("the one hundred and fifth", []),
    ("two hundredth", []),
    ("5 millionth", []),
    ("a ten-second rule", ["ten"]),
    ("two third-party vendors", ["two"]),
    ("one in five firms", ["one in five"]),
    ("one in five years", ["one", "five"]),
    ("1 in 2024", []),
    ("25 in 30 cities", []),
    ("5m long, 4k, 45M", []),
    ("30bnx, 30bn3", []),
    ("5 million, 30bn.", ["5 million", "30bn"]),
    ("5 billionaires", []),
    ("several, a few, a couple of days", []),
    ("scores of people", ["scores"]),
    ("test scores of pupils", []),
    ("a dozen or so", ["a dozen"]),
    ("in his thirties, the twenties", []),
    ("multi-million, million-dollar", []),
    ("sevenfold, tenant, onerous, weighty, canine", []),
    ("net zero, zero-sum", []),
    ("zero percent", ["zero"]),
    ("three-to-five-year", ["three", "five"]),
    ("2 million-3 million", ["2 million", "3 million"]),
    ("one hundred and two hundred", ["one hundred", "two hundred"]),
    ("between one million and two million", ["one million", "two million"]),
    ("between five hundred and one thousand", ["five hundred", "one thousand"]),
    ("between two hundred and fifty and three hundred", ["two hundred and fifty", "three hundred"]),
    ("12/25/2024", []),
    ("an hour, a plan, and a test", []),
)


@pytest.mark.parametrize(("text", "numbers"), TEXTS, ids=[row[0] for row in TEXTS])
def test_found(text: str, numbers: list[str]) -> None:
    assert found(text) == numbers


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("minus five", "-5"),
        ("negative two", "-2"),
        ("-5", "-5"),
        ("−5.5", "-5.5"),
        ("minus five point five", "-5.5"),
        ("+12,567", "12567"),
        (".08", "0.08"),
        ("forty two and a third", "42.3333333333"),
        ("twenty-one trillion and three hundred", "21000000000300"),
    ],
)
def test_signed_value(text: str, value: str) -> None:
    assert english_value(text) == Decimal(value)


@pytest.mark.parametrize(
    "text", ["", "an", "a", "5,00", "five apples", "24/7", "hundreds of millions", "minus", "٣"]
)
def test_no_value(text: str) -> None:
    assert english_value(text) is None


SMALL = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled_below_1000(number: int, joint: str, hyphen: str) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{SMALL[hundreds]} hundred"] if hundreds else []
    if rest >= 20:
        words.append(TENS[rest // 10 - 2] + (f"{hyphen}{SMALL[rest % 10]}" if rest % 10 else ""))
    elif rest:
        words.append(SMALL[rest])
    return joint.join(words)


def spelled(number: int, joint: str, hyphen: str) -> str:
    """`number` in words, after the rules of schoolbooks: an independent way back."""
    if number == 0:
        return "zero"
    words = []
    for power, word in ((12, " trillion"), (9, " billion"), (6, " million"), (3, " thousand"), (0, "")):
        group = number // 10**power % 1000
        if group:
            words.append(spelled_below_1000(group, joint, hyphen) + word)
    last = number % 1000
    if joint != " " and 0 < last < 100 and len(words) > 1:
        return f"{' '.join(words[:-1])} and {words[-1]}"
    return " ".join(words)


@given(
    st.integers(0, 10**15 - 1) | st.integers(0, 9999),
    st.sampled_from([" and ", " "]),
    st.sampled_from(["-", " "]),
    st.sampled_from([str.lower, str.upper, str.capitalize, str.title]),
)
def test_every_spelled_number_reads_back(number: int, joint: str, hyphen: str, case: str) -> None:
    text = case(spelled(number, joint, hyphen))  # type: ignore[operator]
    assert english_value(text) == number


@given(
    st.integers(1, 10**7), st.integers(0, 4), st.sampled_from(["thousand", "million", "billion", "trillion"])
)
def test_digits_with_a_scale_keep_their_digits(digits: int, decimals: int, scale: str) -> None:
    power = {"thousand": 3, "million": 6, "billion": 9, "trillion": 12}[scale]
    written = Decimal(digits).scaleb(-decimals)
    number = read(f"{written:f} {scale}")
    assert number.value == written.scaleb(power)
    assert number.quantum == Decimal(1).scaleb(power - decimals)
    assert number.scale == Decimal(1).scaleb(power)


VOCABULARY = st.sampled_from(
    [
        *SMALL, *TENS, "a", "an", "and", "or", "in", "out of", "every", "point", "half", "quarter", "quarters", "third",
        "thirds", "twenty-first", "hundred", "hundreds", "thousand", "million", "billions", "of", "dozen", "dozens",
        "score", "several", "few", "couple", "odd", "5", "1/2", "3.5", "1,000", "10½", "5bn", "the", "between", "by",
    ]
)  # fmt: skip


@given(st.lists(VOCABULARY, max_size=12), st.sampled_from([" ", "-"]))
def test_whatever_is_found_is_sane(words: list[str], joint: str) -> None:
    for text in found(joint.join(words)):
        number = english_number(text)
        if number is None:
            continue
        assert number.quantum > 0
        assert number.scale >= 1
        if number.value is None:
            assert number.low is not None
            assert number.high is not None
            assert 0 < number.low < number.high
        else:
            assert number.value >= 0
            assert number.low is number.high is None
        if number.ratio is not None:
            assert number.value is not None
            assert abs(number.value * number.ratio.denominator - number.ratio.numerator) < Decimal("1e-6")


@given(st.text(max_size=40))
def test_any_text_has_a_value_or_none(text: str) -> None:
    value = english_value(text)
    assert value is None or value.is_finite()


@pytest.mark.parametrize(
    ("text", "number", "count"),
    [
        ("and " * 50_000, None, 0),
        ("a " * 50_000, None, 0),
        ("1/" * 50_000, None, 0),
        ("1" * 100_000, None, 0),
        ("1,000," * 50_000, None, 0),
        ("two or " * 50_000, "two or two", 25_000),
        ("two point five, " * 50_000, "two point five", 50_000),
        ("a quarter of a " * 50_000, "a quarter", 50_000),
        ("half a " * 50_000, None, 0),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_what_is_found_in_hostile_text(text: str, number: str | None, count: int) -> None:
    numbers = found(text)
    assert len(numbers) == count
    assert set(numbers) == ({number} if number else set())


@pytest.mark.parametrize(
    "text",
    ["one hundred " * 50_000, "and " * 50_000, "twenty-" * 50_000, "1/" * 50_000, "hundreds of " * 50_000],
)
def test_a_hostile_text_has_no_value(text: str) -> None:
    assert english_value(text) is None
    assert english_number(text) is None


@pytest.mark.parametrize("text", ["one hundred " * 50_000, "twenty-" * 50_000])
def test_a_chain_is_taken_in_pieces_that_are_worth_nothing(text: str) -> None:
    numbers = found(text)
    assert len(numbers) > 1000
    assert {english_number(number) for number in numbers[:-1]} == {None}


def test_a_hundred_thousand_digits_are_one_number() -> None:
    assert english_value("1" * 100_000) == Decimal("1" * 100_000)
