"""Dates of the source against dates of the target: what each leaves open agrees."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from translations.checking.excuses import Side, months_of
from translations.reading.model import DateMention
from translations.reading.moments import Moment, compatible, parse_moment

_COMPARED = 200
_MONTHS = 12
_GENERATION = re.compile("(?<![0-9])([0-9〇零五六七八九][05〇零五])[后後]")
_HAN_DIGITS = str.maketrans("〇零五六七八九", "0056789")


@dataclass(frozen=True, slots=True, eq=False)
class Dated:
    """A date of the text with its value; `ends` are the two points of a period, or the one moment."""

    mention: DateMention
    moment: Moment
    ends: tuple[Moment, ...]


@dataclass(frozen=True, slots=True)
class DateDifferences:
    """Dates that contradict each other, and those that the other side does not have."""

    contradictions: tuple[tuple[DateMention, DateMention], ...]
    missing: tuple[DateMention, ...]
    added: tuple[DateMention, ...]


def compare_dates(here: Side, there: Side) -> DateDifferences:
    """What the dates of the source and of the target say otherwise."""
    if not here.reading.dates and not there.reading.dates:
        return DateDifferences((), (), ())
    all_source, all_target = _dated(here.reading.dates), _dated(there.reading.dates)
    left_source, left_target = _unequal(all_source, all_target)
    left_source, left_target = _incompatible(left_source, left_target)
    alone_source = [date for date in left_source if not _told(date, all_target)]
    alone_target = [date for date in left_target if not _told(date, all_source)]
    contradictions = _contradictions(alone_source, alone_target)
    met = {id(date) for both in contradictions for date in both}
    return DateDifferences(
        tuple((one.mention, other.mention) for one, other in contradictions),
        _unsaid([date for date in alone_source if id(date) not in met], here, there),
        _unsaid([date for date in alone_target if id(date) not in met], there, here),
    )


def _dated(mentions: Iterable[DateMention]) -> list[Dated]:
    return [Dated(mention, *_moments(mention.value)) for mention in mentions]


def _moments(value: str) -> tuple[Moment, tuple[Moment, ...]]:
    return parse_moment(value), tuple(map(parse_moment, value.split("/")))


def _unequal(source: Sequence[Dated], target: Sequence[Dated]) -> tuple[list[Dated], list[Dated]]:
    waiting: defaultdict[str, deque[Dated]] = defaultdict(deque)
    for date in target:
        waiting[date.mention.value].append(date)
    left = []
    for date in source:
        queue = waiting.get(date.mention.value)
        if queue:
            queue.popleft()
        else:
            left.append(date)
    return left, [date for queue in waiting.values() for date in queue]


def _incompatible(source: list[Dated], target: list[Dated]) -> tuple[list[Dated], list[Dated]]:
    left = []
    free = target[:_COMPARED]
    for date in source[:_COMPARED]:
        partner = next((other for other in free if compatible(date.moment, other.moment)), None)
        if partner is None:
            left.append(date)
        else:
            free.remove(partner)
    return left, free


def _told(date: Dated, others: Sequence[Dated]) -> bool:
    """Whether the other side says it elsewhere: once for twice, a period by its ends, or as an end of one."""
    others = others[:_COMPARED]
    if any(compatible(date.moment, other.moment) or _within(date.moment, other.moment) for other in others):
        return True
    if len(date.ends) > 1:
        return all(
            any(compatible(end, point) for other in others for point in other.ends) for end in date.ends
        )
    return any(_in_period(date.moment, other) for other in others if len(other.ends) > 1)


def _in_period(moment: Moment, period: Dated) -> bool:
    """An end of the period, or a year between its two."""
    first, last = period.ends
    if compatible(moment, first) or compatible(moment, last):
        return True
    if first.year is None or last.year is None or moment.year is None or _parts(moment) != {"year"}:
        return False
    return first.year < moment.year < last.year


def _within(one: Moment, other: Moment) -> bool:
    """The third quarter and September: a part of the year and a month of it."""
    if one.year is not None and other.year is not None and one.year != other.year:
        return False
    if one.end or other.end or (one.day and other.day):
        return False
    months, others = _months(one), _months(other)
    return bool(months and others) and (months <= others or others <= months)


def _months(moment: Moment) -> frozenset[int]:
    if moment.quarter:
        return frozenset(range(moment.quarter * 3 - 2, moment.quarter * 3 + 1))
    if moment.half:
        return frozenset(range(moment.half * 6 - 5, moment.half * 6 + 1))
    return frozenset({moment.month}) if moment.month else frozenset()


def _contradictions(source: Sequence[Dated], target: Sequence[Dated]) -> list[tuple[Dated, Dated]]:
    found, free = [], list(target)
    for date in source:
        likely = [other for other in free if _comparable(date.moment, other.moment)]
        if likely:
            partner = max(likely, key=lambda other: _likeness(date.moment, other.moment))
            free.remove(partner)
            found.append((date, partner))
    return found


def _comparable(one: Moment, other: Moment) -> bool:
    """Whether both say something of the year, or both something of its parts."""
    return bool(_parts(one) & _parts(other))


def _likeness(one: Moment, other: Moment) -> tuple[int, int]:
    equal = sum(
        getattr(one, name) is not None and getattr(one, name) == getattr(other, name)
        for name in ("year", "month", "day", "quarter", "half", "decade")
    )
    return equal, len(_parts(one) & _parts(other)) - len(_parts(one) ^ _parts(other))


def _parts(moment: Moment) -> frozenset[str]:
    parts = {"year"} if moment.year or moment.decade or moment.century else set()
    if moment.month or moment.quarter or moment.half:
        parts.add("month")
    if moment.day:
        parts.add("day")
    return frozenset(parts)


def _unsaid(dates: Sequence[Dated], own: Side, other: Side) -> tuple[DateMention, ...]:
    """Those that nothing on the other side stands for.

    That may be a relative word (去年, last year) more than there are on the own side, the year in digits that are no date there (CES 2025, 90后), or a
    stretch of time (six months for 上半年).
    """
    if not dates or len(_relative().findall(other.text)) > len(_relative().findall(own.text)):
        return ()
    lengths = {figure.amount.low for figure in other.figures if figure.amount.dimension == "months"}
    return tuple(
        date.mention
        for date in dates
        if not _in_digits(date, other.text) and lengths.isdisjoint(months_of(date.mention.value))
    )


def _in_digits(date: Dated, text: str) -> bool:
    """The year in digits, or the name of those born in or after it: 90后, 九五后."""
    year, decade = date.moment.year, date.moment.decade
    year = decade * 10 if decade is not None else year
    if year is None:
        return False
    return (decade is None and str(year) in text) or f"{year % 100:02}" in _generations(text)


def _generations(text: str) -> frozenset[str]:
    return frozenset(match[1].translate(_HAN_DIGITS) for match in _GENERATION.finditer(text))


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(
        r"(?<![0-9]年)[去今明前昨次同当當本上下][一]?个?(?:年|月|季|周|週|日|期|财年|財年)|昨天|今天|明天|目前|如今|此前|现在|同比|环比|環比|年增|季增|月增|按年"
        r"|\b(?:last|this|next|previous|prior|same|current|coming|past|preceding|following|that) (?:\w+ )?"
        r"(?:year|month|quarter|week|half|season|summer|winter|spring|autumn|fall|period|decade|January|February|March"
        r"|April|May|June|July|August|September|October|November|December)\b(?! (?:of|in) (?:FY)?[0-9]{4})"
        r"|\byear(?:s)? (?:ago|earlier|before|later|on year)|\bmonths? (?:ago|earlier|before|later)"
        r"|\b(?:yesterday|today|tomorrow|now|then|since|year[- ]on[- ]year|interim|annual)\b",
        re.IGNORECASE,
    )
