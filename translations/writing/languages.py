"""Which of our own words a locale gets."""

from __future__ import annotations

from babel import Locale

_TRADITIONAL = frozenset({"TW", "HK", "MO"})


def content_language(locale: Locale) -> str | None:
    """``en``, ``zh-Hans``, ``zh-Hant``, or None: CLDR alone speaks for the other languages."""
    if locale.language == "zh":
        script = locale.script or ("Hant" if locale.territory in _TRADITIONAL else "Hans")
        return f"zh-{script}" if script in ("Hans", "Hant") else None
    return "en" if locale.language == "en" and locale.script in (None, "Latn") else None


def is_chinese(locale: Locale) -> bool:
    """Written in Han characters; CLDR has Chinese in Latin letters, too."""
    return locale.language == "zh" and content_language(locale) is not None
