"""The words of the interface, from the gettext catalogs that the build compiles."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from translations.locales import CONTENT_LANGUAGES

if TYPE_CHECKING:
    from babel.support import NullTranslations

_FOLDER = Path(__file__).parent


class MissingCatalog(RuntimeError):
    """The package was not built: a compiled catalog is not there."""


@cache
def catalog(language: str) -> NullTranslations:
    """Return the catalog of a content `language`; `MissingCatalog` names the command that compiles it."""
    from babel.support import Translations  # half of what an import of the reader would cost

    if language not in CONTENT_LANGUAGES:
        raise ValueError(f"{language!r} is not one of {', '.join(CONTENT_LANGUAGES)}")
    loaded = Translations.load(str(_FOLDER), [language.replace("-", "_")])
    if not isinstance(loaded, Translations):
        raise MissingCatalog(f"no compiled catalog for {language} in {_FOLDER}; run: pip install -e .")
    return loaded


def N_(message: str) -> str:  # noqa: N802, RUF100 - the name gettext's tools look for
    """Mark `message` for translation where it is written and leave it as it is; `catalog` translates it later."""
    return message
