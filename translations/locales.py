"""Which locale a reader gets: BCP 47 tags, CLDR's locales, and our content languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from babel import Locale, localedata
from babel.core import get_global, parse_locale
from babel.numbers import get_territory_currencies

CONTENT_LANGUAGES = ("zh-Hans", "zh-Hant", "en")
DEFAULT_LANGUAGE = "en"

# What each content language calls itself; a reader looks for the own language by its own name.
ENDONYMS = {"zh-Hans": "简体中文", "zh-Hant": "繁體中文", "en": "English"}

# RFC 5646, section 2.1: langtag, privateuse, or one of the irregular grandfathered tags.
_LANGTAG = re.compile(
    r"""(?P<language>[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4}|[a-z]{5,8})
        (?:-(?P<script>[a-z]{4}))?
        (?:-(?P<region>[a-z]{2}|[0-9]{3}))?
        (?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*
        (?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*
        (?:-x(?:-[a-z0-9]{1,8})+)?
        |x(?:-[a-z0-9]{1,8})+
        |en-gb-oed|i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)
        |sgn-(?:be-fr|be-nl|ch-de)""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_TAG = 100


class MalformedTag(ValueError):
    """The text is no BCP 47 language tag."""

    def __init__(self, tag: str) -> None:
        super().__init__(
            f"{tag[:_LONGEST_TAG]!r} is not a BCP 47 language tag; write one like zh-Hant or en-GB"
        )
        self.tag = tag


@dataclass(frozen=True, slots=True)
class ReaderLocale:
    """What a tag came down to.

    `tag` is the CLDR locale it fell back to (``zh-Hant`` for ``zh-TW``), `formatting` the CLDR locale
    that writes the numbers (``zh_Hant_HK`` for ``zh-HK``, whose 萬億 is not Taiwan's 兆), `content`
    the content language, and `known` whether CLDR has the language at all.
    """

    tag: str
    formatting: Locale
    content: str
    known: bool


@lru_cache(maxsize=1024)
def resolve(tag: str) -> ReaderLocale:
    """Resolve a BCP 47 `tag` along CLDR's parents; `MalformedTag` when it is not well-formed."""
    parts = _parse(tag)
    if parts is None or parts[0] == "root" or not localedata.exists(parts[0]):
        return ReaderLocale(DEFAULT_LANGUAGE, Locale.parse(DEFAULT_LANGUAGE), DEFAULT_LANGUAGE, known=False)
    language, script, region = parts
    likely_script = script or _likely_script(language, region)
    scripted = (language, likely_script, None)
    # en-Latn-GB says no more than en-GB.
    plain = (language, None if script == _likely_script(language, region) else script, region)
    fallback = _first_known((language, script, region), plain, scripted, (language, None, None))
    formatting = _first_known((language, likely_script, region), plain, scripted, fallback)
    return ReaderLocale(
        tag=_tag(fallback),
        formatting=Locale.parse("_".join(filter(None, formatting))),
        content=_content_language(language, likely_script),
        known=True,
    )


def negotiate(tags: Iterable[str]) -> ReaderLocale:
    """Return the first of `tags`, best first, that CLDR knows; English when there is none."""
    for tag in tags:
        try:
            reader = resolve(tag)
        except MalformedTag:  # a browser's header is no place to complain about
            continue
        if reader.known:
            return reader
    return resolve(DEFAULT_LANGUAGE)


def negotiate_content(tags: Iterable[str]) -> str:
    """Return the content language for a reader who prefers `tags`, best first."""
    for tag in tags:
        try:
            reader = resolve(tag)
        except MalformedTag:
            continue
        if reader.content != DEFAULT_LANGUAGE or reader.formatting.language == "en":
            return reader.content
    return DEFAULT_LANGUAGE


def locale_for_content(language: str, reader: ReaderLocale) -> Locale:
    """Return the locale that writes numbers inside a text in `language` for `reader`.

    The reader's own region where it is the same language and script (en-IN in an English
    sentence), otherwise the language itself: no German number in an English sentence.
    """
    if reader.content == language and reader.formatting.language == language.partition("-")[0]:
        return reader.formatting
    return resolve(language).formatting


def local_currency(locale: Locale) -> str:
    """Return the ISO 4217 code of the money that readers of `locale` pay with: zh-Hant means Taiwan, en the USA."""
    territory = locale.territory or _likely_territory(locale)
    found = get_territory_currencies(territory) if territory else []
    return found[0] if found else "USD"  # Esperanto is the world's


def tag_of(locale: Locale) -> str:
    """Return the BCP 47 tag of `locale`: ``zh-Hant-HK``."""
    return str(locale).replace("_", "-")


_Subtags = tuple[str, str | None, str | None]


def _parse(tag: str) -> _Subtags | None:
    match = _LANGTAG.fullmatch(tag) if len(tag) <= _LONGEST_TAG else None
    if match is None:
        raise MalformedTag(tag)
    if match["language"] is None:  # private use or grandfathered: well-formed, and no language of CLDR's
        return None
    language = match["language"].lower()
    primary, _, extended = language.partition("-")
    language = "yue" if extended == "yue" else primary
    language = get_global("language_aliases").get(language, language).partition("_")[0]
    return language, match["script"] and match["script"].title(), match["region"] and match["region"].upper()


def _likely_script(language: str, region: str | None) -> str | None:
    likely = get_global("likely_subtags")
    for key in (f"{language}_{region}", language):
        if key in likely:
            return parse_locale(likely[key])[2]
    return None


def _likely_territory(locale: Locale) -> str | None:
    likely = get_global("likely_subtags")
    for key in (f"{locale.language}_{locale.script}", locale.language):
        if key in likely:
            return parse_locale(likely[key])[1]
    return None


def _first_known(*candidates: _Subtags) -> _Subtags:
    for candidate in candidates:
        if localedata.exists("_".join(filter(None, candidate))):
            return candidate
    return candidates[-1]


def _tag(subtags: _Subtags) -> str:
    """Write `subtags` as a tag; plain Chinese is named by its script, as the content languages are."""
    tag = "-".join(filter(None, subtags))
    return "zh-Hans" if tag == "zh" else tag


def _content_language(language: str, script: str | None) -> str:
    if language in ("zh", "yue"):
        return "zh-Hant" if script == "Hant" else "zh-Hans"
    return DEFAULT_LANGUAGE
