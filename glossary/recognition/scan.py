"""Every place of a text at which a pattern may stand: all starts are walked at once, a token at each step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from glossary.recognition.hashing import START
from glossary.recognition.patterns import CONTINUES, ENDS_DISTRACTOR, ENDS_TERM, Patterns, slots_of
from glossary.recognition.tokenizer import TokenArray

LONGEST = 64  # tokens of a term; the lengths that were found at a start are the bits of one number
_MOST_PARTS = 4  # into which a word may be parted by hyphens without being known by its beginning
_CHUNK = 1 << 14  # starts at once, so that what is worked on stays in a processor's cache

_Starts = NDArray[np.intp]
_Hashes = NDArray[np.uint64]
_Flags = NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Hits:
    """The starts at which patterns may stand, in order; `lengths` in tokens as bits (1: one token), and the `longest`."""

    starts: _Starts
    lengths: _Hashes
    longest: _Flags


def scan(patterns: Patterns, tokens: TokenArray) -> tuple[Hits, Hits]:
    """Return where terms and where distractors may stand."""
    terms, distractors = _Noted(len(tokens)), _Noted(len(tokens))
    for first in range(0, len(tokens), _CHUNK):
        starts = np.arange(first, min(first + _CHUNK, len(tokens)))
        for length, alive, flags in _steps(patterns, tokens, starts):
            terms.note(alive[(flags & ENDS_TERM) != 0], length)
            distractors.note(alive[(flags & ENDS_DISTRACTOR) != 0], length)
    return terms.hits(), distractors.hits()


class _Noted:
    def __init__(self, size: int) -> None:
        self._lengths = np.zeros(size, np.uint64)
        self._longest = np.zeros(size, np.uint8)

    def note(self, starts: _Starts, length: int) -> None:
        if len(starts):
            self._lengths[starts] |= np.uint64(1 << (length - 1))
            self._longest[starts] = length

    def hits(self) -> Hits:
        starts = np.flatnonzero(self._longest)
        return Hits(starts, self._lengths[starts], self._longest[starts])


def _steps(patterns: Patterns, tokens: TokenArray, starts: _Starts) -> Iterator[tuple[int, _Starts, _Flags]]:
    """Yield, for each length, the starts that are still alive and what the table says of them there."""
    flags = tokens.flags[starts]
    words = np.flatnonzero(tokens.word[starts])
    hashes = np.uint64(START) * tokens.factor[starts] + tokens.summand[starts]
    if len(words):
        flags[words] = slots_of(patterns, hashes[words])[0]
    alive = starts
    inner = tokens.inner
    if inner is not None:
        kept = ~inner[alive]
        alive, hashes, flags = alive[kept], hashes[kept], flags[kept]
    for length in range(1, LONGEST + 1):
        if inner is not None:
            flags = np.where(inner[alive + length], flags & CONTINUES, flags)
        yield length, alive, flags
        last = alive + (length - 1)
        goes_on = (flags & CONTINUES) != 0
        if length < _MOST_PARTS:
            goes_on |= tokens.close[last]
        goes_on &= tokens.linked[last]
        alive, hashes = alive[goes_on], hashes[goes_on]
        if not len(alive):
            return
        following = alive + length
        hashes = hashes * tokens.factor[following] + tokens.summand[following]
        flags = slots_of(patterns, hashes)[0]
