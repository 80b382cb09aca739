"""How a figure is commonly misread between Chinese and English, worked out from the number itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from enum import StrEnum

from babel import Locale
from babel.support import NullTranslations

from translations.catalogs import N_
from translations.locales import resolve
from translations.quantity import Kind, Quantity
from translations.writing import Period, Relation, write, write_period

# More than two are read by nobody.
_MOST = 2

_EXACT = Context(prec=60)
_ENGLISH = Locale("en")
_TEN = Decimal(10)
_HUNDRED = Decimal(100)


class MisreadingKind(StrEnum):
    """What is mistaken for what, the worst first."""

    GROWTH = "growth"  # 增长两倍, three times as much, for twice as much
    POINTS = "points"  # percentage points for percent
    TENTHS = "tenths"  # 三成, 30%, for 3%
    PRICE = "price"  # 八折, 80% of the price, for 80% off it
    CHINESE_SCALE = "chinese_scale"  # the digits before 亿 carried over to billion
    TRILLION_OR_MEGA = "trillion_or_mega"  # Taiwan's 兆 for the mainland's
    FISCAL_YEAR = "fiscal_year"  # a fiscal year for a calendar year
    YEN_OR_YUAN = "yen_or_yuan"  # ¥ for the other of the two
    ENGLISH_SCALE = "english_scale"  # the digits before billion carried over to 亿


@dataclass(frozen=True, slots=True)
class Reading:
    """What something is taken to say; `value` in the same unit on both sides, None where no number differs."""

    text: str
    value: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Misreading:
    """`written` says what `right` says, and is taken to say what `wrong` says."""

    kind: MisreadingKind
    written: str
    right: Reading
    wrong: Reading

    @property
    def ratio(self) -> Decimal | None:
        """How many times the right value the wrong one is; None where no number differs."""
        if self.right.value is None or self.wrong.value is None:
            return None
        return _EXACT.divide(self.wrong.value, self.right.value)


def misreadings(
    quantity: Quantity, languages: Sequence[str], as_written: str = "", period: Period | None = None
) -> tuple[Misreading, ...]:
    """Return what `quantity` is easily misread as, two at most, for `describe` to tell in the first of `languages`.

    These are the content languages that the figure is seen in, that of `as_written` among them: its wording
    in the article.
    """
    found: dict[MisreadingKind, Misreading] = {}
    for one in _found(quantity, languages, as_written, period):
        found.setdefault(one.kind, one)  # 8300億 and 8300亿 are misread alike
    return tuple(found[kind] for kind in MisreadingKind if kind in found)[:_MOST]


def describe(misreading: Misreading, words: NullTranslations) -> str:
    """Say what is easily misread; `words` are of the language that the misreading was made for."""
    values = {"written": misreading.written, "right": misreading.right.text, "wrong": misreading.wrong.text}
    return str(words.gettext(_MESSAGES[misreading.kind])).format(**values)


_SCALES = N_("{written} is {right}, not {wrong}: Chinese counts in ten thousands, English in thousands.")
_MESSAGES = {
    MisreadingKind.GROWTH: N_(
        "“{written}” makes {right} the earlier level, not {wrong}: it says how much was added."
    ),
    MisreadingKind.POINTS: N_(
        "{written}: a difference between two percentages. 10% becomes {right}, not {wrong}."
    ),
    MisreadingKind.TENTHS: N_("“{written}” is {right}, not {wrong}: 成 is a tenth."),
    MisreadingKind.PRICE: N_("“{written}” leaves {right} of the price to be paid, not {wrong}."),
    MisreadingKind.CHINESE_SCALE: _SCALES,
    MisreadingKind.TRILLION_OR_MEGA: N_(
        "{written} is {right}, not {wrong}: 兆 is 10¹² in Taiwan, Japan and Korea; in mainland China it may stand for"
        " mega, 10⁶."
    ),
    MisreadingKind.FISCAL_YEAR: N_("Period: {right}, not {wrong}; a fiscal year may begin in any month."),
    MisreadingKind.YEN_OR_YUAN: N_("The yen and the yuan share the sign ¥: this is {right}, not {wrong}."),
    MisreadingKind.ENGLISH_SCALE: _SCALES,
}


def _found(
    quantity: Quantity, languages: Sequence[str], as_written: str, period: Period | None
) -> Iterator[Misreading]:
    locale = resolve(languages[0]).formatting
    wording = "".join(as_written.split())
    match quantity.kind:
        case Kind.MONEY:
            yield from _scales(quantity, languages)
            if quantity.unit in _SAME_SIGN and "en" in languages:
                yield _yen_or_yuan(quantity, locale)
        case Kind.COUNT:
            yield from _scales(quantity, languages)
        case Kind.MULTIPLE:
            yield from _growth(quantity, wording, locale)
        case Kind.PERCENTAGE_POINTS:
            yield from _points(quantity, locale)
        case Kind.PERCENT:
            yield from _tenths(quantity, wording, locale)
            yield from _price(quantity, wording, locale)
    if period is not None and period.start.fiscal:
        yield _fiscal_year(period, locale)


# How Chinese writes a large number; 兆 in Taiwan only.
_CHINESE_SCALE = re.compile(r"(?P<number>[0-9,.]+)(?P<scale>万亿|[万亿]|萬億|[萬億兆])")
_SIMPLIFIED = str.maketrans("萬億", "万亿")
# By which power of ten the wrong reading is off: 亿 is a tenth of a billion, so 万亿, taken for ten thousand of them, is
# off as much; and 万 is taken for a thousand.
_OFF = {"万": -1, "亿": 1, "万亿": 1}

_ENGLISH_SCALE = re.compile(r"(?P<number>[0-9,.]+) (?P<scale>million|billion)")
_TAKEN_FOR = {
    "million": ({"zh-Hans": "万", "zh-Hant": "萬"}, -2),
    "billion": ({"zh-Hans": "亿", "zh-Hant": "億"}, -1),
}


def _scales(quantity: Quantity, languages: Sequence[str]) -> Iterator[Misreading]:
    value = quantity.high if quantity.value is None else quantity.value
    if not value:
        return
    value = value.copy_abs()
    english = _count(value, _ENGLISH)
    for tag in dict.fromkeys(tag for tag in languages if tag.startswith("zh")):
        chinese = _count(value, resolve(tag).formatting)
        yield from _chinese_scale(value, chinese, english)
        if "en" in languages:
            yield from _english_scale(value, english, chinese, tag)


def _chinese_scale(value: Decimal, chinese: str, english: str) -> Iterator[Misreading]:
    match = _CHINESE_SCALE.fullmatch(chinese)
    if match is None:
        return
    right, scale = Reading(english, value), match["scale"].translate(_SIMPLIFIED)
    if scale == "兆":
        mega = _shifted(value, -6)
        wrong = Reading(_count(mega, _ENGLISH), mega)
        yield Misreading(MisreadingKind.TRILLION_OR_MEGA, chinese, right, wrong)
        return
    amount = _shifted(value, _OFF[scale])
    # The digits carried over show how it comes about (8,300 billion).
    text = (
        f"{_count(_decimal(match['number']), _ENGLISH)} billion"
        if scale == "亿"
        else _count(amount, _ENGLISH)
    )
    yield Misreading(MisreadingKind.CHINESE_SCALE, chinese, right, Reading(text, amount))


def _english_scale(value: Decimal, english: str, chinese: str, tag: str) -> Iterator[Misreading]:
    match = _ENGLISH_SCALE.fullmatch(english)
    if match:
        words, off = _TAKEN_FOR[match["scale"]]
        wrong = Reading(f"{match['number']}{words[tag]}", _shifted(value, off))
        yield Misreading(MisreadingKind.ENGLISH_SCALE, english, Reading(chinese, value), wrong)


def _shifted(value: Decimal, power: int) -> Decimal:
    """`value` times 10 to the `power`; 500000 shifted by one is 50,000, not 50,000.0."""
    return value.normalize(_EXACT).scaleb(power, _EXACT)


def _decimal(number: str) -> Decimal:
    return Decimal(number.replace(",", ""))


def _count(value: Decimal, locale: Locale) -> str:
    """`value` as a locale says it, without a unit."""
    return write(Quantity(Kind.COUNT, "count", value), locale).long


_SAME_SIGN = {"JPY": "CNY", "CNY": "JPY"}


def _yen_or_yuan(quantity: Quantity, locale: Locale) -> Misreading:
    other = replace(quantity, unit=_SAME_SIGN[quantity.unit])
    right, wrong = (Reading(write(amount, locale).long) for amount in (quantity, other))
    return Misreading(MisreadingKind.YEN_OR_YUAN, "¥", right, wrong)


# 增长两倍, 增加了约3倍, 上升逾两倍 say what was added; 增长到3倍 says the level.
_ADDED = re.compile(
    r"(?:增[长長加]?|上[升涨漲]|提[高升]|[扩擴]大|[涨漲升])[了近约約逾超过過]*[一两兩二三四五六七八九十百0-9.]+多?倍"
)


def _growth(quantity: Quantity, wording: str, locale: Locale) -> Iterator[Misreading]:
    found = _ADDED.search(wording)
    if found and quantity.value is not None and quantity.value > 1:
        added = replace(quantity, value=quantity.value - 1)
        right, wrong = (Reading(write(level, locale).text, level.value) for level in (quantity, added))
        yield Misreading(MisreadingKind.GROWTH, found[0], right, wrong)


def _points(quantity: Quantity, locale: Locale) -> Iterator[Misreading]:
    if quantity.unit == "percentage_point" and quantity.value:
        points = quantity.value.copy_abs()
        wrong = (_TEN + points / _TEN).normalize(_EXACT)
        yield Misreading(
            MisreadingKind.POINTS,
            write(quantity, locale).long,
            _percent(_TEN + points, locale),
            _percent(wrong, locale),
        )


_TENTHS = re.compile(r"[一两兩二三四五六七八九0-9]成[一二三四五六七八九半]?")


def _tenths(quantity: Quantity, wording: str, locale: Locale) -> Iterator[Misreading]:
    found = _TENTHS.search(wording)
    if found and quantity.value:
        wrong = _shifted(quantity.value, -1)
        yield Misreading(
            MisreadingKind.TENTHS, found[0], _percent(quantity.value, locale), _percent(wrong, locale)
        )


_PRICE = re.compile(r"[一二三四五六七八九0-9.]+折")


def _price(quantity: Quantity, wording: str, locale: Locale) -> Iterator[Misreading]:
    found, left = _PRICE.search(wording), quantity.value
    if found and left is not None and 0 < left < _HUNDRED and left * 2 != _HUNDRED:
        yield Misreading(
            MisreadingKind.PRICE, found[0], _percent(left, locale), _percent(_HUNDRED - left, locale)
        )


def _percent(value: Decimal, locale: Locale) -> Reading:
    return Reading(write(Quantity(Kind.PERCENT, "percent", value), locale).long, value)


def _fiscal_year(period: Period, locale: Locale) -> Misreading:
    plain = replace(period, relation=Relation.AT)
    calendar = replace(
        plain,
        start=replace(period.start, fiscal=False),
        end=period.end and replace(period.end, fiscal=False),
    )
    written, wrong = (write_period(one, locale) for one in (plain, calendar))
    return Misreading(MisreadingKind.FISCAL_YEAR, written, Reading(written), Reading(wrong))
