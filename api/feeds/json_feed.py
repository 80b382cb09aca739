"""A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from typing import Any

from api.feeds.forms import ATOM, JSON, html
from api.feeds.model import Entry, Feed
from api.pages.words import Texts, in_one_line

VERSION = "https://jsonfeed.org/version/1.1"

# Our own key, for what JSON Feed has none for: texts by language.
_OURS = "_duizhao"


def json_feed(feed: Feed) -> dict[str, Any]:
    """Return `feed` as plain data."""
    return {
        "version": VERSION,
        "title": feed.title,
        "description": feed.subtitle,
        "home_page_url": feed.home,
        "feed_url": feed.here[JSON],
        "icon": feed.icon,
        "language": feed.view.primary,
        "authors": [{"name": feed.author}],
        "items": [_item(entry, feed) for entry in feed.entries],
        _OURS: {
            "languages": list(feed.view.languages),
            "updated": feed.updated,
            "atom": feed.here[ATOM],
            "alternates": {language: addresses[JSON] for language, addresses in feed.elsewhere.items()},
        },
    }


def _item(entry: Entry, feed: Feed) -> dict[str, Any]:
    item = {
        "id": entry.id,
        "url": entry.href,
        "title": in_one_line(entry.title),
        "summary": entry.text[0].text if entry.text else "",
        "content_html": html(entry, "lang"),
        "content_text": "\n\n".join(words.text for texts in entry.paragraphs for words in texts),
        "image": entry.image,
        "date_published": entry.published,
        "date_modified": entry.updated,
        "tags": [entry.kind],
        "language": feed.view.primary,
    }
    ours = {
        "languages": list(feed.view.languages),
        "title": _by_language(entry.title),
        "text": _by_language(entry.text),
        **entry.about,
    }
    return {**{name: value for name, value in item.items() if value}, _OURS: ours}


def _by_language(texts: Texts) -> dict[str, str]:
    return {words.lang: words.text for words in texts}
