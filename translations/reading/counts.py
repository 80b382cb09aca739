"""Counts: a number with a classifier, a noun, or a scale that makes a figure of it."""

from __future__ import annotations

import re
from functools import cache
from string import digits

from translations.quantity import Kind
from translations.reading.amount import Amount
from translations.reading.classifiers import classifier_at
from translations.reading.model import Number
from translations.reading.modifiers import modifier_before, modifier_behind
from translations.reading.nouns import counts_something
from translations.reading.unit_model import Unit

COUNT = Unit(Kind.COUNT, "count")
# 百亿级, 亿元大单: a class, and no amount.
CLASSES = ("量级", "级", "大单", "俱乐部")
_NO_AMOUNT = (*CLASSES, "富翁", "富豪", "分之", "号", "身价", "起")
_SCALES_ALONE = frozenset("十百千万亿兆拾佰仟")
_BOUNDS = frozenset("从至到达破")
_THOUSAND = 1000
_TEN_THOUSAND = 10000
_LISTED = frozenset("、和及至到-")
_BEFORE_NOUN = frozenset(" -+")
_YEARS = range(1990, 2050)
# Behind a small Han numeral these are idioms as often as classifiers.
_WEAK = frozenset("头句面手口道步回段字")


def counted(text: str, first: int, start: int, end: int, number: Number) -> Amount | None:
    """The count that the number at `start`..`end` is, if it is one; `first` is where its sign begins."""
    at = end + 1 if text.startswith(" ", end) else end
    classifier = classifier_at(text, at)
    if classifier is not None and not _no_count(text, first, at, number, classifier):
        if start and (
            text[start - 1] == "前"
            or (text[start - 1] in _LISTED and _ordinals().search(text[max(0, start - 20) : start]))
        ):
            return None  # 前5名 is a rank, 第一、二、三名 are ordinals
        return Amount(
            first, at + len(classifier), _behind_noun(text, at + len(classifier), number), COUNT, classifier
        )
    if text[end : end + 1] in _BEFORE_NOUN:
        behind = modifier_behind(text, end)  # 250 or more staff
        if counts_something(text, start, behind[1] if behind else end, many=number.scale >= _THOUSAND):
            return Amount(first, end, number, COUNT)
    if number.value is not None and abs(number.value) < _TEN_THOUSAND:
        return None
    if _says_scale().search(text[start:end]) and not text.startswith(_NO_AMOUNT, end):
        bare = (
            _SCALES_ALONE.issuperset(text[start:end])
            and text[first - 1 : first] not in _BOUNDS
            and modifier_before(text, first) is None
        )
        return (
            None if bare else Amount(first, end, number, COUNT, bare=True)
        )  # 年薪300万, rose to 3.2 million
    return None


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


def _behind_noun(text: str, end: int, number: Number) -> Number:
    noun = _noun_and_modifier().match(text, end) if number.modifier is None else None
    behind = modifier_behind(text, noun.end()) if noun else None
    return number._replace(modifier=behind[0]) if behind else number


# 335家公司以内: the modifier of a count stands behind its noun.
@cache
def _noun_and_modifier() -> re.Pattern[str]:
    return re.compile(
        r"[^\W0-9_一二两三四五六七八九十百千万亿多余a-zA-Z]{1,6}?(?=以[上下内]|左右|之内|上下|(?<=日)内)"
    )


@cache
def _says_scale() -> re.Pattern[str]:
    return re.compile("[万亿兆]|[0-9][wk]$|[a-z]illions?(?![a-z])|[0-9](?:bn|mn|tn)(?![a-z])", re.IGNORECASE)


@cache
def _ordinals() -> re.Pattern[str]:
    numeral = "[0-9一二三四五六七八九十]{1,3}"
    return re.compile(f"第{numeral}(?:[、和及至到-]{numeral}){{0,4}}[、和及至到-]\\Z")
