"""Which content language a text of a file is in, by its tag or by its characters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from glossary.han_fold import han_fold_table
from glossary.interchange.language_tags import tagged_language
from glossary.readings import count_han

# CLDR's likely regions say no more than the script does.
_REGIONS_SAID_BY_SCRIPT = frozenset({("zh-Hans", "CN"), ("zh-Hant", "TW")})
_SUBTAGS = ("-", "_")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A content language and the region that the tag adds to it; `either_script` for a tag that names none (``zh``)."""

    language: str
    region: str | None
    either_script: bool

    def of(self, text: str) -> str:
        """Return the content language of `text`, which is tagged so."""
        return script_of(text) if self.either_script else self.language


@lru_cache(maxsize=1024)
def spoken(tag: str) -> Spoken | None:
    """Return what `tag` means, in any spelling; None for a language that is neither Chinese nor English."""
    tag = tag.strip()
    found = tagged_language(tag)
    if found is None:
        return None
    region = None if (found.content, found.region) in _REGIONS_SAID_BY_SCRIPT else found.region
    bare = found.content != "en" and not any(mark in tag for mark in _SUBTAGS)
    return Spoken(found.content, region, bare)


def script_of(text: str) -> str:
    """Return zh-Hant for a Chinese text with a character that only traditional Chinese has, otherwise zh-Hans."""
    return "zh-Hans" if _traditional().isdisjoint(text) else "zh-Hant"


def language_of(text: str) -> str:
    """Return the content language of a text that nobody tagged: Chinese where it has a Han character."""
    return script_of(text) if count_han(text) else "en"


@cache
def _traditional() -> frozenset[str]:
    """Characters that fold to another and that GB 2312, the standard of simplified Chinese, does not have."""
    return frozenset(
        character
        for character in map(chr, han_fold_table())
        if not character.encode("gb2312", errors="ignore")
    )
