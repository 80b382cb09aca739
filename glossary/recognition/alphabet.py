"""Every character's folded form and kind as one array, which is part of the patterns' file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from glossary.han_fold import han_fold_table
from glossary.recognition.characters import LAST, Kind, folded, kind_of

# An entry: the folded code point, its `Kind` above it, then what patterns do with it (`STARTS`, `IS_TERM`, …).
CODE_BITS = 21
CODE = (1 << CODE_BITS) - 1
KIND_SHIFT = CODE_BITS
KIND = 0xF
FLAGS_SHIFT = KIND_SHIFT + 4

SIZE = LAST + 2  # the last entry is of everything beyond


@dataclass(frozen=True, slots=True)
class Alphabet:
    """`entries` by code point. Of a character of kind SEVERAL the code is a place in `several`: a length, then that
    many code points."""

    entries: NDArray[np.uint32]
    several: NDArray[np.uint32]


@cache
def alphabet() -> Alphabet:
    """Return the alphabet of this Python's Unicode; it takes a tenth of a second to make."""
    entries = np.zeros(SIZE, np.uint32)
    entries[: LAST + 1] = _ideographs()
    several: list[int] = []
    for code in np.flatnonzero(entries[: LAST + 1] == 0).tolist():
        character = chr(code)
        form = folded.__wrapped__(character)
        if len(form) > 1:
            entries[code] = len(several) | Kind.SEVERAL << KIND_SHIFT
            several += [len(form), *map(ord, form)]
        else:
            entries[code] = ord(form or character) | kind_of.__wrapped__(character) << KIND_SHIFT
    return Alphabet(entries, np.array(several, np.uint32))


def _ideographs() -> NDArray[np.uint32]:
    """Return the entries of those characters, most of all, that fold by no rule of Unicode's."""
    entries = np.arange(LAST + 1, dtype=np.uint32)
    codes = np.array([ord(source) for source in map(chr, han_fold_table())], np.intp)
    entries[codes] = [ord(target) for target in han_fold_table().values()]
    entries |= np.uint32(Kind.HAN << KIND_SHIFT)
    plain = np.zeros(LAST + 1, np.bool_)
    for first, last in _IDEOGRAPHS:
        plain[first : last + 1] = True
    entries[~plain] = 0
    return entries


# Unified ideographs and Hangul (Blocks.txt of Unicode 14); what is not assigned in them is taken for one, too.
_IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xD7A3), (0x20000, 0x2F7FF), (0x30000, LAST))
