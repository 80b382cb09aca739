"""The hashes of every beginning of every pattern, taken apart many at once as a text is."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from glossary.recognition.alphabet import alphabet
from glossary.recognition.hashing import START
from glossary.recognition.patterns import CONTINUES, EMPTY, FLAGS
from glossary.recognition.scan import LONGEST
from glossary.recognition.tokenizer import TokenArray, Words, tokenize

_MERGED = 1 << 21  # keys that are collected before they are made distinct

_HASH = np.uint64(EMPTY ^ FLAGS)
_Hashes = NDArray[np.uint64]


class Beginnings:
    """Keys (hash and flags) of beginnings, and the hash of each pattern's end in the order of `add`."""

    def __init__(self) -> None:
        self._words = Words()
        self._keys: list[_Hashes] = []
        self._collected = 0
        self._ends: list[_Hashes] = []

    def add(
        self, patterns: Sequence[str], flags: Sequence[int]
    ) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
        """Take `patterns`, none of which has a NUL; return which were taken, and which of those are plain Han.

        One without any token, or with more than `LONGEST`, is not.
        """
        letters = alphabet()
        found = tokenize("\0".join(patterns), letters.entries, letters.several, self._words)
        starts = np.cumsum([0, *(len(pattern) + 1 for pattern in patterns[:-1])])
        counts = np.bincount(np.searchsorted(starts, found.start, "right") - 1, minlength=len(patterns))
        first = np.cumsum(counts) - counts
        taken = np.flatnonzero((counts > 0) & (counts <= LONGEST))
        first, counts = first[taken], counts[taken]
        self._ends.append(self._walk(found, first, counts, np.array(flags, np.uint64)[taken]))
        if self._collected > _MERGED:
            self._merge()
        return taken, _plain(found, first, counts)

    def _walk(
        self, found: TokenArray, first: NDArray[np.intp], counts: NDArray[np.intp], flags: _Hashes
    ) -> _Hashes:
        ends = np.zeros(len(first), np.uint64)
        alive = np.arange(len(first))
        hashes = np.full(len(first), START, np.uint64)
        for step in range(int(counts.max(initial=0))):
            token = first[alive] + step
            hashes = hashes * found.factor[token] + found.summand[token]
            last = counts[alive] == step + 1
            ends[alive[last]] = hashes[last] & _HASH
            self._collect((hashes & _HASH) | np.where(last, flags[alive], np.uint64(CONTINUES)))
            alive, hashes = alive[~last], hashes[~last]
        return ends

    def _collect(self, keys: _Hashes) -> None:
        self._keys.append(keys)
        self._collected += len(keys)

    def _merge(self) -> None:
        keys = np.sort(np.concatenate(self._keys)) if self._keys else np.zeros(0, np.uint64)
        hashes = keys & _HASH
        first = np.flatnonzero(np.diff(hashes, prepend=hashes[:1] ^ np.uint64(FLAGS + 1)))
        self._keys = (
            [hashes[first] | np.bitwise_or.reduceat(keys & np.uint64(FLAGS), first)] if len(first) else [keys]
        )
        self._collected = 0

    def keys(self) -> _Hashes:
        """Return every key once, in order."""
        self._merge()
        return self._keys[0]

    def ends(self) -> _Hashes:
        """Return the hash of the end of each pattern that was taken."""
        return np.concatenate(self._ends) if self._ends else np.zeros(0, np.uint64)


def _plain(found: TokenArray, first: NDArray[np.intp], counts: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Return which patterns are Han characters that touch: their hash says all of them."""
    touching = np.concatenate([[0], np.cumsum(found.plain)])
    last = first + counts - 1
    plain: NDArray[np.bool_] = (touching[last] - touching[first] == counts - 1) & ~found.word[last]
    return plain


def spelled_out(text: str, name: bool) -> bytes:
    """Return a term as the file holds it; the first byte says whether it is a name (`is_name`)."""
    return (b"N" if name else b"T") + text.encode("utf-8", "surrogatepass") + b"\0"
