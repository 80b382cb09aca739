"""The words that qualify a number, before it and behind it. Folded text in, `Modifier` out.

The words are in a table by their last or first character, so that a look costs a few comparisons and
never more than the longest word.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from translations.quantity import Modifier

_BEFORE: Mapping[Modifier, str] = MappingProxyType(
    {
        Modifier.ABOUT: "约 大约 大概 约为 约合 约占 约有 约达 大致 左右为 折合约 合约 概 估计 估计约 差不多 平均约 ~ ≈ ≒ "
        "about around roughly approximately approx approx. some circa c. ca. an_estimated estimated nearly_about "
        "just_about more_or_less somewhere_around in_the_region_of in_the_order_of on_the_order_of "
        "the_equivalent_of_about",
        Modifier.NEARLY: "近 将近 接近 几近 几乎 逼近 近乎 接近于 已近 约近 临近 "
        "nearly almost close_to just_under just_below just_shy_of a_little_under slightly_less_than near "
        "a_shade_under approaching nearing not_quite slightly_under slightly_below a_little_less_than "
        "a_touch_under fractionally_below just_short_of",
        Modifier.OVER: "超 超过 逾 超逾 多于 高于 大于 超出 已超 已超过 已逾 > 不止 多过 过 超过了 有逾 "
        "over more_than above exceeding exceeded exceeds exceed in_excess_of upwards_of upward_of greater_than "
        "higher_than longer_than older_than just_over just_above well_over well_above larger_than "
        "slightly_more_than a_little_over slightly_over a_little_more_than north_of better_than beyond "
        "well_in_excess_of a_shade_over",
        Modifier.AT_LEAST: "至少 不少于 不低于 起码 最少 最低 不小于 不下 不下于 ≥ >= 至少为 至少有 至少达 至少要 最少为 不少於 "
        "at_least no_fewer_than no_less_than not_less_than not_fewer_than a_minimum_of minimum_of at_a_minimum "
        "as_little_as",
        Modifier.UP_TO: "至多 最多 高达 多达 不超过 不高于 不多于 至多为 不大于 最多为 ≤ <= 上限为 不逾 最多可达 最高可达 至多可达 不得超过 达到最多 "
        "up_to as_much_as as_many_as at_most no_more_than not_more_than a_maximum_of maximum_of as_high_as "
        "not_exceeding no_higher_than capped_at not_to_exceed no_greater_than up_to_about up_to_some",
        Modifier.LESS_THAN: "不足 不到 不及 低于 少于 小于 未满 不满 未到 未达 < 尚不足 尚不到 还不到 还不足 "
        "less_than in_under under below fewer_than lower_than smaller_than shorter_than younger_than short_of well_below well_under beneath "
        "not_even",
        Modifier.WITHIN: "within inside_of",
        Modifier.ONLY: "仅 只有 仅为 仅有 仅占 只占 只是 只为 仅仅 仅仅为 仅仅是 仅达 只达 不过 仅约为 "
        "only just merely a_mere mere barely but_only no_more_than_just",
    }
)
_BEHIND: Mapping[Modifier, str] = MappingProxyType(
    {
        Modifier.ABOUT: "左右 上下 上下浮动 前后 or_so or_thereabouts give_or_take",
        Modifier.OVER: "多 余 有余 开外 有多 出头 多一点 -odd",
        Modifier.AT_LEAST: "以上 期以上 及以上 或以上 或更多 or_more or_above or_over at_least "
        "or_higher and_up and_more or_greater at_a_minimum or_better -plus +",
        Modifier.UP_TO: "及以下 或以下 或更少 or_less or_fewer or_under at_most or_lower or_below",
        Modifier.LESS_THAN: "以下 期以下 不到 不足",
        Modifier.WITHIN: "以内 之内 内",
    }
)
# A modifier is no modifier inside these: 合约, 纽约, 最近, 附近.
_NOT_BEFORE: Mapping[str, str] = MappingProxyType(
    {
        "过": "跨通经越路渡度错透难不好太",
        "约": "合契条节预公纽签邀违履盟解续毁制失爽特要缔绑婚和",
        "近": "最附远亲靠临就相邻抵",
        "概": "大一梗气",
        "超": "反赶高中英欧德意买卖買賣",
    }
)
# 一年内 and "10 天内" are bounds; 内 behind an amount of money is a place.
_DURATION_ONLY = frozenset({Modifier.WITHIN})
_LATIN = re.compile("[A-Za-z]")
_JOINED = re.compile("[A-Za-z-]")


def modifier_before(text: str, position: int, floor: int = 0) -> Modifier | None:
    """The modifier whose last character is right before `position`, spaces aside; none reaches below `floor`."""
    end = position
    while end > floor and text[end - 1] == " ":
        end -= 1
    if end <= floor:
        return None
    last = text[end - 1]
    before = _tables()[0]
    for length in before.lengths.get(last.lower(), ()):
        start = end - length
        if start < floor:
            continue
        word = text[start:end].lower() if last.isascii() else text[start:end]
        modifier = before.words.get(word)
        if modifier is None:
            continue
        left = text[start - 1 : start] if start > floor else ""
        if word == "up to" and _moved().search(text[max(floor, start - 10) : start]):
            return None  # ticked up to 4.3%
        if left and (left in _NOT_BEFORE.get(word[0], "") or (_LATIN.match(word) and _JOINED.match(left))):
            continue
        return _negated(text, start, floor, modifier)
    return None


# 不得超过 is at most, "may not fall below" at least.
_NEGATED = MappingProxyType({Modifier.OVER: Modifier.UP_TO, Modifier.LESS_THAN: Modifier.AT_LEAST})
_NEGATION_ENDS = frozenset("不未没得应能会可宜许有莫勿过 ")


@cache
def _negation() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:不|未|没有?|勿|莫)(?:[应得能会可宜许]|应当|可以|曾|再)?"
        r"|(?<![a-z])(?:not|never|n't|cannot|no)(?: (?:be|been|fall|drop|go|dip|slip|rise|climb|run|last))?(?: to)? )\Z",
        re.IGNORECASE,
    )


def _negated(text: str, start: int, floor: int, modifier: Modifier) -> Modifier:
    opposite = _NEGATED.get(modifier)
    if opposite is None or text[start - 1 : start] not in _NEGATION_ENDS or start <= floor:
        return modifier
    return opposite if _negation().search(text[max(floor, start - 16) : start]) else modifier


def modifier_behind(text: str, position: int) -> tuple[Modifier, int] | None:
    """The modifier that begins at `position`, one space aside, and its end."""
    start = position + 1 if text[position : position + 1] == " " else position
    first = text[start : start + 1]
    behind = _tables()[1]
    for length in behind.lengths.get(first, ()):
        end = start + length
        word = text[start:end].lower() if first.isascii() else text[start:end]
        modifier = behind.words.get(word)
        if modifier is not None and not (_LATIN.match(word[-1]) and _LATIN.match(text[end : end + 1])):
            return modifier, end
    return None


# 约 GDP 的 1.6%, 不及美国的 1/9: over a noun phrase without punctuation, up to 的.
@cache
def _moved() -> re.Pattern[str]:
    verbs = (
        "ticked|edged|inched|crept|moved|picked|caught|went|was|were|climbed|shot|jumped|topped|drifted|back"
    )
    return re.compile(rf"(?<![A-Za-z])(?:{verbs}) \Z", re.IGNORECASE)


@cache
def _reach() -> re.Pattern[str]:
    return re.compile(
        r"(?<![合契条节预公纽签邀违履盟解续毁制失爽特要最附远亲靠临就相邻])"
        r"(?:(?P<about>大约|约)(?!定|束|会|合)|(?P<nearly>将近|接近|近(?![年日期来几代些东况景]))"
        r"|(?P<less_than>不及|不足|不到|低于|少于)|(?P<over>超过|超出|逾|多于|高于)"
        r"|(?P<at_least>至少|不低于|不少于)|(?P<up_to>至多|最多|不超过|高达)|(?P<only>仅|只有|只占|只))"
        r"(?:[^，。；：、！？,;:!?()（）《》“”\"0-9]|(?:19|20)[0-9]{2}(?= ?年)){0,14}(?:的|(?<![^及足到过出于逾约近])其) ?\Z"
    )


_REACH_WIDTH = 24


# 约占全国产量五分之二
@cache
def _share_of() -> re.Pattern[str]:
    return re.compile(r"约占[^，。；：、！？,;:!?()（）《》“”\"0-9]{1,12}\Z")


def modifier_reaching(text: str, position: int, floor: int, *, comparisons: bool) -> Modifier | None:
    """The modifier before a noun phrase that ends in 的 at `position`.

    A comparison (高于, 超过 …) qualifies only a share or a multiple of the noun: 超过美国的两倍, but not
    低于美国的 84.8%.
    """
    window = text[max(floor, position - _REACH_WIDTH) : position]
    before = window[-2:]
    if "的" not in before and (not comparisons or "其" not in before):
        return Modifier.ABOUT if "约占" in window and _share_of().search(window) else None
    match = _reach().search(window)
    if match is None or match.lastgroup is None:
        return None
    if not comparisons and (match.lastgroup == "over" or match[0].startswith(("低于", "少于"))):
        return None
    return Modifier(match.lastgroup)


@dataclass(frozen=True, slots=True)
class _Words:
    """Modifiers by their words, and the lengths of the words by their last or first character, longest first."""

    words: dict[str, Modifier]
    lengths: dict[str, tuple[int, ...]]


@cache
def _tables() -> tuple[_Words, _Words]:
    return _words(_BEFORE, -1), _words(_BEHIND, 0)


def _words(table: Mapping[Modifier, str], at: int) -> _Words:
    words = {
        word.replace("_", " "): modifier for modifier, written in table.items() for word in written.split()
    }
    lengths: dict[str, set[int]] = {}
    for word in words:
        lengths.setdefault(word[at], set()).add(len(word))
    return _Words(words, {char: tuple(sorted(found, reverse=True)) for char, found in lengths.items()})
