"""Which figures can stand in one chart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from summaries.model import Chart, Figure


@dataclass(frozen=True, slots=True)
class ChartFault:
    """Why a chart cannot be drawn, at `place` within it, and what to do."""

    place: tuple[str | int, ...]
    message: str
    mend: str


def chart_faults(chart: Chart, figures: Mapping[str, Figure]) -> Iterator[ChartFault]:
    """Yield what keeps `chart` from being drawn with the `figures` of its article, by id."""
    drawn = [bar.figure for bar in chart.bars]
    for n, name in enumerate(drawn):
        fault = _figure_fault(name, figures.get(name), figures.get(drawn[0]))
        if fault is None and name in drawn[:n]:
            fault = f"{name} has a bar already", "draw each figure once"
        if fault:
            yield ChartFault(("bars", n, "figure"), *fault)
    if all(name in figures and figures[name].quantity.value == 0 for name in drawn):
        yield ChartFault(("bars",), "every bar is zero", "draw figures of which one is above it")
    yield from _comparison_faults(chart, figures)


def _figure_fault(name: str, figure: Figure | None, first: Figure | None) -> tuple[str, str] | None:
    if figure is None:
        return f"{name} does not exist", "name a figure of this file"
    quantity = figure.quantity
    if quantity.ratio is not None:
        return f"{name} is a ratio, which has no bar", "draw figures with a value"
    if quantity.per is not None:
        return f"{name} is a rate, which has no bar", "draw figures with a value"
    if quantity.value is None:
        return f"{name} is a range, which has no one bar", "draw figures with a value"
    if quantity.value < 0:
        return f"{name} is below zero, where bars begin", "draw figures that are zero or above it"
    if first and (quantity.kind, quantity.unit) != (first.quantity.kind, first.quantity.unit):
        message = f"{name} is {quantity.kind} in {quantity.unit}, not {first.quantity.kind} in {first.quantity.unit}"
        return message, "draw figures of one kind and unit"
    return None


def _comparison_faults(chart: Chart, figures: Mapping[str, Figure]) -> Iterator[ChartFault]:
    if chart.compare is None:
        return
    values = {}
    for place, name in (("more", chart.compare.more), ("less", chart.compare.less)):
        if name not in [bar.figure for bar in chart.bars]:
            yield ChartFault(("compare", place), f"{name} has no bar here", "name a figure of this chart")
        elif name in figures:
            values[place] = figures[name].quantity.value
    if len(values) == 2 and not (values["more"] or 0) > (values["less"] or 0) > 0:
        mend = "name two figures above zero, the larger one in more"
        yield ChartFault(("compare",), f"{chart.compare.more} is not the larger one", mend)
