"""Tables with a heading: CSV and TSV for programs, CSV for spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from glossary.interchange.formulas import harmless
from glossary.interchange.writing.characters import cell_fault, encodable, on_one_line
from glossary.interchange.writing.model import Content
from glossary.interchange.writing.pairing import Row, rows
from glossary.interchange.writing.remarks import nearest
from glossary.model import Term

_QUOTABLE = re.compile('[",\r\n\t]')

BYTE_ORDER_MARK = "\ufeff"


def write_csv(content: Content) -> Iterator[str]:
    """Write RFC 4180 in UTF-8, cells as they are."""
    yield from _lines(content, csv_line, encodable)


def write_tsv(content: Content) -> Iterator[str]:
    """Write cells with tabs between and nothing quoted; a line break in a free text is a blank."""
    yield from _lines(content, tsv_line, on_one_line)


def write_spreadsheet(content: Content) -> Iterator[str]:
    """Write CSV as spreadsheet programs want it: a byte order mark, and a tab before what would be a formula."""
    yield BYTE_ORDER_MARK
    yield from _lines(content, csv_line, lambda text: harmless(encodable(text)))


def csv_line(cells: Iterable[str]) -> str:
    """Return a line of RFC 4180."""
    return ",".join(map(_quoted, cells)) + "\r\n"


def tsv_line(cells: Iterable[str]) -> str:
    """Return a line with tabs between cells, which have none."""
    return "\t".join(cells) + "\n"


def columns(content: Content) -> list[str]:
    """Return the headings; the two columns of terms are headed by their languages."""
    return [
        "concept",
        content.source.tag,
        content.target.tag,
        "source_status",
        "target_status",
        "source_reading",
        "target_reading",
        "part_of_speech",
        "term_type",
        "subject_field",
        "definition",
        "note",
    ]


def _lines(
    content: Content, line: Callable[[Iterable[str]], str], cell: Callable[[str], str]
) -> Iterator[str]:
    yield line(columns(content))
    for row in rows(content, cell_fault):
        for target in row.targets or (None,):
            yield line(map(cell, _cells(row, target, content)))


def _cells(row: Row, target: Term | None, content: Content) -> list[str]:
    concept, source = row.concept, row.source
    return [
        concept.id,
        source.term,
        target.term if target else "",
        source.status.value,
        target.status.value if target else "",
        source.reading or "",
        (target.reading or "") if target else "",
        source.part_of_speech.value,
        source.term_type.value,
        concept.subject_field,
        nearest(concept.definition, content.target),
        nearest(concept.note, content.target),
    ]


def _quoted(cell: str) -> str:
    if _QUOTABLE.search(cell) or cell != cell.strip():
        return '"' + cell.replace('"', '""') + '"'
    return cell
