"""A chart in the middle of a card: its bars as thick and its labels as large as there is room for."""

from __future__ import annotations

from dataclasses import dataclass

from api.drawing.columns import Box, Columns
from api.drawing.fitting import Phrase, Room, fitted
from api.fonts.widths import width

# In em of the labels: from one bar to the next, where a bar begins, how thick it is; between name and number.
_ROW, _ABOVE, _THICK, _BETWEEN = 2.9, 1.4, 1.0, 0.5
# In px: labels at their largest, where there are many bars, where one label is long; the axis.
_LARGEST, _CLOSE, _SMALLEST = 38, 22, 14
_TICK, _AXIS = 26, 40
_TITLE_ALONE = Room(1, (56, 52, 48, 44, 42)), Room(2, (46, 42))
_TITLE_BESIDE = Room(1, (40, 36, 32)), Room(2, (36, 32))


@dataclass(frozen=True, slots=True)
class Label:
    """What a bar is, and its number."""

    name: Phrase
    number: Phrase

    @property
    def width(self) -> float:
        """Its width, in em."""
        return width(self.name.text, self.name.lang) + self.number_width

    @property
    def number_width(self) -> float:
        """The width of the number and of what stands before it, in em."""
        return _BETWEEN + width(self.number.text, self.number.lang)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, `share` (0 to 1) of the axis long, with a label in each language."""

    labels: tuple[Label, ...]
    share: float
    highlight: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart; `ticks` mark the beginning, the middle and the end of its axis."""

    title: tuple[Phrase, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Phrase, ...]

    def place(self, columns: Columns) -> None:
        """Add the title, and the bars that there is room for; where there are more, a line says how many."""
        columns.row(self.title, "title", *(_TITLE_ALONE if len(self.title) == 1 else _TITLE_BESIDE))
        columns.y += 16
        size = self._size(columns)
        shown = self._that_fit(columns, size)
        _axis(columns, columns.y + (len(shown) * _ROW - 0.3) * size, self.ticks)
        for bar in shown:
            _place(columns, bar, size)
        if shown != self.bars:
            more = Phrase("en", f"… +{len(self.bars) - len(shown)}")
            columns.line(more, columns.left, columns.y + _AXIS + _TICK, _TICK, "note")

    def _size(self, columns: Columns) -> int:
        """The largest size in which every bar and every label fits, as far as that can be read."""
        by_height = int((columns.left_over - _AXIS) / (len(self.bars) * _ROW))
        widest = max(label.width for bar in self.bars for label in bar.labels)
        by_width = int(columns.width(len(self.title)) / widest)
        return max(min(max(by_height, _CLOSE), by_width, _LARGEST), _SMALLEST)

    def _that_fit(self, columns: Columns, size: int) -> tuple[Bar, ...]:
        room = columns.left_over - _AXIS
        if len(self.bars) * _ROW * size <= room:
            return self.bars
        return self.bars[: max(int((room - _AXIS) / (_ROW * size)), 1)]


def _place(columns: Columns, bar: Bar, size: int) -> None:
    """Add a bar below its labels, each of which begins a column."""
    wide = columns.width(len(bar.labels))
    step = columns.right - columns.left - wide
    baseline = columns.y + size
    for n, label in enumerate(bar.labels):
        x = columns.left + n * step
        name = fitted(label.name, wide - label.number_width * size, Room(1, (size,)))
        whole = name.width + label.number_width * size
        columns.boxes.append(Box(x - 3, columns.y, whole + 9, _ABOVE * size, "paper"))
        columns.line(
            Phrase(name.lang, name.lines[0]), x, baseline, size, "strong" if bar.highlight else "label"
        )
        columns.line(label.number, x + name.width + _BETWEEN * size, baseline, size, "value")
    long = (columns.right - columns.left) * bar.share
    style = "highlight" if bar.highlight else "bar"
    columns.boxes.append(Box(columns.left, columns.y + _ABOVE * size, long, _THICK * size, style))
    columns.y += _ROW * size


def _axis(columns: Columns, floor: float, ticks: tuple[Phrase, ...]) -> None:
    """Add the marks of the axis, none of which sticks out."""
    wide = columns.right - columns.left
    for at, tick in zip((0.0, 0.5, 1.0), ticks, strict=True):
        x = columns.left + at * wide
        columns.boxes.append(Box(x - 1, columns.y, 2, floor - columns.y, "tick" if at else "zero"))
        start = x - at * width(tick.text, tick.lang) * _TICK
        columns.line(tick, start, floor + _TICK * 1.1, _TICK, "tick")
