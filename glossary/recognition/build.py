"""The patterns' file, made from concepts as they come; whoever makes an index makes it, too."""

from __future__ import annotations

import os
import tempfile
from array import array
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from glossary.model import Concept
from glossary.recognition.alphabet import FLAGS_SHIFT, KIND, KIND_SHIFT, alphabet
from glossary.recognition.beginnings import Beginnings, spelled_out
from glossary.recognition.characters import Kind
from glossary.recognition.hashing import START, STEP
from glossary.recognition.patterns import (
    BLOCK,
    EMPTY,
    ENDS_DISTRACTOR,
    ENDS_TERM,
    FLAGS,
    NO_CONCEPT,
    Patterns,
    slots_of,
    write,
)
from glossary.recognition.spellings import Pattern, patterns_of

_LOAD = 0.5  # of the table; fuller is smaller, and slower to look into
_BATCH = 1 << 15  # patterns at once


def write_patterns(path: Path, concepts: Iterable[Concept]) -> None:
    """Write the patterns of `concepts` to a file at `path`; `OSError` when it cannot be written."""
    collected = PatternCollector()
    for concept in concepts:
        collected.add(concept.id, patterns_of(concept))
    collected.write(path)


class PatternCollector:
    """The patterns of the concepts that passed; what grows with them is the table and the terms in Latin letters."""

    def __init__(self) -> None:
        self._beginnings = Beginnings()
        self._ids, self._id_ends = bytearray(), array("I")
        self._texts = bytearray(1)  # place 0 is none
        self._concepts, self._places = array("I"), array("I")
        self._waiting: list[tuple[int, Pattern]] = []

    def add(self, concept_id: str, patterns: Iterable[Pattern]) -> None:
        """Take the patterns of a concept."""
        number = len(self._id_ends)
        self._ids += concept_id.encode()
        self._id_ends.append(len(self._ids))
        self._waiting += [(number, pattern) for pattern in patterns]
        if len(self._waiting) >= _BATCH:
            self._flush()

    def write(self, path: Path) -> None:
        """Write a file that takes the name `path` when it is whole; `OSError` when it cannot."""
        handle, name = tempfile.mkstemp(prefix=path.name, suffix=".new", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                write(file, self.patterns())
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, 0o644)  # mkstemp's file is its owner's alone
            os.replace(name, path)
        finally:
            Path(name).unlink(missing_ok=True)

    def _flush(self) -> None:
        if not self._waiting:
            return
        spellings = [pattern.spelling for _, pattern in self._waiting]
        flags = [ENDS_DISTRACTOR if pattern.distractor else ENDS_TERM for _, pattern in self._waiting]
        taken, plain = self._beginnings.add(spellings, flags)
        for n, is_plain in zip(taken.tolist(), plain.tolist(), strict=True):
            number, pattern = self._waiting[n]
            self._concepts.append(NO_CONCEPT if pattern.distractor else number)
            self._places.append(0 if is_plain else self._place(pattern.text, pattern.name))
        self._waiting.clear()

    def _place(self, text: str, name: bool) -> int:
        place = len(self._texts)
        self._texts += spelled_out(text, name)
        return place

    def patterns(self) -> Patterns:
        """Return the arrays of everything that was added."""
        self._flush()
        keys = self._beginnings.keys()
        table, homes = _table(keys)
        groups, order = _groups(self._beginnings.ends(), self._concepts, self._places)
        found = Patterns(
            table=table,
            homes=np.array([homes], np.uint64),
            counts=_counts(table),
            groups=groups,
            concepts=np.frombuffer(self._concepts, np.uint32)[order],
            places=np.frombuffer(self._places, np.uint32)[order],
            texts=np.frombuffer(self._texts, np.uint8),
            ids=np.frombuffer(self._ids, np.uint8),
            id_ends=np.frombuffer(self._id_ends, np.uint32),
            alphabet=alphabet().entries.copy(),
            several=alphabet().several,
        )
        _mark_single_characters(found)
        return found


def _table(keys: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], int]:
    """Return the open-addressing table of `keys`, which are in order, and the number of its homes."""
    homes = max(BLOCK, int(len(keys) / _LOAD))
    count = np.arange(len(keys))
    # Each key at its home, or behind the one before it.
    slots = ((keys >> np.uint64(32)) * np.uint64(homes) >> np.uint64(32)).astype(np.intp)
    slots = np.maximum.accumulate(slots - count) + count
    last = int(slots[-1]) if len(slots) else 0
    size = (max(last, homes) // BLOCK + 1) * BLOCK + BLOCK  # never full at its end
    table = np.full(size, EMPTY, np.uint64)
    table[slots] = keys
    return table, homes


def _counts(table: NDArray[np.uint64]) -> NDArray[np.uint32]:
    ends = (table != np.uint64(EMPTY)) & ((table & np.uint64(ENDS_TERM | ENDS_DISTRACTOR)) != 0)
    each = ends.reshape(-1, BLOCK).sum(axis=1, dtype=np.uint32)
    before: NDArray[np.uint32] = np.cumsum(each, dtype=np.uint32) - each
    return before


def _groups(
    ends: NDArray[np.uint64], concepts: array[int], places: array[int]
) -> tuple[NDArray[np.uint32], NDArray[np.intp]]:
    """Return where the entries of each distinct end begin, and the order in which entries are to stand."""
    order = np.lexsort((np.frombuffer(places, np.uint32), np.frombuffer(concepts, np.uint32), ends))
    inorder = ends[order]
    starts = np.flatnonzero(np.diff(inorder, prepend=inorder[:1] ^ np.uint64(FLAGS + 1)))
    return np.append(starts, len(order)).astype(np.uint32), order


def _mark_single_characters(patterns: Patterns) -> None:
    """Say in the alphabet what patterns do with each Han character, so that a text need not look it up."""
    entries = patterns.alphabet
    han = np.flatnonzero((entries >> np.uint32(KIND_SHIFT)) & np.uint32(KIND) == Kind.HAN)
    codes = (entries[han] & np.uint32((1 << KIND_SHIFT) - 1)).astype(np.uint64)
    flags, _ = slots_of(patterns, (np.uint64(START) + codes) * np.uint64(STEP))
    entries[han] |= flags.astype(np.uint32) << np.uint32(FLAGS_SHIFT)
