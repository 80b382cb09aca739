"""Numbers in digits: the one pattern for them, and their value."""

from __future__ import annotations

from decimal import Decimal

from translations.reading.model import Number

# Commas only before groups of three, and behind one to three digits; a point only before a digit. Tokenized text
# has a space on both sides of each: 80 , 000 and 4 . 8. India groups by two: 1,23,456.
DIGITS = r"(?>(?:[0-9]{1,2}(?:,[0-9]{2}(?![0-9]))++,[0-9]{3}(?![0-9])|[0-9]{1,3}(?:(?:,| , )[0-9]{3}(?![0-9]))++|[0-9]++)(?:(?:\.| \. )[0-9]++)?+)"
_PUNCTUATED = str.maketrans("", "", ", ")
_PLACES = tuple(Decimal(1).scaleb(-place) for place in range(24))


def digits_number(text: str) -> Number:
    """A match of `DIGITS` as a number without scale; its quantum is the place of the last digit: 5.30 → 0.01."""
    plain = text if text.isdecimal() else text.translate(_PUNCTUATED)
    point = plain.find(".")
    if point >= 0:
        place = len(plain) - point - 1
        return Number(Decimal(plain), _PLACES[place] if place < len(_PLACES) else Decimal(1).scaleb(-place))
    if plain[-1] != "0":
        return Number(Decimal(plain), _PLACES[0])
    digits = plain.rstrip("0")
    return Number(Decimal(f"{digits}e{len(plain) - len(digits)}") if digits else Decimal(0), _PLACES[0])
