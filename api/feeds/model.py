"""A feed before it takes a form. Addresses are full, times are RFC 3339 in UTC."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from api.pages.view import View
from api.pages.words import Texts


@dataclass(frozen=True, slots=True)
class Link:
    """An address that belongs to a feed or an entry, by the name of the relation that IANA has registered."""

    relation: str
    href: str
    media_type: str
    hreflang: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a feed.

    `title` is one line in the view's languages, `text` what it says, `paragraphs` the same in pieces that belong together,
    each in every language. `kind` is that of the item, `about` what our own key of JSON Feed says of it.
    """

    id: str
    href: str
    title: Texts
    text: Texts
    paragraphs: tuple[Texts, ...]
    kind: str
    updated: str
    published: str = ""
    image: str = ""
    links: tuple[Link, ...] = ()
    about: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Feed:
    """Entries, the latest first; `home` is the page that they are of, `here` the feed itself by media type."""

    id: str
    view: View
    title: str
    subtitle: str
    author: str
    home: str
    here: Mapping[str, str]
    elsewhere: Mapping[str, Mapping[str, str]]
    icon: str
    updated: str
    entries: tuple[Entry, ...]
