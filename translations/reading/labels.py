"""Whether what stands before a number makes a name of both: GPT-4, 第3, #5."""

from __future__ import annotations

import re
from functools import cache

_SIGNS = frozenset("#№第_")
# mid-5%, sub-10%: the word before the hyphen qualifies the number and names nothing.
_OPEN_COMPOUND = re.compile(r"(?:^|[^A-Za-z])(?:mid|sub|near|over|under|post|pre|non)\Z", re.IGNORECASE)


def is_labelled(text: str, start: int, floor: int) -> bool:
    """Whether what stands before makes a name of the number: GPT-4, H20, 第 3, #5, No. 1, v2."""
    at = start - 1
    if at < floor:
        return False
    char = text[at]
    if char == " ":
        # #5, 图 2, 7 3 / 4
        return at > floor and (
            text[at - 1] in _SIGNS or (text[at - 1] == "/" and text[at - 3 : at - 2].isdigit())
        )
    if char in _SIGNS:
        return True
    if char.isascii() and char.isalnum():
        if not text[start].isascii():
            return False  # 占GDP两成
        return text[at - 1 : at] != "\\" or char not in "nrt"  # a line break as programs write it
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


@cache
def _slashed() -> re.Pattern[str]:
    return re.compile(r"(?<![0-9/])[0-9]+(?:\.[0-9]+)?(?:/[0-9]+(?:\.[0-9]+)?)*\Z")
