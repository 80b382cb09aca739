"""Characters that only one of the two scripts of Chinese writes.

``only_simplified.txt`` has pairs: a simplified character and its one traditional form, or itself again where there are
several (发: 發, 髮). ``python -m glossary.checking.script_table`` makes it anew from OpenCC's dictionary of simplified
characters (Apache-2.0). What only traditional text writes is known from `glossary.han_fold`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import MappingProxyType

from glossary.han_fold import han_fold_table

_TABLE = Path(__file__).with_name("only_simplified.txt")

# Printed in traditional text, too: glyph variants of Hong Kong and of names (却 for 卻, 温 for 溫, 吴 for 吳, 恒 for 恆).
_VARIANTS = frozenset(
    "冲却厨叠启咏坟姗强弥恒晋温汹泪潜烟猪猫盗着碱秆笋糍耻脉脚腭腼葱衅踪册吴栀"
    "昵麽兑卧叁囱媪幺悦愠户氲税脱蜕厘凄涂淀熏洼栖炖洒痒蚝羡蝎庄床群峰秘勋鼹猬豚猿猩栅毡糇"
)
# The table of standard characters (通用规范汉字表, 2013) has them beside their simplified forms, for names.
_ALSO_SIMPLIFIED = frozenset("昇勣甦脩鉅祕")
# GB 2312 has them for names of persons alone; in running text they are 后 and 于.
_ALL_BUT_TRADITIONAL = frozenset("後於")

# `han_fold` brings all glyphs of a word together, and ends at 幺.
_WRITTEN = MappingProxyType({"麼": "么", "麽": "么"})

# Big5's level of frequently used characters.
_LEVEL_1 = range(0xA440, 0xC67F)


@cache
def only_simplified() -> dict[str, str | None]:
    """Return each simplified character that traditional text never has, with what stands there, None if that depends."""
    pairs = _TABLE.read_text(encoding="utf-8").split()
    return {pair[0]: pair[1] if pair[1] != pair[0] else None for pair in pairs}


@cache
def only_traditional() -> dict[str, str]:
    """Return each traditional character that simplified text never has, with its simplified form.

    GB 2312 is the set of simplified text: 乾, 著, 徵 and 藉 are in it, as 乾隆 and 著名 are simplified.
    """
    return {
        chr(code): _WRITTEN.get(chr(code), simplified)
        for code, simplified in han_fold_table().items()
        if chr(code) in _ALL_BUT_TRADITIONAL or not _has("gb2312", chr(code))
        if chr(code) not in _ALSO_SIMPLIFIED
    }


def _has(charset: str, character: str) -> bool:
    try:
        return bool(character.encode(charset))
    except UnicodeEncodeError:
        return False


def _main() -> None:
    import opencc  # a build-time tool, not a dependency

    lines = (
        Path(opencc.__path__[0], "dictionary", "STCharacters.txt").read_text(encoding="utf-8").splitlines()
    )
    entries = [line.split("\t") for line in lines if line and not line.startswith("#")]
    glyphs = opencc.OpenCC("t2tw")  # 為, where OpenCC's standard is 爲
    pairs = [
        simplified + (glyphs.convert(traditional) if len(traditional) == 1 else simplified)
        for simplified, traditional in sorted(entries)
        if len(simplified) == 1 and _is_only_simplified(simplified, traditional.split())
    ]
    rows = [" ".join(pairs[n : n + 32]) for n in range(0, len(pairs), 32)]
    _TABLE.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _is_only_simplified(character: str, traditional: list[str]) -> bool:
    return (
        character not in traditional
        and character not in _VARIANTS
        and _has("gb2312", character)
        and not (_has("big5", character) and int.from_bytes(character.encode("big5"), "big") in _LEVEL_1)
    )


if __name__ == "__main__":
    _main()
