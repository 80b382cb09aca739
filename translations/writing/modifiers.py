"""How sure the writer was, in words where we have them, in signs elsewhere."""

from __future__ import annotations

from babel import Locale

from translations.quantity import Modifier
from translations.writing.languages import content_language

_WORDS: dict[str, dict[Modifier, str]] = {
    "en": {
        Modifier.ABOUT: "about {0}",
        Modifier.NEARLY: "nearly {0}",
        Modifier.OVER: "more than {0}",
        Modifier.AT_LEAST: "at least {0}",
        Modifier.UP_TO: "up to {0}",
        Modifier.LESS_THAN: "less than {0}",
        Modifier.WITHIN: "within {0}",
        Modifier.ONLY: "only {0}",
    },
    "zh-Hans": {
        Modifier.ABOUT: "约{0}",
        Modifier.NEARLY: "近{0}",
        Modifier.OVER: "超过{0}",
        Modifier.AT_LEAST: "至少{0}",
        Modifier.UP_TO: "最多{0}",
        Modifier.LESS_THAN: "不到{0}",
        Modifier.WITHIN: "{0}以内",
        Modifier.ONLY: "仅{0}",
    },
    "zh-Hant": {
        Modifier.ABOUT: "約{0}",
        Modifier.NEARLY: "近{0}",
        Modifier.OVER: "超過{0}",
        Modifier.AT_LEAST: "至少{0}",
        Modifier.UP_TO: "最多{0}",
        Modifier.LESS_THAN: "不到{0}",
        Modifier.WITHIN: "{0}以內",
        Modifier.ONLY: "僅{0}",
    },
}
# "Nearly" is a hair below: ≲ says it exactly and few can read it. "Only" is no bound, so it has no sign.
_SIGNS: dict[Modifier, str] = {
    Modifier.ABOUT: "≈{0}",
    Modifier.NEARLY: "≈{0}",
    Modifier.OVER: ">{0}",
    Modifier.AT_LEAST: "≥{0}",
    Modifier.UP_TO: "≤{0}",
    Modifier.LESS_THAN: "<{0}",
    Modifier.WITHIN: "≤{0}",
    Modifier.ONLY: "{0}",
}


def modified(locale: Locale, modifier: Modifier | None, text: str) -> str:
    """`text` with its modifier: "about 5%", 约5%, ≈5 %."""
    if modifier is None:
        return text
    language = content_language(locale)
    return (_WORDS[language] if language else _SIGNS)[modifier].replace("{0}", text)
