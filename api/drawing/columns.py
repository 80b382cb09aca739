"""Text in columns, a column for each language, one row below the other: what is said twice stands side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from api.drawing.fitting import Block, Phrase, Room, fitted
from api.fonts.widths import width

# From the top of a line to its baseline, and to the next line, in em.
_ASCENT, _LEADING = 0.95, 1.28
_HAN = re.compile("([⺀-￯]+)")


@dataclass(frozen=True, slots=True)
class Text:
    """Text on its baseline, in px, in one language, which decides the font."""

    lang: str
    text: str
    x: float
    y: float
    size: int
    style: str


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    style: str


class Columns:
    """Columns between `left` and `right`, in px; `y` is where the next row begins, `floor` where the last has to end."""

    def __init__(self, left: float, right: float, y: float, floor: float, gap: float = 48) -> None:
        self.left, self.right, self.y, self.floor = left, right, y, floor
        self._gap = gap
        self.texts: list[Text] = []
        self.boxes: list[Box] = []

    @property
    def left_over(self) -> float:
        """How much of the height is left, in px."""
        return self.floor - self.y

    def width(self, columns: int) -> float:
        """Return the width of each of so many columns."""
        return (self.right - self.left - (columns - 1) * self._gap) / columns

    def fitted(self, phrases: Iterable[Phrase], *rooms: Room) -> list[Block]:
        """Return `phrases` as they fit, each into a column."""
        phrases = tuple(phrases)
        wide = self.width(max(len(phrases), 1))
        return [fitted(phrase, wide, *rooms) for phrase in phrases]

    def row(self, phrases: Iterable[Phrase], style: str, *rooms: Room) -> None:
        """Add a row of `phrases`, one in each column, in the first of `rooms` that is large enough."""
        self.blocks(self.fitted(phrases, *rooms), style)

    def blocks(self, blocks: Iterable[Block], style: str) -> None:
        """Add a row of `blocks`, their first lines on the same baseline."""
        blocks = tuple(blocks)
        first = self.y + max((block.size for block in blocks), default=0) * _ASCENT
        step = self.width(max(len(blocks), 1)) + self._gap
        for n, block in enumerate(blocks):
            for line, text in enumerate(block.lines):
                y = first + line * block.size * _LEADING
                self.line(Phrase(block.lang, text), self.left + n * step, y, block.size, style)
        self.y += tallest(blocks)

    def line(self, phrase: Phrase, x: float, y: float, size: int, style: str) -> None:
        """Add one line that begins at `x`."""
        for run in _runs(phrase):
            self.texts.append(Text(run.lang, run.text, x, y, size, style))
            x += width(run.text, run.lang) * size

    def lines_left(self, size: int) -> int:
        """Return how many lines of `size` there is room for."""
        return int(self.left_over / (size * _LEADING))


def tallest(blocks: Iterable[Block]) -> float:
    """Return how high a row of `blocks` is, in px: all of them begin on the baseline of the largest."""
    blocks = tuple(blocks)
    first = max((block.size for block in blocks), default=0) * _ASCENT
    below = (len(block.lines) * block.size * _LEADING - block.size * _ASCENT for block in blocks)
    return first + max(below, default=0)


def _runs(phrase: Phrase) -> Iterator[Phrase]:
    """Yield `phrase` in parts that one font has: in English, Chinese by itself.

    resvg draws all of a text with another font, the system's, where one character is not in the first.
    """
    if phrase.lang != "en":
        yield phrase
        return
    for n, part in enumerate(_HAN.split(phrase.text)):
        if part:
            yield Phrase("zh-Hans" if n % 2 else phrase.lang, part)
