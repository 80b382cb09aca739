"""Periods in words: as of 30 June 2025, 截至2025年6月30日, fiscal 2022, 2022财年."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from babel import Locale, dates

from translations.writing import cldr, ranges
from translations.writing.languages import content_language
from translations.writing.periods import Period, Point, Relation

_RELATIONS: dict[str, dict[Relation, str]] = {
    "en": {Relation.AS_OF: "as of {0}", Relation.SINCE: "since {0}", Relation.BY: "by {0}"},
    "zh-Hans": {Relation.AS_OF: "截至{0}", Relation.SINCE: "自{0}以来", Relation.BY: "到{0}"},
    "zh-Hant": {Relation.AS_OF: "截至{0}", Relation.SINCE: "自{0}以來", Relation.BY: "到{0}"},
}
# A date alone says when a figure held; the other two are bounds and take the signs of modifiers.
_SIGNS = {Relation.AS_OF: "{0}", Relation.SINCE: "≥ {0}", Relation.BY: "≤ {0}"}
_ORDINALS = ("first", "second", "third", "fourth")
_HAN = "一二三四"


def write_period(period: Period, locale: Locale, *, bare: bool = False) -> str:
    """`period` in `locale`; `bare` leaves out "as of", "since" and "by"."""
    language = content_language(locale)
    write = _writer(locale, language)
    if period.end is not None:
        return _span(period.start, period.end, write, locale, language)
    text = write(period.start)
    if bare or period.relation is Relation.AT:
        return text
    return (_RELATIONS[language] if language else _SIGNS)[period.relation].replace("{0}", text)


def _writer(locale: Locale, language: str | None) -> Callable[[Point], str]:
    if language == "en":
        return lambda point: _english(point, locale)
    if language:
        return lambda point: _chinese(point, traditional=language == "zh-Hant")
    return lambda point: _by_cldr(point, locale)


def _english(point: Point, locale: Locale) -> str:
    year = f"fiscal {point.year}" if point.fiscal else str(point.year)
    if point.quarter:
        return (
            f"{_ORDINALS[point.quarter - 1]} quarter of {year}"
            if point.fiscal
            else f"Q{point.quarter} {year}"
        )
    if point.half:
        return f"{_ORDINALS[point.half - 1]} half of {year}"
    # Plain "en" has the American order in CLDR; ours is the world's: 30 June 2025.
    return _calendar(point, locale if locale.territory else Locale("en", "001")) or year


def _chinese(point: Point, *, traditional: bool) -> str:
    year = f"{point.year}{('財年' if traditional else '财年') if point.fiscal else '年'}"
    if point.quarter:
        return f"{year}第{_HAN[point.quarter - 1]}{'季' if traditional else '季度'}"
    if point.half:
        return f"{year}{'上下'[point.half - 1]}半年"
    month = f"{point.month}月" if point.month else ""
    return year + month + (f"{point.day}日" if point.day else "")


def _by_cldr(point: Point, locale: Locale) -> str:
    quarter = _skeleton("yQQQ", point.first_day(), locale) if point.quarter and not point.fiscal else None
    if point.fiscal or point.half or point.quarter:
        return quarter or _in_signs(point)
    return _calendar(point, locale) or _skeleton("y", point.first_day(), locale) or str(point.year)


def _in_signs(point: Point) -> str:
    # CLDR has no word for a fiscal year or a half: FY and H are the signs of business prose everywhere.
    part = f"Q{point.quarter} " if point.quarter else f"H{point.half} " if point.half else ""
    return f"{part}{'FY' if point.fiscal else ''}{point.year}"


def _calendar(point: Point, locale: Locale) -> str | None:
    """A day or a month in CLDR's words, None for a year."""
    if point.day:
        return _native(dates.format_date(point.first_day(), "long", locale), locale)
    if point.month:
        return _skeleton("yMMMM", point.first_day(), locale)
    return None


def _skeleton(skeleton: str, day: date, locale: Locale) -> str | None:
    if skeleton not in locale.datetime_skeletons:
        return None
    return _native(dates.format_skeleton(skeleton, day, locale=locale), locale)


def _native(text: str, locale: Locale) -> str:
    # Babel writes Latin digits in every locale (#446).
    zero = cldr.symbols(locale).zero
    return text.translate({ord("0") + digit: zero + digit for digit in range(10)}) if zero else text


def _span(
    start: Point, end: Point, write: Callable[[Point], str], locale: Locale, language: str | None
) -> str:
    if language == "en" and start.fiscal and not (start.quarter or start.half or end.quarter or end.half):
        return f"fiscal {start.year}–{end.year}"
    if start.month and end.month and start.year == end.year and not (start.day or end.day):
        return _months(start, end, write, locale, language)
    if language in ("zh-Hans", "zh-Hant"):
        return f"{write(start)}至{write(end)}"
    first, second = write(start), write(end)
    joint = ranges.separator(locale).strip()
    # Words need room around a dash; years do not, nor does the wide wave of Japanese and Korean.
    tight = joint in "～~" or (first.isdecimal() and second.isdecimal())
    return f"{first}{joint}{second}" if tight else f"{first} {joint} {second}"


def _months(
    start: Point, end: Point, write: Callable[[Point], str], locale: Locale, language: str | None
) -> str:
    """Two months of one year, which is said once: January–November 2025, 2025年1月至11月."""
    if language in ("zh-Hans", "zh-Hant"):
        return f"{write(start)}至{end.month}月"
    if language == "en":
        return f"{write(start).split()[0]}–{write(end)}"
    interval = dates.format_interval(start.first_day(), end.first_day(), "yMMMM", locale=locale)
    return _native(interval, locale)
