"""Rows of CSV and of tab-separated text, in bounded memory, with the line of each."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translations.files.faults import BadFile
from translations.files.octets import Watch
from translations.files.textfile import TextFile

Row = tuple[int, list[str]]
"""The line where a row begins, from 1, and its cells."""

# Excel separates by what the system's list separator is.
_DELIMITERS = (",", ";", "\t")
_CELLS_IN_A_LINE = 16


@dataclass(frozen=True, slots=True)
class Delimited:
    """A text file as a table; a cell has `longest` characters at most, `too_long` complains about one at a line."""

    file: TextFile
    longest: int
    too_long: Callable[[int], BadFile]

    def delimiter(self, is_heading: Callable[[str], bool]) -> str:
        """Return the delimiter by which the first row is headings, or else the first by which it has two cells."""
        several: list[str] = []
        for delimiter in _DELIMITERS:
            try:
                _, cells = next(self.rows(delimiter, csv.QUOTE_MINIMAL), (0, []))
            except BadFile:
                continue
            if sum(map(is_heading, cells)) > 1:
                return delimiter
            if len(cells) > 1:
                several.append(delimiter)
        return several[0] if several else _DELIMITERS[0]

    def quoting(self, delimiter: str) -> int:
        """Tell whether a tab-separated file quotes: Excel does, IANA's text/tab-separated-values has no quotes.

        It does when all of it reads so.
        """
        if delimiter != "\t":
            return csv.QUOTE_MINIMAL
        try:
            for _ in csv.reader(self._lines(), delimiter=delimiter, strict=True):
                pass
        except csv.Error:
            return csv.QUOTE_NONE
        return csv.QUOTE_MINIMAL

    def rows(self, delimiter: str, quoting: int, watch: Watch | None = None) -> Iterator[Row]:
        """Yield the rows; blank lines are left out."""
        reader = csv.reader(self._lines(watch), delimiter=delimiter, quoting=quoting, strict=True)  # type: ignore[arg-type]
        while True:
            line = reader.line_num + 1
            try:
                cells = next(reader, None)
            except csv.Error as error:
                if "field larger" in str(error):
                    raise self.too_long(line) from None
                fault = f"a quotation mark opens or closes in the wrong place: {error}"
                raise BadFile(self.file.path, line, fault, 'write a " inside a quoted cell twice') from None
            if cells is None:
                return
            if cells:
                yield line, cells

    def _lines(self, watch: Watch | None = None) -> Iterator[str]:
        longest = _CELLS_IN_A_LINE * (self.longest + 1)
        for number, line in enumerate(self.file.read(longest, newline="", watch=watch), start=1):
            if len(line) >= longest and line[-1] not in "\r\n":
                raise self.too_long(number)
            yield line
