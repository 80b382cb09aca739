"""``duizhao format``: one quantity in its four forms."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from babel import Locale

from api.json_text import legible
from summaries import quantity_to_json
from translations import Quantity, tag_of
from translations.writing import write


def formatted(quantity: Quantity, locale: Locale) -> dict[str, Any]:
    """Return what ``/format`` answers: the quantity, the locale, and the four forms."""
    written = asdict(write(quantity, locale))  # first: it refuses what would take gigabytes to spell out
    return {**quantity_to_json(quantity), "locale": tag_of(locale), "formatted": written}


def format_json(quantity: Quantity, locale: Locale) -> str:
    """Return the answer as JSON."""
    return legible(formatted(quantity, locale))


def format_table(quantity: Quantity, locale: Locale) -> str:
    """Return the four forms, one a line."""
    return "\n".join(f"{name:<6} {text}" for name, text in formatted(quantity, locale)["formatted"].items())
