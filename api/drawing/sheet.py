"""A chart as a picture by itself: its heading above it, below it what is said of it and where it is from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from api.drawing.lines import broken
from api.drawing.plot import Plot

# In px; text of 12 px is the smallest, and still 11 px on a screen of 320.
_WIDTH = 360
_MARGIN = 18
_TEXT = 15
_HEADING_LINE = 22
_SOURCE_LINE = 17
_SOURCE_TEXT = 12


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line of text on its baseline."""

    text: str
    y: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where on a picture of `width` by `height` px everything goes."""

    width: int
    height: int
    margin: int
    heading: tuple[TextLine, ...]
    plot: Plot
    plot_y: int
    plot_height: int
    sources: tuple[TextLine, ...]

    @property
    def inner(self) -> int:
        """The width between the margins."""
        return self.width - 2 * self.margin


def sheet(heading: str, plot: Plot, sources: Iterable[str]) -> Sheet:
    """Return the sheet of `plot`; each of `sources` begins on a new line."""
    inner = _WIDTH - 2 * _MARGIN
    above = _lines(broken(heading, inner / _TEXT), _MARGIN + _TEXT, _HEADING_LINE)
    plot_y = above[-1].y + _HEADING_LINE - _TEXT // 2
    plot_height = round(float(plot.height) * _TEXT)
    broken_sources = [line for source in sources for line in broken(source, inner / _SOURCE_TEXT)]
    below = _lines(broken_sources, plot_y + plot_height + _SOURCE_LINE + 6, _SOURCE_LINE)
    end = below[-1].y if below else plot_y + plot_height
    return Sheet(_WIDTH, end + _MARGIN, _MARGIN, above, plot, plot_y, plot_height, below)


def _lines(texts: Iterable[str], first: int, step: int) -> tuple[TextLine, ...]:
    return tuple(TextLine(text, first + n * step) for n, text in enumerate(texts))
