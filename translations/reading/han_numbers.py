"""Numbers written with Han numerals or scales, alone or mixed with digits: where they end, and their value."""

from __future__ import annotations

import re
from decimal import Context, Decimal, DecimalException
from functools import cache

from translations.quantity import Modifier
from translations.reading.digits import DIGITS
from translations.reading.folding import fold
from translations.reading.han_numerals import Magnitude, evaluate, power, significant
from translations.reading.model import Number

# --- where a number ends ------------------------------------------------------------------------------------
#
# The grammar of docs/reading.md over folded text. All that repeats is possessive or bounded.

_DIGIT = "[〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖]"
_GAP = " {0,2}+"
# 两 counts hundreds and more and stands alone, but is no last digit: 十两 is ten taels.
_COUNT = rf"(?>一两|两三?|{_DIGIT}++)"
_TEN = "[十拾]"
# 千 and 百 of a metric unit belong to the unit, 兆 as well: 20万千瓦, 500兆瓦.
_HUNDRED = "(?:百(?!帕|慕[大达達])|佰)"
_THOUSAND = "(?:千(?![瓦米伏赫帕焦]|里[达達]|克(?!拉)|卡(?!车)|安(?![保全防装置家])|字节|比特|位元)|仟)"
_MEGA = "兆(?![瓦赫字焦伏位升]|比(?!利)|帕(?!拉)|[欧歐](?![元洲])|电子伏|宽带|带宽|光纤|网|流量|以太|级)"
# Names that stand behind a figure: 2024百度, 3 万科. 三百度 is a temperature.
_NAMES = "(?:百度|百事|百胜|百威|千问|千禧|万科(?![技研学目室威摩])|万达(?![到成标]))"

# 多, 余, 来 behind a unit or a round number.
_ODD = r"(?:多(?![么样]|[米明]尼)|余(?![额款])|来(?![自到源看说讲临回往宾]))"
_SOME = rf"(?:(?<=[十百千万亿拾佰仟0]){_GAP}{_ODD})?+"
_ONES = rf"(?:(?:(?<= 十) )?+{_DIGIT}++(?![十百千拾佰仟])|几(?![乎何]|内亚))?+"
_FACTOR = rf"(?>{_COUNT}|{DIGITS}|几)"
# Behind the last unit. 一 there is more often an article (5万一个), and so is any numeral after "300万".
_ONE_OF = "一(?![元块以左多的〇零一二三四五六七八九])[一-鿿]"
_NO_DATE = r"(?! ?[年月日号时点]|[0-9A-Za-z%‰]|[.,:/][0-9])"
_LAST = (
    rf"(?:零{DIGITS}|零几|(?<=[0-9][百千万亿]){DIGITS}{_NO_DATE}"
    rf"|(?<![0-9.][0-9][百千万亿])(?<![0-9] [百千万亿])(?!{_ONE_OF}){_DIGIT}++(?![十百千拾佰仟]))"
)
_AFTER_HUNDRED = rf"(?:{_GAP}{_FACTOR}{_GAP}{_TEN}{_ONES}|{_TEN}{_ONES}|{_LAST})?+"
_BELOW_THOUSAND = rf"{_HUNDRED}{_AFTER_HUNDRED}|{_TEN}{_ONES}"
_AFTER_THOUSAND = rf"(?:{_GAP}{_FACTOR}{_GAP}(?:{_BELOW_THOUSAND})|{_TEN}{_ONES}|{_LAST})?+"
_AFTER_SCALE = (
    rf"(?>{_GAP}{_FACTOR}{_GAP}"
    rf"(?:{_THOUSAND}{_AFTER_THOUSAND}|{_BELOW_THOUSAND}|(?=[多余来几]?[万亿兆]))|{_TEN}{_ONES}|{_LAST})"
)
_WITHIN = "[0-9,. 〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖十百千拾佰仟多余几]{0,16}+"
# What falls behind a scale: 五万六万 are two numbers, 1万5千亿 and 1万亿5千亿 are one.
_FALLS = (
    rf"(?!(?<=万){_WITHIN}万(?![亿兆])|(?<=[^万]亿){_WITHIN}万?[亿兆]|(?<=万亿){_WITHIN}(?:万亿|兆)"
    rf"|(?<=兆){_WITHIN}万?兆)"
)
_SCALE = rf"(?:{_GAP}(?>(?<!亿)万(?!那杜)|亿|{_MEGA})(?:{_FALLS}{_AFTER_SCALE})?+{_SOME})"
_SCALES = rf"{_SCALE}{{0,6}}+"
_POINT = rf"(?:{_GAP}点{_GAP}{_DIGIT}++(?![十点刻]))?+"
_HALF = "(?:(?<=[万亿兆])半(?![导个年月数天成小场价径球挂封自夜路途]))?+"
# w is 万 and kw 千万 in informal Chinese; upper-case KW, kW and most W are watts.
_WATT = "(?:快充|闪充|充电|无线|功|电|灯)"
_ABBREVIATION = (
    rf"(?>kw(?! ?[/·时]|[功电机快光储充])|w(?! ?{_WATT})|W(?= ?[一-鿿])(?! ?{_WATT})|[kK])(?![A-Za-z0-9])"
)

_MIXED = (
    rf"{DIGITS}(?!{_GAP}{_NAMES})(?>"
    rf"{_GAP}(?:{_THOUSAND}{_AFTER_THOUSAND}|{_HUNDRED}{_AFTER_HUNDRED}){_SOME}"
    rf"|{_GAP}[多余来几](?={_GAP}[万亿兆])|(?<=0){_GAP}(?:{_ODD}|几(?![乎何]|内亚))"
    rf"|(?={_GAP}(?:[万亿]|{_MEGA})))"
)
_PURE = (
    rf"(?>{_COUNT}(?:(?! {_GAP}{_NAMES}){_GAP}(?:{_THOUSAND}{_AFTER_THOUSAND}|{_BELOW_THOUSAND}))?+"
    rf"|{_TEN}{_ONES}|[廿卅卌]{_ONES}){_POINT}{_SOME}(?! {_GAP}{_NAMES})"
)
_BARE_SCALES = rf"(?:(?<!亿)万|亿|{_MEGA}){{0,2}}+"
_BARE = rf"(?!{_NAMES}|亿万)(?>{_HUNDRED}|{_THOUSAND}|(?<!亿)万|亿){_SOME}{_BARE_SCALES}{_SOME}"
_VAGUE = (
    rf"数以[十百千万亿]{{1,3}}+计|(?>好?几|(?<![多少人系指倍总无分基参函户])数)"
    rf"(?>(?:{_TEN}|{_HUNDRED}|{_THOUSAND}){_SOME}|(?=[万亿])){_BARE_SCALES}{_SOME}"
)
# 上 behind a noun is "on": 市场上百万人.
_UP_TO = rf"(?<![以之网线路身手场史界地海台街车船桌纸心早晚马加赶面事冲衝站漲涨攀升爬登跃躍突守重])上(?>十(?=[万亿]){_BARE_SCALES}|{_BARE})"

HAN_NUMBER = (
    rf"(?>{DIGITS}{_ABBREVIATION}|(?>{_MIXED}|{_PURE}){_SCALES}{_POINT}{_HALF}|{_VAGUE}|{_UP_TO}|{_BARE})"
)
"""Regex source: a number with at least one Han numeral, scale or abbreviation of a scale (3.5w, 15k).

For folded text. It has no groups and no flags, and one match is linear in what it reads; a search is linear if
`DIGITS` is the next alternative, for it refuses plain digits. 半 belongs to it only behind a scale (两亿半);
signs, units and 年 never do.
"""

# --- what it is worth ---------------------------------------------------------------------------------------

_ABBREVIATIONS = {"k": 3, "K": 3, "w": 4, "W": 4, "kw": 7}
_SCALES_AT_END = _ABBREVIATIONS | {
    **{"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "万万": 8, "亿": 8, "百亿": 10, "千亿": 11},
    **{"兆": 12, "万亿": 12, "百兆": 14, "千兆": 15, "亿亿": 16, "万兆": 16},
}
_CONSECUTIVE = "一二 二三 两三 三四 四五 五六 六七 七八 八九 三五 一两"


def han_number(text: str) -> Number | None:
    """The number that a match of `HAN_NUMBER` says; None if its numerals make none, or are over 64 characters.

    `quantum` is the place of the last numeral (三百亿 → 1e10), `scale` what a range may elide of it (三百亿 → 1e10,
    二十亿 → 1e8, 五万三千 → 1). 三四百亿 has a low and a high; 十几 is ABOUT 11 to 19, 几百亿 and 数百亿 are ABOUT 2 to 9 times,
    十多亿 is OVER 1e9, 十来 is ABOUT 10, 上百 is AT_LEAST 100.
    """
    if "0" <= text[:1] <= "9" and (simple := _simple(text)):
        return simple
    if len(text) > 1 and _approximate().search(text):
        return _approximated(text)
    magnitude = evaluate(text)
    return _exact(magnitude) if magnitude else None


def _simple(text: str) -> Number | None:
    """Digits with one scale behind them, the most frequent case: 5.3 万亿."""
    exponent, head = _SCALES_AT_END.get(text[-2:]), text[:-2]
    if exponent is None:
        exponent, head = _SCALES_AT_END.get(text[-1:]), text[:-1]
        if exponent is None:
            return None
    whole, point, decimals = head.rstrip(" ").replace(",", "").partition(".")
    digits = whole + decimals
    if not (digits.isdecimal() and whole and digits.isascii()):
        return None
    place = exponent - len(decimals)
    value = Decimal(f"{digits}E{place}") if point else significant(digits, place)
    return Number(value, power(place), power(exponent))


def _exact(magnitude: Magnitude, modifier: Modifier | None = None) -> Number:
    value, place, scale = magnitude
    return Number(value, power(place), power(scale), modifier=modifier)


@cache
def _pair() -> re.Pattern[str]:
    digit = "[〇零○一二三四五六七八九两兩]"
    return re.compile(rf"(?<!{digit})(?:{'|'.join(_CONSECUTIVE.split())})(?!{digit})")


@cache
def _approximate() -> re.Pattern[str]:
    return re.compile(rf"[多余来几半数]|\A[上好]|{_pair().pattern}")


def _approximated(text: str) -> Number | None:
    text, modifier = _without_modifier(text.replace(" ", ""))
    if text in ("几", "数"):
        return None
    if text.endswith("半"):
        text = f"{text[:-1]}五"
    low, high = _ends(text)
    lowest = evaluate(low)
    if lowest is None or low == high:
        return _exact(lowest, modifier) if lowest else None
    highest = evaluate(high)
    if highest is None or not lowest.value < highest.value:
        return None
    return Number(
        None, power(lowest.place), power(lowest.scale), lowest.value, highest.value, modifier=modifier
    )


def _without_modifier(text: str) -> tuple[str, Modifier | None]:
    if text.startswith("数以"):
        text = f"数{text[2:-1]}"
    if text.startswith("上"):
        return _without_odd(text[1:])[0], Modifier.AT_LEAST
    if text.startswith(("好几", "几", "数")):
        return _without_odd(text.removeprefix("好"))[0], Modifier.ABOUT
    return _without_odd(text)


def _without_odd(text: str) -> tuple[str, Modifier | None]:
    if "多" in text or "余" in text:
        return text.replace("多", "").replace("余", ""), Modifier.OVER
    return text.replace("来", ""), Modifier.ABOUT if "来" in text or "几" in text else None


def _ends(text: str) -> tuple[str, str]:
    """The least and the greatest that `text` can mean, the same if it says one number."""
    if text.startswith(("几", "数")):
        return f"二{text[1:]}", f"九{text[1:]}"
    if "几" in text:  # 十几, 一百零几万, and 30几 for 三十几
        text = text.replace("0几", "几")
        return text.replace("几", "1"), text.replace("几", "9")
    pair = _pair().search(text)
    if pair is None:
        return text, text
    before, behind = text[: pair.start()], text[pair.end() :]
    return f"{before}{pair[0][0]}{behind}", f"{before}{pair[0][1]}{behind}"


# --- a number by itself -------------------------------------------------------------------------------------

_PRECISE = Context(prec=34)
_LARGEST_EXPONENT = 400
_LONGEST_TEXT = 200
_BETWEEN_HAN = re.compile(r" ++(?=[^0-9 ])|(?<=[^0-9 ]) ++")
_SLASH = re.compile(r"(?:([0-9]{1,18}) +)?([0-9]{1,18}) ?/ ?([0-9]{1,18})")
_SCIENTIFIC = re.compile(r"(?:[0-9][0-9,]{0,60}+(?:\.[0-9]{0,60}+)?|\.[0-9]{1,60})(?:[eE][+-]?[0-9]{1,4})?")
_SEVERAL = re.compile("(?<=.)零?几")
_MULTIPLES = {"k": 3, "K": 3, "w": 4, "W": 4, "M": 6, "m": 6, "B": 9, "b": 9, "G": 9, "T": 12, "t": 12}


def number_value(text: str) -> Decimal | None:
    """The value of one number written in Chinese or in digits, as it stands in a text; None if it is none.

    Reads what `han_number` reads in any width and script, and besides: signs (负, -), fractions (三分之一,
    五又三分之一, 1 2/3), powers (2^5, 1e10), 打 (dozens), 半 and the abbreviations k, M, G, B, T. Words that
    make a number vague (多, 余, 几 behind a unit) are left out: 二十几万 is 200000. A range (三四百) is none.
    """
    if len(text) > _LONGEST_TEXT:
        return None
    plain = fold(text).replace("俩", "两").strip()
    try:
        return _signed(plain)
    except (DecimalException, OverflowError):
        return None


def _signed(text: str) -> Decimal | None:
    if text.startswith(("-", "负", "+")):
        value = _signed(text[1:].lstrip())
        return value.copy_negate() if value and text[0] != "+" else value
    return _fraction(text)


def _fraction(text: str) -> Decimal | None:
    compact = _BETWEEN_HAN.sub("", text)
    if "分之" in compact:
        whole, mixed, part = compact.rpartition("又")
        denominator, _, numerator = part.partition("分之")
        return _mixed(whole if mixed else "0", numerator, denominator)
    slash = _SLASH.fullmatch(text)
    return _mixed(slash[1] or "0", slash[2], slash[3]) if slash else _power(compact)


def _mixed(whole: str, numerator: str, denominator: str) -> Decimal | None:
    values = [_signed(part) for part in (whole, numerator, denominator)]
    first, over, under = values
    if first is None or over is None or not under:
        return None
    return _PRECISE.add(first, _PRECISE.divide(over, under))


def _power(text: str) -> Decimal | None:
    base, caret, exponent = text.partition("^")
    if not caret:
        return _plain(text)
    value, times = _plain(base), _signed(exponent)
    if value is None or times is None or abs(times) > _LARGEST_EXPONENT:
        return None
    return _PRECISE.power(value, times)


def _plain(text: str) -> Decimal | None:
    if _SCIENTIFIC.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if text in ("半", "一半"):
        return Decimal("0.5")
    if text.endswith("打"):
        value = _plain(text[:-1])
        return None if value is None else _PRECISE.multiply(value, Decimal(12))
    if text[-1:] in _MULTIPLES and (mantissa := _plain(text[:-1])) is not None:
        return mantissa.scaleb(_MULTIPLES[text[-1]])
    number = han_number(_SEVERAL.sub("", text))
    return number.value if number else None
