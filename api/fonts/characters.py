"""The characters of a font of ours: ``python -m api.fonts.characters zh-Hans`` prints them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

# Latin with its accents, pinyin among them; dashes and quotation marks, currencies, arrows, signs of comparison.
_EVERYWHERE = (
    range(0x20, 0x7F),
    range(0xA0, 0x180),
    range(0x1CD, 0x1DD),
    range(0x2010, 0x2028),
    range(0x2030, 0x203C),
    range(0x20A0, 0x20C1),
    range(0x2190, 0x2194),
    (0x2212, 0x2248, 0x2260, 0x2264, 0x2265),
    range(0x3000, 0x3018),
    range(0xFF01, 0xFF5F),
)
_TRAIL = range(0x40, 0xFF)
# Lead octets: GB 2312 whole, both levels of it; Big5 up to the end of its first level (https://encoding.spec.whatwg.org/#index-big5).
_SETS = {
    "en": ("ascii", ()),
    "zh-Hans": ("gb2312", range(0xA1, 0xF8)),
    "zh-Hant": ("big5", range(0xA1, 0xC7)),
}
_ROOMS = ("glossary/data", "summaries/data", "translations")


def characters(language: str, written: Iterable[str] = ()) -> list[str]:
    """Return the characters of the font for `language`, those of the texts `written` among them, in order."""
    charset, leads = _SETS[language]
    found = {chr(code) for codes in _EVERYWHERE for code in codes}
    found.update(*(bytes((lead, trail)).decode(charset, "ignore") for lead in leads for trail in _TRAIL))
    found.update(*written)
    return sorted(character for character in found if character.isprintable())


def our_texts(root: Path) -> Iterator[str]:
    """Yield the content and the catalogs below `root`."""
    for room in _ROOMS:
        for path in sorted((root / room).rglob("*")):
            if path.suffix in (".yaml", ".po"):
                yield path.read_text(encoding="utf-8")


if __name__ == "__main__":
    print("".join(characters(sys.argv[1], our_texts(Path(__file__).parents[2]))))
