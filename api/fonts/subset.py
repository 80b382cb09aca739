"""Makes the fonts for pictures: ``python -m api.fonts.subset NotoSansCJK-Regular.ttc`` (README.md)."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

from api.fonts.characters import characters, our_texts
from api.fonts.widths import TABLE

_FOLDER = Path(__file__).parent
# Our name for each, and Noto's. English is taken from the Korean font, whose quotation marks are as narrow as Latin wants them.
_MADE = {
    "en": ("Duizhao Sans", "Noto Sans CJK KR"),
    "zh-Hans": ("Duizhao Sans SC", "Noto Sans CJK SC"),
    "zh-Hant": ("Duizhao Sans TC", "Noto Sans CJK TC"),
}
# Name records (https://learn.microsoft.com/typography/opentype/spec/name#name-ids): the family, the full and PostScript names.
_FAMILY, _UNIQUE, _FULL, _POSTSCRIPT = 1, 3, 4, 6
_KEPT_NAMES = (0, _FAMILY, 2, _UNIQUE, _FULL, 5, _POSTSCRIPT, 13, 14)
# The advance of a Han character; the fonts have 1000 units to the em.
_HAN = 1000
# For vertical text and for shaping, which pictures do without.
_DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG")


def make(collection: Path) -> None:
    """Write our fonts from the fonts of `collection`."""
    by_family = {font["name"].getDebugName(_FAMILY): font for font in TTCollection(collection).fonts}
    widths: list[str] = []
    for language, (ours, notos) in _MADE.items():
        font = by_family[notos]
        font.recalcTimestamp = False  # the same characters give the same file
        written = () if language == "en" else our_texts(_FOLDER.parents[1])
        _cut(font, characters(language, written))
        _rename(font, ours)
        font.save(_FOLDER / f"{ours.replace(' ', '')}.otf")
        widths += [f"{language} {line}\n" for line in width_lines(font)]
    TABLE.write_text("".join(widths), encoding="utf-8")


def width_lines(font: TTFont) -> Iterator[str]:
    """Yield each advance, in thousandths of an em, and the characters that have it, but for that of Han characters."""
    by_advance: dict[int, list[str]] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        by_advance.setdefault(font["hmtx"][glyph][0], []).append(chr(code))
    for advance, found in sorted(by_advance.items()):
        if advance != _HAN:
            yield f"{advance} {''.join(found)}"


def _cut(font: TTFont, wanted: list[str]) -> None:
    options = Options(
        hinting=False,
        layout_features=[],
        name_IDs=list(_KEPT_NAMES),
        name_languages=[0x409],
        notdef_outline=True,
    )
    options.drop_tables += _DROPPED
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(wanted))
    subsetter.subset(font)


def _rename(font: TTFont, family: str) -> None:
    names = {
        _FAMILY: family,
        _UNIQUE: family,
        _FULL: family,
        _POSTSCRIPT: family.replace(" ", "") + "-Regular",
    }
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    font["CFF "].cff.fontNames = [names[_POSTSCRIPT]]


if __name__ == "__main__":
    make(Path(sys.argv[1]))
