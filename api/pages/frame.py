"""What stands around the content of every page: the switch of languages, and where else the same thing is."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from flask import request, url_for

from api.addresses import public_address
from api.links import json_twin
from api.negotiation import content_language
from api.pages.offers import is_static, offered_views
from api.pages.view import View
from api.pages.words import Words
from translations import CONTENT_LANGUAGES, DEFAULT_LANGUAGE, ENDONYMS

# What stands for a language where there is room for one letter or two.
_SIGNS = {"zh-Hans": "简", "zh-Hant": "繁", "en": "EN"}

# The one value of the parameter `show`.
REVEAL = "reveal"
# Parameters that change how a page is shown, not what is on it.
_MANNERS = ("show", "currency")
# The pages that have sentences to read.
_READ = ("pages.article", "pages.section")


@dataclass(frozen=True, slots=True)
class Choice:
    """A view that this page can be switched to; `names` are of its languages, each in its own.

    `view` names the view, empty where a switch does not lead to the same page.
    """

    names: tuple[Words, ...]
    href: str
    hreflang: str
    current: bool
    view: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page for a reader of another language, for machines."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything the layout needs to know.

    `reveal` is the address at which the second language of each sentence is hidden until asked for, or, where it
    is (`revealing`), no longer; None where there is nothing to hide.
    """

    view: View
    canonical: str | None
    json_twin: str | None
    alternates: tuple[Alternate, ...]
    singles: tuple[Choice, ...]
    pairs: tuple[Choice, ...]
    reveal: str | None = None
    revealing: bool = False

    @property
    def lang(self) -> str:
        """The language of the page's own words."""
        return self.view.primary


def frame_of(view: View) -> Frame:
    """Return the frame of the page that answers this request in `view`."""
    revealing = "show" in request.args
    return Frame(
        view=view,
        canonical=public_address(_address(view, but=_MANNERS)),
        json_twin=json_twin(view.primary),
        alternates=_alternates(),
        singles=tuple(_choice(single, view, ENDONYMS) for single in _single_views()),
        pairs=tuple(_choice(pair, view, _SIGNS) for pair in _pairs(view)),
        reveal=_address(view, but=("show",), show=None if revealing else REVEAL)
        if _may_reveal(view)
        else None,
        revealing=revealing,
    )


def docs_frame() -> Frame:
    """Return the frame of the API's documentation, whose language is a parameter."""
    view = View.of(content_language())
    address = {tag: url_for("docs.show_docs", locale=tag) for tag in CONTENT_LANGUAGES}
    return Frame(view, None, None, (), _singles(address, view.primary), ())


def problem_frame() -> Frame:
    """Return the frame of an error, from which the languages lead home."""
    view = View.of(content_language())
    address = {single.primary: url_for("pages.home", view=single) for single in _single_views()}
    return Frame(view, None, None, (), _singles(address), ())


def _singles(address: dict[str, str], current: str = "") -> tuple[Choice, ...]:
    return tuple(
        Choice((Words(tag, ENDONYMS[tag]),), href, tag, tag == current) for tag, href in address.items()
    )


def sign(language: str) -> str:
    """Return the letter or two that stand for `language`."""
    return _SIGNS[language]


def choices_of(view: View, address: Callable[[View], str]) -> tuple[Choice, ...]:
    """Return what `view` can be switched to, each with its `address`: the languages, and the likeliest pair."""
    pair = (
        view
        if len(view.languages) == 2
        else View.of(view.primary, "zh-Hans" if view.primary == "en" else "en")
    )
    found = _offered(pair)
    return tuple(
        Choice(
            tuple(Words(tag, ENDONYMS[tag]) for tag in choice.languages),
            address(choice),
            choice.primary,
            choice == view,
            str(choice),
        )
        for choice in (*_single_views(), *((found,) if found else ()))
    )


def _pairs(view: View) -> list[View]:
    """Every two languages side by side, the one being read first; a pair being read also the other way round."""
    pairs = [
        View.of(*sorted(pair, key=lambda tag: tag != view.primary))
        for pair in combinations(CONTENT_LANGUAGES, 2)
    ]
    if len(view.languages) == 2:
        pairs.append(View.of(*reversed(view.languages)))
    return list(dict.fromkeys(filter(None, map(_offered, pairs))))


def _offered(pair: View) -> View | None:
    """Return `pair` where this site has it, else the other way round, else None."""
    either = (pair, View.of(*reversed(pair.languages)))
    return next((view for view in either if view in offered_views()), None)


def _single_views() -> list[View]:
    """Every language by itself."""
    return [view for view in offered_views() if len(view.languages) == 1]


def _choice(choice: View, current: View, names: dict[str, str]) -> Choice:
    labels = tuple(Words(language, names[language]) for language in choice.languages)
    address = _address(choice, but=() if len(choice.languages) == 2 else ("show",))
    return Choice(labels, address, choice.primary, choice == current, str(choice))


def _may_reveal(view: View) -> bool:
    return len(view.languages) == 2 and request.endpoint in _READ and not is_static()


def _alternates() -> tuple[Alternate, ...]:
    address = {single.primary: _address(single, but=_MANNERS) for single in _single_views()}
    if request.endpoint == "pages.home":
        address["x-default"] = url_for("pages.negotiate")
    elif DEFAULT_LANGUAGE in address:
        address["x-default"] = address[DEFAULT_LANGUAGE]
    return tuple(Alternate(language, public_address(path)) for language, path in address.items())


def _address(view: View, but: Container[str] = (), **more: str | None) -> str:
    """Return the address of this page in `view`, its query kept `but` for some, and for the fields sent blank."""
    query: dict[str, Any] = {n: value for n, value in request.args.items() if value and n not in but}
    ids = {**(request.view_args or {}), "view": view}
    return url_for(request.endpoint or "", **{**ids, **query, **more})
