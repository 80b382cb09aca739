"""What all feeds have in common: where they are, what they are called, and how their entries are named."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from flask import url_for

from api.addresses import full_address
from api.feeds.forms import ATOM, EXTENSIONS
from api.feeds.model import Entry, Feed
from api.library import library
from api.pages.offers import offered_views
from api.pages.view import View
from translations import CONTENT_LANGUAGES, N_, catalog

# When whoever has the host had it, for RFC 4151, which has a tag named after a host that may change hands.
_SINCE = "2026"
_NAME = N_("Duizhao")


def make_feed(view: View, name: str, title: str, subtitle: str, entries: Iterable[Entry]) -> Feed:
    """Return the feed that is at ``/{view}/{name}``; title and subtitle are message ids."""
    words = catalog(view.primary)
    listed = tuple(entries)
    author = str(words.gettext(_NAME))
    here = _addresses(view, name)
    others = (language for language in CONTENT_LANGUAGES if language != view.primary)
    offered = offered_views()
    return Feed(
        id=tag(here[ATOM].rpartition(".")[0]),
        view=view,
        title=f"{author} – {words.gettext(title)}",
        subtitle=str(words.gettext(subtitle)),
        author=author,
        home=full_address(url_for("pages.home", view=view)),
        here=here,
        elsewhere={
            language: _addresses(View.of(language), name)
            for language in others
            if View.of(language) in offered
        },
        icon=full_address(url_for("static", filename="icon.svg")),
        # The same until something changes; of a feed without entries, since there has been an index.
        updated=max((entry.updated for entry in listed), default=library().index.origin.begun),
        entries=listed,
    )


def tag(address: str) -> str:
    """Return a tag: URI (RFC 4151) of what is at a full `address`: an id that stays when it is fetched in another way."""
    parts = urlsplit(address)
    return f"tag:{parts.hostname},{_SINCE}:{parts.path}"


def _addresses(view: View, name: str) -> dict[str, str]:
    return {
        media_type: full_address(url_for("feeds.feed", view=view, name=name, form=extension))
        for media_type, extension in EXTENSIONS.items()
    }
