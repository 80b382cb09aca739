"""How an index is made: from the content, what was imported before, and what is being imported now."""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from api.content import Content, read_content
from api.editions.keeping import create_editions, keep_editions
from api.folders import ContentFolders
from api.index import Index, Store, Turn
from api.index_file import Origin, mark
from glossary import Concept, Glossary, SubjectField, concept_from_fragment
from glossary.recognition.build import PatternCollector
from glossary.store.changes import ChangeCounts, write_changes
from glossary.store.preparing import Prepared, prepare, prepare_all
from glossary.store.staging import Staging
from glossary.store.writer import write_glossary
from summaries import write_summaries


@dataclass(frozen=True, slots=True)
class Incoming:
    """Concepts on their way in, and how their fields are called; with `replaces_all` they are the whole glossary, else they join it."""

    concepts: Iterable[Concept]
    subject_fields: Iterable[SubjectField] = ()
    replaces_all: bool = False


def build_index(
    store: Store,
    turn: Turn,
    folders: ContentFolders,
    fingerprint: str,
    incoming: Incoming | None = None,
    *,
    keep: bool = True,
) -> ChangeCounts:
    """Make the index of `store` anew, and return what changed by it; without `keep` leave it as it is."""
    content = read_content(folders)
    origin = store.origin()
    with (
        turn.replacing(keep=keep) as made,
        closing(Staging()) as staging,
        _opened(store, origin) as before,
    ):
        after = _stage(staging, content, before, _next(origin, fingerprint), incoming)
        if after.imported:
            concepts = prepare_all(staging.fragments(), staging.total())
        else:
            concepts = map(prepare, content.glossary.concepts)
        named = _named_fields(before, incoming)
        patterns = PatternCollector()
        connection = made.connection
        write_glossary(connection, _noted(concepts, patterns), content.glossary.subject_fields, named)
        write_summaries(connection, content.articles, content.figures, content.charts)
        create_editions(connection, content.articles, content.figures, content.charts)
        counts = _compare(connection, before, after)
        mark(connection, _begun(after) if counts.afresh else after)
        if keep:
            patterns.write(made.patterns(after.patterns))
    return counts


@contextmanager
def _opened(store: Store, origin: Origin | None) -> Iterator[Index | None]:
    """Yield the index that there is, None for none; who reads it is gone before another takes its place."""
    before = store.open() if origin else None
    try:
        yield before
    finally:
        if before:
            before.close()


def _noted(concepts: Iterable[Prepared], patterns: PatternCollector) -> Iterator[Prepared]:
    for concept in concepts:
        patterns.add(concept.id, concept.patterns)
        yield concept


def _next(origin: Origin | None, fingerprint: str) -> Origin:
    patterns = secrets.token_hex(4)  # two that build at once do not write one file
    if origin is None:
        return _begun(Origin(fingerprint, patterns=patterns))
    return replace(origin, fingerprint=fingerprint, number=origin.number + 1, patterns=patterns)


def _begun(origin: Origin) -> Origin:
    """Return `origin` as the first of a lineage."""
    return replace(origin, number=1, lineage=secrets.token_hex(4), begun=_now())


def _stage(
    staging: Staging, content: Content, before: Index | None, origin: Origin, incoming: Incoming | None
) -> Origin:
    """Put everything in order, where there is more than the content; return the origin of the new index."""
    if incoming is None and not origin.imported:
        return origin
    alone = incoming is not None and incoming.replaces_all
    origin = replace(origin, own_content=origin.own_content and not alone)
    if origin.own_content:
        staging.add(content.glossary.concepts, imported=False)
    if before and origin.imported and not alone:
        staging.add(_imported(before), imported=True)
    if incoming:
        staging.add(incoming.concepts, imported=True)
    return replace(origin, imported=True, own_concepts=staging.own())


def _imported(before: Index) -> Iterator[Concept]:
    """Yield what was imported into an index."""
    for fragment in before.imported_fragments():
        yield concept_from_fragment(fragment)


def _named_fields(before: Index | None, incoming: Incoming | None) -> Iterator[SubjectField]:
    """Yield the fields that were imported before and are now; a name that is told anew is the later one."""
    if before:
        yield from Glossary(before.query).subject_fields()
    if incoming:
        yield from incoming.subject_fields


def _compare(connection: sqlite3.Connection, before: Index | None, after: Origin) -> ChangeCounts:
    if before is None:
        added = connection.execute("SELECT count(*) FROM concept").fetchone()[0]
        return ChangeCounts(added, 0, 0, 0)
    at = _now()
    counts = write_changes(connection, before.query, after.number, at)
    keep_editions(connection, before.query, after.number, at, afresh=counts.afresh)
    return counts


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
