"""The modifier of a quantity, by what stands before it, behind it and inside it."""

from __future__ import annotations

import re

from translations.quantity import Kind, Modifier
from translations.reading.modifiers import modifier_before, modifier_behind, modifier_reaching

_SHARES = frozenset({Kind.RATIO, Kind.MULTIPLE})
_REACHED = frozenset({Kind.RATIO, Kind.MULTIPLE, Kind.PERCENT})
# 不低于每股22.4元
_EACH = re.compile(r"每[^0-9，。\s]{1,3}\Z")
# 3,980元/吨上下, 10万元（含）以下
_PER = re.compile(r"(?:/[^\W0-9_]{1,4}?|[（(]含(?:本数)?[)）])(?=上下|左右|以[上下内])")
_BEFORE_BEHIND = frozenset("/（(")


def modifier_of(
    folded: str, start: int, end: int, floor: int, kind: Kind, own: Modifier | None
) -> Modifier | None:
    """The modifier of what stands at `start`..`end`; its `own` stands inside it (十多亿)."""
    if own is not None:
        return own
    before = modifier_before(folded, start, floor)
    if before is None and "每" in folded[max(floor, start - 4) : start]:
        before = _before_each(folded, start, floor)
    if before is Modifier.OVER and kind is Kind.DURATION and folded[start - 5 : start].lower() == "over ":
        before = None  # "10% over five years" is a stretch of time
    behind = modifier_behind(folded, end)
    if behind is None and folded[end : end + 1] in _BEFORE_BEHIND:
        behind = _behind_rate(folded, end)
    told = behind[0] if behind else None
    if told is Modifier.WITHIN and kind is not Kind.DURATION and not folded.startswith("以内", end):
        told = None
    if before is not None and (before is not Modifier.ONLY or told is None):
        return before
    if told is None and kind in _REACHED and start > floor:
        return modifier_reaching(folded, start, floor, comparisons=kind in _SHARES)
    return told


def _before_each(folded: str, start: int, floor: int) -> Modifier | None:
    low = max(floor, start - 4)
    each = _EACH.search(folded[low:start])
    return modifier_before(folded, low + each.start(), floor) if each else None


def _behind_rate(folded: str, end: int) -> tuple[Modifier, int] | None:
    per = _PER.match(folded, end)
    return modifier_behind(folded, per.end()) if per else None
