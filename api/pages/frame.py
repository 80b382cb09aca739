"""What stands around the content of every page: the switch of languages, and where else the same thing is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import Any

from flask import request, url_for

from api.links import json_twin
from api.negotiation import content_language
from api.pages.view import View
from api.pages.words import Words
from translations import CONTENT_LANGUAGES, DEFAULT_LANGUAGE, ENDONYMS

# What stands for a language where there is room for one letter or two.
_SIGNS = {"zh-Hans": "简", "zh-Hant": "繁", "en": "EN"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A view that this page can be switched to; `names` are of its languages, each in its own."""

    names: tuple[Words, ...]
    href: str
    hreflang: str
    current: bool


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page for a reader of another language, for machines."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything the layout needs to know."""

    view: View
    canonical: str | None
    json_twin: str | None
    alternates: tuple[Alternate, ...]
    singles: tuple[Choice, ...]
    pairs: tuple[Choice, ...]

    @property
    def lang(self) -> str:
        """The language of the page's own words."""
        return self.view.primary


def frame_of(view: View) -> Frame:
    """Return the frame of the page that answers this request in `view`."""
    return Frame(
        view=view,
        canonical=_address(view),
        json_twin=json_twin(view.primary),
        alternates=_alternates(),
        singles=tuple(_choice(View.of(language), view, ENDONYMS) for language in CONTENT_LANGUAGES),
        pairs=tuple(_choice(pair, view, _SIGNS) for pair in _pairs(view)),
    )


def docs_frame() -> Frame:
    """Return the frame of the API's documentation, whose language is a parameter."""
    view = View.of(content_language())
    address = {tag: url_for("docs.show_docs", locale=tag) for tag in CONTENT_LANGUAGES}
    return Frame(view, None, None, (), _singles(address, view.primary), ())


def problem_frame() -> Frame:
    """Return the frame of an error, from which the languages lead home."""
    view = View.of(content_language())
    address = {tag: url_for("pages.home", view=tag) for tag in CONTENT_LANGUAGES}
    return Frame(view, None, None, (), _singles(address), ())


def _singles(address: dict[str, str], current: str = "") -> tuple[Choice, ...]:
    return tuple(
        Choice((Words(tag, ENDONYMS[tag]),), href, tag, tag == current) for tag, href in address.items()
    )


def sign(language: str) -> str:
    """Return the letter or two that stand for `language`."""
    return _SIGNS[language]


def _pairs(view: View) -> list[View]:
    """Every two languages side by side, the one being read first; a pair being read also the other way round."""
    pairs = [
        View.of(*sorted(pair, key=lambda tag: tag != view.primary))
        for pair in combinations(CONTENT_LANGUAGES, 2)
    ]
    if len(view.languages) == 2:
        pairs.append(View.of(*reversed(view.languages)))
    return pairs


def _choice(choice: View, current: View, names: dict[str, str]) -> Choice:
    labels = tuple(Words(language, names[language]) for language in choice.languages)
    return Choice(labels, _address(choice), choice.primary, choice == current)


def _alternates() -> tuple[Alternate, ...]:
    pages = [Alternate(language, _address(View.of(language))) for language in CONTENT_LANGUAGES]
    negotiated = request.endpoint == "pages.home"
    default = url_for("pages.negotiate") if negotiated else _address(View.of(DEFAULT_LANGUAGE))
    return (*pages, Alternate("x-default", default))


def _address(view: View) -> str:
    """Return the address of this page in `view`, its query kept but for the fields that a form sent blank."""
    query: dict[str, Any] = {name: value for name, value in request.args.items() if value}
    return url_for(request.endpoint or "", **{**(request.view_args or {}), "view": view}, **query)
