"""Digits grouped, pointed and turned into the locale's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from babel import Locale

from translations.writing import cldr

Dress: TypeAlias = Callable[[str, str], str]


def dress(locale: Locale, minimum: int = 1) -> Dress:
    """Write the digits before and after the point as the locale does.

    At least `minimum` digits precede the last group separator, more if the locale wants more
    (CLDR minimumGroupingDigits: es 2800, 28.000). No digit is added or dropped.
    """
    signs = cldr.symbols(locale)
    last, others, least = cldr.grouping(locale)
    longest = last + max(minimum, least) - 1
    separator, point = signs.group, signs.decimal
    group = _grouper(last, others, separator)

    def threes(whole: str, fraction: str) -> str:
        if len(whole) > longest:
            whole = f"{int(whole):,}".replace(",", separator)
        return f"{whole}{point}{fraction}" if fraction else whole

    def general(whole: str, fraction: str) -> str:
        whole = group(whole) if len(whole) > longest else whole
        return f"{whole}{point}{fraction}" if fraction else whole

    western = threes if last == others == 3 else general
    return _nativized(western, signs.zero) if signs.zero else western


def _nativized(western: Dress, zero: int) -> Dress:
    digits = {ord("0") + digit: zero + digit for digit in range(10)}

    def own(whole: str, fraction: str) -> str:
        return western(whole, fraction).translate(digits)

    return own


def _grouper(last: int, others: int, separator: str) -> Callable[[str], str]:
    def group(whole: str) -> str:
        groups = [whole[-last:]]
        rest = whole[:-last]
        while rest:
            groups.append(rest[-others:])
            rest = rest[:-others]
        return separator.join(reversed(groups))

    return group
