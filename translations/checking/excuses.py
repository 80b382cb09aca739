"""Why a figure without a partner may be no fault: the other side says it in a way that is no figure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from itertools import permutations
from types import MappingProxyType

from translations.checking.agreement import agree
from translations.checking.amounts import Figure
from translations.quantity import Kind
from translations.reading.folding import fold
from translations.reading.model import Reading
from translations.reading.numbers import Found, found_number
from translations.reading.scan import number_pattern

_ONE = Decimal(1)
_SMALL = Decimal(3)
_DOZEN = Decimal(12)
_IN_WORDS = frozenset({Kind.COUNT, Kind.DURATION, Kind.MULTIPLE, Kind.RATIO, Kind.PERCENT})
# GPT-4, H20 and "often" have a numeral and say no number.
_NAME_BEFORE = re.compile(r"[A-Za-z]-?\Z")
_UNCOUNTED = frozenset({Kind.COUNT, Kind.DURATION, Kind.MONEY, Kind.MEASURE})
_SHARES = frozenset({"share", "multiple"})
_COMPARED = 200
_NEIGHBOURS = 16
_QUARTER = 3  # months
_YEAR = 12
# Words that say a number without naming it; a figure of that number is not missing beside them.
_WORDS: Mapping[Decimal, str] = MappingProxyType(
    {
        Decimal(
            2
        ): r"\b(?:both|duo|pair(?:s|ed)?|couple|dual|twins?|either|neither|second|twice|twofold|doubl\w+|fortnight\w*|back-to-back)\b"
        r"|[两双兩雙俩倆]|倍增",
        Decimal(3): r"\b(?:trio|tripl\w+|trebl\w+|threefold|thirds?)\b|三",
        Decimal(4): r"\b(?:quartet|quadrupl\w+|fourfold|fourths?)\b|四",
        Decimal(5): r"\b(?:quintet|fivefold|fifths?)\b|五",
        Decimal(6): r"\b(?:sextet|half[- ]year\w*|half a dozen|sixth)\b|六|半年|半打",
        Decimal(7): r"\bseventh\b|七",
        Decimal(8): r"\beighth\b|八",
        Decimal(9): r"\bninth\b|九",
        Decimal(10): r"\b(?:decades?|tenfold|tenth)\b|十",
        Decimal(12): r"\b(?:dozens?)\b|打",
        Decimal(100): r"\b(?:per|every|each) hundred\b|每百",
        Decimal(1000): r"\b(?:per|every|each) thousand\b|每千",
        Decimal(1_000_000): r"\b(?:per|every|each) million\b|每百万",
        Decimal("0.5"): r"\b(?:hal(?:f|ve[sd]?|ving)|midway)\b|[半]|腰斩|腰斬",
    }
)
# Stretches of time that are one of something larger, which is no figure.
_WHICH = r"(?:single|full|whole|past|last|first|next|coming|following|preceding|previous|final|opening)"
_A = rf"\b(?:(?:a|one|per|each|every|the|its|their|full) (?:{_WHICH} )?|{_WHICH} )"
_UNITS: Mapping[tuple[str, Decimal], str] = MappingProxyType(
    {
        ("time", Decimal(86400)): rf"{_A}day\b|一天|每天|一日|昼夜|首日|全天|单日|單日",
        ("time", Decimal(604800)): rf"{_A}week\b|一周|一週|每周|首周|首週|星期",
        ("time", Decimal(1209600)): r"\bfortnight",
        ("time", Decimal(2592000)): rf"{_A}month\b|一个月|一個月|每月|首月",
        ("time", Decimal(31536000)): rf"{_A}year\b|一年|每年|首年",
        ("months", Decimal(3)): rf"{_A}quarter\b|一个季度|一季",
        ("months", Decimal(6)): r"\bhalf[- ](?:a[- ])?year|半年",
        ("months", Decimal(12)): rf"{_A}year\b|一年|每年|全年|首年",
        ("months", Decimal(120)): rf"{_A}decade\b|十年",
        ("months", Decimal(1200)): rf"{_A}century\b|世纪|世紀|百年",
        ("points", _ONE): rf"{_A}(?:percentage )?point\b",
    }
)
_REACH = 2000
_TELLING = re.compile(
    "[0-9]{3}|[0-9][.][0-9]|[0-9] ?[kmbtKMBT]|[百千万亿兆]|hundred|thousand|illion|lakh|crore"
)
_MONTHS_OF_PART = re.compile(
    r"-(?:(?P<half>H)|Q(?P<from>[1-4])/(?:\w{4,6}-)?Q(?P<to>[1-4])|(?P<quarter>Q)"
    r"|(?P<first>[01]\d)/(?:\w{4}-)?(?P<last>[01]\d))"
)
_YEARS = re.compile(r"(?:FY)?(?P<first>[0-9]{4})/(?:FY)?(?P<last>[0-9]{4})")


@dataclass(frozen=True, eq=False)
class Side:
    """One side of a segment: its text, what was read in it, its figures."""

    text: str
    reading: Reading
    figures: Sequence[Figure]

    @cached_property
    def rest(self) -> str:
        """The text with blanks for its figures and dates, folded."""
        text = fold(self.text)
        pieces: list[str] = []
        done = 0
        places = [(figure.start, figure.end) for figure in self.reading.figures]
        places += [(date.start, date.end) for date in self.reading.dates]
        for start, end in sorted(places):
            pieces += text[done:start], " " * (end - start)
            done = end
        pieces.append(text[done:])
        return "".join(pieces)

    @cached_property
    def bare(self) -> tuple[Found, ...]:
        """The numbers that are part of no figure and no date."""
        return tuple(_bare_numbers(self.rest))


@dataclass(frozen=True, slots=True)
class Said:
    """What a side says of numbers: bare ones, in words like "both", by periods; and its amounts."""

    bare: tuple[Found, ...]
    values: frozenset[Decimal | None]
    in_words: frozenset[Decimal]
    months: frozenset[int]
    amounts: frozenset[tuple[str, Decimal, Decimal]]


def said(side: Side, asked: Iterable[Figure]) -> Said:
    """What `side` says of numbers, in words as far as the figures `asked` of have them."""
    bare = side.bare
    numbers = {number for figure in asked for number in _sayable(figure)}
    in_words = frozenset(number for number in numbers if _patterns()[number].search(side.rest))
    ends = (end for found in bare for end in (found.number.value, found.number.low, found.number.high))
    months = frozenset(length for date in side.reading.dates for length in months_of(date.value))
    return Said(
        bare, frozenset(ends), in_words, months, frozenset(figure.amount.key() for figure in side.figures)
    )


def telling_numbers(side: Side) -> bool:
    """Whether `side` may say a number of three digits, or with decimals, outside its figures and dates; cheaply told."""
    return _TELLING.search(side.rest) is not None


def excused(figure: Figure, other: Side, by: Said) -> bool:
    """Whether `other` says the number of `figure` outside its figures, or says it once for several times.

    Such a figure may still be one half of a mistake. `by` is what `said` found in `other`.
    """
    return (
        _in_a_word(figure, by)
        or _as_a_unit(figure, other)
        or _as_a_bare_number(figure, by)
        or _as_a_period(figure, by)
        or figure.amount.key() in by.amounts
        or _repeated(figure, other)
        or _computed(figure, other)
    )


def small(figure: Figure) -> bool:
    """Two or three of something, in words: style as often as fact."""
    quantity = figure.mention.quantity
    in_words = not any(char.isdecimal() for char in figure.mention.text)
    return figure.kind is Kind.COUNT and in_words and quantity.value is not None and quantity.value <= _SMALL


def idle(figure: Figure) -> bool:
    """One of something (一品脱, 1美元 of an exchange rate), which is "a pint" or "the dollar" as well."""
    return figure.kind in _UNCOUNTED and figure.mention.quantity.value == _ONE


def _in_a_word(figure: Figure, by: Said) -> bool:
    return not by.in_words.isdisjoint(_sayable(figure))


def _sayable(figure: Figure) -> tuple[Decimal, ...]:
    """The number of `figure` for which there are other words, if there are."""
    quantity = figure.mention.quantity
    if figure.kind not in _IN_WORDS:
        return ()
    if quantity.low is not None and quantity.high is not None:  # 十几家, a dozen or so
        return (_DOZEN,) if quantity.low <= _DOZEN <= quantity.high else ()
    value = quantity.value
    if quantity.ratio is not None and quantity.ratio.numerator == 1:  # 各占三分之一, in equal thirds
        value = Decimal(quantity.ratio.denominator) if quantity.ratio.denominator > 2 else value
    if value is not None and figure.kind is Kind.PERCENT:
        value /= 100
    return (value,) if value is not None and value in _WORDS else ()


def _as_a_unit(figure: Figure, other: Side) -> bool:
    """30天, within a month."""
    pattern = _UNITS.get((figure.amount.dimension, figure.amount.low)) if figure.amount.single else None
    return pattern is not None and re.search(pattern, other.text[:_REACH], re.IGNORECASE) is not None


def _as_a_bare_number(figure: Figure, by: Said) -> bool:
    """5.6 of "5.6 vs 5.4 percent", 33 of "from 33 to 45%"."""
    quantity = figure.mention.quantity
    wanted = {quantity.value} if quantity.value is not None else {quantity.low, quantity.high}
    return wanted <= by.values


def _bare_numbers(text: str) -> Iterator[Found]:
    for match in number_pattern().finditer(text):
        if _NAME_BEFORE.search(text, max(0, match.start() - 2), match.start()):
            continue
        found = found_number(match, match.lastgroup) if match.lastgroup else None
        if found is not None:
            yield found


def _as_a_period(figure: Figure, by: Said) -> bool:
    """Six months, said as 上半年."""
    if figure.kind is not Kind.DURATION or figure.amount.dimension != "months":
        return False
    return figure.amount.low in by.months


def months_of(value: str) -> frozenset[int]:
    """How many months a half, a quarter or a period has; years with the first counted and without; else none."""
    years = _YEARS.fullmatch(value)
    if years is not None:
        apart = int(years["last"]) - int(years["first"])
        return frozenset({apart * _YEAR, (apart + 1) * _YEAR})
    match = _MONTHS_OF_PART.search(value)
    if match is None:
        return frozenset()
    if match["first"]:
        return frozenset({int(match["last"]) - int(match["first"]) + 1})
    if match["from"]:
        return frozenset({(int(match["to"]) - int(match["from"]) + 1) * _QUARTER})
    return frozenset({2 * _QUARTER if match["half"] else _QUARTER})


def _repeated(figure: Figure, other: Side) -> bool:
    """Up 100%, beside a second "doubled"; what has the same dimension must be equal."""
    if len(other.figures) > _COMPARED or figure.amount.dimension not in _SHARES:
        return False
    return any(
        again.amount.dimension != figure.amount.dimension and agree(figure, again) for again in other.figures
    )


def _computed(figure: Figure, other: Side) -> bool:
    """Doubled, beside 1.2万元 and 2.4万元: what two amounts make plain."""
    if figure.kind is not Kind.MULTIPLE or not figure.amount.single or len(other.figures) > _NEIGHBOURS:
        return False
    return any(
        one.amount.dimension == another.amount.dimension
        and one.amount.low * figure.amount.low == another.amount.low
        for one, another in permutations(other.figures, 2)
    )


@cache
def _patterns() -> dict[Decimal, re.Pattern[str]]:
    return {number: re.compile(pattern, re.IGNORECASE) for number, pattern in _WORDS.items()}
