"""Where the bars of a chart go, and how its axis ends."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.drawing.axis import axis_of
from api.drawing.plot import Amount, Label, Plot, plot
from translations import Kind

VALUES = st.lists(
    st.decimals(0, 10**15, places=2, allow_nan=False, allow_infinity=False), min_size=2, max_size=8
).filter(any)


def plotted(kind: Kind, values: list[Decimal], number: str = "1") -> Plot:
    amounts = [Amount(value, (Label("en", "Japan", number),), highlight=False) for value in values]
    return plot("p", "en", "", "", amounts, axis_of(kind, values), ("0", "1", "2"))


def widths(drawn: Plot) -> list[Decimal]:
    return [Decimal(bar.width.removesuffix("%")) for bar in drawn.bars]


@given(st.sampled_from((Kind.PERCENT, Kind.MONEY)), VALUES)
def test_bars_are_as_long_as_their_values_are_large(kind: Kind, values: list[Decimal]) -> None:
    largest = max(values)
    drawn = widths(plotted(kind, values))
    for value, width in zip(values, drawn, strict=True):
        assert abs(width - max(drawn) * value / largest) <= Decimal("0.0002")
    assert max(drawn) <= 100


@given(VALUES)
def test_the_longest_bar_takes_half_of_the_room_or_more(values: list[Decimal]) -> None:
    assert max(widths(plotted(Kind.MONEY, values))) >= 50


@pytest.mark.parametrize(
    ("kind", "highest", "top"),
    [
        (Kind.PERCENT, "26.7", "100"),
        (Kind.PERCENT, "100", "100"),
        (Kind.PERCENT, "120", "200"),
        (Kind.MONEY, "67.2e9", "80e9"),
        (Kind.MULTIPLE, "80", "80"),
        (Kind.COUNT, "0.07", "0.08"),
        (Kind.COUNT, "9.5", "10"),
    ],
)
def test_an_axis_ends_at_a_round_number(kind: Kind, highest: str, top: str) -> None:
    axis = axis_of(kind, [Decimal(0), Decimal(highest)])
    assert axis.ticks == (0, Decimal(top) / 2, Decimal(top))


def test_nothing_overlaps() -> None:
    drawn = plotted(Kind.MONEY, [Decimal(1), Decimal(2), Decimal(3)])
    y = Decimal(0)
    for bar in drawn.bars:
        (line,) = bar.lines
        assert y < line.y < bar.y
        y = bar.y + drawn.thickness
    assert y < drawn.floor < drawn.ticks_y < drawn.height


def test_a_number_that_does_not_fit_beside_its_label_stands_below_it() -> None:
    drawn = plotted(Kind.MONEY, [Decimal(1), Decimal(2)], "about 67.2 thousand million US dollars")
    for bar in drawn.bars:
        assert [(line.name, line.number) for line in bar.lines] == [
            ("Japan", ""),
            ("", "about 67.2 thousand million US dollars"),
        ]
        assert bar.lines[0].y < bar.lines[1].y < bar.y
