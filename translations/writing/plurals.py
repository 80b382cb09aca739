"""CLDR plural rules compiled to work on digits already placed, without building a number again."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import TypeAlias

from babel import Locale

Plural: TypeAlias = Callable[[str, str], str]

_RELATION = re.compile(r"([nivwftce])(?: mod (\d+))? (not )?(?:in|within) ([\d.,]+)")
_MODULUS = re.compile(r"mod (\d+)")
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
MILLION = 10**6


@lru_cache(maxsize=2048)
def plural(locale: Locale) -> Plural:
    """The plural category of a number given as its digits before and after the decimal point."""
    rules = locale.plural_form.rules
    source = "'other'"
    for category in reversed(CATEGORIES[:-1]):
        if category in rules:
            source = f"'{category}' if {_condition(rules[category])} else {source}"
    # The source is built above from digits and operators alone: _RELATION lets nothing else through.
    decide = eval(f"lambda i, v, f, t: {source}")  # noqa: S307

    def category_of(whole: str, fraction: str) -> str:
        if not fraction:
            return decide(int(whole), 0, 0, 0)  # type: ignore[no-any-return]
        trimmed = fraction.rstrip("0")
        return decide(int(whole), len(fraction), int(fraction), int(trimmed or 0))  # type: ignore[no-any-return]

    return category_of


@lru_cache(maxsize=2048)
def round_categories(locale: Locale, least_power: int) -> frozenset[str]:
    """The categories that amounts with a compact word can have, `least_power` being the smallest word's.

    Most languages have but one for such round amounts, which spares the inner loop the question.
    """
    moduli = {int(found) for rule in locale.plural_form.rules.values() for found in _MODULUS.findall(rule)}
    if moduli - {10, 100, 1000, MILLION}:
        return frozenset(CATEGORIES)
    # At most five decimals are kept (speller.MOST_DECIMALS), so from a million on the last digit is 0.
    step = 10 if least_power > 5 else 1
    samples = [*range(MILLION, MILLION + 1000, step), 2 * MILLION, 5 * MILLION]
    return frozenset(plural(locale)(str(sample), "") for sample in samples)


def _condition(rule: str) -> str:
    alternatives = (" and ".join(map(_relation, part.split(" and "))) for part in rule.split(" or "))
    return " or ".join(f"({alternative})" for alternative in alternatives)


def _relation(relation: str) -> str:
    match = _RELATION.fullmatch(relation)
    if match is None:
        raise ValueError(f"not a CLDR plural relation: {relation!r}")
    operand, modulus, negated, listed = match.groups()
    left = {"n": "i", "w": "len(str(t)) * (t > 0)", "e": "0", "c": "0"}.get(operand, operand)
    left = f"{left} % {modulus}" if modulus else left
    values = " or ".join(map(_range(left), listed.split(",")))
    # n is the number itself: only a whole one equals a whole number, as UTS 35 has it.
    values = f"t == 0 and ({values})" if operand == "n" else values
    return f"(not ({values}))" if negated else f"({values})"


def _range(left: str) -> Callable[[str], str]:
    def compare(listed: str) -> str:
        low, _, high = listed.partition("..")
        return f"{int(low)} <= {left} <= {int(high or low)}"

    return compare
