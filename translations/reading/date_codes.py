"""Dates that Chinese and English texts write alike: 2025-06-30, 30/06/2025, Q3 2025, 25Q3, 3Q25, 1H25, FY2024."""

from __future__ import annotations

import re
from functools import cache

from translations.reading.moments import Parts

DASH = r"\ ?+[-–—−~]\ ?+"
# The commonest of what is counted and measured: no year before it, and no day of the month.
NOT_COUNTED = (
    r"(?!\ ?+(?:[%‰°人家个座台辆项件元亿万千百倍吨克米瓦天只次名套]|(?:per\ ?cent|pct|[mbt]n|[mb]illion|trillion"
    r"|thousand|hundred|basis|people|workers|employees|jobs|companies|firms|stores|shops|units|cars|vehicles|homes"
    r"|points|shares|dollars|yuan|yen|euros|pounds|tonne?s|[kMGT]Wh?|kg|km|miles|days|weeks|months|hours|minutes"
    r"|times|new|more|other|additional)(?![A-Za-z])))"
)

_END = r"(?![0-9A-Za-z])"
_YEAR = r"(?:19|20)[0-9]{2}"
_MONTH = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
_ISO = (
    rf"(?:1[5-9]|20|21)[0-9]{{2}}(?:-{_MONTH}-{_DAY}|/{_MONTH}/{_DAY}|\.{_MONTH}\.{_DAY}|-(?:0[1-9]|1[0-2])(?!-))"
    r"(?![0-9A-SU-Za-z])"
)
_YEAR_LAST = (
    rf"(?:{_MONTH}/{_DAY}/|{_DAY}(?:/{_MONTH}/|\.{_MONTH}\.|-{_MONTH}-)|(?:0[1-9]|1[0-2])/)20[0-9]{{2}}{_END}"
)
_PART = r"(?:Q[1-4]|H[12]|[1-4]Q|[12]H)"
_FISCAL_YEAR = r"FY\ ?['’]?(?:20)?[0-9]{2}(?:[-–/](?:FY)?(?:20)?[0-9]{2}(?![0-9]))?"
_YEAR_OF_PART = rf"(?:\ ?{_FISCAL_YEAR}|(?:\ of)?\ ?20[0-9]{{2}}|['’][0-9]{{2}})"
_PART_FIRST = (
    rf"(?:(?:Q[1-4]|H[12])(?:{DASH}[QH][1-4])?{_YEAR_OF_PART}?"
    rf"|(?:[1-4]Q|[12]H)(?:[0-9]{{2}}(?![0-9])|{_YEAR_OF_PART})?|[69]M\ ?(?:20)?[0-9]{{2}})"
    rf"(?![0-9A-Za-z财財])(?<!奥迪Q3)(?<!奧迪Q3)(?<!Audi\ Q3)"
)
_YEAR_FIRST = rf"(?:20[0-9]{{2}}[\ -]?|[0-9]{{2}}){_PART}(?:{DASH}(?:(?:20)?[0-9]{{2}}[\ -]?)?{_PART})?{_END}"
_FISCAL_FIRST = rf"{_FISCAL_YEAR}(?:[\ -]?{_PART})?(?:{DASH}{_FISCAL_YEAR}(?:[\ -]?{_PART})?)?{_END}"
_YEARS = rf"{_YEAR}(?:{DASH}|/)(?:{_YEAR}|(?!00)[0-9]{{2}}){_END}(?![-/.,][0-9]){NOT_COUNTED}"

# Those that begin with a digit and those that begin with a letter.
DIGIT_CODES = rf"(?:{_ISO}|{_YEAR_FIRST}|{_YEARS}|{_PART_FIRST}|{_YEAR_LAST})"
LETTER_CODES = rf"(?:{_PART_FIRST}|{_FISCAL_FIRST})"


@cache
def _year_first() -> re.Pattern[str]:
    return re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?")


@cache
def _year_last() -> re.Pattern[str]:
    return re.compile(r"(?:([0-9]{1,2})([-/.]))?([0-9]{1,2})[-/.]([0-9]{4})")


def numeric_date(text: str) -> Parts | None:
    """2025-06-30, 2025.6.30, 2025-06, 30/06/2025, 06/30/2025; of 10/12/2025 the year alone is sure."""
    if match := _year_first().fullmatch(text):
        year, month, day = match.groups()
        return _year_and_month(int(year), int(month)) if day is None else _date(year, month, day)
    if match := _year_last().fullmatch(text):
        first, mark, second, year = match.groups()
        if first is None:
            return {"year": int(year), "month": int(second)}
        return _in_order_of_habit(int(first), mark, int(second), int(year))
    return None


def _date(year: str, month: str, day: str) -> Parts:
    return {"year": int(year), "month": int(month), "day": int(day)}


def _year_and_month(year: int, month: int) -> Parts | None:
    """2025-06 is a month, 2011-12 two years."""
    return None if month > year % 100 else {"year": year, "month": month}


def _in_order_of_habit(first: int, mark: str, second: int, year: int) -> Parts:
    """Points have the day first wherever they are written; strokes and hyphens come in both orders."""
    if mark == "." or first > 12 or first == second:
        return {"year": year, "month": second, "day": first}
    if second > 12:
        return {"year": year, "month": first, "day": second}
    return {"year": year}
