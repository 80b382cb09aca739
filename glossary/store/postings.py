"""Ranks by name, in parts that are read one at a time."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

# What more concepts share has its ranks in posting; what fewer share is read from term_key.
HEAVY = 128
PART = 256

WEIGHT_SHIFT = 28  # of an entry: its weight stands above its rank
RANK = (1 << WEIGHT_SHIFT) - 1

_PLAIN, _STEPS, _RUN = b"\0", b"\1", b"\2"
_BIGGEST_STEP = 0xFFFF
_ENTRY = 4  # bytes
_SWAP = sys.byteorder == "big"


def encode(ranks: Sequence[int]) -> bytes:
    """Return `ranks` in little-endian order.

    Where they follow each other the first and how many there are, where they rise by small steps the first and the
    steps in 2 bytes each, else 4 bytes each.
    """
    steps = [after - before for before, after in pairwise(ranks)]
    if all(step == 1 for step in steps):
        return _RUN + _bytes(array("I", (ranks[0], len(ranks))))
    if all(0 <= step <= _BIGGEST_STEP for step in steps):
        return _STEPS + _bytes(array("I", ranks[:1])) + _bytes(array("H", steps))
    return _PLAIN + _bytes(array("I", ranks))


def decode(data: bytes) -> Iterator[int]:
    """Yield the ranks that `encode` wrote; nobody pays for those that are not taken."""
    if data[:1] == _RUN:
        first, count = _array("I", data[1:])
        return iter(range(first, first + count))
    if data[:1] == _STEPS:
        (first,) = _array("I", data[1:5])
        return accumulate(_array("H", data[5:]), initial=first)
    return iter(_array("I", data[1:]))


def pack(entries: array[int]) -> bytes:
    """Return entries as they stand in ``term_key``: weight and rank in 4 bytes, little-endian."""
    return _bytes(entries)


def unpack(data: bytes) -> Sequence[int]:
    """Return the entries that `pack` wrote, best first."""
    return _array("I", data) if len(data) > _ENTRY else (int.from_bytes(data, "little"),)


def parts(name: str, ranks: Sequence[int]) -> Iterator[tuple[str, int, int, bytes]]:
    """Yield the rows of ``posting`` for `ranks`."""
    for part, start in enumerate(range(0, len(ranks), PART)):
        yield name, part, len(ranks) if not part else 0, encode(ranks[start : start + PART])


def _bytes(numbers: array[int]) -> bytes:
    if _SWAP:
        numbers.byteswap()
    return numbers.tobytes()


def _array(code: str, data: bytes) -> array[int]:
    numbers = array(code)
    numbers.frombytes(data)
    if _SWAP:
        numbers.byteswap()
    return numbers
