"""The feed of what there is to read, for readers of feeds: in each view, as Atom and as JSON Feed, the same from both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import feedparser
import pytest
from flask.testing import FlaskClient

from api import create_app
from api.database_url import DatabaseUrl
from api.pages.view import View
from api.settings import Settings
from tests.api.feeds.atom_rules import XHTML, checked, texts
from tests.api.feeds.json_rules import checked_json
from tests.api.test_pages import Page, get

Edit = Callable[[str, str, str], Path]
PUBLISHED = "2025-12-01T00:00:00Z"


@pytest.mark.parametrize("view", [str(view) for view in View.all()])
def test_shipped_feeds_keep_the_rules_in_every_view(client: FlaskClient, view: str) -> None:
    answer = client.get(f"/{view}/feed.atom")
    assert (answer.status_code, answer.content_type) == (200, "application/atom+xml; charset=utf-8")
    languages = view.split("+")
    assert answer.headers["Content-Language"] == ", ".join(languages)
    feed = checked(answer.data)
    paragraphs = list(feed.iter(f"{XHTML}p"))
    assert {p.get("lang") for p in paragraphs} == set(languages)
    read = feedparser.parse(answer.data)
    assert (read.bozo, read.version, read.feed.language) == (False, "atom10", languages[0])
    as_json = checked_json(client.get(f"/{view}/feed.json"))
    assert [entry.id for entry in read.entries] == [item["id"] for item in as_json["items"]]
    assert [entry.link for entry in read.entries] == [item["url"] for item in as_json["items"]]
    assert [entry.title for entry in read.entries] == [item["title"] for item in as_json["items"]]


def test_an_entry_in_two_languages(tiny_client: FlaskClient) -> None:
    read = feedparser.parse(tiny_client.get("/zh-Hant+en/feed.atom").data)
    assert read.feed.title == "對照 – 文章"
    entry = read.entries[1]
    assert entry.title == "建什麼 / What is built"
    assert (entry.link, entry.published) == (
        "http://localhost/zh-Hant+en/articles/harbor/sections/s1",
        PUBLISHED,
    )
    assert read.feed.author == "對照"  # whose words the summaries are
    assert entry.content[0].value.splitlines()[:2] == [
        '<p lang="zh-Hant" xml:lang="zh-Hant">2025年6月30日，12座資料中心用電6.8吉瓦。</p>',
        '<p lang="en" xml:lang="en">12 sites of data centers draw 6.8 gigawatts, 30 June 2025.</p>',
    ]


def test_one_item_of_json_feed_in_full(tiny_client: FlaskClient) -> None:
    assert tiny_client.get("/en+zh-Hans/feed.json").json["items"][0] == {
        "id": "tag:localhost,2026:/en+zh-Hans/articles/harbor",
        "url": "http://localhost/en+zh-Hans/articles/harbor",
        "title": "Servers at the Harbor / 港口的服务器",
        "summary": "Harbor Data spends about 5.3 trillion Japanese yen.",
        "content_html": '<p lang="en">Harbor Data spends about 5.3 trillion Japanese yen.</p>\n'
        '<p lang="zh-Hans">港湾数据投入约5.3万亿日元。</p>\n'
        '<p lang="en">Nobody · The Tests · December 2025</p>\n'
        '<p lang="zh-Hans">无名氏 · 测试 · 2025年12月</p>\n',
        "content_text": "Harbor Data spends about 5.3 trillion Japanese yen.\n\n港湾数据投入约5.3万亿日元。"
        "\n\nNobody · The Tests · December 2025\n\n无名氏 · 测试 · 2025年12月",
        "image": "http://localhost/embed/en+zh-Hans/article/harbor.png",
        "date_published": PUBLISHED,
        "date_modified": PUBLISHED,
        "tags": ["article"],
        "language": "en",
        "_duizhao": {
            "languages": ["en", "zh-Hans"],
            "title": {"en": "Servers at the Harbor", "zh-Hans": "港口的服务器"},
            "text": {
                "en": "Harbor Data spends about 5.3 trillion Japanese yen.",
                "zh-Hans": "港湾数据投入约5.3万亿日元。",
            },
            "kind": "article",
            "id": "harbor",
            "revision": "e020d07acb77",
            "embed": "http://localhost/embed/en+zh-Hans/article/harbor",
            "card": "http://localhost/embed/en+zh-Hans/article/harbor.json",
        },
    }


@pytest.mark.both_stores
def test_an_entry_is_updated_when_what_it_says_is_and_not_before(
    own_content: Path, edit: Edit, tmp_path: Path, database: DatabaseUrl | None
) -> None:
    own = Settings(tmp_path, content=own_content, database=database)
    client = create_app(own).test_client()
    first = client.get("/en/feed.atom")
    assert set(texts(checked(first.data), "entry/updated")) == {PUBLISHED}
    edit("glossary/technology.yaml", "Recorded facts.", "Facts.")
    assert create_app(own).test_client().get("/en/feed.atom").data == first.data
    edit("summaries/harbor/article.yaml", "The plan costs", "It costs")
    client = create_app(own).test_client()
    changed = checked(client.get("/en/feed.atom").data)
    updated = dict(zip(texts(changed, "entry/title"), texts(changed, "entry/updated"), strict=True))
    assert updated["What it costs"] == updated["Servers at the Harbor"] == PUBLISHED
    assert updated["What is built"] == texts(changed, "updated")[0] > "2026"


def test_pages_lead_to_the_feeds_of_their_view(tiny_client: FlaskClient) -> None:
    for path in ("/zh-Hans+en/", "/zh-Hans+en/articles/harbor", "/zh-Hans+en/articles/harbor/sections/s1"):
        links = [
            e
            for e in Page(tiny_client.get(path).text).all("link")
            if "feed" in (e.get("href") or "") or "changes" in (e.get("href") or "")
        ]
        assert [
            (link.get("rel"), link.get("type"), link.get("title"), link.get("href")) for link in links
        ] == [
            ("alternate", "application/atom+xml", "对照 – 文章", "/zh-Hans+en/feed.atom"),
            ("alternate", "application/feed+json", "对照 – 文章", "/zh-Hans+en/feed.json"),
            ("alternate", "application/atom+xml", "对照 – 改动", "/zh-Hans+en/changes.atom"),
            ("alternate", "application/feed+json", "对照 – 改动", "/zh-Hans+en/changes.json"),
        ]


@pytest.mark.parametrize("name", ["feed", "changes"])
@pytest.mark.parametrize("form", ["atom", "json"])
def test_it_is_shared_and_not_sent_twice(tiny_client: FlaskClient, name: str, form: str) -> None:
    path = f"/en/{name}.{form}"
    answer = tiny_client.get(path)
    assert answer.headers["Cache-Control"] == "public, max-age=300, stale-while-revalidate=86400"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert get(tiny_client, path, If_None_Match=answer.headers["ETag"]).status_code == 304
    assert tiny_client.get(f"{path}?page=2").status_code == 422
    moved = tiny_client.get(f"/zh-TW/{name}.{form}")
    assert (moved.status_code, moved.location) == (308, f"/zh-Hant/{name}.{form}")


def test_its_addresses_are_where_the_service_is(tiny: Path, tmp_path: Path) -> None:
    settings = Settings(tmp_path, content=tiny, public_url="https://example.org/terms")
    item = create_app(settings).test_client().get("/en/feed.json").json["items"][0]
    assert item["url"] == "https://example.org/terms/en/articles/harbor"
    assert item["id"] == "tag:example.org,2026:/terms/en/articles/harbor"
