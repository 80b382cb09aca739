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

_FEWEST = 2
_COMPARED = 12
_WORD = r"[A-Z][A-Za-z0-9&.]*[A-Za-z0-9](?![A-Za-z0-9])"
# A name of several words by its last: Hon Hai.
_NAME = re.compile(rf"(?<![A-Za-z0-9]){_WORD}(?! {_WORD})")
_HEDGE = r"(?:约|近|逾|超过|超|的|about |nearly |over |more than |some |around |roughly |almost |just )*+"
_AND = re.compile(r"\s*(?:[、，,和及与與以]|，?,?以?及|,? ?(?:and|&))\s*")
_CLAUSE = re.compile(r"[，,；;。]|\.(?![0-9])")
_MONEY_WORD = r"(?:US|HK|NT|RMB ?|Rmb)?[$€£¥]?"


def exchanged(pairs: Sequence[Pair], source: Side, target: Side) -> Iterator[tuple[Pair, Pair]]:
    """Two pairs that agree in amount, whose targets stand beside what the other's source stands beside."""
    groups = _groups(pairs)
    anchors = list(_anchors(source, target)) if groups else []
    for group in groups:
        yield from _listed(group)
        found = _beside_others(group, anchors, source, target)
        if found is not None:
            yield found


def _beside_others(
    group: Sequence[Pair], anchors: Sequence[tuple[_Places, _Places]], source: Side, target: Side
) -> tuple[Pair, Pair] | None:
    partners = {id(one): other for one, other in group}
    ours, theirs = [one for one, _ in group], [other for _, other in group]
    for here, there in _associations(anchors, source, target, ours, theirs):
        for first, second in combinations(sorted(here.keys() & there.keys()), 2):
            one, other = here[first], here[second]
            if one is other or one.amount.key() == other.amount.key():
                continue
            if partners[id(one)] is there[second] and partners[id(other)] is there[first]:
                return (one, there[first]), (other, there[second])
    return None


def _listed(group: Sequence[Pair]) -> Iterator[tuple[Pair, Pair]]:
    """2.35%和2.80%, "2.80 per cent and 2.35 per cent": members of a list, which keep their order."""
    order = sorted(group, key=lambda both: both[0].mention.start)
    for first, second in pairwise(order):
        backwards = second[1].mention.start < first[1].mention.start
        if backwards and _coordinated(first[0], second[0]) and _coordinated(second[1], first[1]):
            yield (first[0], first[1]), (second[0], second[1])


def _coordinated(one: Figure, other: Figure) -> bool:
    return _AND.fullmatch(one.text, one.mention.end, other.mention.start) is not None


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
    """Pairs of one dimension, where there are two or more that differ."""
    if len(pairs) < _FEWEST:
        return []
    groups: dict[str, list[Pair]] = {}
    for both in pairs:
        groups.setdefault(both[0].amount.dimension, []).append(both)
    return [
        group
        for group in groups.values()
        if _FEWEST <= len(group) <= _COMPARED and len({one.amount.key() for one, _ in group}) > 1
    ]


def _associations(
    anchors: Sequence[tuple[_Places, _Places]],
    source: Side,
    target: Side,
    ours: Sequence[Figure],
    theirs: Sequence[Figure],
) -> Iterator[tuple[Mapping[str, Figure], Mapping[str, Figure]]]:
    for here, there in anchors:
        one, other = _beside(here, source, ours), _beside(there, target, theirs)
        if one and other:
            yield one, other
    yield _from_and_to(ours), _from_and_to(theirs)


def _beside(places: _Places, side: Side, figures: Sequence[Figure]) -> dict[str, Figure]:
    """The figure before each name, or behind each: in the way that works for all, else the one close by.

    Of two ways the one counts whose figures stand in one clause with their names.
    """
    events: list[tuple[int, str | Figure]] = [(place, name) for name, place in places.items()]
    events += [(figure.mention.start, figure) for figure in figures]
    order = [event for _, event in sorted(events, key=lambda event: event[0])]
    ways = [way for way in (_behind(order), _behind(order[::-1])) if len(way) == len(places)]
    if len(ways) == 2:
        ways = [way for way in ways if all(_in_one_clause(places[name], way[name], side) for name in way)]
    return ways[0] if len(ways) == 1 else _close_by(order, places, side)


def _behind(order: Sequence[str | Figure]) -> dict[str, Figure]:
    return {
        one: other for one, other in pairwise(order) if isinstance(one, str) and isinstance(other, Figure)
    }


def _close_by(order: Sequence[str | Figure], places: _Places, side: Side) -> dict[str, Figure]:
    """19万 of 员工19万人, 58 of 58座工厂: the nearer of the neighbours in the name's clause."""
    found: dict[str, tuple[int, Figure]] = {}
    for one, other in pairwise(order):
        if isinstance(one, str) and isinstance(other, Figure):
            name, figure, apart = one, other, other.mention.start - places[one]
        elif isinstance(one, Figure) and isinstance(other, str):
            name, figure, apart = other, one, places[other] - one.mention.end
        else:
            continue
        if _in_one_clause(places[name], figure, side) and (name not in found or apart < found[name][0]):
            found[name] = apart, figure
    return {name: figure for name, (_, figure) in found.items()}


def _in_one_clause(place: int, figure: Figure, side: Side) -> bool:
    start, end = sorted((place, figure.mention.start))
    return _CLAUSE.search(side.text, start, end) is None


def _anchors(source: Side, target: Side) -> Iterator[tuple[_Places, _Places]]:
    """What both sides name once, two things at least."""
    for here, there in _named(source, target):
        shared = here.keys() & there.keys()
        if len(shared) >= _FEWEST:
            yield {name: here[name] for name in shared}, {name: there[name] for name in shared}


def _named(source: Side, target: Side) -> Iterator[tuple[_Places, _Places]]:
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
    """What something went from and to; where two figures have but a from, the other is the to."""
    found: dict[str, Figure] = {}
    for name, pattern in _ends().items():
        marked = [figure for figure in figures if pattern.search(figure.before(24))]
        if len(marked) == 1:
            found[name] = marked[0]
    if len(figures) == _FEWEST and found.keys() == {"from"}:
        found["to"] = figures[1] if found["from"] is figures[0] else figures[0]
    return found


@cache
def _ends() -> dict[str, re.Pattern[str]]:
    return {
        # 由一周前的6.5%: what stands between is the time of it.
        "from": re.compile(
            rf"(?:[从由從自较較比](?:[0-9]{{4}}年)?[^，。；、0-9]{{0,8}}|\bfrom ){_HEDGE}{_MONEY_WORD}\Z"
        ),
        "to": re.compile(rf"(?:[至到为為]|\bto ){_HEDGE}{_MONEY_WORD}\Z"),
    }
