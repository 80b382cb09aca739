"""Babel's thirteen known faults (research of November 2026) must not reach a reader; one test for each."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from babel import Locale, localedata

from translations.quantity import Kind, Quantity
from translations.writing import Width, cldr, unit_name, write, writer


def money(value: str, code: str, tag: str, width: Width = Width.LONG) -> str:
    return writer(Locale.parse(tag, sep="-"), Kind.MONEY, code, width)(Decimal(value))


def plain(value: str, tag: str, width: Width = Width.LONG) -> str:
    return writer(Locale.parse(tag, sep="-"), Kind.COUNT, "count", width)(Decimal(value))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("zh-Hans", "5.3万亿日元"),
        ("zh-Hant-TW", "5.3兆日圓"),
        ("zh-Hant-HK", "5.3萬億日圓"),
        ("ja", "5.3兆円"),
        ("ko", "5.3조 일본 엔화"),
    ],
)
def test_1_long_compact_in_cjk_is_no_key_error(tag: str, text: str) -> None:
    """Babel #1059, #1076: the alias from long to short was lost in 2.15 (mended on master, #1310)."""
    assert money("5.3e12", "JPY", tag) == text


@pytest.mark.parametrize("tag", ["zh-Hans", "zh-Hant"])
def test_2_long_unit_in_chinese_is_no_identifier(tag: str) -> None:
    """Babel #1217 (mended on master, #1225): "6.8 power-gigawatt"."""
    assert (
        write(Quantity(Kind.POWER, "gigawatt", Decimal("6.8")), Locale.parse(tag, sep="-")).long == "6.8吉瓦"
    )


def test_3_compact_number_with_currency_name() -> None:
    """Babel #1004: there is no such format."""
    assert money("5.3e12", "JPY", "en") == "5.3 trillion Japanese yen"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5.3e12", "5.3 trillion Japanese yen"),
        ("5.30e12", "5.30 trillion Japanese yen"),
        ("5300000000000", "5.3 trillion Japanese yen"),
        ("1.05773e11", "105.773 billion Japanese yen"),
    ],
)
def test_4_no_significant_digit_is_lost(value: str, text: str) -> None:
    """Babel's default rounds 5.3e12 to 5T (#921, #923)."""
    assert money(value, "JPY", "en") == text


@pytest.mark.parametrize(
    ("value", "tag", "text"),
    [
        ("999999", "en", "$999,999"),
        ("1000000", "en", "$1M"),
        ("999999999", "en", "$999,999,999"),
        ("99999999", "zh-Hans", "9999.9999万美元"),
        ("100000000", "zh-Hans", "1亿美元"),
    ],
)
def test_5_never_a_thousand_thousands(value: str, tag: str, text: str) -> None:
    """Babel #1301: 1000K, 10000万."""
    assert money(value, "USD", tag, Width.SHORT) == text


@pytest.mark.parametrize(
    ("value", "tag", "text"),
    [
        ("1e6", "fr", "1 million"),
        ("1.5e6", "fr", "1,5 million"),
        ("2e6", "fr", "2 millions"),
        ("1e6", "de", "1 Million"),
        ("1.5e6", "de", "1,5 Millionen"),
        ("1.5e6", "pt-BR", "1,5 milhão"),
    ],
)
def test_6_plural_of_what_is_printed(value: str, tag: str, text: str) -> None:
    """Babel #931: 1 millions."""
    assert plain(value, tag) == text


@pytest.mark.parametrize(("value", "text"), [("1.25e9", "1.25B"), ("2.5e9", "2.5B"), ("1.35e9", "1.35B")])
def test_7_nothing_is_rounded(value: str, text: str) -> None:
    """Babel rounds half to even where ICU rounds half away from zero; we round nothing."""
    assert plain(value, "en", Width.SHORT) == text


@pytest.mark.parametrize(
    ("tag", "text"),
    [("ar-EG", "٥٫٣"), ("fa", "۵٫۳"), ("bn", "৫.৩"), ("mr", "५.३"), ("hi", "5.3"), ("my", "၅.၃")],
)
def test_8_native_digits(tag: str, text: str) -> None:
    """Babel #446, #470, #731, #1036: Latin digits between Arabic separators. Hindi has Latin ones in CLDR."""
    assert plain("5.3", tag) == text


def test_8_every_default_numbering_system_has_its_digits() -> None:
    for identifier in localedata.locale_identifiers():
        locale = Locale.parse(identifier)
        if locale.default_numbering_system != "latn":
            text = writer(locale, Kind.COUNT, "count", Width.EXACT)(Decimal("1234567890"))
            assert not any(character in "0123456789" for character in text), identifier


@pytest.mark.parametrize(
    ("value", "tag", "text"),
    [
        ("2800", "es", "2800"),
        ("28000", "es", "28.000"),
        ("2800", "es-MX", "2,800"),
        ("2800", "pl", "2800"),
        ("28000", "pl", "28\u00a0000"),
        ("2800", "pt-PT", "2800"),
        ("2800", "pt-BR", "2.800"),
        ("2800", "it", "2800"),
        ("2800", "de", "2.800"),
    ],
)
def test_9_minimum_grouping_digits(value: str, tag: str, text: str) -> None:
    """Not in Babel's data."""
    assert plain(value, tag, Width.EXACT) == text


@pytest.mark.parametrize(
    ("value", "code", "tag", "text"),
    [
        ("4.50", "CNY", "ja", "元\u00a04.50"),
        ("4.50", "CHF", "en", "CHF\u00a04.50"),
        ("45e9", "CHF", "en", "CHF\u00a045B"),
        ("4.50", "CAD", "en", "CA$4.50"),
        ("45e9", "JPY", "es", "45\u00a0mil\u00a0M\u00a0JPY"),
    ],
)
def test_10_currency_spacing(value: str, code: str, tag: str, text: str) -> None:
    """CLDR's currencySpacing is not applied by Babel."""
    assert money(value, code, tag, Width.SHORT) == text


@pytest.mark.parametrize(
    ("value", "tag", "long", "short"),
    [
        ("5.3e12", "en-GB", "5.3 trillion", "5.3tn"),
        ("5.3e9", "en-GB", "5.3 billion", "5.3bn"),
        ("5.3e6", "en-GB", "5.3 million", "5.3m"),
        ("5.3e12", "en-IN", "5.3\u202flakh\u202fcrore", "5.3LCr"),
        ("5.3e9", "en-IN", "530\u202fcrore", "530Cr"),
        ("5e5", "en-IN", "5\u202flakh", "5L"),
    ],
)
def test_11_cldr_48_where_babel_has_47(value: str, tag: str, long: str, short: str) -> None:
    assert (plain(value, tag), plain(value, tag, Width.SHORT)) == (long, short)


@pytest.mark.parametrize(
    ("tag", "text"),
    [("en", "70–90%"), ("zh-Hans", "70%～90%"), ("de", "70–90\u00a0%"), ("ja", "70～90%"), ("ko", "70~90%")],
)
def test_12_ranges(tag: str, text: str) -> None:
    quantity = Quantity(Kind.PERCENT, "percent", low=Decimal(70), high=Decimal(90))
    assert write(quantity, Locale.parse(tag, sep="-")).text == text


@pytest.mark.parametrize(
    ("tag", "text"), [("en", "20 times"), ("zh-Hans", "20倍"), ("fr", "20 fois"), ("sv", "20×")]
)
def test_12_multiples(tag: str, text: str) -> None:
    assert write(Quantity(Kind.MULTIPLE, "times", Decimal(20)), Locale.parse(tag, sep="-")).text == text


@pytest.mark.parametrize(
    ("code", "tag", "text"),
    [
        ("JPY", "zh-Hant", "5.3兆日圓"),
        ("JPY", "fr", "5,3 billions de yens japonais"),
        ("EUR", "fr", "5,3 billions d’euros"),
        ("JPY", "es", "5,3 billones de yenes japoneses"),
        ("JPY", "pt-BR", "5,3 trilhões de ienes japoneses"),
        ("JPY", "pt-PT", "5,3 biliões de ienes japoneses"),
        ("JPY", "it", "5,3 mila miliardi di yen giapponesi"),
        ("EUR", "ca", "5,3 bilions d’euros"),
        ("JPY", "ca", "5,3 bilions de iens"),
        ("JPY", "ro", "5,3 trilioane de yeni japonezi"),
    ],
)
def test_13_names_as_people_write_them(code: str, tag: str, text: str) -> None:
    assert money("5.3e12", code, tag) == text


@pytest.mark.parametrize("tag", ["en", "en-US", "en-GB", "en-IN", "en-AU", "en-CA", "en-JP"])
def test_13_english_yen_and_yuan(tag: str) -> None:
    tag = tag if tag.replace("-", "_") in localedata.locale_identifiers() else "en"
    assert money("2800", "JPY", tag, Width.SHORT) == "JP¥2,800"
    assert money("2800", "CNY", tag, Width.SHORT) == "CN¥2,800"


@pytest.mark.parametrize(
    ("unit", "tag", "text"),
    [
        ("decade", "zh_Hant", "2.5個十年"),  # CLDR 47: "{0}0 年"
        ("decade", "zh_Hant_HK", "2.5個十年"),
        ("decade", "zh_Hans", "2.5个十年"),
        ("quarter", "zh_Hant", "2.5季"),  # CLDR 47: "{0} 刻", a quarter of an hour
        ("quarter", "zh_Hans", "2.5个季度"),
    ],
)
def test_chinese_decades_and_quarters(unit: str, tag: str, text: str) -> None:
    written = write(Quantity(Kind.DURATION, unit, Decimal("2.5")), Locale.parse(tag))
    assert (written.long, written.short, written.exact) == (text, text, text)


def test_no_pattern_puts_a_digit_beside_the_number() -> None:
    """As CLDR's decade in zh-Hant does; a later CLDR may bring another."""
    for tag in localedata.locale_identifiers():
        locale = Locale.parse(tag)
        for unit in cldr.unit_ids(locale):
            for length in ("long", "short"):
                for pattern in cldr.unit_patterns(locale, unit, length).values():
                    assert not re.search(r"\d\{0\}|\{0\}\d", pattern), (tag, unit, pattern)


@pytest.mark.parametrize(
    ("unit", "tag", "name"),
    [
        ("gigawatt", "en", "gigawatts"),
        ("gigawatt", "zh_Hans", "吉瓦"),
        ("gigawatt", "zh_Hant", "吉瓦"),
        ("year", "zh_Hans", "年"),
        ("week", "zh_Hant", "週"),
        ("week", "de", "Wochen"),
    ],
)
def test_a_unit_has_a_name_by_itself(unit: str, tag: str, name: str) -> None:
    assert unit_name(unit, Locale.parse(tag)) == name
