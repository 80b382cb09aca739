"""Pinyin as speakers spell it who do not tell certain sounds apart."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import combinations, islice, product

from glossary.keys.syllables import LONGEST_SYLLABLE, reached_from_end, syllables

_MOST_CUTS = 8
_MOST_CHANGED = 3
# What Chinese input methods offer as fuzzy pinyin; both directions.
_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("h", "f"), ("r", "l"))
_FINALS = (("ang", "an"), ("eng", "en"), ("ing", "in"))


def confused(key: str) -> Iterator[str]:
    """Yield `key` with one, two, then three syllables taken for ones that sound alike, some repeatedly."""
    cuts = list(islice(_cuts(key), _MOST_CUTS))
    for changed in range(1, _MOST_CHANGED + 1):
        for cut in cuts:
            for places in combinations(range(len(cut)), changed):
                for meant in product(*(_sounds_like(cut[place]) for place in places)):
                    at = dict(zip(places, meant, strict=True))
                    yield "".join(at.get(place, syllable) for place, syllable in enumerate(cut))


def _cuts(key: str) -> Iterator[tuple[str, ...]]:
    """Yield the ways to cut `key` into syllables, those with long ones first."""
    open_ends = reached_from_end(key)
    stack: list[tuple[tuple[str, ...], int]] = [((), 0)] if 0 in open_ends else []
    while stack:
        done, start = stack.pop()
        if start == len(key):
            yield done
        for end in range(start + 1, min(start + LONGEST_SYLLABLE, len(key)) + 1):
            piece = key[start:end]
            if end in open_ends and (piece in syllables() or (piece == "r" and done)):
                stack.append(((*done, piece), end))


@cache
def _sounds_like(syllable: str) -> tuple[str, ...]:
    """The syllables that `syllable` is taken for, those with one sound changed first."""
    if syllable in ("er", "r"):
        return ("r",) if syllable == "er" else ("er",)
    finals = [syllable, *_other_finals(syllable)]
    near = [other for final in finals for other in (final, *_other_initials(final))]
    near += [other.replace("v", "u") if "v" in other else other.replace("u", "v", 1) for other in near]
    near.sort(key=lambda other: _changes(syllable, other))
    return tuple(dict.fromkeys(other for other in near if other != syllable and other in syllables()))


def _changes(syllable: str, other: str) -> int:
    return (syllable[0] != other[0]) + (syllable[-1] != other[-1]) + (len(syllable) != len(other))


def _other_initials(syllable: str) -> Iterator[str]:
    for left, right in _INITIALS:
        for one, other in ((left, right), (right, left)):
            if syllable.startswith(one) and not (one in "zcs" and syllable[1:2] == "h"):
                yield other + syllable[len(one) :]


def _other_finals(syllable: str) -> Iterator[str]:
    for left, right in _FINALS:
        for one, other in ((left, right), (right, left)):
            if syllable.endswith(one):
                yield syllable[: -len(one)] + other
