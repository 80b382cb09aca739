"""The words of the interface, from the gettext catalogs that the build compiles."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from babel.support import NullTranslations, Translations

from translations.locales import CONTENT_LANGUAGES

_FOLDER = Path(__file__).parent


class MissingCatalog(RuntimeError):
    """The package was not built: a compiled catalog is not there."""


@cache
def catalog(language: str) -> NullTranslations:
    """Return the catalog of a content `language`; `MissingCatalog` names the command that compiles it."""
    if language not in CONTENT_LANGUAGES:
        raise ValueError(f"{language!r} is not one of {', '.join(CONTENT_LANGUAGES)}")
    loaded = Translations.load(str(_FOLDER), [language.replace("-", "_")])
    if not isinstance(loaded, Translations):
        raise MissingCatalog(f"no compiled catalog for {language} in {_FOLDER}; run: pip install -e .")
    return loaded


def N_(message: str) -> str:  # noqa: N802, RUF100 - the name gettext's tools look for
    """Mark `message` for translation where it is written and leave it as it is; `catalog` translates it later."""
    return message
