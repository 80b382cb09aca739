"""What is written of each concept, made in as many processes as it is worth."""

from __future__ import annotations

import multiprocessing
import os
from collections import deque
from collections.abc import Iterable, Iterator
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from glossary.json_form import concept_from_fragment
from glossary.model import Concept
from glossary.recognition.spellings import Pattern, patterns_of
from glossary.store import keys
from glossary.store.headings import heading
from glossary.store.record import Unshaped, unshaped
from translations import CONTENT_LANGUAGES

SEPARATOR = "\x1f"  # ASCII's unit separator; no key has it: search_key leaves controls out
_BATCH = 500  # concepts
_WORTH_PROCESSES = 20_000  # concepts; starting one takes as long as some thousands of them
_MOST_PROCESSES = 8


class Prepared(NamedTuple):
    """A concept as it is written: its record, its keys with their best weights, what it is listed under, where it
    stands in the alphabet of each content language, and the patterns by which it is recognized.

    It goes from one process to another: a tuple is read there in a tenth of the time of a dataclass, and texts joined by
    `SEPARATOR` in a tenth of that of a list.
    """

    id: str
    subject_field: str
    unshaped: Unshaped
    keys: str
    weights: bytes
    facets: str
    headings: str
    words: str
    replaces: tuple[str, ...]
    patterns: tuple[Pattern, ...]

    def weighted_keys(self) -> Iterator[tuple[str, int]]:
        """Yield each key and its weight."""
        return zip(self.keys.split(SEPARATOR), self.weights, strict=True)


def prepare(concept: Concept) -> Prepared:
    """Return what is written of `concept`."""
    entries = keys.entries_of(concept)
    best: dict[str, int] = {}
    words: list[str] = []
    for entry in sorted(entries, key=attrgetter("weight"), reverse=True):
        best.update(dict.fromkeys(keys.keys_of(entry), entry.weight))
        words += keys.words_of(entry.term.term)
    return Prepared(
        id=concept.id,
        subject_field=concept.subject_field,
        unshaped=unshaped(concept, entries),
        keys=SEPARATOR.join(best),
        weights=bytes(best.values()),
        facets=SEPARATOR.join(sorted(keys.facets_of(concept))),
        headings=SEPARATOR.join(heading(concept, entries, tag) for tag in CONTENT_LANGUAGES),
        words=SEPARATOR.join(words),
        replaces=concept.replaces,
        patterns=patterns_of(concept),
    )


def prepare_all(fragments: Iterable[str], total: int) -> Iterator[Prepared]:
    """Yield what is written of each of `total` concepts, which come as JSON, in their order."""
    processes = min(_MOST_PROCESSES, len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1)
    source = iter(fragments)
    batches = iter(lambda: list(islice(source, _BATCH)), [])
    if total < _WORTH_PROCESSES or processes == 1:
        for batch in batches:
            yield from _prepare_batch(batch)
        return
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        running: deque[multiprocessing.pool.AsyncResult[list[Prepared]]] = deque()
        for batch in batches:
            running.append(pool.apply_async(_prepare_batch, (batch,)))
            if len(running) > 2 * processes:  # so many are in memory, however many there are
                yield from running.popleft().get()
        while running:
            yield from running.popleft().get()


def _prepare_batch(fragments: list[str]) -> list[Prepared]:
    return [prepare(concept_from_fragment(fragment)) for fragment in fragments]
