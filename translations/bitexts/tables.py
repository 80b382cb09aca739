"""Tables: CSV and tab-separated text, with headings or without."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

from translations.bitexts.headings import Heading, Role, read_heading
from translations.bitexts.model import Bitext, Languages, Limits, Skip, TranslationUnit
from translations.files import BadFile, quoted
from translations.files.languages import best, listed, more_specific
from translations.files.rows import Delimited, Row
from translations.files.textfile import survey

_TRUE = frozenset({"1", "true", "yes", "y", "fuzzy", "是"})


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns to take, each by its heading or its number from 1; None leaves it to the table."""

    source: str | int | None = None
    target: str | int | None = None


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where things stand in a row, from 0, and whether the first row is headings."""

    source: int
    target: int
    id: int | None
    fuzzy: int | None
    languages: Languages
    has_headings: bool


def read_table(
    path: Path, wanted: Languages, columns: Columns, skipped: Counter[Skip], limits: Limits
) -> Bitext:
    """Return the rows of a table: separated by commas (semicolons or tabs, where the first row is) in a ``.csv``,
    by tabs in all others; quoted as Excel does, or, with tabs, not at all.

    Headings name the columns by part (source, 原文) or language (zh-CN, English); without headings and `columns`
    they are the first two.
    """
    file = survey(path)
    # The module's limit is for everyone; we only ever raise it.
    csv.field_size_limit(max(csv.field_size_limit(), limits.max_segment + 1))
    table = Delimited(file, limits.max_segment, partial(limits.too_long, path))
    delimiter = "\t"
    if path.suffix.lower() == ".csv":
        delimiter = table.delimiter(lambda cell: read_heading(cell, wanted) is not None)
    rows = table.rows(delimiter, table.quoting(delimiter))
    first = next(rows, None)
    if first is None:
        return Bitext(wanted.source, wanted.target, iter(()), skipped)
    layout = _layout(path, first, wanted, columns)
    if not layout.has_headings:
        rows = chain([first], rows)
    return Bitext(
        more_specific(wanted.source, layout.languages.source),
        more_specific(wanted.target, layout.languages.target),
        _units(path, rows, layout, len(first[1]), skipped),
        skipped,
    )


def _units(
    path: Path, rows: Iterator[Row], layout: _Layout, width: int, skipped: Counter[Skip]
) -> Iterator[TranslationUnit]:
    for line, cells in rows:
        if len(cells) != width:
            fault = f"the row has {len(cells)} cells, and the first row has {width}"
            raise BadFile(path, line, fault, "quote a cell that holds the separator, and fill up short rows")
        if layout.fuzzy is not None and cells[layout.fuzzy].strip().lower() in _TRUE:
            skipped[Skip.FUZZY] += 1
            continue
        name = cells[layout.id].strip() or None if layout.id is not None else None
        yield TranslationUnit(cells[layout.source], cells[layout.target], name, line)


def _layout(path: Path, first: Row, wanted: Languages, columns: Columns) -> _Layout:
    line, cells = first
    headings = [read_heading(cell, wanted) for cell in cells]
    named = [column for column in (columns.source, columns.target) if column is not None]
    by_name = any(isinstance(_number_or_heading(column, cells), str) for column in named)
    has_headings = by_name or sum(heading is not None for heading in headings) > 1
    source = _column(path, first, columns.source)
    target = _column(path, first, columns.target)
    if has_headings:
        source, target = _by_headings(path, line, headings, wanted, source, target)
    elif source is None and target is None:
        source, target = 0, 1
    elif source is None or target is None:
        raise BadFile(path, line, "one column is named, and the table has no headings", "name both columns")
    if source == target or max(source, target) >= len(cells):
        fault = (
            f"the first row has {len(cells)} cell{'s' * (len(cells) != 1)}; a source and a target are needed"
        )
        mend = (
            "separate by commas in a .csv, by tabs in a .tsv or .txt; two aligned text files are given both"
        )
        raise BadFile(path, line, fault, mend)
    languages = Languages(
        *(heading.lang if heading else None for heading in (headings[source], headings[target]))
    )
    roles = [heading.role if heading else None for heading in headings]
    return _Layout(source, target, _index(roles, Role.ID), _index(roles, Role.FUZZY), languages, has_headings)


def _index(roles: Sequence[Role | None], role: Role) -> int | None:
    return roles.index(role) if role in roles else None


def _column(path: Path, first: Row, column: str | int | None) -> int | None:
    """Return the index of the `column` that the caller named."""
    line, cells = first
    if column is None:
        return None
    column = _number_or_heading(column, cells)
    if isinstance(column, int):
        if 1 <= column <= len(cells):
            return column - 1
        raise BadFile(path, line, f"there is no column {column}", f"name one from 1 to {len(cells)}")
    for index, cell in enumerate(cells):
        if cell.strip().casefold() == column.strip().casefold():
            return index
    names = ", ".join(map(quoted, cells[:20]))
    raise BadFile(path, line, f"there is no column {quoted(column)}", f"name one of {names}")


def _number_or_heading(column: str | int, cells: Sequence[str]) -> str | int:
    """Return a number for digits that are no heading: a command line has only text."""
    if isinstance(column, str) and column.isdecimal() and column not in cells:
        return int(column)
    return column


def _by_headings(
    path: Path,
    line: int,
    headings: Sequence[Heading | None],
    wanted: Languages,
    source: int | None,
    target: int | None,
) -> tuple[int, int]:
    """Return the columns of source and target: as named, else by their part, else by their language."""
    roles = [heading.role if heading else None for heading in headings]
    source = _index(roles, Role.SOURCE) if source is None else source
    target = _index(roles, Role.TARGET) if target is None else target
    free = {
        index: heading.lang
        for index, heading in enumerate(headings)
        if heading and heading.lang and index not in (source, target)
    }
    if source is None:
        source = _by_language(path, line, free, wanted.source, wanted.target)
        free.pop(source, None)
    if target is None:
        if wanted.target is None and len(free) > 1:
            fault = f"its columns are in {listed(free.values())}"
            raise BadFile(path, line, fault, "say which is the source and which the target")
        target = _by_language(path, line, free, wanted.target, None)
    return source, target


def _by_language(path: Path, line: int, free: dict[int, str], wanted: str | None, other: str | None) -> int:
    """Return the column in the language `wanted`, or without that the first that is not in `other`."""
    if wanted:
        tag = best(wanted, free.values(), path, line)
        columns = [index for index, lang in free.items() if lang == tag]
    else:
        columns = [index for index, lang in free.items() if not (other and best(other, [lang], path, line))]
    if not columns:
        missing = f"in {wanted}" if wanted else "for it"
        fault = f"the headings name no column {missing}; the languages are {listed(free.values()) or 'none'}"
        raise BadFile(path, line, fault, "name the columns of source and target")
    return columns[0]
