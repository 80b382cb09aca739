"""The value of a date in English or in signs, from the text that was matched."""

from __future__ import annotations

import re
from functools import cache

from translations.reading.date_codes import numeric_date
from translations.reading.moments import Moment, Parts, full_year, make, period, possible

_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_NUMBERS = {
    **{"first": 1, "second": 2, "third": 3, "fourth": 4, "two": 2, "three": 3, "four": 4, "five": 5},
    **{"six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11},
}
_DECADES = {
    **{"noughties": 200, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196},
    **{"seventies": 197, "eighties": 198, "nineties": 199},
}
_CENTURIES = {"seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty": 21}
_TO = frozenset("-–—−~/") | {"to", "through", "thru", "until", "till", "and"}
_UNITS = {
    **{"quarter": "quarter", "quarters": "quarter", "q": "quarter", "half": "half", "h": "half"},
    **{"months": "month", "month": "month", "m": "month"},
}


@cache
def _tokens() -> re.Pattern[str]:
    # A hyphen before a word joins words (third-quarter); before digits, a month or a code it means "to".
    return re.compile(
        r"['’]?[0-9]+(?:st|nd|rd|th)?|fy|q(?!u)|h(?!a)|[a-z]+|[–—−~/]"
        r"|-(?!quarter|half|month|fiscal|financial|year|two|three|four|five|six|seven|eight|nine|ten|eleven)"
    )


_MOST_MONTHS = 12


def english_date(text: str) -> Moment | None:
    """The value of a match of `ENGLISH_DATE` or of a code; None where the calendar has no such day."""
    if text[0].isdigit() and (parts := numeric_date(text)) is not None:
        return make(parts) if possible(parts) else None
    if text[-1] in "syYS" and (moment := _decade_or_century(text.lower())) is not None:
        return moment
    reading = _Reading()
    for word in _tokens().findall(text.lower()):
        reading.take(word)
    return reading.moment()


@cache
def _decades() -> re.Pattern[str]:
    return re.compile(r"['’]?([0-9]{2,4})['’]?s?(?:[ ]?[-–][ ]?['’]?([0-9]{2,4})s)?")


def _decade_or_century(text: str) -> Moment | None:
    if text.endswith("century"):
        number = int(text[:2]) if text[0].isdigit() else _CENTURIES[text.partition("-")[0].split()[0]]
        return make({"century": number - 1})
    if text in _DECADES:
        return make({"decade": _DECADES[text]})
    match = _decades().fullmatch(text)
    if match is None:
        return None
    first, second = _decade(match[1]), match[2]
    return make({"decade": first}, {"decade": _decade(second)} if second else None)


def _decade(digits: str) -> int:
    number = int(digits)
    return number // 10 if number >= 1000 else number // 10 + (190 if number >= 30 else 200)


class _Reading:
    """What was read so far: the start, if this is the end by now, and the number that waits for its unit."""

    __slots__ = ("code", "elided", "first", "now", "number", "short", "start")

    def __init__(self) -> None:
        self.start: Parts | None = None
        self.now: Parts = {}
        self.number: int | None = None
        self.elided: int | None = None
        self.first = False
        self.short = False  # two digits are a year from here on: FY24, 3Q25
        self.code = ""

    def take(self, word: str) -> None:
        if word[-1].isdecimal():
            self._digits(word)
        elif word in _TO:
            self.start, self.elided = self.now, self.number
            self.now, self.number = {}, None
        elif word in _UNITS:
            self._unit(_UNITS[word], word)
        elif word in _NUMBERS:
            self.first = self.first or word == "first"
            self.number = _NUMBERS[word]
        elif word[:3] in _MONTHS:
            self._month(_MONTHS[word[:3]])
        elif word in ("fiscal", "financial", "fy"):
            self.now["fiscal"] = 1
            self.short = True
        elif word[0].isdecimal():
            self._day_or_ordinal(int(word[:-2]))

    def _digits(self, word: str) -> None:
        if not word[0].isdecimal():
            self._year(full_year(int(word[1:])))
        elif self.code:
            self.now[self.code], self.code = int(word), ""
        elif len(word) == 4:
            self._year(int(word))
        elif self.short and "year" not in self.now:
            self._year(full_year(int(word)))
        else:
            self._day_or_ordinal(int(word))

    def _year(self, year: int) -> None:
        self._pending()
        self.now["year"] = year

    def _day_or_ordinal(self, number: int) -> None:
        if "month" in self.now and "day" not in self.now:
            self.now["day"] = number
        else:
            self.number = number

    def _month(self, month: int) -> None:
        self.now["month"] = month
        if self.number is not None:
            self.now["day"], self.number = self.number, None
        if self.elided is not None and self.start is not None:
            self.start["day"], self.elided = self.elided, None

    def _unit(self, field: str, word: str) -> None:
        number, self.number = self.number, None
        self.short = self.short or len(word) == 1
        if number is None or (len(word) == 1 and number > _MOST_MONTHS):
            self.code = field
            if number is not None:  # 25Q3
                self.now["year"] = full_year(number)
            return
        self.now[field] = number
        if self.elided is not None and self.start is not None:
            self.start[field], self.elided = self.elided, None
        elif field == "month" or (self.first and number > 1):
            self.start = {field: 1}

    def _pending(self) -> None:
        """A number without a unit ends a period: June 12-15, 2021-23."""
        if self.number is None or self.start is None:
            return
        if "day" in self.start:
            self.now["day"] = self.number
        elif "year" in self.start:
            self.now["year"] = self.start["year"] // 100 * 100 + self.number
        self.number = None

    def moment(self) -> Moment | None:
        self._pending()
        if self.start is not None:
            return period(self.start, self.now)
        return make(self.now) if self.now and possible(self.now) else None
