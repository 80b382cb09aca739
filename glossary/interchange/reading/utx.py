"""UTX 1.11 and 1.20 (AAMT): tab-separated, two lines of # before, the second of which names the columns."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from glossary.interchange.reading.concepts import ConceptBuilder
from glossary.interchange.reading.headings import SIDES, Column, read_heading
from glossary.interchange.reading.model import Options, Refused
from glossary.interchange.reading.rows import RowReader
from glossary.interchange.reading.tables import LONGEST_CELL, Table, read_rows, too_long
from glossary.interchange.tbx_terms import status_named
from glossary.model import Concept, Status
from translations.files import BadFile
from translations.files.rows import Delimited, Row
from translations.files.textfile import TextFile

_HEAD = re.compile(r"#\s*UTX[^;]*;\s*([A-Za-z-]+)\s*/\s*([A-Za-z-]+)", re.IGNORECASE)


def read_utx(file: TextFile, options: Options, builder: ConceptBuilder) -> Iterator[Concept | Refused]:
    """Yield a concept for each line, or for the lines with one concept ID."""
    rows = Delimited(file, LONGEST_CELL, partial(too_long, file.path)).rows(
        "\t", csv.QUOTE_NONE, options.watch
    )
    languages: dict[str, str] = {}
    for line, cells in rows:
        if (head := _HEAD.match("\t".join(cells))) is not None:
            languages = dict(zip(SIDES, head.groups(), strict=True))
        elif cells[0].startswith("#") and len(cells) > 1:
            columns = [_column(cell, languages) for cell in (cells[0].lstrip("# "), *cells[1:])]
            body = Table(columns, _body(rows, len(columns)))
            yield from read_rows(body, builder, RowReader(columns, builder, _status))
            return
        elif not cells[0].startswith("#"):
            raise BadFile(
                file.path, line, "no line names its columns", "begin the second line with #src and tgt"
            )


def _column(cell: str, languages: dict[str, str]) -> Column:
    column = read_heading(cell)
    return replace(column, lang=languages.get(column.lang, column.lang)) if column.lang else column


def _status(value: str) -> Status | None:
    """A non-standard term may be met, and is not written."""
    return Status.ADMITTED if value.strip().lower() == "non-standard" else status_named(value)


def _body(rows: Iterator[Row], width: int) -> Iterator[Row]:
    """Yield the entries; cells that are empty at the end of a line may be left out."""
    for line, cells in rows:
        if not cells[0].startswith("#"):
            yield line, cells + [""] * (width - len(cells))
