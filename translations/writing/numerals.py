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
    group = _grouper(last, others, signs.group)
    if last == others == 3 and signs.group == ",":
        group = _commas
    native = {ord("0") + digit: signs.zero + digit for digit in range(10)} if signs.zero else None
    point = signs.decimal

    def western(whole: str, fraction: str) -> str:
        if len(whole) > longest:
            whole = group(whole)
        return f"{whole}{point}{fraction}" if fraction else whole

    def own(whole: str, fraction: str) -> str:
        return western(whole, fraction).translate(native or {})

    return own if native else western


def _commas(whole: str) -> str:
    return f"{int(whole):,}"


def _grouper(last: int, others: int, separator: str) -> Callable[[str], str]:
    def thousands(whole: str) -> str:
        return f"{int(whole):,}".replace(",", separator)

    def general(whole: str) -> str:
        groups = [whole[-last:]]
        rest = whole[:-last]
        while rest:
            groups.append(rest[-others:])
            rest = rest[:-others]
        return separator.join(reversed(groups))

    def none(whole: str) -> str:
        return whole

    if last == others == 3:
        return thousands
    return general if last < 1000 else none
