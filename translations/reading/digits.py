"""Numbers in digits: the one pattern for them, and their value."""

from __future__ import annotations

from decimal import Decimal

from translations.reading.model import Number

# Commas only before groups of three, and behind one to three digits; a point only before a digit. Tokenized text
# has a space on both sides of each: 80 , 000 and 4 . 8. India groups by two: 1,23,456.
DIGITS = r"(?>(?:[0-9]{1,2}(?:,[0-9]{2}(?![0-9]))++,[0-9]{3}(?![0-9])|[0-9]{1,3}(?:(?:,| , )[0-9]{3}(?![0-9]))++|[0-9]++)(?:(?:\.| \. )[0-9]++)?+)"
_ONE = Decimal(1)
_PUNCTUATED = str.maketrans("", "", ", ")


def digits_value(text: str) -> Decimal:
    """The value of a match of `DIGITS`; trailing zeros of an integer do not count as significant."""
    plain = text if text.isdecimal() else text.translate(_PUNCTUATED)
    if plain[-1] != "0" or "." in plain:
        return Decimal(plain)
    digits = plain.rstrip("0")
    return Decimal(f"{digits}e{len(plain) - len(digits)}") if digits else Decimal(0)


def digits_quantum(text: str) -> Decimal:
    """The place value of the last digit written: 5.30 → 0.01, 8300 → 1."""
    return Decimal(1).scaleb(-len(text.rpartition(".")[2].strip())) if "." in text else _ONE


def digits_number(text: str) -> Number:
    """A match of `DIGITS` as a number without scale."""
    return Number(digits_value(text), digits_quantum(text))
