"""Figures without a partner: which two were meant for each other, and which are missing or added."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from translations.checking.amounts import Figure
from translations.checking.diagnosis import Diagnosis, diagnose
from translations.checking.excuses import Said, Side, excused, idle, said, telling_numbers
from translations.checking.model import IssueKind
from translations.checking.pairing import blocks
from translations.checking.pieces import in_pieces
from translations.quantity import Kind
from translations.reading.model import Number
from translations.reading.numbers import Found

_SHARES = frozenset({Kind.PERCENT, Kind.RATIO, Kind.MULTIPLE, Kind.PERCENTAGE_POINTS})
_VALUE = Diagnosis(IssueKind.VALUE, 3)
_SECONDS_OF_A_MONTH = Decimal(2_629_746)  # of the Gregorian calendar's 400 years
_ROUGHLY = Decimal("0.04")
_TEN = Decimal(10)
_HUNDRED = Decimal(100)
_THOUSAND = Decimal(1000)
_LIKE_DIGITS = 0.5
_POINTS = re.compile(r"[- ]points?\b")
_NOUN_WITHIN = 10


@dataclass(slots=True)
class Findings:
    """Pairs with what is wrong with them, pairs that are about as long, and what has no partner.

    `off_scale`: a figure, the bare number of the other side that was meant for it, and by how many powers of ten
    that is more, 0 for other digits; `bare`: two bare numbers, and by how many powers of ten the second is more.
    """

    pairs: list[tuple[Diagnosis, Figure, Figure]] = field(default_factory=list)
    roughly: list[tuple[Figure, Figure]] = field(default_factory=list)
    bare: list[tuple[Found, Found, int]] = field(default_factory=list)
    off_scale: list[tuple[Figure, Found, int]] = field(default_factory=list)
    missing: list[Figure] = field(default_factory=list)
    added: list[Figure] = field(default_factory=list)


def sort_out(source: Sequence[Figure], target: Sequence[Figure], here: Side, there: Side) -> Findings:
    """Pair by known mistakes first, then by likeness; the rest is missing or added unless excused."""
    findings = Findings()
    left = [figure for figure in source if not idle(figure)]
    right = [figure for figure in target if not idle(figure)]
    if not left and not right and not (telling_numbers(here) and telling_numbers(there)):
        return findings
    ours, theirs = said(here, right), said(there, left)
    findings.bare = _bare(ours, theirs, here, there)
    excuses = {id(figure) for figure in left if excused(figure, there, theirs)}
    excuses |= {id(figure) for figure in right if excused(figure, here, ours)}
    told = in_pieces(left, right, theirs) | in_pieces(right, left, ours)
    left = [figure for figure in left if id(figure) not in told]
    right = [figure for figure in right if id(figure) not in told]
    met = excuses | _matched(left, right, excuses, here, there, findings)
    findings.missing = [figure for figure in left if id(figure) not in met]
    findings.added = [figure for figure in right if id(figure) not in met]
    findings.off_scale = [
        *_off_scale(findings.missing, _alone(theirs, ours, here)),
        *_off_scale(findings.added, _alone(ours, theirs, there)),
        *_slips(findings.missing, theirs, ours, here),
        *_slips(findings.added, ours, theirs, there),
    ]
    told = {id(figure) for figure, _, _ in findings.off_scale}
    findings.missing = [figure for figure in findings.missing if id(figure) not in told]
    findings.added = [figure for figure in findings.added if id(figure) not in told]
    return findings


def _matched(
    source: Sequence[Figure],
    target: Sequence[Figure],
    excuses: set[int],
    here: Side,
    there: Side,
    findings: Findings,
) -> set[int]:
    """Put what was meant for each other into `findings`, the surest first; returns the ids of those figures."""
    met: set[int] = set()
    for ours, theirs in blocks(source, target):
        candidates = _candidates(ours, theirs, excuses, here, there)
        for _, _, i, j, diagnosis in sorted(candidates, key=lambda candidate: candidate[:4]):
            one, other = ours[i], theirs[j]
            if id(one) in met or id(other) in met:
                continue
            met |= {id(one), id(other)}
            if diagnosis is None:
                findings.roughly.append((one, other))
            else:
                findings.pairs.append((diagnosis, one, other))
    return met


def _off_scale(figures: Sequence[Figure], lone: Sequence[Found]) -> Iterator[tuple[Figure, Found, int]]:
    """Figures whose digits the other side has as a bare number of another scale: 3200万, 320 million users."""
    numbers = {_significand(found.number.value): found for found in lone}
    for figure in figures:
        value = figure.mention.quantity.value
        found = numbers.get(_significand(value)) if value else None
        if value and found and found.number.value and value.adjusted() != found.number.value.adjusted():
            yield figure, found, found.number.value.adjusted() - value.adjusted()


def _significand(value: Decimal | None) -> tuple[int, ...]:
    return value.normalize().as_tuple().digits if value else ()


def _telling(found: Found) -> bool:
    """Whether a bare number is more than a 2 or a 10 that may stand anywhere."""
    value = found.number.value
    if value is None:
        return False
    if found.number.quantum < 1:  # 7.10 of an exchange rate
        return True
    if abs(value) < _HUNDRED:
        return False
    return found.number.scale > 1 or len(_significand(value)) > 1 or abs(value) >= _THOUSAND


def _slips(figures: Sequence[Figure], by: Said, own: Said, side: Side) -> Iterator[tuple[Figure, Found, int]]:
    """The one figure left, and the one bare number left on the other side, about as large: 45架, "of which 54"."""
    lone = [
        found
        for found in _lacking(by, own, side)
        if found.number.value and (abs(found.number.value) >= _TEN or found.number.quantum < 1)
    ]
    if len(figures) != 1 or len(lone) != 1 or figures[0].ratio:
        return
    value, other = figures[0].mention.quantity.value, lone[0].number.value
    if value and other and abs(value.adjusted() - other.adjusted()) <= 1:
        yield figures[0], lone[0], 0


def _bare(ours: Said, theirs: Said, here: Side, there: Side) -> list[tuple[Found, Found, int]]:
    """Bare numbers that the other side lacks: of the same digits (由3200万, from 320 million), or the only ones."""
    right = {_significand(found.number.value): found for found in _alone(theirs, ours, here)}
    pairs: list[tuple[Found, Found, int]] = []
    left: list[Found] = []
    for found in _alone(ours, theirs, there):
        other = right.pop(_significand(found.number.value), None)
        if other and other.number.value and found.number.value:
            pairs.append((found, other, other.number.value.adjusted() - found.number.value.adjusted()))
        else:
            left.append(found)
    if len(left) == len(right) == 1:
        other = next(iter(right.values()))
        if not _near(left[0].number, other.number):
            pairs.append((left[0], other, 0))
    return pairs


def _near(one: Number, other: Number) -> bool:
    """Whether one may be the other rounded, or they are of quite another size."""
    if one.value is None or other.value is None or one.value.adjusted() != other.value.adjusted():
        return True
    return abs(one.value - other.value) <= max(one.quantum, other.quantum)


def _alone(ours: Said, theirs: Said, there: Side) -> list[Found]:
    return [found for found in _lacking(ours, theirs, there) if _telling(found)]


def _lacking(ours: Said, theirs: Said, there: Side) -> list[Found]:
    """The bare numbers of one side that are no number and no figure of the other."""
    lone = [found for found in ours.bare if found.number.value not in theirs.values]
    if not lone:
        return lone
    values = {end for figure in there.figures for end in _ends(figure)}
    return [found for found in lone if found.number.value not in values]


def _ends(figure: Figure) -> tuple[Decimal | None, ...]:
    quantity = figure.mention.quantity
    return quantity.value, quantity.low, quantity.high


_Candidate = tuple[int, float, int, int, Diagnosis | None]


def _candidates(
    source: Sequence[Figure], target: Sequence[Figure], excuses: set[int], here: Side, there: Side
) -> list[_Candidate]:
    found: list[_Candidate] = []
    for i, one in enumerate(source):
        for j, other in enumerate(target):
            if id(one) in excuses and id(other) in excuses:
                continue
            apart = _apart(one, other, here, there)
            diagnosis = diagnose(one, other)
            if diagnosis is not None:
                found.append((diagnosis.cost, apart, i, j, diagnosis))
            elif _about_as_long(one, other):
                found.append((_VALUE.cost, apart, i, j, None))
            elif _family(one) == _family(other):
                found.append((_VALUE.cost, apart + _unlike(one, other), i, j, _VALUE))
    return found


def _apart(one: Figure, other: Figure, here: Side, there: Side) -> float:
    """How far the places in the two texts differ, 0 to 1."""
    return abs(one.mention.start / len(here.text) - other.mention.start / len(there.text))


def _unlike(one: Figure, other: Figure) -> float:
    """Nothing for the same digits in another order or with one changed: a slip of the pen."""
    digits, others = _digits(one), _digits(other)
    common = sum((Counter(digits) & Counter(others)).values())
    return 0.0 if max(len(digits), len(others)) - common <= 1 < common else _LIKE_DIGITS


def _digits(figure: Figure) -> tuple[int, ...]:
    return figure.amount.low.normalize().as_tuple().digits


def _family(figure: Figure) -> str:
    if figure.kind is Kind.MONEY or figure.kind is Kind.DURATION:
        return figure.kind.value
    return (
        "share"
        if figure.kind in _SHARES or _POINTS.match(figure.after(_NOUN_WITHIN))
        else figure.amount.dimension
    )


def _about_as_long(one: Figure, other: Figure) -> bool:
    lengths = {figure.amount.dimension: figure.amount.low for figure in (one, other)}
    if lengths.keys() != {"months", "time"}:
        return False
    months = lengths["months"] * _SECONDS_OF_A_MONTH
    return abs(months - lengths["time"]) <= months * _ROUGHLY
