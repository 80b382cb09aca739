"""Where everything in a chart goes: lengths down in em, so that it grows with the text; lengths across in percent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from api.drawing.axis import Axis
from api.drawing.lines import ems

# In em of the chart's text.
_LINE = Decimal("1.45")
_BASELINE = Decimal("1.1")
_BAR = Decimal("1.25")
_ABOVE_BAR = Decimal("0.15")
_BELOW_BAR = Decimal("0.75")
_TICK_TEXT = Decimal("1.2")

# What a label may take of a line: a screen of 320 px less its margins, at 14 px; what stands in it between name and number,
# which is bold and so wider. Where one label of a chart is longer, each number has a line of its own.
_ROOM = 288 / 14
_GAP = 0.6
_BOLD = 1.1


@dataclass(frozen=True, slots=True)
class Label:
    """What a bar is and its number, in one language."""

    lang: str
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class Amount:
    """What a bar is drawn for; a label in each language that is shown."""

    value: Decimal
    labels: tuple[Label, ...]
    highlight: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A label on its baseline, or half of one."""

    lang: str
    name: str
    number: str
    y: Decimal


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar below its labels; `width` is percent of the chart's."""

    lines: tuple[Line, ...]
    y: Decimal
    width: str
    highlight: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis, `at` percent of the chart's width; `anchor` is SVG's text-anchor."""

    at: Decimal
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart ready to be drawn. `title` and `description` are for who cannot see it; `id` is unique on a page."""

    id: str
    lang: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    floor: Decimal
    ticks_y: Decimal
    height: Decimal
    thickness: Decimal = _BAR


def place_bars(amounts: Iterable[Amount], axis: Axis) -> tuple[tuple[Bar, ...], Decimal]:
    """Return a bar for each of `amounts`, one below the other, and where the last one ends."""
    amounts = tuple(amounts)
    halved = any(_is_long(label) for amount in amounts for label in amount.labels)
    bars: list[Bar] = []
    y = Decimal(0)
    for amount in amounts:
        lines = tuple(
            Line(lang, name, number, y + n * _LINE + _BASELINE)
            for n, (lang, name, number) in enumerate(_texts(amount, halved=halved))
        )
        top = y + len(lines) * _LINE + _ABOVE_BAR
        bars.append(Bar(lines, top, f"{axis.share(amount.value):.4f}%", amount.highlight))
        y = top + _BAR + _BELOW_BAR
    return tuple(bars), y


def _is_long(label: Label) -> bool:
    return ems(label.name) + _GAP + ems(label.number) * _BOLD > _ROOM


def _texts(amount: Amount, *, halved: bool) -> Iterator[tuple[str, str, str]]:
    for label in amount.labels:
        if halved:
            yield label.lang, label.name, ""
            yield label.lang, "", label.number
        else:
            yield label.lang, label.name, label.number


def place_ticks(texts: Iterable[str]) -> tuple[Tick, Tick, Tick]:
    """Return the marks at the beginning, the middle and the end of the axis, none of which sticks out."""
    start, middle, end = texts
    return (
        Tick(Decimal(0), "start", start),
        Tick(Decimal(50), "middle", middle),
        Tick(Decimal(100), "end", end),
    )


def plot(
    id_: str,
    lang: str,
    title: str,
    description: str,
    amounts: Iterable[Amount],
    axis: Axis,
    ticks: Iterable[str],
) -> Plot:
    """Return the chart of `amounts` over `axis`, whose marks read `ticks`."""
    bars, floor = place_bars(amounts, axis)
    return Plot(
        id=id_,
        lang=lang,
        title=title,
        description=description,
        bars=bars,
        ticks=place_ticks(ticks),
        floor=floor,
        ticks_y=floor + _TICK_TEXT,
        height=floor + _TICK_TEXT + Decimal("0.4"),
    )
