"""What is our own: thresholds, ranges, ratios, nouns, modifiers, rates, refusals."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from babel import Locale

from translations.quantity import CountNoun, Kind, Modifier, Quantity, Ratio
from translations.writing import (
    NumberOutOfRange,
    UnknownUnit,
    Width,
    supported_unit,
    write,
    writer,
)

EN, HANS, HANT, DE = Locale("en"), Locale("zh", script="Hans"), Locale("zh", script="Hant"), Locale("de")
COMPANIES = CountNoun((("one", "company"), ("other", "companies")))
PEOPLE = CountNoun((("one", "person"), ("other", "people")))


def count(value: str, locale: Locale, noun: CountNoun | None = None) -> str:
    return write(Quantity(Kind.COUNT, "count", Decimal(value)), locale, noun).text


def ratio(numerator: int, denominator: int, locale: Locale) -> str:
    terms = Ratio(numerator, denominator)
    return write(Quantity(Kind.RATIO, "ratio", Decimal(0), ratio=terms), locale).long


@pytest.mark.parametrize(
    ("value", "tag", "text"),
    [
        ("2800", "en", "2,800"),
        ("999000", "en", "999,000"),
        ("1000000", "en", "1 million"),
        ("9999", "zh-Hans", "9999"),
        ("10000", "zh-Hans", "1万"),
        ("28012", "zh-Hans", "2.8012万"),
        ("10000", "ko", "1만"),
        ("9999", "ko", "9,999"),
        ("99999", "hi", "99,999"),
        ("100000", "hi", "1 लाख"),
        ("1234567", "en", "1,234,567"),
        ("1234560", "en", "1.23456 million"),
        ("5.3e16", "zh-Hans", "53,000万亿"),
        ("5.3e15", "zh-Hans", "5300万亿"),
        ("5.3e16", "ja", "5.3京"),
        ("100e9", "en", "100 billion"),
    ],
)
def test_where_words_begin_and_digits_end(value: str, tag: str, text: str) -> None:
    assert count(value, Locale.parse(tag, sep="-")) == text


@pytest.mark.parametrize(
    ("value", "noun", "text"),
    [
        ("335", COMPANIES, "335 companies"),
        ("1", COMPANIES, "1 company"),
        ("1.0", COMPANIES, "1.0 companies"),
        ("2800", PEOPLE, "2,800 people"),
        ("2.8e6", PEOPLE, "2.8 million people"),
        ("1e6", PEOPLE, "1 million people"),
    ],
)
def test_nouns_in_english(value: str, noun: CountNoun, text: str) -> None:
    assert count(value, EN, noun) == text


@pytest.mark.parametrize(
    ("value", "text"), [("335", "335家公司"), ("2800", "2800家公司"), ("2.8e6", "280万家公司")]
)
def test_nouns_in_chinese(value: str, text: str) -> None:
    assert count(value, HANS, CountNoun((("other", "家公司"),))) == text


@pytest.mark.parametrize(
    ("numerator", "denominator", "english", "chinese"),
    [
        (1, 2, "half", "一半"),
        (1, 3, "one third", "三分之一"),
        (2, 3, "two thirds", "三分之二"),
        (1, 4, "one quarter", "四分之一"),
        (3, 4, "three quarters", "四分之三"),
        (1, 5, "one in five", "五分之一"),
        (2, 5, "two in five", "五分之二"),
        (1, 9, "one in nine", "九分之一"),
        (1, 12, "one in twelve", "十二分之一"),
        (1, 20, "one in twenty", "二十分之一"),
        (1, 25, "one in 25", "二十五分之一"),
        (21, 99, "21 in 99", "九十九分之二十一"),
        (1, 128, "one in 128", "1/128"),
        (1, 1000, "one in 1,000", "1/1,000"),
        (2, 4, "two in four", "四分之二"),
        (3, 2, "3/2", "3/2"),
        (0, 5, "0/5", "0/5"),
    ],
)
def test_ratios(numerator: int, denominator: int, english: str, chinese: str) -> None:
    assert ratio(numerator, denominator, EN) == english
    assert ratio(numerator, denominator, HANS) == chinese
    assert ratio(numerator, denominator, DE) == f"{numerator}/{denominator}".replace("1000", "1.000")


@pytest.mark.parametrize(
    ("modifier", "english", "hans", "hant", "german"),
    [
        (Modifier.ABOUT, "about 5%", "约5%", "約5%", "≈5\u00a0%"),
        (Modifier.NEARLY, "nearly 5%", "近5%", "近5%", "≈5\u00a0%"),
        (Modifier.OVER, "more than 5%", "超过5%", "超過5%", ">5\u00a0%"),
        (Modifier.AT_LEAST, "at least 5%", "至少5%", "至少5%", "≥5\u00a0%"),
        (Modifier.UP_TO, "up to 5%", "最多5%", "最多5%", "≤5\u00a0%"),
        (Modifier.LESS_THAN, "less than 5%", "不到5%", "不到5%", "<5\u00a0%"),
        (Modifier.WITHIN, "within 5%", "5%以内", "5%以內", "≤5\u00a0%"),
        (Modifier.ONLY, "only 5%", "仅5%", "僅5%", "5\u00a0%"),
        (None, "5%", "5%", "5%", "5\u00a0%"),
    ],
)
def test_modifiers(modifier: Modifier | None, english: str, hans: str, hant: str, german: str) -> None:
    quantity = Quantity(Kind.PERCENT, "percent", Decimal(5), modifier=modifier)
    texts = [write(quantity, locale).text for locale in (EN, HANS, HANT, DE)]
    assert texts == [english, hans, hant, german]


@pytest.mark.parametrize(
    ("low", "high", "tag", "long", "short"),
    [
        ("3e9", "5e9", "zh-Hans", "30亿～50亿美元", "30亿～50亿美元"),
        ("3e8", "5e8", "zh-Hans", "3亿～5亿美元", "3亿～5亿美元"),
        ("900000", "1.2e6", "en", "900,000–1.2 million US dollars", "$900,000–$1.2M"),
        ("-5e9", "3e9", "en", "-5 billion – 3 billion US dollars", "-$5B – $3B"),
        # 5 to ten million: "5–10 million" would say another range.
        ("5", "1e7", "en", "5–10,000,000 US dollars", "$5–10,000,000"),
        ("1e6", "2e6", "fr", "1–2 millions de dollars des États-Unis", "1–2\u00a0M\u00a0$US"),
    ],
)
def test_ranges_of_money(low: str, high: str, tag: str, long: str, short: str) -> None:
    quantity = Quantity(Kind.MONEY, "USD", low=Decimal(low), high=Decimal(high))
    written = write(quantity, Locale.parse(tag, sep="-"))
    assert (written.long, written.short) == (long, short)


@pytest.mark.parametrize(
    ("value", "tag", "text"),
    [("1", "en", "1 year"), ("2.5", "en", "2.5 years"), ("2", "ar-EG", "٢ سنة"), ("3", "ar-EG", "٣ سنوات")],
)
def test_durations(value: str, tag: str, text: str) -> None:
    """CLDR's Arabic dual has no digit (سنتان); ours keeps it, so that 2.0 and 1–2 can be told apart."""
    assert writer(Locale.parse(tag, sep="-"), Kind.DURATION, "year", Width.LONG)(Decimal(value)) == text


def test_rate_with_other_modifiers() -> None:
    yen = Quantity(Kind.MONEY, "JPY", Decimal(100))
    rate = Quantity(Kind.RATE, "CNY", Decimal("4.5"), modifier=Modifier.OVER, per=yen)
    assert write(rate, HANS).text == "100日元合超过4.5元人民币"
    assert write(rate, EN).text == "more than 4.5 Chinese yuan per 100 Japanese yen"
    assert write(rate, DE).text == "100 Japanische Yen = >4,5 Renminbi Yuan"
    assert write(rate, EN).short == "JP¥100 = CN¥4.5"


@pytest.mark.parametrize(
    ("unit", "kind"),
    [
        ("JPY", Kind.MONEY),
        ("percent", Kind.PERCENT),
        ("percentage_point", Kind.PERCENTAGE_POINTS),
        ("basis_point", Kind.PERCENTAGE_POINTS),
        ("times", Kind.MULTIPLE),
        ("ratio", Kind.RATIO),
        ("count", Kind.COUNT),
        ("gigawatt", Kind.POWER),
        ("year", Kind.DURATION),
        ("kilometer-per-hour", Kind.MEASURE),
        ("jpy", None),
        ("XYZ", None),
        ("gigawatts", None),
        ("", None),
    ],
)
def test_units_and_kinds(unit: str, kind: Kind | None) -> None:
    assert supported_unit(unit) is kind


@pytest.mark.parametrize(
    ("kind", "unit", "complaint"),
    [
        (Kind.MONEY, "XYZ", "'XYZ' is no unit: give an ISO 4217 code"),
        (Kind.MONEY, "percent", "'percent' is a unit of percent, not of money"),
        (Kind.RATE, "year", "'year' is a unit of duration, not of rate"),
        (Kind.COUNT, "x" * 10_000, "is no unit"),
    ],
)
def test_unknown_units_are_refused(kind: Kind, unit: str, complaint: str) -> None:
    with pytest.raises(UnknownUnit, match=complaint) as refusal:
        writer(EN, kind, unit, Width.LONG)
    assert len(str(refusal.value)) < 300
    with pytest.raises(UnknownUnit):
        write(Quantity(kind, unit, Decimal(1)), EN)


@pytest.mark.parametrize(
    "value",
    ["NaN", "sNaN", "Infinity", "-Infinity", "1e31", "1e400", "1e999999999", "1e-31", "0e999999", "9" * 41],
)
def test_numbers_beyond_reason_are_refused_at_once(value: str) -> None:
    start = time.perf_counter()
    with pytest.raises(NumberOutOfRange) as refusal:
        write(Quantity(Kind.MONEY, "JPY", Decimal(value)), EN)
    assert time.perf_counter() - start < 0.5
    assert len(str(refusal.value)) < 200


@pytest.mark.parametrize("value", ["1e30", "-1e30", "1e-30", "9" * 31, "0", "-0", "0.00"])
def test_numbers_at_the_edge_are_written(value: str) -> None:
    assert all(writer(EN, Kind.MONEY, "JPY", width)(Decimal(value)) for width in Width)


def test_a_quantity_without_a_value() -> None:
    with pytest.raises(ValueError, match="needs a value, or both low and high"):
        write(Quantity(Kind.MONEY, "JPY", low=Decimal(1)), EN)
