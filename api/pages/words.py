"""Text on a page: in which language it is, and what it is called where the data has a code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from babel import Locale
from babel.numbers import get_currency_name
from markupsafe import Markup, escape

from api.negotiation import content_language, words
from api.pages.view import View
from glossary import ConceptType, MatchKind, MatchMode, PartOfSpeech, Status, TermType
from translations import N_, Kind, LocalizedText, PartialText, catalog, resolve
from translations.writing import OWN_UNITS, unit_name

_LABELS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Status: {
        Status.PREFERRED: N_("preferred"),
        Status.ADMITTED: N_("admitted"),
        Status.DEPRECATED: N_("deprecated"),
        Status.SUPERSEDED: N_("superseded"),
    },
    TermType: {
        TermType.FULL_FORM: N_("full form"),
        TermType.SHORT_FORM: N_("short form"),
        TermType.ACRONYM: N_("acronym"),
        TermType.ABBREVIATION: N_("abbreviation"),
        TermType.VARIANT: N_("variant"),
        TermType.PHRASE: N_("phrase"),
    },
    PartOfSpeech: {
        PartOfSpeech.NOUN: N_("noun"),
        PartOfSpeech.PROPER_NOUN: N_("proper noun"),
        PartOfSpeech.VERB: N_("verb"),
        PartOfSpeech.ADJECTIVE: N_("adjective"),
        PartOfSpeech.ADVERB: N_("adverb"),
        PartOfSpeech.OTHER: N_("other part of speech"),
    },
    ConceptType: {ConceptType.GENERAL: N_("general concept"), ConceptType.INDIVIDUAL: N_("proper name")},
    MatchMode: {
        MatchMode.AUTO: N_("all ways, the surest first"),
        MatchMode.EXACT: N_("whole term"),
        MatchMode.PREFIX: N_("beginning of a term"),
        MatchMode.INFIX: N_("part of a term"),
        MatchMode.FUZZY: N_("with typing errors"),
        MatchMode.PINYIN: N_("pinyin"),
        MatchMode.INITIALS: N_("initials of the pinyin"),
    },
    MatchKind: {
        MatchKind.EXACT: N_("whole term"),
        MatchKind.INFLECTION: N_("another form of the word"),
        MatchKind.PREFIX: N_("beginning of a term"),
        MatchKind.PINYIN: N_("pinyin"),
        MatchKind.INFIX: N_("part of a term"),
        MatchKind.INITIALS: N_("initials of the pinyin"),
        MatchKind.FUZZY: N_("with typing errors"),
    },
    Kind: {
        Kind.MONEY: N_("money"),
        Kind.PERCENT: N_("percentages"),
        Kind.PERCENTAGE_POINTS: N_("percentage points"),
        Kind.MULTIPLE: N_("multiples"),
        Kind.RATIO: N_("ratios"),
        Kind.COUNT: N_("counts"),
        Kind.DURATION: N_("durations"),
        Kind.POWER: N_("power"),
        Kind.RATE: N_("exchange rates"),
        Kind.MEASURE: N_("other measures"),
    },
}
_UNITS = {
    "percent": N_("percent"),
    "percentage_point": N_("percentage points"),
    "basis_point": N_("basis points"),
    "times": N_("times"),
    "ratio": N_("ratios"),
    "count": N_("counts"),
}

# Where readers of figures are, each language that the golden tables have.
LOCALES = (
    "en", "en-GB", "en-IN", "zh-Hans", "zh-Hant", "zh-Hant-HK", "ja", "ko", "de", "fr", "es", "pt-BR", "hi", "ar-EG",
)  # fmt: skip

# What is written from right to left, or turns around what follows (UAX #9, table 4).
_LEFTWARDS = frozenset(("R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))

# Han, and the punctuation that stands with it (Unicode blocks 3000–303F, 3400–4DBF, 4E00–9FFF, F900–FAFF, FF00–FFEF).
_CHINESE = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
    r"(?:[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef]*[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])?"
)


@dataclass(frozen=True, slots=True)
class Words:
    """A text and its language; `found` is the part of it that a search was about."""

    lang: str
    text: str
    found: str = ""


Texts = tuple[Words, ...]


def texts(text: LocalizedText | Mapping[str, str], view: View) -> Texts:
    """Return `text` in each language of `view`."""
    return tuple(Words(language, text[language]) for language in view.languages)


def texts_there_are(text: PartialText | Mapping[str, str] | None, view: View) -> Texts:
    """Return `text` in each language of `view`, in the nearest one instead where it is missing."""
    if not text:
        return ()
    partial = text if isinstance(text, PartialText) else PartialText.from_mapping(text)
    nearest = dict.fromkeys(partial.nearest(language) for language in view.languages)
    return tuple(Words(language, written) for language, written in nearest)


def in_one_line(texts: Texts) -> str:
    """Return the same in each language, for where there is room for one text and no markup."""
    return " / ".join(words.text for words in texts)


def label(value: StrEnum) -> str:
    """Return what `value` is called in the page's language."""
    return label_in(value, content_language())


def label_in(value: StrEnum, language: str) -> str:
    """Return what `value` is called in a content `language`."""
    return str(catalog(language).gettext(_LABELS[type(value)][value]))


def unit_label(unit: str, locale: Locale) -> str:
    """Return what `unit` is called in the page's language."""
    if unit in OWN_UNITS:
        return str(words().gettext(_UNITS[unit]))
    if len(unit) == 3 and unit.isupper():
        return f"{get_currency_name(unit, locale=locale)} ({unit})"
    return unit_name(unit, locale)


def locale_name(tag: str, locale: Locale) -> str:
    """Return what the locale `tag` is called in the page's language."""
    return resolve(tag).formatting.get_display_name(locale) or tag


def language_of(text: str) -> str:
    """Return the language of a `text` that comes without one: Chinese when any Han character is in it."""
    return "zh" if _CHINESE.search(text) else "en"


def marked(text: Words) -> Markup:
    """Return `text` for a page, what of it was found and Chinese within English marked as such."""
    before, found, after = text.text.partition(text.found) if text.found else (text.text, "", "")
    parts = [mark(part, text.lang) for part in (before, found, after)]
    return Markup("{}<mark>{}</mark>{}").format(*parts) if found else parts[0]


def isolated(text: str) -> str:
    """Return `text` for where no markup can be, a title: what runs from right to left in it turns nothing else around.

    Unicode's isolates do there what ``<bdi>`` does in HTML (UAX #9, 2.4.2).
    """
    runs_left = any(unicodedata.bidirectional(character) in _LEFTWARDS for character in text)
    return f"\u2068{text}\u2069" if runs_left else text


def mark(text: str, lang: str) -> Markup:
    """Return `text` in `lang` for a page, Chinese within English marked as such."""
    return Markup("").join(_marked(text)) if lang.startswith("en") else escape(text)


def code(text: str) -> Markup:
    """Return `text` for a page, what stands between backticks as code."""
    parts = text.split("`")
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if n % 2 else mark(part, "en") for n, part in enumerate(parts)
    )


def _marked(text: str) -> Iterator[Markup]:
    end = 0
    for match in _CHINESE.finditer(text):
        yield escape(text[end : match.start()])
        yield Markup('<span lang="zh">{}</span>').format(match[0])
        end = match.end()
    yield escape(text[end:])
