"""A number with all that belongs to it."""

from __future__ import annotations

from typing import NamedTuple

from translations.reading.model import Number, Sense
from translations.reading.unit_model import Unit


class Amount(NamedTuple):
    """A number with its unit, its sign and its currency; `start` and `end` hold all of them."""

    start: int
    end: int
    number: Number
    unit: Unit
    classifier: str | None = None
    sense: Sense | None = None
    bare: bool = False  # its scale is all that makes it a figure
