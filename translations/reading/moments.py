"""A date or a period as a value: the notation of docs/reading.md, and whether two may be the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

# What is known of one point: a Moment's fields by name, `fiscal` being 1 where it is set.
Parts = dict[str, int]

_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_QUARTER, _HALF, _YEAR = 3, 6, 12


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as far as it is told, or from it to `end`, both included; None is not told.

    `decade` is the year without its last digit (199 for the 1990s), `century` without its last two.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    fiscal: bool = False
    end: Moment | None = None

    def __str__(self) -> str:
        """The notation: ``2025-06-30``, ``XXXX-Q3``, ``199X``, ``FY2024``, ``2021/2023``."""
        text = ("FY" if self.fiscal else "") + self._year()
        if self.quarter is not None:
            text = f"{text}-Q{self.quarter}"
        elif self.half is not None:
            text = f"{text}-H{self.half}"
        elif self.day is not None:
            text += f"-{self.month:02d}-{self.day:02d}" if self.month is not None else f"-XX-{self.day:02d}"
        elif self.month is not None:
            text = f"{text}-{self.month:02d}"
        return text if self.end is None else f"{text}/{self.end}"

    def _year(self) -> str:
        if self.year is not None:
            return f"{self.year:04d}"
        if self.decade is not None:
            return f"{self.decade:03d}X"
        return "XXXX" if self.century is None else f"{self.century:02d}XX"


@cache
def _notation() -> re.Pattern[str]:
    return re.compile(
        r"(?P<fiscal>FY)?(?:(?P<year>[0-9]{4})|(?P<decade>[0-9]{3})X|(?P<century>[0-9]{2})XX|XXXX)"
        r"(?:-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?:(?P<month>[0-9]{2})|XX(?=-))(?:-(?P<day>[0-9]{2}))?)?"
    )


@lru_cache(maxsize=4096)
def parse_moment(value: str) -> Moment:
    """Read the notation; ``str()`` of the result is `value` again. Raises `ValueError` for other text."""
    first, stroke, second = value.partition("/")
    start = _parse_point(first, value)
    return make(start, _parse_point(second, value)) if stroke else make(start)


def _parse_point(text: str, value: str) -> Parts:
    match = _notation().fullmatch(text)
    parts = _parts(match) if match else {}
    if match is None or not possible(parts):
        raise ValueError(f"{value[:40]!r} is no date: write it like 2025-06-30, XXXX-Q3 or 2021/2023")
    return parts


def _parts(match: re.Match[str]) -> Parts:
    return {name: 1 if name == "fiscal" else int(part) for name, part in match.groupdict().items() if part}


def make(start: Parts, end: Parts | None = None) -> Moment:
    """The moment of what is known of it, from `start` to `end`."""
    return Moment(
        start.get("year"),
        start.get("month"),
        start.get("day"),
        start.get("quarter"),
        start.get("half"),
        start.get("decade"),
        start.get("century"),
        "fiscal" in start,
        None if end is None else make(end),
    )


def possible(parts: Parts) -> bool:
    """Whether the calendar has it: there is no month 13 and no 31 February."""
    month, day = parts.get("month"), parts.get("day")
    if month is not None and not 1 <= month <= 12:
        return False
    if day is None:
        return True
    if not 1 <= day <= (_MONTH_DAYS[month - 1] if month else 31):
        return False
    return (month, day) != (2, 29) or "year" not in parts or _is_leap(parts["year"])


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def share(start: Parts, end: Parts) -> None:
    """Let the two ends of a period tell each other what is said once: 2025年1月至11月, 12–15 June 2025.

    A period over New Year has its year from the side that says it: November 2024 to March is 2024-11/2025-03.
    """
    if "fiscal" in start or "fiscal" in end:
        start["fiscal"] = end["fiscal"] = 1
    if "day" in end and "month" not in end and "month" in start:
        end["month"] = start["month"]
    if "day" in start and "month" not in start and "month" in end:
        start["month"] = end["month"]
    _share_years(start, end)


def period(start: Parts, end: Parts) -> Moment | None:
    """The period from `start` to `end`, each with what it has from the other; None if the calendar lacks one."""
    share(start, end)
    if not (possible(start) and possible(end)):
        return None
    if "fiscal" in end and start.get("month") == 1 and end.get("month") in _PARTS_BY_MONTHS:
        return _fiscal_part(end)
    return make(start, end)


# The months of a fiscal year have no names; its first three, six and nine months are its parts.
_PARTS_BY_MONTHS = {3: ("quarter", 1), 6: ("half", 1), 9: ("quarter", 3)}


def _fiscal_part(end: Parts) -> Moment:
    name, last = _PARTS_BY_MONTHS[end["month"]]
    year = {field: end[field] for field in ("year", "fiscal") if field in end}
    return make(year | {name: 1}, year | {name: last} if last > 1 else None)


def _share_years(start: Parts, end: Parts) -> None:
    told = [name for name in ("year", "decade", "century") if name in start or name in end]
    if told != ["year"] or ("year" in start and "year" in end):
        return
    wraps = _order(end) < _order(start)
    if "year" in start:
        end["year"] = start["year"] + wraps
    else:
        start["year"] = end["year"] - wraps


def _order(parts: Parts) -> int:
    return parts.get("month") or parts.get("quarter", 0) * _QUARTER or parts.get("half", 0) * _HALF


def full_year(two_digits: int) -> int:
    """The year that business prose means by two digits: 24 is 2024, 98 is 1998."""
    return two_digits + (2000 if two_digits < 70 else 1900)


def compatible(a: Moment, b: Moment) -> bool:
    """Whether both may be the same date: what one side leaves open agrees, as long as they share something.

    A quarter is its three months, a decade its ten years; a fiscal year is the year of its number.
    2025 may be 2025-06; 1995 is not the 1990s; 2025 and XXXX-10 say nothing of each other.
    """
    if a.fiscal and b.fiscal and (_is_double(a) or _is_double(b)):
        return _may_be_one_fiscal_year(a, b)
    if a.fiscal != b.fiscal:
        fiscal, other = (a, b) if a.fiscal else (b, a)
        if (fiscal.quarter or fiscal.half) and (a.quarter, a.half) != (b.quarter, b.half):
            return _fiscal_part_may_be(fiscal, other)
    return _agree(_bounds(a), _bounds(b))


def _agree(a: _Bounds, b: _Bounds) -> bool:
    shared = False
    for mine, yours in zip(a, b, strict=True):
        if mine is not None and yours is not None:
            if mine != yours:
                return False
            shared = True
    return shared


# Year, month and day of the first and of the last day.
_Bounds = tuple[int | None, int | None, int | None, int | None, int | None, int | None]


def _bounds(moment: Moment) -> _Bounds:
    last = moment.end or moment
    first_year, last_year = _years(moment)[0], _years(last)[1]
    first_month, last_month = _months(moment)[0], _months(last)[1]
    first_day, last_day = moment.day, last.day
    if last_month and first_day == 1 and last_day and last_day >= _month_end(last_month):
        first_day = last_day = None
    if (first_month, last_month, first_day) == (1, _YEAR, None) and first_year is not None:
        first_month = last_month = None
    return first_year, first_month, first_day, last_year, last_month, last_day


def _month_end(month: int) -> int:
    return 28 if month == 2 else _MONTH_DAYS[month - 1]


def _years(point: Moment) -> tuple[int | None, int | None]:
    if point.decade is not None:
        return point.decade * 10, point.decade * 10 + 9
    if point.century is not None:
        return point.century * 100, point.century * 100 + 99
    return point.year, point.year


def _months(point: Moment) -> tuple[int | None, int | None]:
    if point.quarter is not None:
        return point.quarter * _QUARTER - 2, point.quarter * _QUARTER
    if point.half is not None:
        return point.half * _HALF - 5, point.half * _HALF
    return point.month, point.month


def _is_double(moment: Moment) -> bool:
    """Fiscal 2024-25, which some call 2024 and others 2025."""
    end = moment.end
    if end is None or moment.year is None or moment.quarter or moment.half:
        return False
    return end.year == moment.year + 1


def _may_be_one_fiscal_year(a: Moment, b: Moment) -> bool:
    if _is_double(a) and _is_double(b):
        return a.year == b.year
    double, single = (a, b) if _is_double(a) else (b, a)
    if single.end is not None or single.year is None or double.year is None:
        return False
    return single.year - double.year in (0, 1)


def _fiscal_part_may_be(fiscal: Moment, other: Moment) -> bool:
    """A fiscal quarter or half against calendar months: any of the same length, about the same year."""
    if other.quarter or other.half:
        return False
    if other.month is None:
        return _agree(_bounds(fiscal), _bounds(other))
    if _length(fiscal) != _length(other):
        return False
    return fiscal.year is None or other.year is None or abs(fiscal.year - other.year) <= 1


def _length(moment: Moment) -> int:
    first, last = _months(moment)[0], _months(moment.end or moment)[1]
    return ((last or _YEAR) - (first or 1)) % _YEAR + 1
