"""What a mistyped query may have meant: terms one error away, found by what both have when the error is left out
(`glossary.keys.typing_errors`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from glossary.keys.pinyin import slips
from glossary.keys.typing_errors import distance, without_one
from glossary.search.lists import Query, RankList, ShortList, any_word, load, whole
from glossary.search.matching import Asked
from glossary.search.model import MatchKind
from glossary.search.tiers import Tier
from glossary.store import keys
from glossary.store.postings import RANK, unpack

_LETTERS = re.compile(r"[a-z]+")
_LONGEST_HAN = 20
_LONGEST_WORD = 30
_LONGEST_PINYIN = 40
_MOST_WORDS = 8
_MOST_CORRECTIONS = 6
_MOST_OF_EACH = 256


@dataclass(frozen=True, slots=True)
class Near:
    """What a query may have meant: the query with the keys that it is held against, and the concepts, likely first."""

    asked: Asked
    tier: Tier


def near(query: Query, asked: Asked) -> Near:
    """Return the concepts one error away from `asked`."""
    if keys.has_han(asked.key):
        ranks = _near_han(query, asked.key) if 2 <= len(asked.key) <= _LONGEST_HAN else ()
        return Near(asked, _tier(ranks))
    variants = list(_variants(query, keys.words_of(asked.typed)))
    readings = list(_readings(asked))
    whole_keys = [keys.WHOLE + key for key in variants] + [keys.PINYIN + key for key in readings]
    parts = [name for key in variants[:_MOST_CORRECTIONS] for name in any_word(key)]
    ranks = [*_with_keys(query, whole_keys), *_first_ranks(load(query, parts))]
    held = frozenset([*variants, *(keys.PINYIN + key for key in readings)])
    return Near(asked._replace(near=held), _tier(ranks))


def _tier(ranks: Iterable[int]) -> Tier:
    return Tier(MatchKind.FUZZY, ShortList(tuple(dict.fromkeys(ranks))), sure=False)


def _near_han(query: Query, key: str) -> list[int]:
    shorter = list(dict.fromkeys(without_one(key)))
    names = [keys.WHOLE + text for text in shorter]
    errors = [whole(keys.HAN_ERROR + key), *(whole(keys.HAN_ERROR + text) for text in shorter)]
    return [*_with_keys(query, names), *_first_ranks(load(query, errors))]


def _first_ranks(lists: Iterable[RankList]) -> Iterator[int]:
    for found in lists:
        yield from islice(found.starting(0), _MOST_OF_EACH)


def _with_keys(query: Query, names: list[str]) -> list[int]:
    """Return the concepts that have one of the keys, in the order of `names`, then of weight and rank."""
    if not names:
        return []
    order = {name: place for place, name in reversed(list(enumerate(names)))}
    marks = ", ".join("?" * len(order))
    rows = query(f"SELECT key, entries FROM term_key WHERE key IN ({marks})", list(order))
    rows.sort(key=lambda row: order[row[0]])
    return [entry & RANK for _, entries in rows for entry in unpack(entries)]


def _readings(asked: Asked) -> Iterator[str]:
    """Yield the joined toneless readings that may have been meant: as typed, where the tones were wrong, then slips."""
    key = asked.pinyin.key if asked.pinyin else ""
    if _LETTERS.fullmatch(key) and len(key) <= _LONGEST_PINYIN:
        yield key
        yield from slips(key)


def _variants(query: Query, words: list[str]) -> Iterator[str]:
    """Yield the folded query with one word corrected, or every word that no term has."""
    if not words or len(words) > _MOST_WORDS or any(len(word) > _LONGEST_WORD for word in words):
        return
    known = _known(query, words)
    unknown = [place for place, word in enumerate(words) if word not in known]
    corrections = {place: _corrections(query, words[place]) for place in unknown or range(len(words))}
    if len(unknown) > 1:
        yield "".join((corrections.get(place) or [word])[0] for place, word in enumerate(words))
        return
    for place, meant in corrections.items():
        for word in meant:
            yield "".join([*words[:place], word, *words[place + 1 :]])


def _corrections(query: Query, word: str) -> list[str]:
    """Return the words of the vocabulary one error from `word`, the likeliest first."""
    if len(word) < keys.SHORTEST_MISTYPED - 1:
        return []
    shorter = list(dict.fromkeys(without_one(word)))
    errors = [keys.WORD_ERROR + text for text in (word, *shorter)]
    marks = ", ".join("?" * len(errors))
    rows = query(f"SELECT entries FROM term_key WHERE key IN ({marks})", errors)
    numbers = [entry for (entries,) in rows for entry in unpack(entries)]
    found = _numbered(query, numbers) | _known(query, shorter)
    apart = {text: steps for text in found - {word} if (steps := distance(word, text, 1)) is not None}
    return sorted(apart, key=lambda text: (apart[text], text[:1] != word[:1], text))[:_MOST_CORRECTIONS]


def _numbered(query: Query, numbers: list[int]) -> set[str]:
    marks = ", ".join("?" * len(numbers))
    return {word for (word,) in query(f"SELECT word FROM word WHERE number IN ({marks})", numbers)}


def _known(query: Query, words: list[str]) -> set[str]:
    marks = ", ".join("?" * len(words))
    return {word for (word,) in query(f"SELECT word FROM word WHERE word IN ({marks})", words)}
