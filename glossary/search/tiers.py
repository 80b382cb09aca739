"""Which lists answer a query, the surest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from glossary.keys.english import stem_key
from glossary.keys.pinyin import PinyinQuery
from glossary.search.lists import Name, Query, RankList, ShortList, any_word, beginning, listed, load, whole
from glossary.search.matching import Asked
from glossary.search.model import MatchKind, MatchMode
from glossary.store import keys

_LETTERS = re.compile(r"[a-z0-9]+")
_SHORTEST_INITIALS = 2
_MOST_READINGS = 4
_LONGEST_HAN = 20


class Tier(NamedTuple):
    """Concepts that answer in one way. `sure`: all of them do; otherwise each is still to be held against the query."""

    kind: MatchKind
    ranks: RankList
    sure: bool = True


def tiers(query: Query, asked: Asked, mode: MatchMode) -> list[Tier]:
    """Return the tiers of every mode but ``fuzzy``, read in one statement (two where a long Chinese text is asked)."""
    plans = [plan for kind in _KINDS[mode] for plan in _PLANS[kind](asked)]
    lists = load(query, [name for plan in plans for name in plan.names])
    found, at = [], 0
    for plan in plans:
        own = lists[at : at + len(plan.names)]
        at += len(plan.names)
        ranks = plan.choose(own)
        if ranks.total:
            found.append(Tier(plan.kind, ranks, plan.sure))
    return found


class _Plan(NamedTuple):
    kind: MatchKind
    names: tuple[Name, ...]
    sure: bool = True
    rarest: bool = False

    def choose(self, lists: list[RankList]) -> RankList:
        """Return the one list that answers: the shortest where all must agree, else the first that has any."""
        if self.rarest:
            return min(lists, key=lambda found: found.total)
        if len(lists) == 1:
            return lists[0]
        both, *halves = lists
        return (
            both
            if both.total
            else ShortList(tuple(dict.fromkeys(r for half in halves for r in half.starting(0))))
        )


def _exact(asked: Asked) -> Iterator[_Plan]:
    yield _Plan(MatchKind.EXACT, (whole(keys.WHOLE + asked.key),))


def _inflection(asked: Asked) -> Iterator[_Plan]:
    stems = stem_key(asked.typed)
    if stems and not keys.has_han(asked.key):
        yield _Plan(MatchKind.INFLECTION, (whole(keys.INFLECTED + stems),), sure=False)


def _prefix(asked: Asked) -> Iterator[_Plan]:
    yield _Plan(MatchKind.PREFIX, (beginning(keys.WHOLE + asked.key),))


def _infix(asked: Asked) -> Iterator[_Plan]:
    if not keys.has_han(asked.key):
        yield _Plan(MatchKind.INFIX, any_word(asked.key))
        return
    grams = list(dict.fromkeys(keys.grams_of(asked.key[:_LONGEST_HAN])))
    longest = [gram for gram in grams if len(gram) > len(keys.GRAM) + 1] or grams
    is_gram = asked.key == grams[-1].removeprefix(keys.GRAM)
    yield _Plan(MatchKind.INFIX, tuple(map(listed, longest)), sure=is_gram, rarest=True)


def _pinyin_whole(asked: Asked) -> Iterator[_Plan]:
    if asked.pinyin and not asked.pinyin.has_han:
        for key in asked.pinyin.keys[:_MOST_READINGS]:
            yield _Plan(MatchKind.PINYIN, (whole(keys.PINYIN + key),), sure=_says_it_all(asked.pinyin))


def _pinyin_prefix(asked: Asked) -> Iterator[_Plan]:
    if asked.pinyin is None:
        return
    if asked.pinyin.has_han:
        grams = tuple(map(listed, dict.fromkeys(keys.grams_of(asked.pinyin.han[:_LONGEST_HAN]))))
        yield _Plan(MatchKind.PINYIN, grams, sure=False, rarest=True)
        return
    for key in asked.pinyin.keys[:_MOST_READINGS]:
        yield _Plan(MatchKind.PINYIN, (beginning(keys.PINYIN + key),), sure=_says_it_all(asked.pinyin))


def _says_it_all(query: PinyinQuery) -> bool:
    """Whether the joined letters are the whole query: no tones, and nothing between syllables."""
    return not query.has_tones and not query.breaks


def _initials(asked: Asked) -> Iterator[_Plan]:
    if len(asked.key) >= _SHORTEST_INITIALS and _LETTERS.fullmatch(asked.key):
        yield _Plan(MatchKind.INITIALS, (whole(keys.INITIALS + asked.key),))
        yield _Plan(MatchKind.INITIALS, (beginning(keys.INITIALS + asked.key),))


_PLANS = {
    "exact": _exact,
    "inflection": _inflection,
    "prefix": _prefix,
    "infix": _infix,
    "pinyin whole": _pinyin_whole,
    "pinyin prefix": _pinyin_prefix,
    "initials": _initials,
}

_KINDS = {
    MatchMode.AUTO: ("exact", "inflection", "pinyin whole", "prefix", "pinyin prefix", "infix", "initials"),
    MatchMode.EXACT: ("exact",),
    MatchMode.PREFIX: ("exact", "prefix"),
    MatchMode.INFIX: ("exact", "prefix", "infix"),
    MatchMode.PINYIN: ("pinyin whole", "pinyin prefix"),
    MatchMode.INITIALS: ("initials",),
    MatchMode.FUZZY: (),
}
