"""The European Central Bank's rates, as the package carries them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from api.reference_rates import ReferenceRates


@pytest.fixture(scope="module")
def rates() -> ReferenceRates:
    return ReferenceRates()


@pytest.mark.parametrize(
    ("asked", "found", "dollar", "yuan"),
    [
        (date(2025, 9, 30), date(2025, 9, 30), "1.1741", "8.3591"),
        (date(2022, 12, 31), date(2022, 12, 30), "1.0666", "7.3582"),  # a Saturday
        (date(2025, 12, 28), date(2025, 12, 24), "1.1787", "8.2679"),  # after Christmas
    ],
)
def test_a_day_without_rates_has_those_of_the_nearest_day_before(
    rates: ReferenceRates, asked: date, found: date, dollar: str, yuan: str
) -> None:
    day = rates.on(asked)
    assert day is not None
    assert (day.day, day.per_euro["EUR"]) == (found, Decimal(1))
    assert (str(day.per_euro["USD"]), str(day.per_euro["CNY"])) == (dollar, yuan)


@pytest.mark.parametrize("asked", [date(1998, 12, 31), date(1999, 1, 3), date(2999, 1, 1)])
def test_there_are_none_before_the_first_day_nor_long_after_the_last(
    rates: ReferenceRates, asked: date
) -> None:
    assert rates.on(asked) is None


def test_a_currency_may_have_had_rates_once_or_never(rates: ReferenceRates) -> None:
    assert {"EUR", "USD", "RUB", "HRK"} <= rates.ever()
    assert "TWD" not in rates.ever()
    assert "RUB" not in rates.last().per_euro
    long_ago = rates.on(date(2021, 6, 1))
    assert long_ago is not None
    assert "RUB" in long_ago.per_euro
