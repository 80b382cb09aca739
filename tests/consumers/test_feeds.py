"""Readers of feeds show every section of every article, in each view, and both of them the same."""

from __future__ import annotations

from typing import Any

import pytest

from tests.consumers.consumers import package, run
from tests.consumers.items import ITEMS, VIEWS

_ARTICLE, _SECTION = ITEMS[:2]
_TITLES = {"zh-Hans": "对照 – 文章", "zh-Hant": "對照 – 文章", "en": "Duizhao – Articles"}


@pytest.fixture(scope="module")
def read(site: str) -> dict[str, Any]:
    """What rss-parser reads of each feed."""
    return run("rss-parser", [f"{site}/{view}/{name}.atom" for view in VIEWS for name in ("feed", "changes")])


def test_rss_parser_shows_articles_and_sections_in_the_language_of_the_feed(
    site: str, read: dict[str, Any]
) -> None:
    for view in VIEWS:
        feed = read[f"{site}/{view}/feed.atom"]
        assert feed["title"] == _TITLES[view.split("+")[0]]
        titles = {entry["link"]: entry["title"] for entry in feed["entries"]}
        for item in (_ARTICLE, _SECTION):
            assert titles[item.address(site, view)] == item.title(view)
        assert read[f"{site}/{view}/changes.atom"]["title"]


def test_feedparser_shows_the_same(site: str, read: dict[str, Any]) -> None:
    feedparser = package("feedparser")
    for address, told in read.items():
        feed = feedparser.parse(address)
        assert not feed.bozo, f"{address}: {feed.get('bozo_exception')}"
        assert feed.feed.title == told["title"]
        assert [(e.id, e.title, e.link) for e in feed.entries] == [
            (e["id"], e["title"], e["link"]) for e in told["entries"]
        ]
