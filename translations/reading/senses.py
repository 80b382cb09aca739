"""What a multiple is said of: how far something grew, or how large it is; and what is none (won three times)."""

from __future__ import annotations

import re
from functools import cache

_MODIFIERS = r"(?:大约|接近|将近|超过|不止|至少|整整|约|近|逾|超|达|了| )*+"


# 高达, 多达 and 大约 are modifiers and say no growth; 增至, 扩大到 and 提高为 name the level.
@cache
def _growth() -> re.Pattern[str]:
    return re.compile(
        rf"(?:增长|成长|增加|增多|增|上升|升|上涨|攀升|上调|涨|提高|提升|扩大|扩张|高出|超出|(?<!最)高(?![达于])|多出|(?<![最至不])多(?![达于])|(?<!最)大(?![约概])|激增|飙升|暴增|猛增|放大"
        rf"|上浮|抬升|加快|扩容|飙涨|快出?)(?:幅度?)?{_MODIFIERS}\Z"
    )


_WIDTH = 16


@cache
def _compares() -> re.Pattern[str]:
    return re.compile(
        r" (?:as|the|that|its|their|his|her|our|more|less|higher|lower|larger|bigger|greater|faster|smaller|cheaper|longer|what|those|"
        r"last|earnings|revenues?|sales|book|annual|forward|trailing|ebitda|ebit|projected|expected|forecast|cash|oversubscribed|"
        r"over|covered|subscribed|normal|average|net|profits?|income|interest|leverage|gdp|capacity|cost|output|[0-9])(?![a-z])",
        re.IGNORECASE,
    )


@cache
def _occasions() -> re.Pattern[str]:
    return re.compile(
        r" (?:in|this|a|an|since|during|per|each|every|already|before|so far|within|between|for|and|but|when|while|since|if)(?![a-z])"
    )


def grows(text: str, start: int) -> bool:
    """Whether a verb of growth stands right before the multiple that begins at `start`: 增长两倍."""
    return _growth().search(text[max(0, start - _WIDTH) : start]) is not None


def is_multiple(text: str, start: int, end: int) -> bool:
    """Whether "N times" is a multiple rather than a number of occasions (three times this year); 倍 always is."""
    if not text.startswith("times", end - 5) or _compares().match(text, end):
        return True
    return _occasions().match(text, end) is None
