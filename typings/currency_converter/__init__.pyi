from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import NamedTuple

CURRENCY_FILE: str

class Bounds(NamedTuple):
    first_date: date
    last_date: date

class CurrencyConverter:
    bounds: dict[str, Bounds]
    currencies: set[str]

    def __init__(self, currency_file: str | None = ..., *, decimal: bool = ...) -> None: ...
    def load_lines(self, lines: Iterable[str]) -> None: ...
    def convert(self, amount: Decimal, currency: str, new_currency: str, date: date | None = ...) -> Decimal: ...
