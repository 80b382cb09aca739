"""Four digits without 年: whether they are a year, by what stands beside them."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

_NOUNS = (
    "people|persons|men|women|children|workers|employees|staff|jobs|positions|engineers|researchers|students"
    "|graduates|patients|members|passengers|soldiers|troops|residents|citizens|customers|users|subscribers"
    "|participants|attendees|guests|respondents|investors|shareholders|volunteers|families|households|voters"
    "|companies|firms|businesses|enterprises|startups|banks|stores|shops|outlets|branches|restaurants|factories"
    "|plants|offices|schools|universities|hospitals|hotels|rooms|beds|seats|homes|houses|flats|apartments"
    "|buildings|projects|sites|stations|chargers|units|cars|vehicles|trucks|buses|trains|aircraft|planes|ships"
    "|vessels|flights|robots|machines|devices|phones|chips|wafers|servers|GPUs|satellites|drones|cases|deaths"
    "|items|products|pieces|copies|pages|words|books|papers|patents|applications|tickets|points|shares|lots"
    "|contracts|orders|times|votes|goals|games|cities|towns|villages|countries|islands|animals|trees|boxes"
)
_UNITS = (
    "million|billion|trillion|thousand|hundred|bn|mn|tn|mln|percent|per cent|pct|basis points|dollars|cents|yuan"
    "|renminbi|yen|won|euros?|pounds|francs|rupees|baht|US dollars|seconds|minutes|hours|days|nights|weeks|months"
    "|quarters|years|decades|[kMGT]W(?:h|p)?|[kM]V|[kMGT]B|[kMGT]?Hz|megawatts|gigawatts|kilowatts|tonnes|tons|kg"
    "|kilograms|kilos|grams|lbs?|ounces|oz|barrels|bushels|gallons|litres|liters|mm|cm|km|kms|kilomet(?:re|er)s"
    "|met(?:re|er)s|miles|yards|feet|ft|inches|acres|hectares|sq|square|cubic|degrees|calories|volts|watts|nits"
    "|dpi|rpm|mAh|fps|m2|m²"
)
# Han that counts or measures what stands before it; 美 and 欧 only as the beginning of a currency.
_HAN_UNITS = (
    "亿萬万千百十多余餘来元块角分几幾人家个個名位座台辆輛架艘件项項款种種只隻条條张張吨噸公斤克米平立升瓦兆吉度倍点點股手笔"
    "筆场場次轮輪岁歲天小日月周週季秒时時页頁户戶口箱瓶套枚颗顆粒棵株匹册冊幅层層栋棟间間所处處片段集篇封份批组組队隊"
    "双雙副桶袋盒字步步颗成%‰号號"
)


def _spaced(source: str) -> str:
    return source.replace(" ", r"\ ")


_AS_A_WORD = r"(?![0-9A-Za-z])"
_A_NOUN = (
    rf"\ (?:(?:new|more|other|additional|extra|full-time|part-time|or\ so|odd)\ )?(?:{_NOUNS}){_AS_A_WORD}"
)
_A_UNIT = rf"\ ?(?:%|‰|°|(?:{_spaced(_UNITS)}){_AS_A_WORD}|[{_HAN_UNITS}]|[美欧歐日]元|日[圆圓]|[港台臺][元币幣]|美金)"

# Nouns that a year stands before: 2024 results, but 2024 tractors.
_OF_YEARS = (
    "results|sales|earnings|profits|revenues|losses|levels|figures|estimates|elections|forecasts|targets|prices"
    "|costs|exports|imports|deliveries|shipments|bonds|notes|talks|budgets|reports|olympics|was|is|has|as|its|this"
    "|versus|sees|marks|business|process|plans|rules|guidelines|wages|surveys|statistics|filings|accounts|awards"
    "|finals|models|purchases|rates|tariffs|sanctions|protests|taxes|dividends|cuts"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FIRM = _words(
    "in since by during until till before after year years circa early late mid end summer autumn winter spring"
    " january february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sep sept oct nov dec © copyright"
)
_HYPHENED = _words("mid pre post early late end")
_FAIR = _words(
    "of from for to through between and than the a this as on versus vs vs. or with its their his our"
)
_COUNTING = _words(
    "about some around roughly approximately almost nearly exactly another least most over under only just than"
    " many total employs employed sold bought hired cut all these those"
)
_MORE = _words("more less fewer")
_LABELS = _words(
    "no no. nos. page pages p. pp. room number code flight model type version windows route iso rmb usd cny jpy"
    " eur gbp hkd $ € £ ¥ us$ hk$ nt$ # 第 约 約 共 达 達 逾 超 近 至少 多达 多達 超过 超過 不足 大约 大約"
)
_HAN_COUNTING = (*"约約共达達逾超近第", "至少", "超过", "超過", "不足")
_OPENING = "(（《〈“‘\"'[【「『"
_NEVER_BEHIND = frozenset("$€£¥₹#@_&=+.,:/0123456789")
_WINDOW = 24
_EARLIEST, _EARLIEST_BARE, _LATEST = 1500, 1900, 2100


class _Sign(StrEnum):
    """What stands before the digits says of them."""

    NEVER = "never"
    COUNTING = "counting"
    NONE = "none"
    FAIR = "fair"
    FIRM = "firm"


@cache
def _after() -> tuple[re.Pattern[str], re.Pattern[str]]:
    joined = r"[0-9]|[.,:/][0-9]|[-–—−][0-9]|['’](?!s)|[EFA](?=[A-Za-z0-9])|(?![EFA])[A-Za-z]"
    plural = rf"\ (?!(?:{_OF_YEARS})\b)[a-z]+(?<![sui])s\b"
    return re.compile(rf"{_A_UNIT}|{joined}"), re.compile(rf"{_A_NOUN}|{plural}")


def is_year(text: str, start: int, end: int) -> bool:
    """Whether the four digits ``text[start:end]`` of a folded text are a year and not a number of something.

    From 1900 to 2099, as far back as 1500 behind "in" or "since". A round number (2000) must be shown to be a year.
    """
    digits = text[start:end]
    if len(digits) != 4 or not digits.isdecimal():
        return False
    year = int(digits)
    if not _EARLIEST <= year <= _LATEST:
        return False
    never, counted = _after()
    if never.match(text, end):
        return False
    sign = _sign(text[max(0, start - _WINDOW) : start])
    if counted.match(text, end):
        return sign is _Sign.FIRM and year % 50 != 0 and year > _EARLIEST_BARE
    if sign is _Sign.FIRM:
        return True
    if sign in (_Sign.NEVER, _Sign.COUNTING) or year < _EARLIEST_BARE:
        return False
    return sign is _Sign.FAIR or year % 100 != 0


def _sign(left: str) -> _Sign:
    if not left:
        return _Sign.NONE
    last = left[-1]
    if last == "〔":  # the number of a document: 〔2025〕118号
        return _Sign.NEVER
    if last in _OPENING:
        return _Sign.FAIR
    if last in _NEVER_BEHIND or (last.isascii() and last.isalpha()):
        # A stop that closes what stood before is no part of the number.
        return _Sign.NONE if last in ".,:" and not left[-2:-1].isdigit() else _Sign.NEVER
    if last in "-–—−/":
        return _behind_hyphen(left[:-1])
    if left.rstrip().endswith(_HAN_COUNTING):
        return _Sign.NEVER
    return _behind_words(left.split()) if last == " " else _Sign.NONE


def _behind_hyphen(left: str) -> _Sign:
    if not left[-1:].isalnum() or not left[-1].isascii():
        return _Sign.NONE
    word = left.split()[-1].strip(_OPENING).lower()
    return _Sign.FIRM if word in _HYPHENED else _Sign.NEVER


def _behind_words(words: list[str]) -> _Sign:
    """By the last word; by the one before it too, as "by about 2030" and "5% more than 2024" are years."""
    if not words:
        return _Sign.NONE
    word = words[-1].strip(_OPENING).lower()
    if word in _FIRM:
        return _Sign.FIRM
    if word in _LABELS:
        return _Sign.NEVER
    if word not in _COUNTING:
        return _Sign.FAIR if word in _FAIR else _Sign.NONE
    before = [earlier.strip(_OPENING).lower() for earlier in words[-3:-1]]
    if any(earlier in _FIRM for earlier in before):
        return _Sign.FIRM
    return _Sign.FAIR if _compares(word, before) else _Sign.COUNTING


def _compares(word: str, before: list[str]) -> bool:
    """Higher than 2024, 5% over 2024: with what was in that year."""
    if word == "than" and _MORE.isdisjoint(before):
        return True
    return word in ("than", "over", "under") and any(w.endswith(("%", "percent", "points")) for w in before)
