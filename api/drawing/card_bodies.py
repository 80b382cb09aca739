"""What stands in the middle of a card: a summary's numbers or first sentences, a figure, a term (card_chart.py has charts)."""

from __future__ import annotations

from dataclasses import dataclass

from api.drawing.columns import Columns, tallest
from api.drawing.fitting import Block, Phrase, Room

# A text in each language of the card: in one, which has the whole width, or in two.
Phrases = tuple[Phrase, ...]

# How many numbers a summary has on its card; more are not read in passing.
_NUMBERS = 3
# Above a number, in px.
_LEAST_GAP, _MOST_GAP = 8, 34


@dataclass(frozen=True, slots=True)
class Number:
    """A figure, and what it measures."""

    numbers: Phrases
    measures: Phrases


@dataclass(frozen=True, slots=True)
class Summary:
    """A section or an article: its first numbers, or its text where it has none."""

    title: Phrases
    numbers: tuple[Number, ...]
    text: Phrases

    def place(self, columns: Columns) -> None:
        """Add the title, and as many numbers as there is room for."""
        alone = len(self.title) == 1
        columns.row(self.title, "title", *(_TITLE_ALONE if alone else _TITLE_BESIDE))
        if not self.numbers:
            size = 36 if alone else 29
            columns.y += 20
            columns.row(self.text, "text", Room(columns.lines_left(size), (size,)))
        rows = [_number_row(columns, number, alone=alone) for number in self.numbers[:_NUMBERS]]
        while len(rows) > 1 and _gap(columns, rows) < _LEAST_GAP:
            rows.pop()
        gap = min(max(_gap(columns, rows), 0), _MOST_GAP)
        for numbers, measures in rows:
            columns.y += gap
            columns.blocks(numbers, "number")
            columns.blocks(measures, "measure")


_TITLE_ALONE = Room(1, (64, 58, 52)), Room(2, (58, 52, 48)), Room(3, (48, 44))
_TITLE_BESIDE = Room(2, (44, 40, 36)), Room(3, (36, 32))

_Row = tuple[list[Block], list[Block]]


def _number_row(columns: Columns, number: Number, *, alone: bool) -> _Row:
    if alone:
        numbers = columns.fitted(number.numbers, Room(1, (58, 52, 46, 40, 34)), Room(2, (34, 28)))
        return numbers, columns.fitted(number.measures, Room(1, (32, 30)), Room(2, (30,)))
    numbers = columns.fitted(number.numbers, Room(1, (42, 38, 34, 30, 26)), Room(2, (26, 22)))
    return numbers, columns.fitted(number.measures, Room(1, (27, 25)), Room(2, (25,)))


def _gap(columns: Columns, rows: list[_Row]) -> float:
    """What is left above each of `rows` and below the last."""
    height = sum(tallest(numbers) + tallest(measures) for numbers, measures in rows)
    return (columns.left_over - height) / (len(rows) + 1)


@dataclass(frozen=True, slots=True)
class Statement:
    """A figure by itself; `notes` are how the article writes it, when, who says so."""

    title: Phrases
    numbers: Phrases
    notes: tuple[Phrases, ...]

    def place(self, columns: Columns) -> None:
        """Add what it measures, the number as large as it can be, and the notes."""
        alone = len(self.title) == 1
        columns.row(self.title, "title", *(_MEASURE_ALONE if alone else _MEASURE_BESIDE))
        numbers = columns.fitted(self.numbers, *(_HUGE_ALONE if alone else _HUGE_BESIDE))
        note = Room(2, (34, 30) if alone else (27, 25))
        notes = [columns.fitted(texts, note) for texts in self.notes]
        needed = tallest(numbers) + sum(map(tallest, notes)) + 14
        columns.y += max((columns.left_over - needed) / 2, 0)
        columns.blocks(numbers, "number")
        columns.y += 14
        for blocks in notes:
            columns.blocks(blocks, "note")


_MEASURE_ALONE = Room(1, (52, 48, 44)), Room(2, (48, 44)), Room(3, (40,))
_MEASURE_BESIDE = Room(2, (38, 34)), Room(3, (34, 30))
# A number is in one line as long as that can be seen from afar, and never cut.
_HUGE_ALONE = Room(1, tuple(range(184, 82, -4))), Room(2, tuple(range(84, 36, -4)))
_HUGE_BESIDE = Room(1, tuple(range(104, 54, -4))), Room(2, tuple(range(60, 26, -4)))


@dataclass(frozen=True, slots=True)
class Naming:
    """What a concept is called in one language; `language` names that, `reading` is empty or pinyin."""

    name: Phrase
    reading: str
    language: Phrase


@dataclass(frozen=True, slots=True)
class Entry:
    """A term: its names in the languages of the card, its definition, its names in the others."""

    names: tuple[Naming, ...]
    definition: Phrases
    others: tuple[Naming, ...]

    def place(self, columns: Columns) -> None:
        """Add the names, and as much of the definition as there is room for."""
        alone = len(self.names) == 1
        names = [naming.name for naming in self.names]
        columns.row(names, "title", *(_NAME_ALONE if alone else _NAME_BESIDE))
        _readings(columns, self.names, 36 if alone else 30)
        columns.y += 14
        others = Columns(columns.left, columns.right, 0, 0)
        _others(others, self.others)
        columns.floor -= others.y
        sizes = (36, 32, 28) if len(self.definition) == 1 else (28, 26)
        rooms = [Room(lines, (size,)) for size in sizes if (lines := columns.lines_left(size))]
        if rooms:
            columns.row(self.definition, "text", *rooms)
        columns.y, columns.floor = columns.floor, columns.floor + others.y
        _others(columns, self.others)


_NAME_ALONE = Room(1, (104, 92, 80, 68)), Room(2, (68, 58, 48))
_NAME_BESIDE = Room(1, (68, 60, 52)), Room(2, (52, 44, 38)), Room(3, (38, 32, 28))


def _others(columns: Columns, others: tuple[Naming, ...]) -> None:
    """Add the names in other languages side by side, each below the language that it is in."""
    if not others:
        return
    columns.row([naming.language for naming in others], "sign", Room(1, (26,)))
    columns.row([naming.name for naming in others], "other", Room(1, (50, 44, 38, 32, 28)))
    _readings(columns, others, 28)


def _readings(columns: Columns, namings: tuple[Naming, ...], size: int) -> None:
    """Add the pinyin below the names; it is Latin, and so in the font of English."""
    if any(naming.reading for naming in namings):
        room = Room(1, (size, size - 4, size - 8))
        columns.row([Phrase("en", naming.reading) for naming in namings], "reading", room)
