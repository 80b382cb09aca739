"""What was probably meant by mistyped pinyin: slips of the fingers, and sounds that speakers confuse."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import chain, islice

from glossary.keys.confused_sounds import confused
from glossary.keys.syllables import (
    LONGEST_SYLLABLE,
    is_joined,
    reached_from_end,
    reached_from_start,
    syllables,
)
from glossary.keys.typing_errors import without_one

MOST_SLIPS = 300
_MOST_CONFUSED = 160
_LONGEST = 60
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def slips(key: str) -> Iterator[str]:
    """Yield joined toneless keys that may have been meant by `key`, the likeliest first, 300 at most.

    First sounds that speakers confuse (n/ng, zh/z, ch/c, sh/s, l/n, f/h, r/l, ü/u, er/r), one of them, then
    several; then one slip of the fingers: letters swapped, one too many, one missing, a wrong one, that of a
    neighbouring key first. All are sequences of Mandarin syllables, none is `key` itself. Nothing for what
    is no pinyin or has over 60 letters.
    """
    if not key or len(key) > _LONGEST or not (key.isascii() and key.isalpha() and key.islower()):
        return
    meant = chain(islice(confused(key), _MOST_CONFUSED), _swapped(key), _one_too_many(key), _mistyped(key))
    yield from islice((other for other in dict.fromkeys(meant) if other != key), MOST_SLIPS)


def _swapped(key: str) -> Iterator[str]:
    swaps = (key[:at] + key[at + 1] + key[at] + key[at + 2 :] for at in range(len(key) - 1))
    return filter(is_joined, swaps)


def _one_too_many(key: str) -> Iterator[str]:
    """Doubled letters first: they are the likeliest."""
    places = sorted(range(len(key)), key=lambda at: key[at] != key[at - 1])
    return filter(is_joined, (key[:at] + key[at + 1 :] for at in places))


def _mistyped(key: str) -> list[str]:
    """One letter missing, then one wrong: in one syllable, with the rest cut into others on both sides."""
    starts, ends = sorted(reached_from_start(key)), sorted(reached_from_end(key))
    found = []
    for start in starts:
        for end in ends:
            if start <= end <= start + LONGEST_SYLLABLE:
                for likely, syllable in _near_syllables(key[start:end]):
                    found.append((likely, start, key[:start] + syllable + key[end:]))
    return [other for *_, other in sorted(found)]


@lru_cache(maxsize=1 << 12)
def _near_syllables(piece: str) -> tuple[tuple[int, str], ...]:
    """The syllables that `piece` lacks a letter of (0) or has one wrong of: from a neighbouring key (1) or not (2)."""
    near = {syllable for shorter in _bases(piece) for syllable in _by_deletion().get(shorter, ())}
    kinds = ((_kind(piece, syllable), syllable) for syllable in near)
    return tuple(sorted((kind, syllable) for kind, syllable in kinds if kind is not None))


def _kind(piece: str, syllable: str) -> int | None:
    if len(syllable) == len(piece) + 1:
        return 0 if piece in without_one(syllable) else None
    if len(syllable) != len(piece):
        return None
    wrong = [(one, other) for one, other in zip(piece, syllable, strict=True) if one != other]
    if len(wrong) != 1:
        return None
    typed, meant = wrong[0]
    return 1 if meant in _neighbours(typed) else 2


def _bases(text: str) -> tuple[str, ...]:
    """What `text` has in common with any other that is one error away."""
    return (text, *without_one(text))


@cache
def _by_deletion() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for syllable in syllables():
        for shorter in _bases(syllable):
            found.setdefault(shorter, []).append(syllable)
    return found


@cache
def _neighbours(letter: str) -> frozenset[str]:
    """The keys around `letter` on a QWERTY keyboard, whose lower rows stand half a key to the right."""
    row = next(number for number, keys in enumerate(_ROWS) if letter in keys)
    at = _ROWS[row].index(letter)
    beside = _ROWS[row][max(at - 1, 0) : at + 2]
    above = _ROWS[row - 1][at : at + 2] if row else ""
    below = _ROWS[row + 1][max(at - 1, 0) : at + 1] if row + 1 < len(_ROWS) else ""
    return frozenset(beside + above + below)
