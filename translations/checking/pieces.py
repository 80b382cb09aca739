"""One figure that the other side says in pieces: a range by its ends, three in ten, an hour and 40 minutes, a rate by its base."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise

from translations.checking.amounts import Figure
from translations.checking.excuses import Said
from translations.quantity import Kind

# Only so many pieces are tried: a segment that leaves more without a partner is hardly a translation.
_COMPARED = 200
_JOINT = 6  # code points between an hour and 40 minutes
_COUNTABLE = frozenset({Kind.COUNT, Kind.MONEY})  # 每8美元中有1美元
_BASES = frozenset({Kind.COUNT, Kind.MEASURE})
_PER = re.compile(r"(?:每|\b(?:per|(?:for )?every|for each)\s)\s*\Z", re.IGNORECASE)
_BEFORE = 12
_LINKED = frozenset({Kind.DURATION, Kind.MONEY, Kind.MEASURE})


def in_pieces(whole: Sequence[Figure], pieces: Sequence[Figure], by: Said) -> set[int]:
    """The ids of those of `whole` whose parts are among `pieces` (or bare, in `by`), and of these parts."""
    met: set[int] = set()
    for figure in whole[:_COMPARED]:
        free = [piece for piece in pieces[:_COMPARED] if id(piece) not in met]
        for find in _WAYS:
            parts = find(figure, free, by)
            if parts is not None:
                met |= {id(figure), *map(id, parts)}
                break
    return met


def _ends(figure: Figure, pieces: Sequence[Figure], by: Said) -> list[Figure] | None:
    """3亿至5亿 as 300 million and 500 million; one of them may have lost its unit."""
    if figure.amount.single or figure.vague:
        return None
    quantity = figure.mention.quantity
    parts, bare = [], 0
    for end, value in ((figure.amount.low, quantity.low), (figure.amount.high, quantity.high)):
        part = next(
            (piece for piece in pieces if piece.amount.key() == (figure.amount.dimension, end, end)), None
        )
        if part is not None:
            parts.append(part)
        elif value in by.values:
            bare += 1
        else:
            return None
    return parts if parts and len(parts) + bare == 2 else None


def _of_so_many(figure: Figure, pieces: Sequence[Figure], by: Said) -> list[Figure] | None:
    """Three in ten as 每10个人中有3个."""
    if figure.ratio is None:
        return None
    parts, bare = [], 0
    for number in (Decimal(figure.ratio.numerator), Decimal(figure.ratio.denominator)):
        part = next((p for p in pieces if p.kind in _COUNTABLE and p.mention.quantity.value == number), None)
        if part is not None:
            parts.append(part)
        else:
            bare += number == 1 or number in by.values
    return parts if parts and len(parts) + bare == 2 else None


def _sum(figure: Figure, pieces: Sequence[Figure], by: Said) -> list[Figure] | None:
    """100 minutes as 1小时40分."""
    if not figure.amount.single or figure.kind not in _LINKED:
        return None
    for first, second in pairwise(pieces):
        near = second.mention.start - first.mention.end <= _JOINT
        same = first.amount.dimension == second.amount.dimension == figure.amount.dimension
        if near and same and first.amount.low + second.amount.low == figure.amount.low:
            return [first, second]
    return None


def _per_so_many(figure: Figure, pieces: Sequence[Figure], by: Said) -> list[Figure] | None:
    """2.35 yuan a share as 每10股23.5元."""
    if not figure.amount.single or figure.amount.low == 0:
        return None
    bases = [piece for piece in pieces if piece.kind in _BASES and _PER.search(piece.before(_BEFORE))]
    for base in bases:
        number = base.mention.quantity.value
        for piece in pieces if number else ():
            same = piece.amount.single and piece.amount.dimension == figure.amount.dimension
            if same and piece is not base and piece.amount.low == figure.amount.low * (number or 1):
                return [base, piece]
    return None


_WAYS: tuple[Callable[[Figure, Sequence[Figure], Said], list[Figure] | None], ...] = (
    _ends,
    _of_so_many,
    _sum,
    _per_so_many,
)
