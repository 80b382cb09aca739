"""One form for what can be written in several: full width, traditional characters of numbers, spaces.

The text keeps its length, so that a place in the folded text is a place in the text as given.
"""

from __future__ import annotations

import re
from functools import cache

# The characters of numbers, units, classifiers and modifiers, and of nothing else: this is no conversion of script.
_TRADITIONAL = (
    "萬億兩個點餘幾數約圓幣負貳參陸過達僅間內從於將長來號歲輛臺種項條張噸時鐘週財雙佔為對頭畝門層戶筆隊則"
    "組場節檔類顆處屆擴縮當歐韓盧鎊銖錢塊發團業員機級電車盤鐵漲減佈倆貫單這後萊亞羅薩納爾馬貝棟樓輪樁盞櫃"
)
_SIMPLIFIED = (
    "万亿两个点余几数约圆币负贰叁陆过达仅间内从于将长来号岁辆台种项条张吨时钟周财双占为对头亩门层户笔队则"
    "组场节档类颗处届扩缩当欧韩卢镑铢钱块发团业员机级电车盘铁涨减布俩贯单这后莱亚罗萨纳尔马贝栋楼轮桩盏柜"
)
_SPACES = "\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_FULL_WIDTH = {
    chr(code): chr(code - 0xFEE0)
    for code in range(0xFF01, 0xFF5F)
    if chr(code - 0xFEE0).isalnum() or chr(code) in "％＄＃＋－．／～＜＞"
}
# A full-width comma is punctuation, unless it stands between full-width digits or before a group of three.
_SIGNS = {"−": "-", "〜": "~", "∼": "~", "￥": "¥", "○": "〇", "叄": "叁", "￡": "£", "￦": "₩", "﹣": "-"}
_WIDE_COMMA = re.compile("(?<=[０-９])，(?=[０-９])|(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")


def fold(text: str) -> str:
    """`text` in one form, as many characters as before."""
    if text.isascii():
        return text
    if "，" in text:
        text = _WIDE_COMMA.sub(",", text)
    table, folded = _tables()
    return folded.sub(lambda match: table[match[0]], text)


@cache
def _tables() -> tuple[dict[str, str], re.Pattern[str]]:
    table = dict(zip(_TRADITIONAL, _SIMPLIFIED, strict=True)) | _SIGNS | _FULL_WIDTH
    table |= dict.fromkeys(_SPACES, " ")
    return table, re.compile(f"[{''.join(map(re.escape, table))}]")
