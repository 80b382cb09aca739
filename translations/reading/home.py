"""What 元, $ and ¥ mean in a text: by its language tag, and by what else it says."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from translations.reading.units import Home, home_of

# A mainland company's results as Hong Kong prints them name the yuan once.
_NEAR_CHINA = frozenset(("HKD", "MOP"))


@cache
def _han() -> re.Pattern[str]:
    return re.compile(r"[\u4e00-\u9fff]")


@cache
def _japanese() -> re.Pattern[str]:
    return re.compile(r"日[元圆本币企]|東京|东京|日经|丰田|索尼|软银|軟銀|JPY|(?i:yen|japan|tokyo|nikkei)")


@cache
def _chinese() -> re.Pattern[str]:
    return re.compile(
        r"人民币|(?<![日美欧港澳加韩新台泰])元(?!宇宙)|中国|中國|北京|上海|深圳|国内|A股|CNY|RMB|Rmb|(?i:yuan|renminbi|china|chinese|beijing|shanghai)"
    )


def home_in(text: str, lang: str | None) -> Home:
    """The home currencies of a folded `text`; ¥ goes by the evidence in the text."""
    home = home_of(lang)
    if home.yuan in _NEAR_CHINA and "人民币" in text:
        home = replace(home, yuan="CNY")
    if "¥" not in text:
        return home
    japanese, chinese = _japanese().search(text) is not None, _chinese().search(text) is not None
    if japanese != chinese:
        return replace(home, yen="JPY" if japanese else "CNY", yen_alternatives=())
    if _han().search(text) or (lang or "").startswith("zh"):
        return replace(home, yen="CNY", yen_alternatives=("JPY",))
    return replace(home, yen="JPY", yen_alternatives=("CNY",))
