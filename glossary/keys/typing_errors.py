"""Typing errors: which strings are near each other, and the pieces of an index that finds them.

Two strings one error apart have a string in common among themselves and what is left of each when one character
goes (deletion neighbourhoods; Garbe's SymSpell, 2012). That offers candidates, and `distance` decides. A character
may be a letter or a Han character.
"""

from __future__ import annotations

from collections.abc import Iterator


def without_one(text: str) -> Iterator[str]:
    """Yield `text` without each of its characters, each of these once."""
    for place in range(len(text)):
        if not place or text[place] != text[place - 1]:  # which of two like ones is left out is all the same
            yield text[:place] + text[place + 1 :]


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
