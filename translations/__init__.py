"""What depends on a language: locales, catalogs, quantities and how they are written."""

from translations.catalogs import N_, MissingCatalog, catalog
from translations.locales import (
    CONTENT_LANGUAGES,
    DEFAULT_LANGUAGE,
    ENDONYMS,
    MalformedTag,
    ReaderLocale,
    local_currency,
    locale_for_content,
    negotiate,
    negotiate_content,
    resolve,
    tag_of,
)
from translations.quantity import CountNoun, Kind, Modifier, Quantity, Ratio, ratio_value
from translations.texts import LocalizedText, PartialText

__all__ = [
    "CONTENT_LANGUAGES",
    "DEFAULT_LANGUAGE",
    "ENDONYMS",
    "N_",
    "CountNoun",
    "Kind",
    "LocalizedText",
    "MalformedTag",
    "MissingCatalog",
    "Modifier",
    "PartialText",
    "Quantity",
    "Ratio",
    "ReaderLocale",
    "catalog",
    "local_currency",
    "locale_for_content",
    "negotiate",
    "negotiate_content",
    "ratio_value",
    "resolve",
    "tag_of",
]
