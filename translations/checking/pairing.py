"""Which figure of the target stands for which of the source."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from translations.checking.agreement import agree
from translations.checking.amounts import Figure

# Comparing leftovers with each other is quadratic; a segment with more of them is hardly a translation.
_COMPARED = 200
_NEIGHBOURS = 16


@dataclass(slots=True)
class Pairing:
    """Pairs that agree, and what is left on either side, in the order of the text."""

    pairs: list[tuple[Figure, Figure]] = field(default_factory=list)
    source: list[Figure] = field(default_factory=list)
    target: list[Figure] = field(default_factory=list)


def pair(source: Sequence[Figure], target: Sequence[Figure]) -> Pairing:
    """Pair what agrees: equal amounts first, then what agrees by rounding."""
    pairing = Pairing()
    left_source, left_target = _equal(source, target, pairing)
    left_source, left_target = _rounded(left_source, left_target, pairing)
    pairing.source, pairing.target = left_source, left_target
    return pairing


def _equal(
    source: Sequence[Figure], target: Sequence[Figure], pairing: Pairing
) -> tuple[list[Figure], list[Figure]]:
    waiting: defaultdict[tuple[str, Decimal, Decimal], deque[Figure]] = defaultdict(deque)
    for figure in target:
        waiting[figure.amount.key()].append(figure)
    left, taken = [], set()
    for figure in source:
        queue = waiting.get(figure.amount.key())
        if queue:
            partner = queue.popleft()
            taken.add(id(partner))
            pairing.pairs.append((figure, partner))
        else:
            left.append(figure)
    return left, [figure for figure in target if id(figure) not in taken]


def _rounded(
    source: list[Figure], target: list[Figure], pairing: Pairing
) -> tuple[list[Figure], list[Figure]]:
    """The nearest in value first, so that of 5.3% and 5% each finds its own."""
    sources, targets = set(), set()
    for ours, theirs in blocks(source, target):
        candidates = [
            (_distance(one, other), i, j)
            for i, one in enumerate(ours)
            for j, other in enumerate(theirs)
            if agree(one, other)
        ]
        for _, i, j in sorted(candidates):
            one, other = ours[i], theirs[j]
            if id(one) not in sources and id(other) not in targets:
                sources.add(id(one))
                targets.add(id(other))
                pairing.pairs.append((one, other))
    return (
        [figure for figure in source if id(figure) not in sources],
        [figure for figure in target if id(figure) not in targets],
    )


def blocks(
    source: Sequence[Figure], target: Sequence[Figure]
) -> Iterator[tuple[Sequence[Figure], Sequence[Figure]]]:
    """What is compared with each other: all of it, or neighbours in the order of the text where that is too much."""
    size = _COMPARED if max(len(source), len(target)) <= _COMPARED else _NEIGHBOURS
    for start in range(0, min(len(source), len(target)), size):
        yield source[start : start + size], target[start : start + size]


def _distance(one: Figure, other: Figure) -> Decimal:
    return abs(one.amount.low - other.amount.low) / (one.amount.low or Decimal(1))
