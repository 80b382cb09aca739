"""320m that is no length: where the other side measures none, it is millions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from translations.checking.amounts import Figure, figure_of
from translations.quantity import Kind

_ENDS_IN_M = re.compile("[0-9]m\\Z")
_MILLION = Decimal(1_000_000)


def settle_millions(figures: list[Figure], others: Sequence[Figure]) -> list[Figure]:
    """`figures` with 90m as ninety million, of the money before it if there is any, unless `others` have a length."""
    if not any(_in_metres(figure) for figure in figures):
        return figures
    if any(other.amount.dimension == "length" for other in others):
        return figures
    settled: list[Figure] = []
    for figure in figures:
        settled.append(_millions(figure, settled) if _in_metres(figure) else figure)
    return settled


def _in_metres(figure: Figure) -> bool:
    quantity = figure.mention.quantity
    return (
        quantity.unit == "meter"
        and quantity.value is not None
        and bool(_ENDS_IN_M.search(figure.mention.text))
    )


def _millions(figure: Figure, before: Sequence[Figure]) -> Figure:
    mention = figure.mention
    unit = next((one.mention.quantity.unit for one in reversed(before) if one.kind is Kind.MONEY), None)
    quantity = replace(
        mention.quantity,
        kind=Kind.MONEY if unit else Kind.COUNT,
        unit=unit or "count",
        value=(mention.quantity.value or Decimal(0)) * _MILLION,
    )
    return figure_of(replace(mention, quantity=quantity, quantum=mention.quantum * _MILLION), figure.text)
