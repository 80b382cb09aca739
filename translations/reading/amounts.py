"""A number and what stands around it: the sign, the unit, the modifier, the other end of a range."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache
from string import ascii_letters, digits
from typing import NamedTuple

from translations.quantity import Kind, Modifier
from translations.reading import classifiers, units
from translations.reading.classifiers import classifier_at
from translations.reading.english_numbers import ENGLISH_SUFFIXED, english_number
from translations.reading.model import Number, Sense
from translations.reading.modifiers import modifier_before, modifier_behind
from translations.reading.nouns import counts_something
from translations.reading.numbers import Found, number_at
from translations.reading.senses import grows, is_multiple
from translations.reading.shares import POINTS, SHARE, SPACED_POINTS, share, spaced_discount
from translations.reading.units import Home, Unit, minor_after, unit_after, unit_around, unit_before


class Amount(NamedTuple):
    """A number with its unit, its sign and its currency; `start` and `end` hold all of them."""

    start: int
    end: int
    number: Number
    unit: Unit
    classifier: str | None = None
    sense: Sense | None = None
    bare: bool = False  # its scale is all that makes it a figure


@cache
def _suffixed_pattern() -> re.Pattern[str]:
    return re.compile(ENGLISH_SUFFIXED)


# What may stand first in each of these: one look saves a match.
@cache
def _plural() -> re.Pattern[str]:
    return re.compile(
        r" (?:[A-Za-z0-9]+ ){0,3}(?:[A-Za-z]+s|people|women|men|children|staff|aircraft|shares)(?![a-z])"
    )


# 12m shares
_BEFORE_SHARE = frozenset("成折 ")
_BEFORE_HALF = frozenset("个 ")
_BEFORE_POINT = frozenset(" -")
_BEFORE_NOUN = frozenset(" -+")
_BEFORE_MINOR = frozenset("0123456789零一二两三四五六七八九十又 ")
_MORE_BEHIND = " 分成折至到~—–-半个"
_COUNT = Unit(Kind.COUNT, "count")
_RATIO = Unit(Kind.RATIO, "ratio")
_HALF = Decimal("0.5")
_AMONG = frozenset(("in", "of", "every"))
_THOUSAND = 1000
_TEN_THOUSAND = 10000
_MILLION = 1000000
_KILOWATT_HOURS = Unit(Kind.MEASURE, "kilowatt-hour")
_MORE = {"多": Modifier.OVER, "来": Modifier.ABOUT}
_STERLING = Unit(Kind.MONEY, "GBP", alternatives=("pound",))
_LISTED = frozenset("、和及至到-")
_OF = re.compile(" of(?= )")
_BARE_CURRENCIES = frozenset(("元", "圆", "块", "块钱", "元钱", "dollars", "dollar"))
# six straight weeks, hundreds of billions of yuan
_STRAIGHT = re.compile(
    r" (?:straight|consecutive|successive|full|whole|more|additional|further|long|short)(?= )"
)
_OF_A = re.compile(r" (?:of )?(?:an? |one )")
_EACH_HALF = re.compile(r"(?<!个)半(?!导|年|月|个|天|数|径|成)")
_PIECES = re.compile(
    r" ?个(?P<more>[半多来])(?P<unit>月|小时|钟头|季度|星期|礼拜|世纪|百分点)"
)  # 两个半月, 两个多月
_PIECE_UNITS = {
    "月": Unit(Kind.DURATION, "month"),
    "小时": Unit(Kind.DURATION, "hour"),
    "钟头": Unit(Kind.DURATION, "hour"),
    "季度": Unit(Kind.DURATION, "quarter"),
    "星期": Unit(Kind.DURATION, "week"),
    "礼拜": Unit(Kind.DURATION, "week"),
    "世纪": Unit(Kind.DURATION, "century"),
    "百分点": Unit(Kind.PERCENTAGE_POINTS, "percentage_point"),
}
_LINK = re.compile(r" ?(?:又|and|零)? ?")


def bare_amount(text: str, found: Found, floor: int, home: Home) -> Amount | None:
    """The amount at `found`, without range and modifier; None where the number has no unit."""
    start, end, _ = found
    behind = text[end : end + 1]
    if behind == ")" and text[start - 1 : start] == "(":
        return _in_brackets(text, found, floor, home)
    before = unit_before(text, start, home)
    if before is not None and before[0] < floor:
        before = None
    suffixed = _suffixed(text, found, before is not None, home) if behind in _SCALE_LETTERS else None
    if suffixed is not None:
        found = Found(start, *suffixed)
    elif before is None and is_labelled(text, start, floor):
        return None
    begin = before[0] if before else start
    first = sign_start(text, begin, floor)
    amount = _with_unit(text, first, found, floor, before, home)
    if amount is None:
        return None
    negative = (first < begin and text[first] != "+") or (before is not None and text[start - 1] == "-")
    return amount._replace(number=negated(amount.number)) if negative else amount  # -$5 million, $-5 million


@cache
def _scale_behind() -> re.Pattern[str]:
    return re.compile(r" ?(?:thousand|million|billion|trillion|mn|bn|tn|m)(?![A-Za-z])")


def _in_brackets(text: str, found: Found, floor: int, home: Home) -> Amount | None:
    """An account's loss: $(14.2) million, (2.3)%."""
    before = unit_before(text, found.start - 1, home)
    end = found.end + 1
    if before is not None and before[0] >= floor:
        scale = _scale_behind().match(text, end)
        number = english_number(text[found.start : found.end] + scale[0]) if scale else found.number
        if number is None:
            return None
        return Amount(before[0], scale.end() if scale else end, negated(number), before[1])
    after = unit_after(text, end, home) if text[end : end + 1] == "%" else None
    return Amount(found.start - 1, after[0], negated(found.number), after[1]) if after else None


def _with_unit(
    text: str, first: int, found: Found, floor: int, before: tuple[int, Unit] | None, home: Home
) -> Amount | None:
    start, end, number = found
    behind = text[end : end + 1]
    if number.ratio is not None and not _AMONG.isdisjoint(text[start:end].split()):
        return Amount(first, end, number, _RATIO)  # one in every eight dollars
    shared = SHARE.match(text, end) if behind in _BEFORE_SHARE else None
    if (
        shared is not None
        and text.startswith("为", shared.end())
        and text[end - 1] not in "一二两三四五六七八九"
    ):
        shared = None  # 2024成为, but 近八成为大学生
    if shared is not None:
        if "折" in shared[0] and (spaced := spaced_discount(text, first, floor, number)) is not None:
            first, number = spaced
        told = share(number, shared[0])
        if told is not None:
            return Amount(first, shared.end(), *told)
    points = SPACED_POINTS.match(text, end) if behind in _BEFORE_HALF else None
    if points is not None:
        return Amount(first, points.end(), number, POINTS)
    pieces = _PIECES.match(text, end) if behind in _BEFORE_HALF else None
    if pieces is not None and number.value is not None:
        number = (
            plus_half(number) if pieces["more"] == "半" else number._replace(modifier=_MORE[pieces["more"]])
        )
        return Amount(first, pieces.end(), number, _PIECE_UNITS[pieces["unit"]])
    around = unit_around(text, first, end) if before is None else None
    if around is not None:
        return Amount(around[0], around[1], number, around[2])
    after = unit_after(text, end, home)
    if after is None and (number.ratio is not None or number.low is not None):
        of_a = (_OF_A if number.ratio else _OF).match(text, end)
        after = unit_after(text, of_a.end(), home) if of_a else None
    if after is None and behind == " " and (straight := _STRAIGHT.match(text, end)) is not None:
        after = unit_after(text, straight.end(), home)
        if after is not None and after[1].kind is not Kind.DURATION:
            after = None
    if before is not None and before[1].factor == 1 and (minor := minor_after(text, end, home)) is not None:
        unit = replace(before[1], factor=minor[1])  # 人民币12.5分
        return Amount(first, minor[0], number, unit)
    if after is None and behind in _BEFORE_POINT and (points := _of_a_point().match(text, end)) is not None:
        return Amount(first, points.end(), number._replace(ratio=None), POINTS)
    if after is not None and (before is None or _goes_with(after[1], before[1], text[end : after[0]])):
        unit = before[1] if before else after[1]
        return _measured(text, first, after[0], number, unit, home)
    if before is not None:
        return Amount(first, end, number._replace(ratio=None) if number.ratio else number, before[1])
    if number.ratio is not None:
        return Amount(first, end, number, _RATIO)
    return _counted(text, first, end, number, start)


def _goes_with(after: Unit, before: Unit, written: str) -> bool:
    """Whether the unit behind adds nothing to the currency before: 港币20亿元, US$5 dollars."""
    return after.kind is Kind.MONEY and (after.unit == before.unit or written.strip() in _BARE_CURRENCIES)


def _measured(text: str, first: int, end: int, number: Number, unit: Unit, home: Home) -> Amount | None:
    if unit.kind is Kind.MULTIPLE:
        if text.startswith("半", end) and not text.startswith("半导", end):
            number, end = plus_half(number), end + 1
        if not is_multiple(text, first, end):
            return Amount(first, end, number, _COUNT, classifier=None)
        if number.ratio is not None:
            return Amount(first, end, number._replace(ratio=None), unit, sense=Sense.LEVEL)
        if grows(text, first) and number.value is not None:
            number = number._replace(value=number.value + 1)
            return Amount(first, end, number, unit, sense=Sense.GROWTH)
        return Amount(first, end, number, unit, sense=Sense.LEVEL)
    if (
        unit.unit == "percent"
        and text[end - 3 : end].lower() in ("pct", "cts")
        and _beside_han(text, first, end)
    ):
        unit = POINTS  # 毛利率+1.2pct
    if (
        unit.unit == "celsius"
        and text[end - 1] == "度"
        and (number.scale >= _TEN_THOUSAND or "电" in text[max(0, first - 12) : end + 1])
    ):
        unit = _KILOWATT_HOURS  # 2039亿度
    if unit.unit == "pound" and number.scale >= _MILLION and not text.startswith(" of", end):
        unit = _STERLING  # half a million pounds
    if text.startswith("半", end) and _EACH_HALF.match(text, end):
        number, end = plus_half(number), end + 1
    if unit.kind is Kind.MONEY and number.value is not None:
        number, end = _with_minor(text, end, number, home)
    return Amount(first, end, number._replace(ratio=None) if number.ratio else number, unit)


# 15 dollars 50, 17 USD and 25: hundredths without a word, if nothing else follows them.
@cache
def _unnamed_minor() -> re.Pattern[str]:
    return re.compile(
        r" (?:and )?([0-9]{2})(?![0-9A-Za-z%]|[.,][0-9]| ?[-–/:%$€£¥])(?! (?!is |was |for |to |in |on |at |and |or |but )[A-Za-z])"
    )


_HAN_DIGITS = "零一二三四五六七八九"


@cache
def _tenths() -> re.Pattern[str]:
    return re.compile("[1-9一二三四五六七八九](?![0-9一二三四五六七八九十百千万亿点毛角分块元个家人年月.%])")


def _beside_han(text: str, start: int, end: int) -> bool:
    return any("\u4e00" <= char <= "\u9fff" for char in text[max(0, start - 2) : start] + text[end : end + 2])


def _with_minor(text: str, end: int, number: Number, home: Home) -> tuple[Number, int]:
    """五元三毛, 50元6角三分, 3 dollars 50 cents: the parts of one amount."""
    tenths = _tenths().match(text, end) if text[end - 1] in "块毛" else None
    if tenths is not None and number.value is not None and number.value == number.value.to_integral_value():
        digit = _HAN_DIGITS.find(tenths[0])  # 三块二, 一毛五
        more = Decimal(digit if digit > 0 else tenths[0]).scaleb(-1)
        return number._replace(
            value=number.value + more, quantum=more.scaleb(-more.adjusted() - 1)
        ), tenths.end()
    for _ in range(2):
        if text[end : end + 1] not in _BEFORE_MINOR:
            break
        link = _LINK.match(text, end)
        part = number_at(text, link.end() if link else end)
        minor = minor_after(text, part.end, home) if part and part.number.value is not None else None
        if minor is None and text[end - 1].isascii() and text[end - 1].isalpha() and number.scale == 1:
            unnamed = _unnamed_minor().match(text, end)
            if unnamed and part:
                minor = unnamed.end(), Decimal("0.01")
        if part is None or minor is None or part.number.value is None or number.value is None:
            break
        end, factor = minor
        number = number._replace(value=number.value + part.number.value * factor, quantum=factor)
    return number, end


def _counted(text: str, first: int, end: int, number: Number, start: int) -> Amount | None:
    at = end + 1 if text.startswith(" ", end) else end
    classifier = classifier_at(text, at)
    if classifier is not None and not _no_count(text, first, at, number, classifier):
        if start and (
            text[start - 1] == "前"
            or (text[start - 1] in _LISTED and _ordinals().search(text[max(0, start - 20) : start]))
        ):
            return None  # 前5名 is a rank, 第一、二、三名 are ordinals
        return Amount(
            first, at + len(classifier), _behind_noun(text, at + len(classifier), number), _COUNT, classifier
        )
    if text[end : end + 1] in _BEFORE_NOUN:
        behind = modifier_behind(text, end)  # 250 or more staff
        if counts_something(text, start, behind[1] if behind else end, many=number.scale >= _THOUSAND):
            return Amount(first, end, number, _COUNT)
    if number.value is not None and abs(number.value) < _TEN_THOUSAND:
        return None
    if _says_scale().search(text[start:end]) and not text.startswith(_NO_AMOUNT, end):
        bare = text[start] in _SCALES_ALONE and modifier_before(text, first) is None
        return (
            None if bare else Amount(first, end, number, _COUNT, bare=True)
        )  # 年薪300万, rose to 3.2 million
    return None


# 百亿级, 亿元大单: a class, and no amount.
CLASSES = ("量级", "级", "大单", "俱乐部")
_NO_AMOUNT = (*CLASSES, "富翁", "富豪", "分之", "号", "身价", "起")
_SCALES_ALONE = frozenset("十百千万亿兆拾佰仟")


@cache
def _says_scale() -> re.Pattern[str]:
    return re.compile("[万亿兆]|[0-9][wk]$|[a-z]illions?(?![a-z])|[0-9](?:bn|mn|tn)(?![a-z])", re.IGNORECASE)


_YEARS = range(1990, 2050)
# Behind a small Han numeral these are idioms as often as classifiers.
_WEAK = frozenset("头句面手口道步回段字")


def _no_count(text: str, first: int, at: int, number: Number, classifier: str) -> bool:
    """What a number and a classifier say that is no count: 2025款, 20万起, 小两口, 十四届三次会议."""
    before = text[first - 1 : first] if first else ""
    if number.value == 0 or (
        classifier in _WEAK and number.value is not None and number.value < 10 and text[first] not in digits
    ):
        return True  # 零头, 两头在外, 三句话不离本行
    match classifier:
        case "个":  # 0.2个和0.5个百分点
            return number.value is not None and number.value != number.value.to_integral_value()
        case "款":
            return number.value in _YEARS and number.scale == 1
        case "起":
            return number.scale != 1
        case "层":
            return before in "楼栋幢座" and bool(before)
        case "口":
            return before in "老小"
        case "次":
            return before in "大届番" and bool(before)
    return False


# 335家公司以内: the modifier of a count stands behind its noun.
@cache
def _noun_and_modifier() -> re.Pattern[str]:
    return re.compile(
        r"[^\W0-9_一二两三四五六七八九十百千万亿多余a-zA-Z]{1,6}?(?=以[上下内]|左右|之内|上下|(?<=日)内)"
    )


def _behind_noun(text: str, end: int, number: Number) -> Number:
    noun = _noun_and_modifier().match(text, end) if number.modifier is None else None
    behind = modifier_behind(text, noun.end()) if noun else None
    return number._replace(modifier=behind[0]) if behind else number


@cache
def _of_a_point() -> re.Pattern[str]:
    return re.compile(
        r"(?: of (?:a|one) percentage|(?<=of a)(?: percentage)?) point(?!s)|(?<=quarter)[ -]point(?!s)|(?<=half)[ -]point(?!s)"
    )


@cache
def _slashed() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9/])[0-9]+(?:\.[0-9]+)?(?:/[0-9]+(?:\.[0-9]+)?)*\Z")


@cache
def _ordinals() -> re.Pattern[str]:
    numeral = "[0-9一二三四五六七八九十]{1,3}"
    return re.compile(f"第{numeral}(?:[、和及至到-]{numeral}){{0,4}}[、和及至到-]\\Z")


def _suffixed(text: str, found: Found, has_currency: bool, home: Home) -> tuple[int, Number] | None:
    """$20m, 45B yuan: a letter is a scale only beside a currency."""
    scaled = suffixed_number(text, found)
    if scaled is None:
        return None
    if not has_currency:
        after = unit_after(text, scaled.end, home)
        counted = _plural().match(text, scaled.end) and counts_something(text, found.start, scaled.end)
        if not counted and (after is None or after[1].kind is Kind.MULTIPLE):
            return None
    return scaled.end, scaled.number


def suffixed_number(text: str, found: Found) -> Found | None:
    """The number with the letter of scale behind it: 20m, 45B."""
    if text[found.end : found.end + 1] not in _SCALE_LETTERS or found.number.scale != 1:
        return None
    match = _suffixed_pattern().match(text, found.start)
    number = english_number(match[0]) if match else None
    return Found(found.start, match.end(), number) if match and number else None


_SCALE_LETTERS = frozenset("kKmMbBtTcC")
_LABEL_SIGNS = frozenset("#№第_")


def is_labelled(text: str, start: int, floor: int) -> bool:
    """Whether what stands before makes a name of the number: GPT-4, H20, 第 3, #5, No. 1, v2."""
    at = start - 1
    if at < floor:
        return False
    char = text[at]
    if char == " ":
        # #5, 图 2, 7 3 / 4
        return at > floor and (
            text[at - 1] in _LABEL_SIGNS or (text[at - 1] == "/" and text[at - 3 : at - 2].isdigit())
        )
    if char in _LABEL_SIGNS or (char.isascii() and char.isalnum()):
        return True
    if char == "/" and at == floor > 0 and text[at - 1].isascii():
        return False  # 200MW/800MWh
    if char in "-./" and at > 0:
        left = text[at - 1]
        if left.isdigit():  # 50-50, 3-1; but 1.32/1.68/2.05元
            return char != "/" or _slashed().search(text[max(floor, at - 24) : at]) is None
        if char == "/" and "\u4e00" <= left <= "\u9fff" and not (left in "瓦时" and at == floor):
            return True  # 11.6美元/百万英热单位
        return (
            left.isascii()
            and left.isalpha()
            and not (char == "-" and _OPEN_COMPOUND.search(text[max(0, at - 8) : at]))
        )
    return False


# mid-5%, sub-10%: the word before the hyphen qualifies the number and names nothing.
_OPEN_COMPOUND = re.compile(r"(?:^|[^A-Za-z])(?:mid|sub|near|over|under|post|pre|non)\Z", re.IGNORECASE)
_SIGN = re.compile(
    r"(?:(?<![0-9A-Za-z%)])[-+]|零下|(?<![背肩担自身抱辜胜欠减正])负(?!责)|(?i:(?<![a-z])(?:minus|negative) ))\Z"
)
_SIGN_WIDTH = 10


def sign_start(text: str, start: int, floor: int) -> int:
    """Where the sign before `start` begins, or `start`."""
    if start <= floor or text[start - 1] not in _SIGN_ENDS:
        return start
    if text[start - 1] == " " and text[start - 2 : start - 1] not in _SIGN_WORDS_END:
        return start
    low = max(floor, start - _SIGN_WIDTH)
    match = _SIGN.search(text[low:start])
    return low + match.start() if match else start


_SIGN_WORDS_END = frozenset("sSeE")  # minus, negative
_SIGN_ENDS = frozenset("-+下负 ")


def negated(number: Number) -> Number:
    """The number below zero."""
    if number.value is not None:
        return number._replace(value=-number.value)
    if number.low is None or number.high is None:
        return number
    return number._replace(low=-number.high, high=-number.low)


def plus_half(number: Number) -> Number:
    """三斤半: half a unit more."""
    if number.value is None:
        return number
    return number._replace(value=number.value + _HALF, quantum=Decimal("0.1"))


def may_have_unit(text: str, start: int, end: int) -> bool:
    """Whether the characters beside a number allow of a unit; most bare numbers end here."""
    following, preceding = _neighbours()
    return text[end : end + 1] in following or (start > 0 and text[start - 1] in preceding)


@cache
def _neighbours() -> tuple[frozenset[str], frozenset[str]]:
    """What may follow a number that has a unit, a classifier, a range; what may precede one with a currency."""
    following = frozenset(ascii_letters + digits + _MORE_BEHIND)
    return following | units.beginnings() | classifiers.beginnings(), frozenset(" ") | units.endings()
