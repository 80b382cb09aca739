"""Dates and periods: the patterns, their values, and what stands beside them and is none (times of day).

The value has the notation of docs/reading.md, "A date"; `Moment` is it in parts.
"""

from __future__ import annotations

from functools import lru_cache

from translations.reading.bare_years import is_year
from translations.reading.chinese_date_values import chinese_date
from translations.reading.chinese_dates import CHINESE_DATE
from translations.reading.english_date_values import english_date
from translations.reading.english_dates import ENGLISH_DATE
from translations.reading.moments import Moment, compatible, parse_moment

__all__ = [
    "CHINESE_DATE",
    "ENGLISH_DATE",
    "TIMES",
    "Moment",
    "compatible",
    "date_value",
    "is_year",
    "parse_moment",
]

_CLOCK = r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?(?![0-9:])"
_HALF_DAY = r"\ ?(?:[ap]m|[ap]\.m\.?|[AP]M|[AP]\.M\.?)(?![A-Za-z])"
_ENGLISH_TIME = (
    rf"{_CLOCK}(?:{_HALF_DAY})?"
    rf"|(?:1[0-2]|0?[1-9])(?:\.[0-5][0-9])?(?:{_HALF_DAY}|\ ?[Oo]['’]clock(?![A-Za-z]))"
)
_HOUR = r"(?:2[0-4]|[01]?[0-9]|二十[一二三四]?|十[一二三四五六七八九]?|[一两二三四五六七八九])"
_MINUTE = r"(?:[0-5]?[0-9]|[二三四五]?十[一二三四五六七八九]?|[零〇]?[一二三四五六七八九])"
_BEHIND_PART_OF_DAY = (
    r"(?:(?<=[上下中]午|凌晨|清晨|早[上晨间]|晚[上间]|傍晚|[半深]夜|夜[里间]|午[后夜])"
    r"|(?<=[上下中]午\ |凌晨\ |清晨\ |早[上晨间]\ |晚[上间]\ |傍晚\ |[半深]夜\ |夜[里间]\ |午[后夜]\ )|(?<=[早晚]))"
)
# 9时, but 20时代; 9点 only behind a part of the day, or with minutes or 钟, as 涨30点 counts points.
_CHINESE_TIME = (
    rf"{_BEHIND_PART_OF_DAY}{_HOUR}\ ?[点點时時](?:半|整|[钟鐘]|[一三]刻|[0-5][0-9](?![0-9.,%万亿])|\ ?{_MINUTE}\ ?分)?"
    rf"|{_HOUR}\ ?[点點](?:半(?![导導])|整|[钟鐘]|[一三]刻|\ ?{_MINUTE}\ ?分(?![之点點]))"
    rf"|{_HOUR}\ ?[时時](?:\ ?{_MINUTE}\ ?分|[半许許整]|(?![期代段间間尚候区區速长長刻装裝髦隔不]))"
    r"|(?:12|24)\ ?小[时時]制"
)

# Times of day, to be skipped: 14:30, T14:30:00Z, 6 p.m., 上午9点半 (from 9 on), 9时30分.
TIMES = (
    rf"(?:(?=[0-9])(?<![0-9])(?<![0-9][.,:])(?:{_ENGLISH_TIME}|{_CHINESE_TIME})"
    rf"|(?=[一两二三四五六七八九十])(?<![一二三四五六七八九十百零点點])(?:{_CHINESE_TIME})"
    rf"|T{_CLOCK}Z?)"
)


@lru_cache(maxsize=4096)
def date_value(text: str) -> str | None:
    """The value of a match of `CHINESE_DATE` or `ENGLISH_DATE`, or of the digits that `is_year` took.

    None where the calendar has no such date (2月31日): then it is neither a date nor a figure.
    """
    moment = chinese_date(text) if _has_han(text) else english_date(text)
    return None if moment is None else str(moment)


def _has_han(text: str) -> bool:
    return max(text) >= "〇"
