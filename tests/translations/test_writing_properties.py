"""What holds for every locale, every currency and every number."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from babel import Locale, localedata
from hypothesis import given
from hypothesis import strategies as st

from translations.quantity import Kind, Modifier, Quantity
from translations.writing import Width, parse_period, supported_unit, write, write_period, writer

LOCALES = sorted(localedata.locale_identifiers())
CURRENCIES = sorted(code for code in Locale("en").currencies if supported_unit(code))
GOLDEN = ("en", "en_GB", "en_IN", "zh_Hans", "zh_Hant", "zh_Hant_HK", "ja", "ko", "de", "fr", "hi", "ar_EG")

locales = st.sampled_from(LOCALES).map(Locale.parse)
currencies = st.sampled_from(CURRENCIES)
numbers = st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(-(10**12), 10**12),
    st.integers(-9, 17),
)


def digits_of(text: str) -> str:
    """The digits of a text in Latin, without zeros that lead."""
    found = (unicodedata.decimal(character, None) for character in text)
    return "".join(str(digit) for digit in found if digit is not None).lstrip("0")


@given(locales, currencies, numbers)
def test_no_locale_and_no_currency_raises(locale: Locale, code: str, value: Decimal) -> None:
    written = write(Quantity(Kind.MONEY, code, value, modifier=Modifier.ABOUT), locale)
    for text in (written.text, written.long, written.short, written.exact):
        assert text.strip()
        assert not re.search(r"[{}¤\0]|  ", text)


@given(st.sampled_from(GOLDEN).map(Locale.parse), numbers, st.sampled_from(Width))
def test_significant_digits_are_kept(locale: Locale, value: Decimal, width: Width) -> None:
    written = digits_of(writer(locale, Kind.MONEY, "USD", width)(value))
    said = str(abs(value).as_tuple().digits and int("".join(map(str, value.as_tuple().digits))))
    said = said.lstrip("0")
    assert written.rstrip("0") == said.rstrip("0")
    exponent = value.as_tuple().exponent
    assert isinstance(exponent, int)
    if exponent < 0:
        assert written == said
    # No zero is added but those that hold places before the point.
    assert len(written) <= len(said) + max(exponent, 0)


@given(st.sampled_from(GOLDEN).map(Locale.parse), numbers)
def test_exact_has_every_digit(locale: Locale, value: Decimal) -> None:
    text = writer(locale, Kind.COUNT, "count", Width.EXACT)(value)
    assert digits_of(text) == f"{abs(value):f}".replace(".", "").lstrip("0")


def test_yen_and_yuan_are_never_both_a_bare_sign() -> None:
    for identifier in LOCALES:
        locale = Locale.parse(identifier)
        yen, yuan = (writer(locale, Kind.MONEY, code, Width.SHORT)(Decimal(5)) for code in ("JPY", "CNY"))
        assert yen != yuan, identifier
        assert not (re.search(r"(?<![A-Z])[¥￥]", yen) and re.search(r"(?<![A-Z])[¥￥](?![A-Z])", yuan)), (
            identifier
        )


def test_every_locale_writes_a_date_and_a_unit() -> None:
    period = parse_period("<=2025-06-30")
    for identifier in LOCALES:
        locale = Locale.parse(identifier)
        assert write_period(period, locale)
        assert write(Quantity(Kind.POWER, "gigawatt", Decimal("6.8")), locale).long
