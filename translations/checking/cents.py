"""15 cents of no named currency: of the one that the rest of its text, or the other side, counts in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translations.checking.amounts import Figure, figure_of
from translations.quantity import Kind

# Whose hundredth part is called a cent in English; ISO 4217.
_WITH_CENTS = frozenset(
    {"AUD", "BND", "CAD", "EUR", "FJD", "HKD", "JMD", "KES", "LKR", "MYR", "NZD", "SGD", "TWD", "USD", "ZAR"}
)
_CENTS = re.compile(r"[a-z0-9] ?(?:cents?|¢)\Z", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:US|euro|Hong Kong|Singapore|Australian|Canadian|American)\b", re.IGNORECASE)


def settle_cents(figures: list[Figure], others: Sequence[Figure]) -> list[Figure]:
    """`figures` with plain cents in the currency of their text's first amount, else of the same in `others`."""
    if not any(_plain_cents(figure) for figure in figures):
        return figures
    whole = [figure.amount.dimension for figure in figures if _money(figure) and not _plain_cents(figure)]
    amounts = {other.amount.low: other.amount.dimension for other in others if _money(other)}
    settled = []
    for figure in figures:
        currency = whole[0] if whole else amounts.get(figure.amount.low)
        settled.append(_in(currency, figure) if currency and _plain_cents(figure) else figure)
    return settled


def _money(figure: Figure) -> bool:
    return figure.kind is Kind.MONEY and figure.amount.dimension in _WITH_CENTS


def _plain_cents(figure: Figure) -> bool:
    text = figure.mention.text
    return figure.kind is Kind.MONEY and _CENTS.search(text) is not None and _NAMED.search(text) is None


def _in(currency: str, figure: Figure) -> Figure:
    quantity = replace(figure.mention.quantity, unit=currency)
    return figure_of(replace(figure.mention, quantity=quantity), figure.text)
