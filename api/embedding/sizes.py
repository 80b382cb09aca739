"""How large the frame of a card has to be: told to hosts that ask before they can measure."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from api.drawing.lines import ems
from api.embedding.card import MOST_LINES, Card, plain
from api.pages.words import Texts, in_one_line

USUAL_WIDTH, WIDEST, NARROWEST = 600, 720, 320
# Below this width a card is compact, from this on two languages stand beside each other (frame.css).
_COMPACT, _BESIDE = 400, 576

_LINE = 26  # px of a line of text of 16 px in the taller of its two scripts
_SMALL_LINE = 21
_TITLE_LINE = 28


@dataclass(frozen=True, slots=True)
class Size:
    """Pixels of CSS."""

    width: int
    height: int


def frame_size(card: Card, max_width: int | None = None, max_height: int | None = None) -> Size:
    """Return the size of the frame of `card`, no more than asked for; what does not fit its height is scrolled to."""
    width = min(max_width or USUAL_WIDTH, USUAL_WIDTH if max_width is None else WIDEST)
    height = _height(card, width)
    return Size(width, min(height, max_height) if max_height else height)


def _height(card: Card, width: int) -> int:
    inner = width - (29 if width < _COMPACT else 37)
    beside = width >= _BESIDE and len(card.view.languages) == 2
    column = (inner - 20) / 2 if beside else inner
    height = 2 * 20 + 60  # padding, and the line below
    height += _tall(card.title, column, 20, _TITLE_LINE, beside=beside)
    height += _in_one_line(card.kicker, inner) + _in_one_line(card.source, inner) + 16
    for line in card.lines[:MOST_LINES]:
        runs = [plain(run) for run in line.runs]
        heights = [_lines(run, column, 16) * _LINE for run in runs]
        height += (max(heights) if beside else sum(heights)) + 10
    if len(card.lines) > MOST_LINES:
        height += 36
    if card.term:
        height += 30 * len(card.term.names) + 16
        height += _tall(card.term.definition, column, 16, _LINE, beside=beside)
    height += _numbers_height(card, width, inner)
    return height


def _numbers_height(card: Card, width: int, inner: float) -> int:
    if not card.figures:
        return 0
    if card.item.kind == "figure":
        figure = card.figures[0]
        return 46 * len(figure.numbers) + 5 * _SMALL_LINE + 24
    height = 36  # what opens the numbers
    if card.chart and (width >= _COMPACT or card.item.kind == "chart"):
        below = (card.chart.title, card.chart.comparison, card.chart.caption)
        return (
            height
            + ceil(float(card.chart.plot.height) * 14)
            + 30
            + sum(_in_one_line(t, inner) for t in below)
        )
    columns = 1 if width < _COMPACT else max(1, min(3, int((inner + 20) // 164)))
    shown = card.figures[: 1 if width < _COMPACT else 3]
    each = max(
        _tall(f.numbers, (inner - 20 * (columns - 1)) / columns, 21, 28, beside=False)
        + _in_one_line(f.measures, (inner - 20 * (columns - 1)) / columns)
        for f in shown
    )
    return height + 28 + ceil(len(shown) / columns) * (each + 18)


def _tall(texts: Texts, width: float, size: int, line: int, *, beside: bool) -> int:
    heights = [_lines(words.text, width, size) * line for words in texts]
    return max(heights, default=0) if beside else sum(heights)


def _in_one_line(texts: Texts, width: float) -> int:
    return _lines(in_one_line(texts), width, 13.6) * _SMALL_LINE if texts else 0


def _lines(text: str, width: float, size: float) -> int:
    return max(1, ceil(ems(text) * size * 0.95 / max(width, 40) + 0.3))
