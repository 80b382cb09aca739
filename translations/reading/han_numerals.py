"""The algebra of Han numerals and scales: what 1万5千亿, 一百零三 and 3万5 are worth.

Numerals and scales are those of GB/T 15835-2011 with the financial forms (壹贰叁); 兆 is 10^12, as in Taiwan.
"""

from __future__ import annotations

from decimal import Context, Decimal
from functools import cache
from typing import NamedTuple

_DIGITS = {
    character: str(digit)
    for digit, characters in enumerate(
        (
            "0零〇○",
            "1一壹",
            "2二贰貳两兩",
            "3三叁參叄",
            "4四肆",
            "5五伍",
            "6六陆陸",
            "7七柒",
            "8八捌",
            "9九玖",
        )
    )
    for character in characters
} | {",": "", " ": ""}
_POWERS = {
    character: exponent
    for exponent, characters in ((1, "十拾"), (2, "百佰"), (3, "千仟"), (4, "万萬"), (8, "亿億"), (12, "兆"))
    for character in characters
}
_TENS = str.maketrans({"廿": "二十", "卅": "三十", "卌": "四十", "点": ".", "點": "."})
_RUN = "".join(_DIGITS)
_RARE = frozenset("廿卅卌点點.")
_TEN, _SCALE = 1, 4  # 十; the least of the units that multiply all that stands before them
_LONGEST = 64  # characters; beyond, it is no number that anyone wrote as an amount
_POWERS_OF_TEN = tuple(10**exponent for exponent in range(13))
_UNLIMITED = 10**_LONGEST
_EXACT = Context(prec=8 * _LONGEST)


class Magnitude(NamedTuple):
    """A value, the power of ten of the last digit written, and that of the scale it ends in (0 if none).

    The scale is the part of the number that a range may elide: 三百亿 ends in 10^10, 二十亿 in 10^8, 五万三 in none.
    """

    value: Decimal
    place: int
    scale: int


_NOTHING = Magnitude(Decimal(0), 0, 0)


@cache
def power(exponent: int) -> Decimal:
    """Ten to `exponent`, with one significant digit."""
    return Decimal(f"1E{exponent}")


def significant(digits: str, exponent: int) -> Decimal:
    """The integer `digits` times ten to `exponent`; the zeros at its end are not significant."""
    kept = digits.rstrip("0")
    return Decimal(f"{kept}E{exponent + len(digits) - len(kept)}") if kept else Decimal(0)


def evaluate(text: str) -> Magnitude | None:
    """What numerals (Han, digits or both), units and a point are worth; None if they are no number."""
    if len(text) > _LONGEST:
        return None
    if _RARE.isdisjoint(text):
        return _integer(text)
    whole, point, behind = text.translate(_TENS).partition(".")
    return _with_decimals(whole, behind) if point else _integer(whole)


def _with_decimals(whole: str, behind: str) -> Magnitude | None:
    """The digits at the beginning of `behind` are decimals of the last digit of `whole`: 一百二十点五亿."""
    units = behind.lstrip(_RUN)
    decimals = "".join([_DIGITS[digit] for digit in behind[: len(behind) - len(units)]])
    magnitude = _integer(whole + units) if whole else _NOTHING
    if not decimals or magnitude is None or not all(unit in _POWERS for unit in units):
        return None
    place = sum([_POWERS[unit] for unit in units]) - len(decimals)
    value = Decimal(f"{decimals}E{place}")
    if magnitude.value:  # a zero would lend the sum its exponent
        value = _EXACT.add(magnitude.value, value)
    return Magnitude(value, place, magnitude.scale if units else 0)


def _integer(text: str) -> Magnitude | None:
    terms, run = _terms(text)
    if terms is None:
        return None
    if not terms:
        return Magnitude(significant(run, 0), 0, 0) if run else None
    parts: list[tuple[int, int]] = []  # what scales have closed: value, power of the scale
    section = place = scale = 0
    limit = _UNLIMITED  # what the next term must stay below
    for digits, exponent in terms:
        ten = _POWERS_OF_TEN[exponent]
        if exponent < _SCALE:
            bare = not digits or (digits == "0" and exponent == _TEN)
            if bare and exponent > _TEN and (section or parts):
                return None
            scale = 0 if bare or section or exponent == _TEN else exponent  # the mantissa of 二十亿 is 20
            term = ten if bare else int(digits) * ten
            if term >= limit:
                return None
            section, place, limit = section + term, exponent, ten
            continue
        if digits:
            term, place = _lone(digits, limit if section else _UNLIMITED, place)
            if term >= limit:
                return None
            scale = 0
            section += term
        power_of_scale = exponent
        if digits or section:
            while parts and parts[-1][1] < exponent:  # 1万5千亿
                section, scale = section + parts.pop()[0], 0
        elif parts:  # 万亿
            section, below = parts.pop()
            power_of_scale += below
        else:
            section, place = 1, 0
        if parts and section * ten >= 10 ** parts[-1][1]:
            return None
        parts.append((section * ten, power_of_scale))
        place, scale, limit, section = place + exponent, scale + exponent, 10**power_of_scale, 0
    if run:
        term, place = _lone(run, limit, place)
        if term >= limit:
            return None
        section += term
    total = section
    for value, _ in parts:
        total += value
    single = not run and len(parts) + bool(section) == 1
    return Magnitude(significant(str(total), 0), place, scale if single else 0)


def _terms(text: str) -> tuple[list[tuple[str, int]] | None, str]:
    """Runs of digits with the powers of the units behind them, and the run behind the last unit."""
    terms: list[tuple[str, int]] = []
    run = ""
    for character in text:
        digit = _DIGITS.get(character)
        if digit is not None:
            run += digit
        elif (exponent := _POWERS.get(character)) is not None:
            terms.append((run, exponent))
            run = ""
        else:
            return None, ""
    return terms, run


def _lone(digits: str, limit: int, place: int) -> tuple[int, int]:
    """The value and place of digits with no unit: a single one is tenths of the unit before it (两千五, 3万5)."""
    if len(digits) > 1 or digits == "0" or limit <= 10 or limit == _UNLIMITED:
        return int(digits), 0
    return int(digits) * limit // 10, place - 1
