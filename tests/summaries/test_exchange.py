"""Amounts in another currency: whose rate, of which day, how many digits, and what is said where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summaries import Figure
from summaries.exchange import (
    Absence,
    ArticlePair,
    ArticleRate,
    Converted,
    DayRates,
    Exchange,
    NoRate,
    ReferenceRate,
    last_day,
    significant_digits,
)
from translations import Kind, LocalizedText, Modifier, Quantity
from translations.writing import parse_period

DECEMBER = parse_period("2025-12")
TODAY = {"EUR": "1", "USD": "1.175", "JPY": "184.09", "CNY": "8.2262"}


class Rates:
    """The same rates on every day, and what was asked for."""

    def __init__(self, per_euro: Mapping[str, str] | None = None) -> None:
        self._rates = {code: Decimal(rate) for code, rate in (per_euro or TODAY).items()}
        self.asked: list[date] = []

    def on(self, day: date) -> DayRates | None:
        self.asked.append(day)
        return DayRates(day, self._rates) if day.year > 1998 else None

    def ever(self) -> frozenset[str]:
        return frozenset((*self._rates, "RUB"))


def a_figure(id_: str, quantity: Quantity, **more: object) -> Figure:
    text = LocalizedText("…", "…", "…")
    return Figure(id_, "article", "s1", "…", quantity, text, **more)  # type: ignore[arg-type]


def money(value: str, unit: str = "USD") -> Quantity:
    return Quantity(Kind.MONEY, unit, Decimal(value))


def convert(figure: Figure, currency: str, *others: Figure, rates: Rates | None = None) -> object:
    figures = {one.id: one for one in (figure, *others)}
    return Exchange(figures, DECEMBER, rates or Rates()).convert(figure, currency)


LOSS = a_figure("loss", money("5.3e12", "JPY"), equals=("loss-usd",))
LOSS_USD = a_figure("loss-usd", money("397.7e8"), equals=("loss",))
QUOTED = a_figure(
    "rate", Quantity(Kind.RATE, "CNY", Decimal("4.5"), per=Quantity(Kind.MONEY, "JPY", Decimal(100)))
)


def test_the_articles_own_amount_comes_first_as_it_stands() -> None:
    found = convert(LOSS, "USD", LOSS_USD, QUOTED)
    assert found == Converted(money("397.7e8"), ArticlePair("loss-usd"))


def test_the_articles_own_rate_serves_in_both_directions() -> None:
    in_yuan = convert(LOSS, "CNY", LOSS_USD, QUOTED)
    assert in_yuan == Converted(
        Quantity(Kind.MONEY, "CNY", Decimal("2.4e11"), modifier=Modifier.ABOUT),
        ArticleRate("rate", QUOTED.quantity, None),
    )
    in_yen = convert(a_figure("yuan", money("9e9", "CNY")), "JPY", QUOTED)
    assert isinstance(in_yen, Converted)
    assert in_yen.quantity.value == Decimal("2.0e11")
    assert str(in_yen.quantity.value) == "2.0E+11"  # two digits, the zero among them


def test_otherwise_there_are_reference_rates_crossed_through_the_euro() -> None:
    found = convert(a_figure("pledge", money("67.2e9")), "CNY")
    yuan = Quantity(Kind.MONEY, "CNY", Decimal("4.70e11"), modifier=Modifier.ABOUT)
    rate = Quantity(
        Kind.RATE, "CNY", Decimal("7.001"), per=Quantity(Kind.MONEY, "USD", Decimal(1))
    )  # 8.2262 / 1.175
    assert found == Converted(yuan, ReferenceRate(rate, date(2025, 12, 31)))


def test_a_rate_is_quoted_from_the_dearer_currency() -> None:
    found = convert(a_figure("loss", money("5.3e12", "JPY")), "USD")
    assert isinstance(found, Converted)
    assert isinstance(found.basis, ReferenceRate)
    assert (found.basis.rate.unit, str(found.basis.rate.value)) == ("JPY", "156.7")


def test_both_ends_of_a_range_are_converted() -> None:
    between = Quantity(Kind.MONEY, "USD", low=Decimal("1e9"), high=Decimal("2.5e9"))
    found = convert(a_figure("range", between), "EUR")
    assert isinstance(found, Converted)
    assert (str(found.quantity.low), str(found.quantity.high)) == ("8.5E+8", "2.1E+9")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (None, date(2025, 12, 31)),
        ("2024-05", date(2024, 5, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2025-Q3", date(2025, 9, 30)),
        ("2025-H1", date(2025, 6, 30)),
        ("2023", date(2023, 12, 31)),
        ("FY2022", date(2022, 12, 31)),
        ("<=2025-09-30", date(2025, 9, 30)),
        ("2025-01/2025-11", date(2025, 11, 30)),
        ("~2030", date(2025, 12, 31)),
        (">=2005-08", date(2025, 12, 31)),
    ],
)
def test_the_day_is_the_last_of_the_period_and_none_after_the_publication(
    period: str | None, expected: date
) -> None:
    rates = Rates()
    convert(a_figure("amount", money("1e9"), period=period and parse_period(period)), "CNY", rates=rates)
    assert rates.asked == [expected]


@pytest.mark.parametrize(
    ("currency", "period", "expected"),
    [
        ("TWD", None, NoRate("TWD", date(2025, 12, 31), Absence.NEVER)),
        ("RUB", None, NoRate("RUB", date(2025, 12, 31), Absence.THAT_DAY)),
        ("CNY", "1997", NoRate("CNY", date(1997, 12, 31), Absence.NO_DAY)),
    ],
)
def test_a_missing_rate_is_no_amount(currency: str, period: str | None, expected: NoRate) -> None:
    figure = a_figure("amount", money("1e9"), period=period and parse_period(period))
    assert convert(figure, currency) == expected


def test_what_is_no_money_or_in_that_currency_already_is_not_converted() -> None:
    percent = a_figure("share", Quantity(Kind.PERCENT, "percent", Decimal(81)))
    assert convert(percent, "CNY") is None
    assert convert(a_figure("yuan", money("9e9", "CNY")), "CNY") is None
    assert convert(QUOTED, "USD") is None


@given(
    digits=st.integers(1, 10**6),
    power=st.integers(0, 14),
    unit=st.sampled_from(sorted(TODAY)),
    currency=st.sampled_from(sorted(TODAY)),
)
def test_two_to_four_digits_are_kept_and_they_are_the_nearest(
    digits: int, power: int, unit: str, currency: str
) -> None:
    given_ = money(f"{digits}e{power}", unit)
    found = convert(a_figure("any", given_), currency)
    if unit == currency:
        assert found is None
        return
    assert isinstance(found, Converted)
    value = found.quantity.value
    assert value is not None
    assert given_.value is not None
    kept = len(value.as_tuple().digits)
    assert kept == min(max(significant_digits(given_.value), 2), 4)
    exact = Fraction(given_.value) * Fraction(TODAY[currency]) / Fraction(TODAY[unit])
    assert abs(Fraction(value) - exact) <= Fraction(1, 2) * Fraction(10) ** int(value.as_tuple().exponent)
    assert found.quantity.modifier is Modifier.ABOUT


def test_the_last_day_of_a_period_is_within_it() -> None:
    assert last_day(parse_period("2024-Q4")) == date(2024, 12, 31)
    assert last_day(parse_period("2021/2023")) == date(2023, 12, 31)
