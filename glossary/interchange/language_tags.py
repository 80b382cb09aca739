"""Language tags as tools spell them (``zh_CN``, ``ZH``, ``en-US``), and which content language each is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from translations import CONTENT_LANGUAGES, MalformedTag, resolve


@dataclass(frozen=True, slots=True)
class TaggedLanguage:
    """A content language as a tool spells it: `tag` (``zh_TW``), `content` (``zh-Hant``), `region` (``TW``) or None."""

    tag: str
    content: str
    region: str | None = None

    @property
    def bcp47(self) -> str:
        """The tag with hyphens, as XML has it."""
        return self.tag.replace("_", "-")


@lru_cache(maxsize=1024)
def tagged_language(tag: str) -> TaggedLanguage | None:
    """Return what `tag` means, in BCP 47 or with underscores, in any case; None where it is neither Chinese nor English.

    A bare ``zh`` is zh-Hans. The region is that which `tag` names, not one that CLDR finds likely.
    """
    try:
        found = resolve(tag.replace("_", "-"))
    except MalformedTag:
        return None
    if not found.known or found.formatting.language not in ("zh", "en"):
        return None
    region = next((part.upper() for part in tag.replace("_", "-").split("-")[1:] if len(part) == 2), None)
    return TaggedLanguage(tag, found.content, region)


def content_language(tag: str) -> str | None:
    """Return the content language that `tag` means in any spelling, None where it is neither Chinese nor English."""
    found = tagged_language(tag)
    return found.content if found else None


def plain(language: str) -> TaggedLanguage:
    """Return a content language by its own tag."""
    if language not in CONTENT_LANGUAGES:
        raise ValueError(f"{language!r} is no content language")
    return TaggedLanguage(language, language)
