"""What JSON Feed 1.1 asks of a feed (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import re
from typing import Any

from werkzeug.test import TestResponse

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_FEED = {
    "version",
    "title",
    "home_page_url",
    "feed_url",
    "description",
    "icon",
    "authors",
    "language",
    "items",
}
_ITEM = {
    *("id", "url", "title", "content_html", "content_text", "summary", "image", "date_published"),
    *("date_modified", "authors", "tags", "language"),
}  # fmt: skip


def checked_json(answer: TestResponse) -> dict[str, Any]:
    """Return the feed of `answer`, which keeps the rules."""
    assert (answer.status_code, answer.content_type) == (200, "application/feed+json; charset=utf-8")
    feed: dict[str, Any] = answer.json
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    # Keys of one's own begin with an underscore.
    assert {name for name in feed if not name.startswith("_")} <= _FEED
    assert feed["feed_url"] == f"http://localhost{answer.request.path}"
    assert all(author["name"] for author in feed["authors"])
    for item in feed["items"]:
        assert {name for name in item if not name.startswith("_")} <= _ITEM
        assert item["content_html"]
        assert item["content_text"]
        assert all(isinstance(item[name], str) for name in ("id", "url", "title", "summary", "language"))
        assert item["url"].startswith("http://localhost/")
        assert all(
            _TIME.fullmatch(item[name]) for name in ("date_published", "date_modified") if name in item
        )
    assert len({item["id"] for item in feed["items"]}) == len(feed["items"])
    return feed
