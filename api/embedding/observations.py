"""A figure as an ``Observation`` of schema.org: when, of what, how much, with the codes of UN/CEFACT where it has one."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from api.addresses import full_address
from api.embedding.card import DOT, CardFigure
from api.pages.words import unit_label
from summaries import Figure
from translations import CONTENT_LANGUAGES, Kind, LocalizedText, Modifier, PartialText, Quantity, resolve
from translations.writing import Period, Point, Relation

# UN/CEFACT Recommendation 20, common codes (https://unece.org/trade/uncefact/cl-recommendations).
_UNIT_CODES = {
    "percent": "P1",
    "count": "C62",
    "second": "SEC",
    "minute": "MIN",
    "hour": "HUR",
    "day": "DAY",
    "week": "WEE",
    "month": "MON",
    "year": "ANN",
    "watt": "WTT",
    "kilowatt": "KWT",
    "megawatt": "MAW",
    "gigawatt": "A90",
    "kilowatt-hour": "KWH",
    "megawatt-hour": "MWH",
    "gigawatt-hour": "GWH",
    "gram": "GRM",
    "kilogram": "KGM",
    "tonne": "TNE",
    "meter": "MTR",
    "kilometer": "KMT",
    "square-meter": "MTK",
    "square-kilometer": "KMK",
    "hectare": "HAR",
    "liter": "LTR",
    "celsius": "CEL",
}
# What a modifier makes of a number: the least or the most that the value may be.
_BOUNDS = {
    Modifier.OVER: "minValue",
    Modifier.AT_LEAST: "minValue",
    Modifier.LESS_THAN: "maxValue",
    Modifier.WITHIN: "maxValue",
    Modifier.UP_TO: "maxValue",
}
# What a number of JavaScript, as which JSON is read nearly everywhere, holds exactly.
_EXACT_DIGITS = 15


def observation(shown: CardFigure) -> dict[str, Any]:
    """Return a figure; `description` has the modifier in words: schema.org has a bound for "over", and nothing for "about"."""
    figure = shown.figure
    beside = (texts[0].text for texts in (shown.period, shown.said_by) if texts)
    return {
        "@type": "Observation",
        "@id": full_address(shown.href) + "#observation",
        "description": DOT.join((shown.numbers[0].text, *beside)),
        "measuredProperty": {"@type": "Property", "name": in_languages(figure.measures)},
        **_when(figure.period),
        "value": _value(figure, shown.numbers[0].lang),
    }


def in_languages(text: LocalizedText | PartialText | Mapping[str, str]) -> list[dict[str, str]]:
    """Return `text` in every language that it has, as JSON-LD's strings with a language."""
    found = dict(text.items())
    ordered = (language for language in CONTENT_LANGUAGES if language in found)
    return [in_language(language, found[language]) for language in ordered]


def in_language(language: str, text: str) -> dict[str, str]:
    """Return `text` as a string of JSON-LD that says its `language`."""
    return {"@language": language, "@value": text}


def number(value: Decimal) -> int | float | str:
    """Return `value` as JSON has it: a number, but as text what no reader's number would hold exactly."""
    if len(value.normalize().as_tuple().digits) > _EXACT_DIGITS:
        return f"{value:f}"
    return int(value) if value == value.to_integral_value() else float(value)


def _value(figure: Figure, lang: str) -> dict[str, Any]:
    quantity = figure.quantity
    amounts = _amounts(quantity)
    if quantity.kind is Kind.MONEY and quantity.per is None:
        return {"@type": "MonetaryAmount", "currency": quantity.unit, **amounts}
    return {"@type": "QuantitativeValue", **amounts, **_unit(quantity, lang)}


def _amounts(quantity: Quantity) -> dict[str, Any]:
    name = _BOUNDS.get(quantity.modifier, "value") if quantity.modifier else "value"
    named = ((name, quantity.value), ("minValue", quantity.low), ("maxValue", quantity.high))
    return {name: number(value) for name, value in named if value is not None}


def _unit(quantity: Quantity, lang: str) -> dict[str, str]:
    if quantity.per is not None:
        return {"unitText": f"{quantity.unit} / {quantity.per.value:f} {quantity.per.unit}"}
    if code := _UNIT_CODES.get(quantity.unit):
        return {"unitCode": code}
    return {"unitText": unit_label(quantity.unit, resolve(lang).formatting)}


def _when(period: Period | None) -> dict[str, str]:
    """Return date and length of a period of the calendar: when a fiscal year begins is not said, "since" has no end."""
    if period is None or period.start.fiscal or period.relation is Relation.SINCE:
        return {}
    when = {"observationDate": _iso(period.start)}
    length = _length(period) if period.relation is Relation.AT else ""
    return {**when, "observationPeriod": length} if length else when


def _iso(point: Point) -> str:
    """The beginning of `point`, no more precise than it is."""
    first = point.first_day().isoformat()
    if point.day:
        return first
    return first[: len("2025-06")] if point.month or point.quarter or point.half else first[: len("2025")]


def _length(period: Period) -> str:
    """How long `period` is, in the form of ISO 8601; nothing for a day, which is a moment."""
    start, end = period.start, period.end or period.start
    if start.day or end.day:
        days = (end.first_day() - start.first_day()).days + 1
        return f"P{days}D" if start.day and end.day and days > 1 else ""
    first, last = start.first_day(), end.first_day()
    months = (last.year - first.year) * 12 + last.month - first.month + _months(end)
    return f"P{months}M" if months % 12 else f"P{months // 12}Y"


def _months(point: Point) -> int:
    return 1 if point.month else 3 if point.quarter else 6 if point.half else 12
