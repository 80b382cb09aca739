"""The tables of units, built once from CLDR's names and our own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from translations.reading.unit_guards import (
    LATIN_WORD,
    Guard,
    apart,
    at_a_digit,
    barrels,
    behind_decimals,
    behind_hours,
    both,
    degrees,
    in_ten_thousands,
    inches,
    latin,
    multiplied,
    near,
    no_number_follows,
    not_before,
    not_hyphened_on,
    nothing_goes_on,
    of_a_size,
    pieces_of_money,
    rand,
    touching,
    unhyphenated,
    within_days,
)
from translations.reading.unit_model import Unit
from translations.reading.unit_names import (
    Meaning,
    circumfixes,
    exact_names,
    homographs,
    leading_names,
    loose_names,
)
from translations.reading.unit_words import BARRED

Entry: TypeAlias = tuple[Meaning, Guard | None]

_SPELLINGS = (("meter", "metre"), ("liter", "litre"), ("gram", "gramme"), ("ruble", "rouble"))

_GUARDS: dict[str, Guard] = {
    **dict.fromkeys(("m", "g", "t", "h", "L", "l", "W", "V"), near),
    **dict.fromkeys(("A", "G", "J", "K", "N", "b", "CD", "st"), apart),
    **dict.fromkeys(("x", "X", "×"), multiplied),
    **dict.fromkeys(("p", "pc", "BP", "HP", "刀", "仙", "寸", "″"), at_a_digit),
    **dict.fromkeys(("两", "匹", "节"), touching),
    "C": behind_decimals,
    '"': of_a_size,
    "in": inches,
    "second": not_hyphened_on,
    "time": unhyphenated,
    "quarter": unhyphenated,
    "块": pieces_of_money,
    "桶": barrels,
    "分升": not_before("至到为级"),
    "度": degrees,
    "日": within_days,
    "方": in_ten_thousands,
    "分": behind_hours,
}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Names by what they begin or end with.

    `lengths` has, for the first or last character, the lengths of the names, longest first; `words` the same by
    the first word of Latin names, in lower case. `exact` has the names as written, `loose` in lower case.
    """

    lengths: dict[str, tuple[int, ...]]
    words: dict[str, tuple[int, ...]]
    exact: dict[str, Entry]
    loose: dict[str, Entry]


@dataclass(frozen=True, slots=True)
class Circumfixes:
    """Units that stand on both sides of their number: what stands before → what behind, longest first."""

    lengths: dict[str, tuple[int, ...]]
    pairs: dict[str, tuple[tuple[str, Unit], ...]]


@cache
def after() -> Lexicon:
    """What follows a number. The first call reads CLDR, some 40 ms."""
    exact: dict[str, Entry] = {}
    loose: dict[str, Entry] = {}
    for name, meaning in exact_names():
        _add(exact, name, meaning)
    for name, meaning in loose_names():
        for spelling in _spellings(name.lower()):
            _add(loose, spelling, meaning)
    latins = [name for name in (*exact, *loose) if latin(name[0])]
    return Lexicon(
        _by((name[0], name) for name in exact if not latin(name[0])),
        _by((_first_word(name), name) for name in latins),
        exact,
        loose,
    )


@cache
def before() -> Lexicon:
    """What precedes a number: codes and signs of currencies, and their Chinese names. `loose` is empty."""
    exact: dict[str, Entry] = {}
    for name, meaning in leading_names():
        guard = _opens if name in homographs() else rand if name == "R" else None
        exact.setdefault(name, (meaning, guard))
    return Lexicon(_by((name[-1], name) for name in exact), {}, exact, {})


@cache
def around() -> Circumfixes:
    """What stands on both sides of a number."""
    pairs: dict[str, dict[str, Unit]] = {}
    for lead, trail, unit in circumfixes():
        pairs.setdefault(lead, {}).setdefault(trail, unit)
    ordered = {
        lead: tuple(sorted(trails.items(), key=lambda item: -len(item[0]))) for lead, trails in pairs.items()
    }
    return Circumfixes(_by((lead[-1], lead) for lead in ordered), ordered)


def _opens(text: str, position: int, start: int, end: int) -> bool:
    left = start - 1 if start and text[start - 1] == " " else start
    if left and text[left - 1] in "-–":  # -ADP 520M, ADP 900M – ADP 1.2B
        return left == 1 or not text[left - 2].isalpha() or text[left - 1] == "–"
    return start == 0 or text[start - 1] in "\n\r([{<\"“‘'「『《【（［"


def _add(table: dict[str, Entry], name: str, meaning: Meaning) -> None:
    if name not in table:
        table[name] = meaning, _guard(name)


def _guard(name: str) -> Guard | None:
    guard = _GUARDS.get(name)
    if name in homographs():
        guard = nothing_goes_on
    elif not (name[-1].isalnum() or name[-1] in "%‰‱°º˚.″℃℉"):
        guard = no_number_follows  # a sign of a currency
    barred = BARRED.get(name)
    if barred:
        return both(guard, not_before(barred)) if guard else not_before(barred)
    return guard


def _by(named: Iterable[tuple[str, str]]) -> dict[str, tuple[int, ...]]:
    found: dict[str, set[int]] = {}
    for key, name in named:
        found.setdefault(key, set()).add(len(name))
    return {key: tuple(sorted(lengths, reverse=True)) for key, lengths in found.items()}


def _first_word(name: str) -> str:
    match = LATIN_WORD.match(name)
    return match[0].lower() if match else name[0]


def _spellings(name: str) -> set[str]:
    """The name in both spellings of English, with hyphens and with spaces."""
    spellings = {name}
    for american, british in _SPELLINGS:
        if american in name:
            spellings.add(name.replace(american, british))
    if " " in name or "-" in name:
        spellings |= {spelling.replace(" ", "-") for spelling in spellings if "." not in spelling}
        spellings |= {spelling.replace("-", " ") for spelling in spellings}
    return spellings
