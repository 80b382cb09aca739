"""What must stand around a unit that is also another word, for the writing to be a unit."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeAlias

# The text, where the number ends, where the unit begins and where it ends.
Guard: TypeAlias = Callable[[str, int, int, int], bool]

# A word in Latin letters, Vietnamese and Polish ones included; no unit has a longer one.
LATIN_WORD = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]{1,24}")
_DIGITS = "0123456789"
_DECIMALS = re.compile(r"(?:\.[0-9]{1,3}|[-−][0-9]{1,2})\Z")
_FEW = "一二两三四五六七八九"
_NUMERALS = "〇零一二两三四五六七八九十百千万亿半"
_AMOUNT_ENDS = ("多", "左右", "以上", "以下", "以内", "以外", "上下", "的价", "每", "起")
_OIL = ("油", "原油", "石油", "当量", "/日", "/天", "每日", "每天", " 原油", "布伦特")


def latin(character: str) -> bool:
    """A letter of the Latin script, up to Latin Extended-B."""
    return character < "\u0250" and character.isalpha()


def not_before(characters: str) -> Guard:
    """None of `characters` goes on behind the unit."""

    def guard(text: str, position: int, start: int, end: int) -> bool:
        return end == len(text) or text[end] not in characters

    return guard


def nothing_goes_on(text: str, position: int, start: int, end: int) -> bool:
    """Behind the unit the phrase ends: no letter, Han character or digit, not even behind a space."""
    following = text[end : end + 2].lstrip(" ")[:1]
    return not following.isalnum()


def no_number_follows(text: str, position: int, start: int, end: int) -> bool:
    """A sign between two numbers belongs to the second: 2024 $5bn, 3 × 4."""
    following = text[end : end + 2].lstrip(" ")[:1]
    return not following or following not in _DIGITS


def touching(text: str, position: int, start: int, end: int) -> bool:
    """Directly behind the number, be it in digits or in Han numerals."""
    return start == position


def at_a_digit(text: str, position: int, start: int, end: int) -> bool:
    """Directly behind a digit: 50p, 5刀."""
    return start == position > 0 and text[position - 1] in _DIGITS


def behind_decimals(text: str, position: int, start: int, end: int) -> bool:
    """1.5C is a temperature; 3C is a label."""
    return start == position and _DECIMALS.search(text[max(0, position - 6) : position]) is not None


_SIZED = re.compile(" (?:long|wide|tall|deep|thick|high|by|display|screen|monitor|panel|TV|wafers?)(?![a-z])")


def of_a_size(text: str, position: int, start: int, end: int) -> bool:
    """10" long: elsewhere the sign closes a quotation."""
    return _SIZED.match(text, end) is not None


_GROUPED = re.compile(
    r"[0-9]{1,3},[0-9]{3}|[0-9]+(?:\.[0-9]+)?(?:bn|m|tn)(?![A-Za-z])|[0-9.]+ (?:million|billion|trillion)"
)


def rand(text: str, position: int, start: int, end: int) -> bool:
    """R24,500 and R3bn; R2 is a label."""
    return position == end and _GROUPED.match(text, position) is not None


def within_days(text: str, position: int, start: int, end: int) -> bool:
    """30日内 is a stretch of time; 30日 by itself is a date."""
    return text.startswith(("内", "以内", "之内"), end)


def in_ten_thousands(text: str, position: int, start: int, end: int) -> bool:
    """35万方 of earth, 260亿方 of gas; 方 is otherwise a side."""
    return text[position - 1] in "万亿" and text[end : end + 1] not in tuple("案面法式向便针程位")


_HOURS = re.compile(r"(?:小时|时) ?[0-9一二两三四五六七八九十]{1,3}\Z")
_SECONDS = re.compile(r" ?[0-9一二三四五六七八九十]{1,3} ?秒")


def behind_hours(text: str, position: int, start: int, end: int) -> bool:
    """2小时48分, 2分35秒; 分 is otherwise a hundredth of a yuan, or a score."""
    return (
        _HOURS.search(text[max(0, position - 8) : position]) is not None
        or _SECONDS.match(text, end) is not None
    )


def multiplied(text: str, position: int, start: int, end: int) -> bool:
    """40x, and not 40x60."""
    return at_a_digit(text, position, start, end) and no_number_follows(text, position, start, end)


def near(text: str, position: int, start: int, end: int) -> bool:
    """A single letter, at most a space behind a number in digits or Han numerals: 5 m, 10万t."""
    return _spaced(text, position, start) and _number_ends(text, position) and text[end : end + 1] != "-"


def apart(text: str, position: int, start: int, end: int) -> bool:
    """A letter that touches its number only in labels, and stands for a word before another: 5 A, 3 B."""
    return (
        start == position + 1
        and _spaced(text, position, start)
        and _number_ends(text, position)
        and nothing_goes_on(text, position, start, end)
        and text[end : end + 1] != "-"  # A-share
    )


def inches(text: str, position: int, start: int, end: int) -> bool:
    """ "In" is a unit only where the phrase ends: 12 in."""
    return near(text, position, start, end) and nothing_goes_on(text, position, start, end)


def unhyphenated(text: str, position: int, start: int, end: int) -> bool:
    """5 second, but no second-hand, one-time, three-quarter."""
    return text[start - 1] != "-" and text[end : end + 1] != "-"


def not_hyphened_on(text: str, position: int, start: int, end: int) -> bool:
    """5-second, but no 5 second-hand."""
    return text[end : end + 1] != "-"


def pieces_of_money(text: str, position: int, start: int, end: int) -> bool:
    """块 is money as part of an amount (三块五) and where no noun follows that it could count."""
    following = text[end : end + 1]
    if following.isascii() and following.isalpha():
        return False  # 1万块GPU
    if not following or following in _NUMERALS or not "\u3400" <= following <= "\u9fff":
        return True
    return text.startswith(_AMOUNT_ENDS, end)


def barrels(text: str, position: int, start: int, end: int) -> bool:
    """桶 is a measure of oil and otherwise a classifier: 万桶, 5桶原油, 5桶/日."""
    return text[position - 1] in "万亿" or text.startswith(_OIL, end)


_LIQUOR = re.compile("[^，。；]{0,6}酒| ?[0-9]{2,4} ?(?:ml|mL|毫升)")


def degrees(text: str, position: int, start: int, end: int) -> bool:
    """三度 before a verb is "three times"; 十三度, 3度 and 零下三度 are temperatures."""
    if _LIQUOR.match(text, end):
        return False
    if text[position - 1] not in _FEW or text[max(0, position - 2) : position - 1] in tuple(_NUMERALS + "下"):
        return text[end : end + 1] not in ("假", "过")
    return nothing_goes_on(text, position, start, end) or text.startswith(_AMOUNT_ENDS, end)


def both(first: Guard, second: Guard) -> Guard:
    """Both of two guards."""

    def guard(text: str, position: int, start: int, end: int) -> bool:
        return first(text, position, start, end) and second(text, position, start, end)

    return guard


def _spaced(text: str, position: int, start: int) -> bool:
    return start == position or (start == position + 1 and text[position] == " ")


def _number_ends(text: str, position: int) -> bool:
    return position > 0 and not latin(text[position - 1])
