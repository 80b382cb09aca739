"""Typing errors: which strings are near each other, and the pieces of an index that finds them.

Two strings at distance d have a common string among those that are left when up to d characters of each go
(deletion neighbourhoods; Garbe's SymSpell, 2012). That holds for their first n characters alone, too, so
that an index of prefixes loses nothing: it offers more candidates, and `distance` decides. A character may
be a letter or a Han character.
"""

from __future__ import annotations

from itertools import combinations

from glossary.keys.han import is_han

# 136 strings for a word of 16 or more at distance 2: what an index pays at most for one word.
_PREFIX = 16


def fuzziness(word: str) -> int:
    """Return how many typing errors `word` may have: what Elasticsearch and Lucene call AUTO.

    None up to 2 characters, 1 up to 5, 2 in longer words. In Chinese never more than 1: a character there is
    as much as a syllable.
    """
    if len(word) <= 2:
        return 0
    return 1 if len(word) <= 5 or any(is_han(character) for character in word) else 2


def deletions(word: str, distance: int, prefix: int = _PREFIX) -> set[str]:
    """Return what is left of the first `prefix` characters of `word` when up to `distance` of them go.

    The word (its prefix) itself is among them. `prefix` must be the same for the index and for the query.
    """
    start = word[:prefix]
    kept = range(max(len(start) - distance, 0), len(start) + 1)
    return {"".join(letters) for size in kept for letters in combinations(start, size)}


def distance(a: str, b: str, most: int) -> int | None:
    """Return the optimal string alignment distance of `a` and `b`, or None if it is over `most`.

    Characters inserted, left out, replaced, and neighbours swapped count one each; no character is touched
    twice (Levenshtein with transpositions). Time is O(length × `most`).
    """
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > most:
        return None
    a, b = _without_common_ends(a, b)
    if not a:
        return len(b)
    return _banded(a, b, most)


def _without_common_ends(a: str, b: str) -> tuple[str, str]:
    shorter, start = len(a), 0
    while start < shorter and a[start] == b[start]:
        start += 1
    end = 0
    while end < shorter - start and a[-1 - end] == b[-1 - end]:
        end += 1
    return a[start : len(a) - end], b[start : len(b) - end]


def _banded(a: str, b: str, most: int) -> int | None:
    """The usual table, row by row, only where a cell may still be `most` or less (Ukkonen's band)."""
    far, width = most + 1, len(b)
    before: list[int] = []
    last = [column if column < far else far for column in range(width + 1)]
    above = ""
    for row, letter in enumerate(a, 1):
        this = [far] * (width + 1)
        best = left = this[0] = row if row < far else far
        for column in range(max(1, row - most), min(width, row + most) + 1):
            other = b[column - 1]
            cost = last[column - 1]
            if letter != other:
                cost += 1
                if above == other and column > 1 and letter == b[column - 2] and before[column - 2] < cost:
                    cost = before[column - 2] + 1
            if last[column] < cost:
                cost = last[column] + 1
            if left < cost:
                cost = left + 1
            left = this[column] = cost if cost < far else far
            if left < best:
                best = left
        if best == far:
            return None
        before, last, above = last, this, letter
    return last[-1] if last[-1] < far else None
