"""A picture as pixels, with fonts that we bring, so that it looks the same on every machine."""

from __future__ import annotations

from pathlib import Path

_FONTS = Path(__file__).parents[1] / "fonts"
# Family and file, by content language; what one has not, the next has.
_FAMILIES = {
    "en": ("Duizhao Sans", "DuizhaoSans.otf"),
    "zh-Hans": ("Duizhao Sans SC", "DuizhaoSansSC.otf"),
    "zh-Hant": ("Duizhao Sans TC", "DuizhaoSansTC.otf"),
}


def png(svg: str, lang: str, zoom: float = 2) -> bytes:
    """Return `svg`, whose text is in the content language `lang` where it does not say so itself, as PNG, `zoom` times its size.

    Characters that our fonts lack are drawn with the system's. Raises `ValueError` for what is no SVG.
    """
    import resvg_py

    rules = [f"svg {{ {_family(lang)} }}", *(f'[lang="{tag}"] {{ {_family(tag)} }}' for tag in _FAMILIES)]
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        zoom=zoom,
        font_files=[str(_FONTS / file) for _, file in _FAMILIES.values()],
        style_sheet=" ".join(rules),
    )


def _family(lang: str) -> str:
    others = [family for language, (family, _) in _FAMILIES.items() if language != lang]
    families = ", ".join(f'"{family}"' for family in (_FAMILIES[lang][0], *others))
    return f"font-family: {families}, sans-serif !important"
