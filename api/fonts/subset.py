"""Makes the fonts for pictures: ``python -m api.fonts.subset NotoSansCJK-Regular.ttc`` (README.md)."""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

from api.fonts.characters import characters, our_texts

_FOLDER = Path(__file__).parent
_MADE = {"zh-Hans": ("SC", "Noto Sans CJK SC"), "zh-Hant": ("TC", "Noto Sans CJK TC")}
# Name records (https://learn.microsoft.com/typography/opentype/spec/name#name-ids): the family, the full and PostScript names.
_FAMILY, _UNIQUE, _FULL, _POSTSCRIPT = 1, 3, 4, 6
_KEPT_NAMES = (0, _FAMILY, 2, _UNIQUE, _FULL, 5, _POSTSCRIPT, 13, 14)
# For vertical text and for shaping, which pictures do without.
_DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "VORG", "vhea", "vmtx", "DSIG")


def make(collection: Path) -> None:
    """Write both fonts from the fonts of `collection`."""
    by_family = {font["name"].getDebugName(_FAMILY): font for font in TTCollection(collection).fonts}
    for language, (suffix, family) in _MADE.items():
        font = by_family[family]
        _cut(font, characters(language, our_texts(_FOLDER.parents[1])))
        _rename(font, f"Duizhao Sans {suffix}")
        font.save(_FOLDER / f"DuizhaoSans{suffix}.otf")


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
