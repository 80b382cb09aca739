"""StarDict 2.4.2, which GoldenDict and others read: a sorted index into a file of articles."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterator
from itertools import groupby

from glossary.interchange.writing.archive import archive
from glossary.interchange.writing.characters import cell_fault, on_one_line
from glossary.interchange.writing.model import Content
from glossary.interchange.writing.pairing import headwords
from glossary.interchange.writing.remarks import nearest
from glossary.interchange.writing.spool import private_database
from glossary.model import Concept, Term

# The format's limit on a headword, without the zero that ends it.
_LONGEST_WORD = 255
_NAME = "duizhao"

_Entries = Iterator[tuple[bytes, bytes]]


def write_stardict(content: Content) -> Iterator[bytes]:
    """Write a ZIP file of the three files in a folder.

    The index is sorted in a private database, so that memory is bounded.
    """
    with private_database() as spool:
        # stardict_strcmp: ASCII letters without case first, then all bytes; SQLite compares blobs as memcmp does.
        spool.execute("CREATE TABLE entry (folded BLOB, word BLOB, rank INTEGER, article BLOB)")
        spool.executemany("INSERT INTO entry VALUES (?, ?, ?, ?)", _articles(content))
        spool.execute("CREATE INDEX entry_order ON entry (folded, word, rank)")
        yield from archive(_files(content, spool))


def _files(content: Content, spool: sqlite3.Connection) -> Iterator[tuple[str, Iterator[bytes]]]:
    name = f"{_NAME}-{content.source.tag}-{content.target.tag}"
    yield f"{name}/{name}.dict", (article for _, article in _sorted(spool))
    yield f"{name}/{name}.idx", _index(_sorted(spool))
    words = size = 0
    for entry in _index(_sorted(spool)):
        words, size = words + 1, size + len(entry)
    yield f"{name}/{name}.ifo", iter([_about(content, words, size).encode()])


def _about(content: Content, words: int, size: int) -> str:
    title = on_one_line(f"{content.header.title} ({content.source.tag} → {content.target.tag})")
    lines = [
        "StarDict's dict ifo file",
        "version=2.4.2",
        f"bookname={title}",
        f"wordcount={words}",
        f"idxfilesize={size}",
        f"author={content.header.program} {content.header.version}",
        f"description={content.omissions.total} left out",
        "sametypesequence=m",
    ]
    return "\n".join(lines) + "\n"


def _sorted(spool: sqlite3.Connection) -> _Entries:
    """Yield each headword with its article; homographs share one."""
    rows = spool.execute("SELECT word, article FROM entry ORDER BY folded, word, rank")
    for word, entries in groupby(rows, key=lambda row: bytes(row[0])):
        yield word, b"\n\n".join(article for _, article in entries)


def _index(entries: _Entries) -> Iterator[bytes]:
    offset = 0
    for word, article in entries:
        yield word + b"\0" + struct.pack(">II", offset, len(article))
        offset += len(article)


def _articles(content: Content) -> Iterator[tuple[bytes, bytes, int, bytes]]:
    rank = 0
    for concept in content.concepts:
        for source, targets in headwords(concept, content, _fault):
            rank += 1
            word = source.term.encode()
            yield word.lower(), word, rank, "\n".join(_article(concept, source, targets, content)).encode()


def _article(concept: Concept, source: Term, targets: list[Term], content: Content) -> Iterator[str]:
    if source.reading:
        yield on_one_line(source.reading)
    if not source.status.usable:
        yield f"[{source.status.value}]" + (f" → {on_one_line(source.use)}" if source.use else "")
    for target in targets:
        details = ", ".join(filter(None, (target.reading, target.geographical_usage)))
        yield target.term + (f" ({on_one_line(details)})" if details else "")
    for text in (nearest(concept.definition, content.target), nearest(concept.note, content.target)):
        if text:
            yield on_one_line(text)


def _fault(word: str) -> str | None:
    fault = cell_fault(word)
    if fault is None and len(word.encode()) > _LONGEST_WORD:
        return f"is longer than {_LONGEST_WORD} bytes"
    return fault
