"""What a chart shows and says, in the locales of its readers: the figures of `summaries` made ready to be drawn."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal

from babel.lists import format_list

from api.drawing.axis import axis_of
from api.drawing.plot import Amount, Label, Plot, plot
from summaries import Chart, Figure, write_figure, write_figure_period
from translations import N_, Kind, catalog, resolve
from translations.writing import Width, writer

Figures = Mapping[str, Figure]  # by id

_COMPARISON = N_("{more}: about {times} {less}")
_TO_TWO_DIGITS = Context(prec=2)


def drawn(chart: Chart, figures: Figures) -> tuple[Figure, ...]:
    """Return the figures of `chart`, in the order of its bars."""
    return tuple(figures[bar.figure] for bar in chart.bars)


def chart_plot(chart: Chart, figures: Figures, languages: tuple[str, ...]) -> Plot:
    """Return `chart` with its labels in each of `languages`, everything else in the first."""
    shown = drawn(chart, figures)
    primary, quantity = languages[0], shown[0].quantity
    axis = axis_of(quantity.kind, map(value_of, shown))
    locale = resolve(primary).formatting
    mark = writer(locale, quantity.kind, quantity.unit, Width.SHORT)
    amounts = [
        Amount(
            value_of(figure), tuple(_label(bar.label[tag], figure, tag) for tag in languages), bar.highlight
        )
        for bar, figure in zip(chart.bars, shown, strict=True)
    ]
    first = [amount.labels[0] for amount in amounts]
    return plot(
        id_=f"plot-{chart.id}",
        lang=primary,
        title=chart.title[primary],
        description=format_list([f"{label.name} {label.number}" for label in first], locale=locale),
        amounts=amounts,
        axis=axis,
        ticks=map(mark, axis.ticks),
    )


def comparison(chart: Chart, figures: Figures, language: str) -> str | None:
    """Return how the two figures that `chart` compares stand to each other, to two digits."""
    if chart.compare is None:
        return None
    labels = {bar.figure: bar.label[language] for bar in chart.bars}
    more, less = chart.compare.more, chart.compare.less
    times = _TO_TWO_DIGITS.divide(value_of(figures[more]), value_of(figures[less]))
    write = writer(resolve(language).formatting, Kind.MULTIPLE, "times", Width.LONG)
    told = str(catalog(language).gettext(_COMPARISON))
    return told.format(more=labels[more], times=write(times), less=labels[less])


def shared_period(chart: Chart, figures: Figures, language: str) -> str | None:
    """Return the period of every figure of `chart`, None where they are of several or of none."""
    first, *others = drawn(chart, figures)
    if any(other.period != first.period for other in others):
        return None
    return write_figure_period(first, resolve(language).formatting)


def speakers(chart: Chart, figures: Figures) -> tuple[str, ...]:
    """Return the ids of the concepts that state the figures of `chart`, each once."""
    return tuple(dict.fromkeys(figure.said_by for figure in drawn(chart, figures) if figure.said_by))


def value_of(figure: Figure) -> Decimal:
    """Return the value of a figure in a chart, where authoring refuses ranges."""
    value = figure.quantity.value
    if value is None:
        raise ValueError(f"{figure.id} has no one value")
    return value


def _label(name: str, figure: Figure, language: str) -> Label:
    return Label(language, name, write_figure(figure, resolve(language).formatting).text)
