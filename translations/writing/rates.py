"""Exchange rates: 4.5 Chinese yuan per 100 Japanese yen, 100日元合4.5元人民币."""

from __future__ import annotations

from babel import Locale

from translations.quantity import Modifier
from translations.writing.languages import content_language
from translations.writing.model import Width
from translations.writing.modifiers import modified

_APPROXIMATE = (Modifier.ABOUT, Modifier.NEARLY)


def equate(locale: Locale, width: Width, per: str, quoted: str, modifier: Modifier | None = None) -> str:
    """`quoted` for `per`, both already written.

    With a modifier this is the text form; the short form says ≈ for an approximate rate, since an equals sign
    would claim more than the writer did.
    """
    language = content_language(locale)
    if width is Width.SHORT:
        sign = "≈" if modifier in _APPROXIMATE else "="
        return f"{per} {sign} {quoted}" if language in (None, "en") else f"{per}{sign}{quoted}"
    if language == "en":
        return f"{modified(locale, modifier, quoted)} per {per}"
    if language:
        return per + _chinese(locale, modifier, quoted, language)
    if modifier in _APPROXIMATE:
        return f"{per} ≈ {quoted}"
    return f"{per} = {modified(locale, modifier, quoted)}"


def _chinese(locale: Locale, modifier: Modifier | None, quoted: str, language: str) -> str:
    # 约合 is one verb; the other modifiers stay with the amount.
    if modifier is Modifier.ABOUT:
        return ("约合" if language == "zh-Hans" else "約合") + quoted
    return "合" + modified(locale, modifier, quoted)
