"""What was probably meant by mistyped pinyin: sounds that speakers confuse, and slips of the fingers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, islice, product

from glossary.keys.syllables import LONGEST_SYLLABLE, is_joined, syllables

MOST_SLIPS = 300
_LONGEST = 60
_MOST_CUTS = 8
_MOST_CONFUSED = 160
# What the fuzzy settings of Chinese input methods offer; both directions.
_INITIALS = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("h", "f"), ("r", "l"))
_FINALS = (("ang", "an"), ("eng", "en"), ("ing", "in"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def slips(key: str) -> Iterator[str]:
    """Yield joined toneless keys that may have been meant by `key`, the likeliest first, 300 at most.

    First sounds that speakers confuse (n/ng, zh/z, ch/c, sh/s, l/n, f/h, r/l, ü/u; er/r), one of them, then
    several; then one slip of the fingers: letters swapped, one too many, one missing, a wrong one, that of a
    neighbouring key first. All are sequences of Mandarin syllables, none is `key` itself. Nothing for what
    is no pinyin or has over 60 letters.
    """
    if not key or len(key) > _LONGEST or not (key.isascii() and key.isalpha() and key.islower()):
        return
    yield from islice(_distinct(key), MOST_SLIPS)


def _distinct(key: str) -> Iterator[str]:
    seen = {key}
    confused = islice(_confused(key), _MOST_CONFUSED)
    for candidates in (confused, _mistyped(key)):
        for candidate in candidates:
            if candidate not in seen:
                seen.add(candidate)
                yield candidate


def _confused(key: str) -> Iterator[str]:
    cuts = list(islice(_cuts(key), _MOST_CUTS))
    for changed in range(1, 4):
        for cut in cuts:
            options = [_sounds_like(syllable) for syllable in cut]
            for places in combinations(range(len(cut)), changed):
                for chosen in product(*(options[place] for place in places)):
                    heard = dict(zip(places, chosen, strict=True))
                    yield "".join(heard.get(place, syllable) for place, syllable in enumerate(cut))


def _cuts(key: str) -> Iterator[tuple[str, ...]]:
    """Yield the ways to cut `key` into syllables, long ones first."""
    if not is_joined(key):
        return
    stack: list[tuple[tuple[str, ...], str]] = [((), key)]
    while stack:
        done, rest = stack.pop()
        if not rest:
            yield done
            continue
        for length in range(1, min(LONGEST_SYLLABLE, len(rest)) + 1):
            piece = rest[:length]
            if piece in syllables() or (piece == "r" and done):
                left = rest[length:]
                if not left or left.startswith("r") or is_joined(left):
                    stack.append(((*done, piece), left))


def _sounds_like(syllable: str) -> list[str]:
    """The syllables that `syllable` is confused with, those with one sound changed first."""
    if syllable in ("er", "r"):
        return ["r" if syllable == "er" else "er"]
    finals = [syllable, *_other_finals(syllable)]
    near = [other for final in finals for other in (final, *_other_initials(final))]
    near.extend(other.replace("v", "u") if "v" in other else _with_umlaut(other) for other in tuple(near))
    near.sort(key=lambda other: _changes(syllable, other))
    return list(dict.fromkeys(other for other in near if other != syllable and other in syllables()))


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


def _with_umlaut(syllable: str) -> str:
    return syllable.replace("u", "v", 1)


def _mistyped(key: str) -> Iterator[str]:
    return filter(is_joined, _one_edit(key))


def _one_edit(key: str) -> Iterator[str]:
    places = range(len(key))
    for at in places[:-1]:
        yield key[:at] + key[at + 1] + key[at] + key[at + 2 :]
    for at in places:
        yield key[:at] + key[at + 1 :]
    for at in range(len(key) + 1):
        for letter in _LETTERS:
            yield key[:at] + letter + key[at:]
    for near in (True, False):
        for at in places:
            for letter in _LETTERS:
                if (letter in _neighbours(key[at])) is near:
                    yield key[:at] + letter + key[at + 1 :]


def _neighbours(letter: str) -> str:
    """The keys around `letter` on a QWERTY keyboard."""
    row = next(number for number, keys in enumerate(_ROWS) if letter in keys)
    at = _ROWS[row].index(letter)
    near = [_ROWS[row][max(at - 1, 0) : at + 2]]
    if row:
        near.append(_ROWS[row - 1][at : at + 2])
    if row + 1 < len(_ROWS):
        near.append(_ROWS[row + 1][max(at - 1, 0) : at + 1])
    return "".join(near)
