"""The value of a date in Chinese, from the text that `CHINESE_DATE` matched."""

from __future__ import annotations

import re
from functools import cache

from translations.reading.moments import Moment, Parts, full_year, make, period, possible

_FIELDS = {
    **{"年": "year", "年代": "decade", "世纪": "century", "世紀": "century", "月": "month", "日": "day"},
    **{"号": "day", "號": "day", "季": "quarter", "半": "half"},
}
_TO = frozenset("-–−—~～〜至到、和/") | {"——"}
_FISCAL = frozenset("财財会會")
_MARKERS = frozenset("上下本前首头頭民")
_HAN_DIGITS = str.maketrans("〇零○一二三四五六七八九两兩", "00012345678922")
_REPUBLIC_BEGAN = 1911


@cache
def _tokens() -> re.Pattern[str]:
    return re.compile(
        r"[0-9]+|[〇零○一二三四五六七八九十廿百两兩]+|年代|世[纪紀]|[年月日号號季半]|[财財会會]|[上下本前首头頭民]"
        r"|[QH][1-4]|——|[-–−—~～〜至到、和/]"
    )


@cache
def _plain() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<year>[0-9]{4})\ ?年)?+(?:\ ?(?P<month>[0-9]{1,2})\ ?月份?(?:\ ?(?P<day>[0-9]{1,2})\ ?[日号號])?)?"
    )


def chinese_date(text: str) -> Moment | None:
    """The value of a match of `CHINESE_DATE` with Chinese in it; None where the calendar has no such day."""
    plain = _plain().fullmatch(text)  # most dates, at a third of the time
    if plain is not None:
        parts = {name: int(digits) for name, digits in plain.groupdict().items() if digits}
        return make(parts) if possible(parts) else None
    reading = _Reading()
    for token in _tokens().findall(text):
        reading.take(token)
    return reading.moment()


class _Reading:
    """What was read so far: the start, if this is the end by now, and the number that waits for its unit."""

    __slots__ = ("elided", "marker", "now", "number", "start")

    def __init__(self) -> None:
        self.start: Parts | None = None
        self.now: Parts = {}
        self.number = ""
        self.elided = ""
        self.marker = ""

    def take(self, token: str) -> None:
        field = _FIELDS.get(token)
        if field is not None:
            self._unit(field)
        elif token in _TO:
            self.start, self.elided = self.now, self.number
            self.now, self.number = {}, ""
        elif token in _FISCAL:
            self.now["fiscal"] = 1
        else:
            self._number_or_marker(token)

    def _number_or_marker(self, token: str) -> None:
        if self.number:  # 2025三季度, 2025上半年: the year has no word of its own
            self._set("year", self.number)
            self.number = ""
        if token in _MARKERS:
            self.marker = token
        elif token[0] in "QH":
            self._set("quarter" if token[0] == "Q" else "half", token[1])
        else:
            self.number = token

    def _unit(self, field: str) -> None:
        number, self.number = self.number, ""
        if self.marker and self._marked(field, number):
            self.marker = ""
        elif number:
            self._set(field, number)

    def _marked(self, field: str, number: str) -> bool:
        """What the marker makes of its unit; False where it has nothing to say."""
        if field == "half":
            self.now["half"] = 1 if self.marker == "上" else 2
        elif field == "century" and not number:
            self.now["century"] = 19 if self.marker == "上" else 20
        elif field == "year" and self.marker == "民":
            self.now["year"] = _integer(number) + _REPUBLIC_BEGAN
        elif self.marker in "前首头頭" and field in ("month", "quarter"):
            self._first(field, _integer(number) if number else 1)
        else:
            return False
        return True

    def _first(self, field: str, count: int) -> None:
        if count > 1:
            self.start = self.now | {field: 1}
        self.now[field] = count

    def _set(self, field: str, number: str) -> None:
        pair = _pair(field, number)
        if pair is not None:
            self.start, self.elided, number = self.now, *pair
            self.now = {}
        if self.elided and self.start is not None:
            _tell(self.start, field, _integer(self.elided))
            self.elided = ""
        _tell(self.now, field, _integer(number), self.start)

    def moment(self) -> Moment | None:
        if self.start is not None:
            return period(self.start, self.now)
        return make(self.now) if possible(self.now) else None


def _pair(field: str, number: str) -> tuple[str, str] | None:
    """三四月 is March and April, 一二季度 the first two quarters, 八九十年代 the eighties and the nineties."""
    if field in ("month", "quarter") and len(number) == 2 and not number.isdecimal() and "十" not in number:
        return number[0], number[1]
    if field == "decade" and len(number) == 3 and number[2] == "十":
        return number[0] + "十", number[1] + "十"
    return None


def _tell(parts: Parts, field: str, number: int, start: Parts | None = None) -> None:
    """Write one field of a date; short years and decades take their century from `start` or from habit."""
    if field == "year" and number < 100:
        first = start.get("year") if start else None
        number = full_year(number) if first is None else first // 100 * 100 + number
    elif field == "year" and number < 130:
        number += _REPUBLIC_BEGAN
    elif field == "century":
        number -= 1
    elif field == "decade":
        century = parts.pop("century", None) or _century_of(start) or (19 if number >= 30 else 20)
        number = number // 10 if number >= 1000 else century * 10 + number // 10
    parts[field] = number


def _century_of(start: Parts | None) -> int | None:
    if not start or "decade" not in start:
        return None
    return start["decade"] // 10


def _integer(number: str) -> int:
    """Digits, 二〇二四, and numerals up to the hundreds: 十二, 廿一, 一百一十三."""
    if number.isascii():
        return int(number)
    total, digit = 0, ""
    for han in number.replace("廿", "二十").translate(_HAN_DIGITS):
        if han in "十百":
            total += int(digit or "1") * (10 if han == "十" else 100)
            digit = ""
        else:
            digit += han
    return total + int(digit or "0")
