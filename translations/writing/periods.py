"""A point or a stretch of time as the content files write it: docs/content.md, "A period is…"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_NOTATION = (
    "2025, 2025-06, 2025-06-30, 2025-Q3, 2025-H1, FY2022, FY2024-Q3,"
    " 2021/2023, <=2025-06-30, >=2005-08, ~2030"
)
_POINT = re.compile(
    r"(?P<fiscal>FY)?(?P<year>\d{4})"
    r"(?:-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?",
    re.ASCII,
)


class Relation(StrEnum):
    """How a figure stands to its point in time; the values are the notation."""

    AT = ""
    AS_OF = "<="
    SINCE = ">="
    BY = "~"


@dataclass(frozen=True, slots=True)
class Point:
    """A year, calendar or fiscal, or a quarter, half, month or day of it."""

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    fiscal: bool = False

    def __str__(self) -> str:
        parts = [f"{'FY' if self.fiscal else ''}{self.year:04d}"]
        parts += [f"Q{self.quarter}"] if self.quarter else []
        parts += [f"H{self.half}"] if self.half else []
        parts += [f"{number:02d}" for number in (self.month, self.day) if number]
        return "-".join(parts)

    def first_day(self) -> date:
        """The first day, taking a fiscal year for a calendar year; for ordering and for CLDR's patterns."""
        month = self.month or ((self.quarter or 1) - 1) * 3 + ((self.half or 1) - 1) * 6 + 1
        return date(self.year, month, self.day or 1)


@dataclass(frozen=True, slots=True)
class Period:
    """One point, or from `start` to `end`, both included; `relation` is AT for a stretch."""

    start: Point
    end: Point | None = None
    relation: Relation = Relation.AT

    def __str__(self) -> str:
        return f"{self.relation}{self.start}" + (f"/{self.end}" if self.end else "")


def parse_period(text: str) -> Period:
    """Read the notation; ``str()`` of the result is `text` again. Raises `ValueError` with the mend."""
    for relation in (Relation.AS_OF, Relation.SINCE, Relation.BY):
        if text.startswith(relation):
            return Period(_point(text.removeprefix(relation), text), relation=relation)
    first, stroke, second = text.partition("/")
    if not stroke:
        return Period(_point(text, text))
    start, end = _point(first, text), _point(second, text)
    if start.fiscal != end.fiscal:
        raise ValueError(f"period {text!r} goes from a calendar year to a fiscal year")
    if start.first_day() >= end.first_day():
        raise ValueError(f"period {text!r} ends before it begins")
    return Period(start, end)


def _point(part: str, text: str) -> Point:
    match = _POINT.fullmatch(part)
    if match is None:
        raise ValueError(f"{text[:40]!r} is no period: write it like one of {_NOTATION}")
    numbers = {name: int(found) for name, found in match.groupdict().items() if found and name != "fiscal"}
    point = Point(**numbers, fiscal=match["fiscal"] is not None)
    if point.fiscal and point.month is not None:
        raise ValueError(
            f"period {text!r} has a month in a fiscal year; only quarters and halves have a place there"
        )
    try:
        point.first_day()
    except ValueError as error:
        raise ValueError(f"period {text!r} has no such day or month: {error}") from None
    return point
