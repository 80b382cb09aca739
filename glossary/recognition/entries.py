"""What the patterns' file says of one hash: which concepts have it as a term."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from glossary.recognition.characters import Kind, kind_of
from glossary.recognition.forms import fits
from glossary.recognition.layout import DamagedPatterns
from glossary.recognition.patterns import (
    BLOCK,
    EMPTY,
    ENDS_DISTRACTOR,
    ENDS_TERM,
    FLAGS,
    Patterns,
)
from glossary.recognition.tokens import tokens

_LONGEST_TEXT = 1 << 16  # bytes of a term


class Entries:
    """Looks into the file one hash at a time."""

    def __init__(self, patterns: Patterns) -> None:
        self._patterns = patterns
        self._homes = int(patterns.homes[0])

    def fitting(self, surface: str, hash_: int) -> tuple[int, ...]:
        """Return the numbers of the concepts of which `surface` is a term, `NO_CONCEPT` where it is a distractor."""
        try:
            slot = self._slot(hash_)
            if slot is None:
                return ()
            group = self._ends_before(slot)
            first, end = self._patterns.groups[group : group + 2].tolist()
            fitting = [n for n in range(first, end) if self._fits(surface, int(self._patterns.places[n]))]
            return tuple(dict.fromkeys(self._patterns.concepts[fitting].tolist()))
        except (IndexError, ValueError) as error:
            raise DamagedPatterns("the patterns' file is damaged") from error

    def concept_id(self, number: int) -> str:
        """Return the id of a concept by its number in the file."""
        try:
            ends = self._patterns.id_ends
            start = int(ends[number - 1]) if number else 0
            return self._patterns.ids[start : int(ends[number])].tobytes().decode()
        except (IndexError, ValueError) as error:
            raise DamagedPatterns("the patterns' file is damaged") from error

    def _slot(self, hash_: int) -> int | None:
        wanted = hash_ & ~FLAGS
        slot = (hash_ >> 32) * self._homes >> 32
        table = self._patterns.table
        while (found := int(table[slot])) < wanted:
            slot += 1
        return slot if found != EMPTY and found & ~FLAGS == wanted else None

    def _ends_before(self, slot: int) -> int:
        block = slot // BLOCK
        before = self._patterns.table[block * BLOCK : slot]
        ends = (before & np.uint64(ENDS_TERM | ENDS_DISTRACTOR) != 0) & (before != np.uint64(EMPTY))
        return int(self._patterns.counts[block]) + int(np.count_nonzero(ends))

    def _fits(self, surface: str, place: int) -> bool:
        if not place:
            return _is_plain(surface)
        octets = self._patterns.texts[place : place + _LONGEST_TEXT].tobytes()
        text = octets[1 : octets.index(b"\0")].decode("utf-8", "surrogatepass")
        return fits(surface, text, name=octets[:1] == b"N")


def _is_plain(surface: str) -> bool:
    """Whether `surface` is nothing but Han characters that touch, which the hash tells apart."""
    found = tokens(surface)
    return all(token.kind is Kind.HAN for token in found) and all(
        kind_of(character) is Kind.SKIP
        for before, after in pairwise(found)
        for character in surface[before.end : after.start]
    )
