"""Glossaries as tables: CSV and TSV with headings or without, of ours, DeepL, Google, Amazon, memoQ, Matecat, UTX.

`headings` says what a column holds; docs/importing.md lists the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

from glossary.interchange.formulas import bare
from glossary.interchange.language_tags import tagged_language
from glossary.interchange.reading.concepts import ConceptBuilder
from glossary.interchange.reading.drafts import Draft
from glossary.interchange.reading.grouping import built
from glossary.interchange.reading.headings import SIDES, Column, Role, headings, read_heading
from glossary.interchange.reading.model import Options, Refused
from glossary.interchange.reading.rows import RowReader
from glossary.model import Concept
from glossary.readings import count_han
from translations.files import BadFile, quoted
from translations.files.rows import Delimited, Row
from translations.files.textfile import TextFile

LONGEST_CELL = 100_000
# Rows by which the languages of a table without headings are told.
SAMPLE = 200
_MATECAT = ["forbidden", "domain", "subdomain", "definition"]
# A brand is the same in both languages, and an English gloss may quote a Chinese word.
_SOME, _FEW = 0.3, 0.1
_NAME_LANGUAGES = "say which with --source-lang and --target-lang, or name the columns with --columns"


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a table, and what its columns hold."""

    columns: list[Column]
    rows: Iterator[Row]


def read_table(
    file: TextFile, delimiter: str | None, options: Options, builder: ConceptBuilder
) -> Iterator[Concept | Refused]:
    """Yield the concepts of a table; one without `delimiter` is separated by commas, semicolons or tabs.

    Rows with one id that follow each other are one concept.
    """
    table = Delimited(file, LONGEST_CELL, partial(too_long, file.path))
    if delimiter is None:
        delimiter = table.delimiter(lambda cell: read_heading(cell).known)
    rows = table.rows(delimiter, table.quoting(delimiter), options.watch)
    laid_out = _layout(file.path, rows, options)
    if delimiter == "\t":
        yield from read_rows(laid_out, builder)
    else:
        unescaped = ((line, [bare(cell) for cell in cells]) for line, cells in laid_out.rows)
        yield from read_rows(Table(laid_out.columns, unescaped), builder)


def read_rows(
    table: Table, builder: ConceptBuilder, reader: RowReader | None = None
) -> Iterator[Concept | Refused]:
    """Yield the concepts of `table`."""
    yield from built(_drafts(table, builder, reader or RowReader(table.columns, builder)), builder)


def _drafts(table: Table, builder: ConceptBuilder, reader: RowReader) -> Iterator[Draft | Refused]:
    width = len(table.columns)
    for line, cells in table.rows:
        written = next(filter(str.strip, cells), None)
        if written is None:
            continue
        if len(cells) == width:
            yield reader.draft(line, cells)
        else:
            message = f"the row has {len(cells)} cell{'s' * (len(cells) != 1)}, and the first row has {width}"
            mend = "quote a cell that holds the separator, and fill up short rows"
            yield builder.refused(line, written, message, mend)


def _layout(path: Path, rows: Iterator[Row], options: Options) -> Table:
    first = next(rows, None)
    if first is None:
        raise BadFile(path, None, "is empty", "name a file that has terms")
    line, cells = first
    found = headings(cells)
    sample = list(islice(rows, SAMPLE))
    if found is None:
        sample.insert(0, first)
    if options.columns:
        columns = [read_heading(name) for name in options.columns]
        if len(columns) != len(cells):
            fault = f"--columns names {len(columns)} columns, and the first row has {len(cells)}"
            raise BadFile(path, line, fault, "name each of them, - for one that is left out")
    else:
        columns = found or _guessed(path, sample)
    return Table(with_languages(path, _of_matecat(columns), sample, options), chain(sample, rows))


def _of_matecat(columns: list[Column]) -> list[Column]:
    """Matecat asks for a region in every tag: en-US is English."""
    if [column.heading.strip().casefold() for column in columns[: len(_MATECAT)]] != _MATECAT:
        return columns
    tagged = [(column, tagged_language(column.lang)) if column.lang else (column, None) for column in columns]
    return [replace(column, lang=found.content) if found else column for column, found in tagged]


def _guessed(path: Path, sample: list[Row]) -> list[Column]:
    """Return the columns of a table without headings: source and target, with their languages or a comment behind."""
    line, first = sample[0]
    width = len(first)
    pair = [Column(Role.TERM, side, side) for side in SIDES]
    if width == 2:
        return pair
    if width == 3:
        return [*pair, Column(Role.NOTE, None, "comment")]
    if width == 4 and all(tagged_language(cell) for _, cells in sample for cell in cells[2:4] if cell):
        # DeepL's download: source,target,SRC,TGT.
        return [*pair, *(Column(Role.LANGUAGE, side, f"{side} language") for side in SIDES)]
    shown = ", ".join(map(quoted, first[:6]))
    fault = f"the first row names no columns ({shown})"
    raise BadFile(
        path, line, fault, "add a row of headings (id, zh-Hans, en, note), or name them with --columns"
    )


def with_languages(path: Path, columns: list[Column], sample: list[Row], options: Options) -> list[Column]:
    """Put languages in the place of source and target: those the caller names, or those of the first rows."""
    if any(column.role is Role.LANGUAGE for column in columns):
        return columns
    named = {"source": options.source_lang, "target": options.target_lang}
    terms = [
        (n, c) for n, c in enumerate(columns) if c.role is Role.TERM and (c.lang is None or c.lang in SIDES)
    ]
    told = dict(
        zip((c.lang for _, c in terms), _languages_of_columns([n for n, _ in terms], sample), strict=True)
    )
    found = {lang: (lang and named.get(lang)) or told[lang] for lang in told}
    if None in found.values() or len(set(found.values())) < len(terms):
        fault = "it cannot be told which column is Chinese and which English"
        raise BadFile(path, sample[0][0] if sample else None, fault, _NAME_LANGUAGES)
    return [
        replace(column, lang=found.get(column.lang, column.lang)) if column.role is Role.TERM else column
        for column in columns
    ]


def _languages_of_columns(columns: list[int], sample: list[Row]) -> list[str | None]:
    """Return zh for the column that is Chinese, en for the one that is not, None where that cannot be told."""
    shares = [_share_of_chinese(n, sample) for n in columns]
    if len(shares) == 2 and max(shares) >= _SOME and min(shares) <= _FEW:
        return ["zh" if share == max(shares) else "en" for share in shares]
    return ["zh" if share > 0.5 else "en" if share == 0 else None for share in shares]


def _share_of_chinese(n: int, sample: list[Row]) -> float:
    """Return how many of the cells have a Han character; -1 where there are none."""
    cells = [cells[n] for _, cells in sample if n < len(cells) and cells[n].strip()]
    return sum(count_han(cell) > 0 for cell in cells) / len(cells) if cells else -1.0


def too_long(path: Path, line: int) -> BadFile:
    fault = f"a cell is longer than {LONGEST_CELL:,} characters"
    return BadFile(path, line, fault, "close the quotation mark that is left open, or split the cell")
