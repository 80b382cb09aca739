"""What a text says, as the API and the command line send it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from api.offsets import Offsets
from summaries import quantity_to_json
from translations.quantity import Quantity
from translations.reading import DateMention, Mention, Reading

_Count = Callable[[int], int]


def reading_json(text: str, reading: Reading, offsets: Offsets = Offsets.CODE_POINTS) -> dict[str, Any]:
    """Return the figures and dates that were read in `text`."""
    count = offsets.counter(text)
    return {
        "figures": [_place(figure, count) | _figure(figure) for figure in reading.figures],
        "dates": [_place(date, count) | {"value": date.value} for date in reading.dates],
    }


def _place(mention: Mention | DateMention, count: _Count) -> dict[str, Any]:
    return {"start": count(mention.start), "end": count(mention.end), "text": mention.text}


def _figure(mention: Mention) -> dict[str, Any]:
    fields = quantity_to_json(_in_full(mention.quantity))
    if mention.classifier is not None:
        fields["classifier"] = mention.classifier
    if mention.alternatives:
        fields["alternatives"] = list(mention.alternatives)
    if mention.sense is not None:
        fields["sense"] = mention.sense.value
    return fields


def _in_full(quantity: Quantity) -> Quantity:
    """Every digit written: whoever reads a text asks for the amount, not for how exactly it was given."""
    value, low, high = map(_written_out, (quantity.value, quantity.low, quantity.high))
    return replace(quantity, value=value, low=low, high=high)


def _written_out(number: Decimal | None) -> Decimal | None:
    return None if number is None else Decimal(f"{number:f}")
