"""Of hits that overlap, those that begin first: a chain of jumps, followed for many blocks of hits at once."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

_BLOCK = 64  # hits
_DOUBLINGS = 6

_Indices = NDArray[np.intp]

# Returns the end of what is a term at a hit, None where none is.
Judge = Callable[[int], int | None]


def leftmost(
    starts: _Indices, ends: _Indices, sure: NDArray[np.bool_], judge: Judge
) -> tuple[_Indices, _Indices]:
    """Return starts and ends of the hits that begin first, none in another.

    `starts` ascend; a hit that is not `sure` is held for one only when `judge`, asked by its number, says where it ends.
    """
    count = len(starts)
    ends = ends.copy()
    # The first hit behind each; one that is not sure leads to itself.
    hits_before = np.cumsum(np.bincount(starts + 1, minlength=int(ends.max(initial=0)) + 1))
    onward = np.append(hits_before[ends], count)
    onward[:-1][~sure] = np.flatnonzero(~sure)
    leaves = _block_ends(onward)
    entries: list[int] = []
    judged: list[int] = []
    at = 0
    while at < count:
        entries.append(at)
        at = int(leaves[at])
        if at < count and not sure[at]:
            end = judge(at)
            if end is None:
                at += 1
            else:
                ends[at] = end
                judged.append(at)
                at = int(hits_before[end])
    taken = _passed(onward, sure, np.array(entries, np.intp), count)
    taken[judged] = True
    chosen = np.flatnonzero(taken)
    return starts[chosen], ends[chosen]


def _block_ends(onward: _Indices) -> _Indices:
    """Return where the chain from each hit comes to another block, or to one that is not sure."""
    limits = _limits(np.arange(len(onward)))
    found = onward
    for _ in range(_DOUBLINGS):
        found = np.where(found < limits, found[found], found)
    return found


def _passed(onward: _Indices, sure: NDArray[np.bool_], entries: _Indices, count: int) -> NDArray[np.bool_]:
    """Return the sure hits on the chains that begin at `entries`, each up to the end of its block."""
    taken = np.zeros(count, np.bool_)
    limits = _limits(entries)
    while len(entries):
        inside = (entries < limits) & (entries < count)
        entries, limits = entries[inside], limits[inside]
        inside = sure[entries]
        entries, limits = entries[inside], limits[inside]
        taken[entries] = True
        entries = onward[entries]
    return taken


def _limits(hits: _Indices) -> _Indices:
    limits: _Indices = (hits // _BLOCK + 1) * _BLOCK
    return limits
