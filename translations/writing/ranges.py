"""What stands between two numbers."""

from __future__ import annotations

from babel import Locale

from translations.writing.languages import is_chinese

# CLDR miscPatterns range, which Babel's data leave out (read from ICU 78). CLDR's default is the en dash.
_SEPARATORS: dict[str, str] = {
    **dict.fromkeys(("ca", "da", "es", "eu", "fil", "fy", "gu", "it", "ka", "lij", "ml"), "-"),
    **dict.fromkeys(("nl", "sq", "th", "tt", "vec", "vi", "yue"), "-"),
    **dict.fromkeys(("bg", "bs", "hr", "jv", "kea", "mk", "sk"), " – "),
    **dict.fromkeys(("my", "ro"), " - "),
    "et": "‒",
    "ja": "～",
    "ko": "~",
    "to": "—",
}
_WAVE = "～"


def separator(locale: Locale) -> str:
    """The sign between the ends of a range.

    Chinese has the wave dash of GB/T 15835-2011 (CLDR: a hyphen, which reads as a minus or a phone number).
    """
    if is_chinese(locale):
        return _WAVE
    if locale.language == "pt" and locale.territory not in (None, "BR"):
        return " - "
    return _SEPARATORS.get(locale.language, "–")


def repeats(locale: Locale) -> str:
    """Whether both ends carry the number's own dress.

    GB/T 15835-2011 asks for 15%～30% and 9亿～16亿, where one sign would be ambiguous; Japanese and Korean
    write 70～90% but 30億～50億.
    """
    if is_chinese(locale):
        return "always"
    return "compact" if locale.language in ("ja", "ko") else "never"
