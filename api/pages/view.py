"""In which language, or which two side by side, a page is shown; the first step of its address."""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale
from werkzeug.routing import BaseConverter, Map, ValidationError

from translations import CONTENT_LANGUAGES, MalformedTag, resolve

_TAG = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*"


class UnknownView(ValueError):
    """The text names no content language, or no two different ones."""


@dataclass(frozen=True, slots=True)
class View:
    """One content language, or two; the first is the page's own."""

    languages: tuple[str, ...]

    @classmethod
    def of(cls, *languages: str) -> View:
        """Return the view of one or two content languages."""
        return cls(languages)

    @classmethod
    def parse(cls, name: str) -> View:
        """Return the view that `name` comes to (``zh-TW+en-GB`` → zh-Hant+en); `UnknownView` when none."""
        languages = tuple(_content_language(tag) for tag in name.split("+"))
        if len(languages) > 2 or len(set(languages)) < len(languages):
            raise UnknownView(name)
        return cls(languages)

    @classmethod
    def all(cls) -> tuple[View, ...]:
        """Return every view: each language, then each ordered pair."""
        pairs = [
            (first, second) for first in CONTENT_LANGUAGES for second in CONTENT_LANGUAGES if first != second
        ]
        return (*(cls((language,)) for language in CONTENT_LANGUAGES), *map(cls, pairs))

    def neighbours(self) -> tuple[View, ...]:
        """Return the views one step away: the other languages by themselves, and the likeliest one beside this."""
        singles = tuple(View.of(tag) for tag in CONTENT_LANGUAGES if self != View.of(tag))
        if len(self.languages) == 2:
            return singles
        return (*singles, View.of(self.primary, "zh-Hans" if self.primary == "en" else "en"))

    @property
    def primary(self) -> str:
        """The language of the page's own words."""
        return self.languages[0]

    @property
    def locale(self) -> Locale:
        """The locale of the page's own words."""
        return resolve(self.primary).formatting

    def __str__(self) -> str:
        return "+".join(self.languages)


def _content_language(tag: str) -> str:
    """Return the content language that `tag` is a way to name: German is not one of English."""
    try:
        reader = resolve(tag)
    except MalformedTag as error:
        raise UnknownView(tag) from error
    if not reader.known or reader.content.partition("-")[0] not in (reader.formatting.language, "zh"):
        raise UnknownView(tag)
    return reader.content


class _ViewConverter(BaseConverter):
    """``<view:view>`` in a rule; only what could be language tags, so that /healthz/ is no view."""

    regex = rf"{_TAG}(?:\+{_TAG})*"

    def to_python(self, value: str) -> View:
        try:
            return View.parse(value)
        except UnknownView as error:
            raise ValidationError from error

    def to_url(self, value: object) -> str:
        return str(value)


def teach(rules: Map) -> None:
    """Let `rules` say ``<view:view>``."""
    rules.converters["view"] = _ViewConverter
