"""Quantities in words that hold no numeral: 翻两番, 对折, 一半, doubled, low double digits."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from translations.quantity import Kind, Modifier, Quantity, Ratio
from translations.reading.model import Sense

_ONE = Decimal(1)
_HALF = Decimal("0.5")

_TEENS = {"low": (11, 13), "mid": (14, 16), "hig": (17, 19)}
_HALVED = ["year", "month", "week", "day", "hour", "decade", "century"]
_TO_TWELVE = "two three four five six seven eight nine ten eleven twelve"
_FOLDS = {word: number for number, word in enumerate(_TO_TWELVE.split(), 2)} | {
    "hundred": 100,
    "thousand": 1000,
}
_BY_WORD = {
    "doubl": "2",
    "tripl": "3",
    "trebl": "3",
    "quadrupl": "4",
    "quintupl": "5",
    "sextupl": "6",
    "twice": "2",
    "thrice": "3",
    "halv": "0.5",
    "减半": "0.5",
    "腰斩": "0.5",
    **{f"{word}fold": str(number) for word, number in _FOLDS.items()},
}
_CHINESE_NUMBERS = {
    "一": 1,
    "两": 2,
    "二": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "1": 1,
    "2": 2,
    "3": 3,
    "4": 4,
    "5": 5,
}

_COMPARED = r"(?= (?:as |the |that|its |their|his |her |what |those|last |from |in |to |by |on |over |since |this |year|again|[A-Z]))"
CHINESE_PHRASE = (
    r"(?<![0-9一二两三四五六七八九十几数成])倍增(?!器|计划)|"
    r"翻 ?了? ?(?:将近|接近|超过|不止|近|约|逾|超)?(?:[一两二三四五1-5] ?番|一?倍(?!增)|番)"
    r"|(?<=[价量额润值入员模本支资降缩少司绩产了近，])(?:减半|腰斩)"
    r"|对折|半折|(?<![另对多大小夜])一半|(?<=[近过超逾约占])半数?(?![年天个小夜场日月程]|导体|岛|年度)|半数以上"
    r"|(?<![上下前后大小多夜中一])半 ?(?=个(?:百分点|月|多?小时|季度|世纪|钟头)|年(?![度报线终级])|小时|公里|吨|世纪|[码碼])"
    r"|[低中高]?(?:个位数|[两双三]位数)(?: ?[到至] ?[低中高]?(?:个位数|[两双三]位数))?+(?!字)"
)
ENGLISH_PHRASE = (
    r"(?i:doubl|tripl|trebl|quadrupl|quintupl|sextupl)(?:(?i:ed|ing|es)(?![A-Za-z]| down)"
    rf"|(?i:es?){_COMPARED})|(?i:halved|halving)(?![A-Za-z])|(?i:twice|thrice){_COMPARED}"
    rf"|(?i:{'|'.join(_FOLDS)})fold(?![A-Za-z])"
    rf"|(?i:an? (?:{'|'.join(_HALVED)}) and a half)(?![A-Za-z])"
    rf"|(?i:an? (?:{'|'.join(_HALVED)}))(?![A-Za-z-])(?! (?:ago|earlier|later|after|before))"
    r"|(?:(?<=for )|(?<=in )|(?<=over ))decades(?![A-Za-z])"
    r"|(?i:(?:low|mid|high)[ -]teens)(?![A-Za-z])"
    r"|(?i:an? (?:full |whole )?percentage point)(?![A-Za-z])"
    r"|(?i:(?:low|mid|high)(?:er|est)?[ -])?+(?i:single|double|triple)[ -](?i:digits?)(?![A-Za-z])"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a phrase says, and how far it was said exactly."""

    quantity: Quantity
    quantum: Decimal
    sense: Sense | None = None
    qualified: bool = False  # a quantity only behind a modifier: within a week


def is_half(text: str) -> bool:
    """Whether a match of `CHINESE_PHRASE` is 半 before its unit: 半个百分点."""
    return text.startswith("半") and "数" not in text and "折" not in text


def phrase_quantity(text: str) -> Phrase:
    """The quantity of a match of `CHINESE_PHRASE` or `ENGLISH_PHRASE`."""
    lowered = text.lower().replace(" ", "")
    if lowered.startswith(("翻", "倍增")):
        return _qualified(_multiple(_doublings(lowered)), lowered)
    if lowered == "decades":  # as many as 几十年
        years = Quantity(Kind.DURATION, "year", low=Decimal(20), high=Decimal(90), modifier=Modifier.ABOUT)
        return Phrase(years, _ONE)
    if lowered in ("对折", "半折"):
        return Phrase(Quantity(Kind.PERCENT, "percent", Decimal("5e1")), _ONE)
    if lowered.endswith("andahalf"):
        unit = next(unit for unit in _HALVED if unit in lowered)
        return Phrase(Quantity(Kind.DURATION, unit, Decimal("1.5")), Decimal("0.1"))
    unit = lowered.removeprefix("an").removeprefix("a")
    if unit in _HALVED:
        return Phrase(Quantity(Kind.DURATION, unit, _ONE), _ONE, qualified=True)
    if lowered.endswith("teens"):
        low, high = _TEENS[lowered[:3]]
        quantity = Quantity(
            Kind.PERCENT, "percent", low=Decimal(low), high=Decimal(high), modifier=Modifier.ABOUT
        )
        return Phrase(quantity, _ONE)
    if lowered.endswith("percentagepoint"):
        return Phrase(Quantity(Kind.PERCENTAGE_POINTS, "percentage_point", _ONE), _ONE)
    if "位数" in lowered or "digit" in lowered:
        return _vague(lowered)
    for stem, value in _BY_WORD.items():
        if lowered.startswith(stem):
            return _multiple(Decimal(value))
    modifier = Modifier.AT_LEAST if lowered.endswith("以上") else None
    return Phrase(Quantity(Kind.RATIO, "ratio", _HALF, modifier=modifier, ratio=Ratio(1, 2)), Decimal("0.01"))


def _multiple(value: Decimal) -> Phrase:
    return Phrase(Quantity(Kind.MULTIPLE, "times", value), _ONE, Sense.LEVEL)


_WITHIN = {
    "近": Modifier.NEARLY,
    "接": Modifier.NEARLY,
    "约": Modifier.ABOUT,
    "逾": Modifier.OVER,
    "超": Modifier.OVER,
    "不止": Modifier.OVER,
}


def _qualified(phrase: Phrase, text: str) -> Phrase:
    """翻了近两番: the modifier stands inside."""
    modifier = next((modifier for word, modifier in _WITHIN.items() if word in text), None)
    return replace(phrase, quantity=replace(phrase.quantity, modifier=modifier)) if modifier else phrase


def _doublings(text: str) -> Decimal:
    """翻一番 and 翻倍 are twice, each further 番 doubles again."""
    return Decimal(2) ** next((_CHINESE_NUMBERS[char] for char in text if char in _CHINESE_NUMBERS), 1)


def _vague(text: str) -> Phrase:
    ends = [_digits_range(part) for part in _parts(text)]
    quantity = Quantity(
        Kind.PERCENT, "percent", low=Decimal(ends[0][0]), high=Decimal(ends[-1][1]), modifier=Modifier.ABOUT
    )
    return Phrase(quantity, _ONE)


def _parts(text: str) -> list[str]:
    return [part for part in _separator().split(text) if part]


@cache
def _separator() -> re.Pattern[str]:
    return re.compile("[到至]")


def _digits_range(text: str) -> tuple[int, int]:
    size = 0 if "个" in text or "single" in text else 2 if "三" in text or "triple" in text else 1
    step = 10**size
    if "低" in text or text.startswith("low"):
        return (step, 2 * step - 1) if size else (1, 3)
    if "中" in text or text.startswith("mid"):
        return 4 * step, 6 * step
    if "高" in text or text.startswith("high"):
        return 7 * step, 10 * step - 1
    return step, 10 * step - 1
