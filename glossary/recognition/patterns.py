"""The patterns' file: every beginning of every term, by hash, in one table that processes share (docs/recognition.md).

Layout: a magic, the length of the header, the header (JSON: name → offset, type and length of each array), the arrays,
each at a multiple of 64. Nothing is read at start but the header: the arrays are mapped.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

from glossary.recognition.layout import LAYOUT, DamagedPatterns

MAGIC = f"duizhao terms {LAYOUT}\n".encode()
_ALIGNMENT = 64

# What ends or goes on at a slot of the table: the low bits, the others are the hash's.
ENDS_TERM, ENDS_DISTRACTOR, CONTINUES = 1, 2, 4
FLAGS = 7
EMPTY = (1 << 64) - 1

BLOCK = 256  # slots for which the ends before them are counted once
NO_CONCEPT = (1 << 32) - 1  # of a distractor


@dataclass(frozen=True, slots=True)
class Patterns:
    """The arrays.

    `table`: slots in the order of their hashes, each at or soon behind its home, which is where its hash lies between
    0 and 2^64 when that is parted into `homes[0]` parts. The n-th slot that ends something (`counts` are how many
    there are before each block) has the entries from `groups[n]` to `groups[n + 1]`: a concept's number, and where its
    text begins in `texts` (0: Han characters, of which the hash says all). `ids` holds the concepts' ids, number n
    ending before `id_ends[n]`.
    """

    table: NDArray[np.uint64]
    homes: NDArray[np.uint64]
    counts: NDArray[np.uint32]
    groups: NDArray[np.uint32]
    concepts: NDArray[np.uint32]
    places: NDArray[np.uint32]
    texts: NDArray[np.uint8]
    ids: NDArray[np.uint8]
    id_ends: NDArray[np.uint32]
    alphabet: NDArray[np.uint32]
    several: NDArray[np.uint32]

    @classmethod
    def open(cls, path: Path) -> Patterns:
        """Map the file at `path`; `DamagedPatterns` when it cannot be used, `OSError` when it cannot be read."""
        with path.open("rb") as file:
            return cls.mapped(file)

    @classmethod
    def mapped(cls, file: BinaryIO) -> Patterns:
        """Map `file`, which may be closed or deleted afterwards."""
        header = _header(file)
        memory = np.memmap(file, np.uint8, "r")
        if len(memory) != header["bytes"]:
            raise DamagedPatterns(f"it has {len(memory)} bytes of {header['bytes']}")
        arrays = {}
        for field in fields(cls):
            offset, kind, count = header["arrays"][field.name]
            arrays[field.name] = np.frombuffer(memory, np.dtype(kind), count, offset)
        return cls(**arrays)


def _header(file: BinaryIO) -> Any:
    file.seek(0)
    if file.read(len(MAGIC)) != MAGIC:
        raise DamagedPatterns("it is not of this layout")
    try:
        return json.loads(file.read(int.from_bytes(file.read(4), "little")))
    except ValueError as error:
        raise DamagedPatterns("its header is damaged") from error


def write(file: BinaryIO, patterns: Patterns) -> None:
    """Write `patterns` as a file that `Patterns.open` maps."""
    arrays = {field.name: np.ascontiguousarray(getattr(patterns, field.name)) for field in fields(patterns)}
    told: dict[str, Any] = {name: [0, found.dtype.str, len(found)] for name, found in arrays.items()}
    # The header's room: what it takes with the widest offsets.
    room = len(json.dumps({"arrays": told, "bytes": 0})) + 20 * (len(told) + 1)
    offset = len(MAGIC) + 4 + room
    for name, found in arrays.items():
        offset = -(-offset // _ALIGNMENT) * _ALIGNMENT
        told[name][0] = offset
        offset += found.nbytes
    header = json.dumps({"arrays": told, "bytes": offset}).encode().ljust(room)
    file.write(MAGIC + len(header).to_bytes(4, "little") + header)
    for name, found in arrays.items():
        file.write(bytes(told[name][0] - file.tell()))
        file.write(found.data)


def slots_of(patterns: Patterns, hashes: NDArray[np.uint64]) -> tuple[NDArray[np.uint8], NDArray[np.intp]]:
    """Return what the table says of each hash (0: nothing), and the slot that says it."""
    wanted = hashes & np.uint64(EMPTY ^ FLAGS)
    slots = (((hashes >> np.uint64(32)) * patterns.homes[0]) >> np.uint64(32)).view(np.intp)
    found = patterns.table[slots]
    behind = np.flatnonzero(found < wanted)
    while len(behind):
        slots[behind] += 1
        there = patterns.table[slots[behind]]
        found[behind] = there
        behind = behind[there < wanted[behind]]
    found ^= wanted
    return np.where(found <= FLAGS, found, 0).astype(np.uint8), slots
