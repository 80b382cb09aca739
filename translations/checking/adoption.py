"""Numbers without their unit on one side that are a figure on the other: 从20亿增至30亿元, "54 of them"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from translations.checking.agreement import agree
from translations.checking.amounts import Figure, figure_of
from translations.checking.excuses import Side
from translations.checking.pairing import Pairing
from translations.quantity import Kind
from translations.reading.model import Mention
from translations.reading.numbers import Found

_COMPARED = 200
_LARGE = Decimal(1_000_000)
_TELLING = Decimal(1000)  # what rounds to a figure by more than chance


def adopt(pairing: Pairing, here: Side, there: Side) -> None:
    """Pair the figures that are left with numbers of their value that lack the unit."""
    if not pairing.source and not pairing.target:
        return
    pairs = [
        *_elided(pairing.source, pairing.target, there),
        *((one, other) for other, one in _elided(pairing.target, pairing.source, here)),
    ]
    _take(pairing, pairs)
    pairs = [
        *_bare(pairing.source, there, rounded_there=True),
        *((one, other) for other, one in _bare(pairing.target, here, rounded_there=False)),
    ]
    _take(pairing, pairs)


def _take(pairing: Pairing, pairs: Sequence[tuple[Figure, Figure]]) -> None:
    if pairs:
        met = {id(figure) for both in pairs for figure in both}
        pairing.pairs += pairs
        pairing.source = [figure for figure in pairing.source if id(figure) not in met]
        pairing.target = [figure for figure in pairing.target if id(figure) not in met]


def _elided(
    figures: Sequence[Figure], others: Sequence[Figure], side: Side
) -> Iterator[tuple[Figure, Figure]]:
    """150 billion beside 15 billion yuan: a count of nothing, in the unit that its side says elsewhere.

    A large sum needs none: 三万亿的存量.
    """
    counts = [other for other in others[:_COMPARED] if _of_nothing(other)]
    if not counts:
        return
    dimensions = {said.amount.dimension for said in side.figures}
    for figure in figures[:_COMPARED]:
        if figure.kind is Kind.COUNT or not (figure.amount.dimension in dimensions or _large_sum(figure)):
            continue
        value = figure.mention.quantity.value
        count = next((one for one in counts if one.mention.quantity.value == value), None)
        if count is not None:
            counts.remove(count)
            yield figure, count


def _large_sum(figure: Figure) -> bool:
    return figure.kind is Kind.MONEY and figure.amount.low >= _LARGE


def _of_nothing(figure: Figure) -> bool:
    return figure.kind is Kind.COUNT and not figure.mention.classifier and figure.amount.single


def _bare(figures: Sequence[Figure], side: Side, *, rounded_there: bool) -> Iterator[tuple[Figure, Figure]]:
    """5.6 of "5.6 vs 5.4 percent", which becomes a figure of the same unit.

    近47万辆 may be "the 469,828 that were expected", rounded by the target: `rounded_there` if that is `side`.
    """
    if not figures:
        return
    free = list(side.bare[:_COMPARED])
    for figure in figures[:_COMPARED]:
        value = figure.mention.quantity.value
        found = next((number for number in free if number.number.value == value), None) if value else None
        found = found or next(
            (number for number in free if _rounded(figure, number, side, rounded_there=rounded_there)), None
        )
        if found is not None:
            free.remove(found)
            yield figure, _as_figure(found, figure, side)


def _rounded(figure: Figure, found: Found, side: Side, *, rounded_there: bool) -> bool:
    value, own = found.number.value, figure.mention.quantity.value
    if value is None or own is None or value < _TELLING or own < _TELLING:
        return False
    other = _as_figure(found, figure, side)
    return agree(figure, other) if rounded_there else agree(other, figure)


def _as_figure(found: Found, figure: Figure, side: Side) -> Figure:
    mention = Mention(
        found.start,
        found.end,
        side.text[found.start : found.end],
        replace(figure.mention.quantity, value=found.number.value, modifier=None),
        found.number.quantum,
        classifier=figure.mention.classifier,
        sense=figure.mention.sense,
    )
    return figure_of(mention, side.text)
