"""OmegaT's glossary: source, target and comment with tabs between, a line each, nothing quoted, # before comments."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from functools import partial
from itertools import chain, islice
from pathlib import Path

from glossary.interchange.reading.concepts import ConceptBuilder
from glossary.interchange.reading.headings import Column, Role
from glossary.interchange.reading.model import Options, Refused
from glossary.interchange.reading.tables import (
    LONGEST_CELL,
    SAMPLE,
    Table,
    read_rows,
    too_long,
    with_languages,
)
from glossary.model import Concept
from translations.files import BadFile, quoted
from translations.files.rows import Row
from translations.files.textfile import TextFile, survey

_CODING = re.compile(rb"^(?:\xef\xbb\xbf)?#.*-\*-\s*coding:\s*([A-Za-z0-9._-]{1,40})\s*-\*-")
# Python knows others that are for names of hosts and for programs.
_TEXTS = re.compile("utf|gb|big5|iso8859|cp|euc|shift|ascii|latin|koi8|mac")
_COLUMNS = [
    Column(Role.TERM, "source", "source"),
    Column(Role.TERM, "target", "target"),
    Column(Role.NOTE, None, "comment"),
]


def open_omegat(path: Path, head: bytes) -> TextFile:
    """Return the text of `path` in the encoding that its first line names, UTF-8 without one."""
    coding = _CODING.match(head)
    if coding is None:
        return survey(path)
    name = coding[1].decode("ascii")
    try:
        known = codecs.lookup(name).name
    except LookupError:
        known = ""
    if known == "utf-8":
        return survey(path)
    if not _TEXTS.match(known):
        fault = f"its first line says that it is in {quoted(name)}, which is no encoding"
        raise BadFile(path, 1, fault, "save it as UTF-8, and say so")
    return survey(path, known)


def read_omegat(file: TextFile, options: Options, builder: ConceptBuilder) -> Iterator[Concept | Refused]:
    """Yield a concept for each line."""
    rows = _rows(file, options)
    sample = list(islice(rows, SAMPLE))
    columns = with_languages(file.path, _COLUMNS, sample, options)
    yield from read_rows(Table(columns, chain(sample, rows)), builder)


def _rows(file: TextFile, options: Options) -> Iterator[Row]:
    complaint = partial(too_long, file.path)
    for number, line in enumerate(file.read(LONGEST_CELL, watch=options.watch), start=1):
        if len(line) >= LONGEST_CELL:
            raise complaint(number)
        if line.strip() and not line.startswith("#"):
            # What is behind the third tab is none of OmegaT's; it is a comment to us.
            source, target, comment = (*line.rstrip("\n").split("\t", 2), "", "")[:3]
            yield number, [source, target, comment.replace("\t", " ")]
