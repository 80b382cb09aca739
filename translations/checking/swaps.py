"""Figures that changed places: each is in the target, but stands for the other.

Word order differs between the languages, so the order of figures tells nothing. What tells is what they stand
beside: names in Latin letters, dates, words for two sides of one thing (exports and imports), from and to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, pairwise

from translations.checking.amounts import Figure
from translations.checking.contrasts import named
from translations.checking.excuses import Side

Pair = tuple[Figure, Figure]
# What something is called → where it stands.
_Places = dict[str, int]

_COMPARED = 12
_NAME = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Za-z0-9&.]*[A-Za-z0-9](?![A-Za-z0-9])")
_HEDGE = r"(?:约|近|逾|超过|超|的|about |nearly |over |more than |some |around |roughly |almost |just )*+"
_MONEY_WORD = r"(?:US|HK|NT|RMB ?|Rmb)?[$€£¥]?"


def exchanged(pairs: Sequence[Pair], source: Side, target: Side) -> Iterator[tuple[Pair, Pair]]:
    """Two pairs that agree in amount, whose targets stand beside what the other's source stands beside."""
    for group in _groups(pairs):
        partners = {id(one): other for one, other in group}
        ours, theirs = [one for one, _ in group], [other for _, other in group]
        for here, there in _associations(source, target, ours, theirs):
            for first, second in combinations(sorted(here.keys() & there.keys()), 2):
                one, other = here[first], here[second]
                if one is other or one.amount.key() == other.amount.key():
                    continue
                if partners[id(one)] is there[second] and partners[id(other)] is there[first]:
                    yield (one, there[first]), (other, there[second])
                    return


def crossed(source: Sequence[Figure], target: Sequence[Figure]) -> Iterator[tuple[Pair, Pair]]:
    """3亿美元 and 5亿日元 as 500 million dollars and 300 million yen: leftovers that exchanged their units."""
    for one, other in combinations(source[:_COMPARED], 2):
        if one.amount.dimension == other.amount.dimension or one.kind is not other.kind:
            continue
        ours = next((f for f in target if _holds(f, unit=one, number=other)), None)
        theirs = next((f for f in target if _holds(f, unit=other, number=one)), None)
        if ours is not None and theirs is not None:
            yield (one, ours), (other, theirs)


def _holds(figure: Figure, unit: Figure, number: Figure) -> bool:
    return figure.amount.dimension == unit.amount.dimension and (
        (figure.amount.low, figure.amount.high) == (number.amount.low, number.amount.high)
    )


def _groups(pairs: Sequence[Pair]) -> list[list[Pair]]:
    """Pairs of one dimension, where there are two or more."""
    groups: dict[str, list[Pair]] = {}
    for both in pairs:
        groups.setdefault(both[0].amount.dimension, []).append(both)
    return [group for group in groups.values() if 2 <= len(group) <= _COMPARED]


def _associations(
    source: Side, target: Side, ours: Sequence[Figure], theirs: Sequence[Figure]
) -> Iterator[tuple[Mapping[str, Figure], Mapping[str, Figure]]]:
    for here, there in _anchors(source, target):
        shared = here.keys() & there.keys()
        if len(shared) < 2:
            continue
        one = _beside({name: here[name] for name in shared}, ours)
        other = _beside({name: there[name] for name in shared}, theirs)
        if one and other:
            yield one, other
    yield _from_and_to(ours), _from_and_to(theirs)


def _beside(places: _Places, figures: Sequence[Figure]) -> dict[str, Figure]:
    """The figure behind each name, or before each, where names and figures take turns; else nothing."""
    events: list[tuple[int, str | Figure]] = [(place, name) for name, place in places.items()]
    events += [(figure.mention.start, figure) for figure in figures]
    order = [event for _, event in sorted(events, key=lambda event: event[0])]
    if isinstance(order[-1], str):
        order.reverse()
        if len(figures) != len(places):
            return {}
    found = {
        one: other for one, other in pairwise(order) if isinstance(one, str) and isinstance(other, Figure)
    }
    return found if len(found) == len(places) and isinstance(order[0], str) else {}


def _anchors(source: Side, target: Side) -> Iterator[tuple[_Places, _Places]]:
    yield _dates(source), _dates(target)
    yield _once(_NAME.finditer(source.text)), _once(_NAME.finditer(target.text))
    ours, theirs = named(source.text), named(target.text)
    for contrast in ours.keys() & theirs.keys():
        yield ours[contrast], theirs[contrast]


def _dates(side: Side) -> _Places:
    count = Counter(date.value for date in side.reading.dates)
    return {date.value: date.start for date in side.reading.dates if count[date.value] == 1}


def _once(matches: Iterator[re.Match[str]]) -> _Places:
    found: dict[str, list[int]] = {}
    for match in matches:
        found.setdefault(match[0], []).append(match.start())
    return {name: places[0] for name, places in found.items() if len(places) == 1}


def _from_and_to(figures: Sequence[Figure]) -> dict[str, Figure]:
    found: dict[str, Figure] = {}
    for name, pattern in _ends().items():
        marked = [figure for figure in figures if pattern.search(figure.before(24))]
        if len(marked) == 1:
            found[name] = marked[0]
    return found


@cache
def _ends() -> dict[str, re.Pattern[str]]:
    return {
        "from": re.compile(rf"(?:[从由從自]|\bfrom ){_HEDGE}{_MONEY_WORD}\Z"),
        "to": re.compile(rf"(?:[至到为為]|\bto ){_HEDGE}{_MONEY_WORD}\Z"),
    }
