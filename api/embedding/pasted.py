"""An address that somebody pasted elsewhere: whether it is one of ours, and of what."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from urllib.parse import SplitResult, parse_qs, unquote_to_bytes, urlsplit

from flask import request

from api.addresses import full_address
from api.embedding.frames import THEMES
from api.embedding.items import Item, item_at
from api.messages import Message, message
from api.pages.view import UnknownView, View
from api.problems import Fault, Problem, shown
from translations import CONTENT_LANGUAGES, N_

# What an address never has, however it is written (RFC 3986, RFC 3987, and what browsers take for a slash).
_FORBIDDEN = re.compile(
    r'[\x00-\x20\x7f-\xa0"<>\\^`{|}\u1680\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff]'
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_PORTS = {"http": 80, "https": 443}


class Shape(Enum):
    """What is at an address: a card, or the picture of one, or of a chart by itself."""

    CARD = auto()
    CARD_PICTURE = auto()
    CHART_PICTURE = auto()


@dataclass(frozen=True, slots=True)
class Pasted:
    """An item in a view; `at` and `theme` are what the address said of its edition and its colors."""

    item: Item
    view: View
    shape: Shape
    at: str | None = None
    theme: str | None = None


def pasted(url: str) -> Pasted:
    """Return what is at `url`, the address of a page, an embed page or a picture.

    Raises the problem that it is malformed (400), or not one of ours, or of nothing that can be embedded (404).
    """
    # Who does not encode the plus of /zh-Hans+en/ sends a space, which no address has.
    written = url.strip().replace(" ", "+")
    parts = _split(url, written)
    ours = urlsplit(full_address(request.script_root))
    if _origin(parts) != _origin(ours) or not _is_below(parts.path, ours.path):
        raise _refused(404, url, N_("This address is not of this site. Write one that begins with {base}."))
    path = _decoded(url, parts.path[len(ours.path) :])
    path = path.rstrip("/") or "/"
    found = item_at(path)
    shape = _shape(path, found[2]) if found else None
    if found is None or shape is None:
        raise _nothing(url, path)
    query = parse_qs(parts.query)
    theme = query.get("theme", [""])[0]
    return Pasted(found[0], found[1], shape, query.get("at", [None])[0], theme if theme in THEMES else None)


def _split(url: str, written: str) -> SplitResult:
    malformed = _refused(
        400, url, N_("This is not the full address of a page. Write one that begins with {base}.")
    )
    if _FORBIDDEN.search(written) or not _SCHEME.match(written):
        raise malformed
    try:
        parts = urlsplit(written)
        host, _ = parts.hostname, parts.port
    except ValueError:  # a port or an IPv6 address that is none
        raise malformed from None
    if not host and parts.scheme in _PORTS:
        raise malformed
    return parts


def _origin(parts: SplitResult) -> tuple[str | None, ...]:
    """Return scheme, who is said to ask, host and port, each in one spelling."""
    host = (parts.hostname or "").rstrip(".")
    with suppress(UnicodeError):  # a label that is too long: none of ours
        host = host.encode("idna").decode("ascii")
    return parts.scheme, parts.username, parts.password, host, str(parts.port or _PORTS.get(parts.scheme))


def _is_below(path: str, root: str) -> bool:
    return path == root or path.startswith(f"{root}/")


def _decoded(url: str, path: str) -> str:
    try:
        decoded = unquote_to_bytes(path).decode("utf-8")
    except UnicodeDecodeError:
        decoded = "\0"
    if "\0" in decoded:
        told = N_("The address is not valid UTF-8. Percent-encode its characters as UTF-8.")
        raise _refused(400, url, told)
    return decoded


def _shape(path: str, form: str) -> Shape | None:
    """Return what is at `path`, None for a file that is no picture."""
    if form == "":
        return Shape.CARD
    if form != "png":
        return None
    return Shape.CARD_PICTURE if path.startswith("/embed/") else Shape.CHART_PICTURE


def _nothing(url: str, path: str) -> Problem:
    """Return the problem that nothing at `path` can be embedded; it may be for the language only."""
    beginning, view, rest = _around_view(path)
    try:
        View.parse(view)
    except UnknownView:
        if item_at(f"{beginning}/{CONTENT_LANGUAGES[0]}{rest}"):
            told = N_(
                "The pages are in none of these languages, or not beside each other. There are: {choices}."
            )
            return _refused(404, url, told, choices=", ".join(CONTENT_LANGUAGES))
    told = N_(
        "Nothing at this address can be embedded. Copy the address of an article, a section, a figure, a chart or a term."
    )
    return _refused(404, url, told)


def _around_view(path: str) -> tuple[str, str, str]:
    """Return what of `path` is before the step that names the view, that step, and what is behind it."""
    beginning = "/embed" if path.startswith("/embed/") else ""
    view, slash, rest = path.removeprefix(beginning).removeprefix("/").partition("/")
    return beginning, view, slash + rest


def _refused(status: int, url: str, told: str, **values: object) -> Problem:
    values = {"base": full_address(f"{request.script_root}/"), **values}
    return Problem(status, None, [_fault(url, message(told, **values))])


def _fault(url: str, told: Message) -> Fault:
    return Fault("query", "url", shown(url), told)
