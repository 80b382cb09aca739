"""The feed of what changed: what was embedded, what is there now, and the difference in words of the reader's language."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import feedparser
import pytest
from flask.testing import FlaskClient

from api import create_app
from api.database_url import DatabaseUrl
from api.imports import ImportMode, import_concepts
from api.settings import Settings
from tests.api.feeds.atom_rules import XHTML, checked, texts
from tests.api.feeds.json_rules import checked_json
from tests.concepts import concept

ARTICLE, FIGURES = "summaries/harbor/article.yaml", "summaries/harbor/figures.yaml"


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def own(own_content: Path, tmp_path: Path, database: DatabaseUrl | None) -> Settings:
    """An index over content that a test may change."""
    return Settings(tmp_path, content=own_content, database=database)


def start(own: Settings) -> FlaskClient:
    return create_app(own).test_client()


def items(client: FlaskClient, view: str = "en") -> dict[str, dict[str, Any]]:
    """Return what changed by kind and id, which changed once each."""
    feed = checked_json(client.get(f"/{view}/changes.json"))
    checked(client.get(f"/{view}/changes.atom").data)
    return {f"{item['_duizhao']['kind']}/{item['_duizhao']['id']}": item for item in feed["items"]}


@pytest.mark.both_stores
def test_each_change_is_told_from_what_to_what(own: Settings, own_content: Path) -> None:
    start(own)
    rewrite(own_content / FIGURES, "value: 6.8", "value: 6.9")
    rewrite(own_content / "glossary/technology.yaml", "term: computing power", "term: compute")
    rewrite(own_content / ARTICLE, "[computing power](term", "[compute](term")
    client = start(own)
    told = {name: item["content_text"].split("\n\n") for name, item in items(client).items()}
    assert told == {
        "figure/harbor-capacity": ["Figure corrected: 6.8 gigawatts → 6.9 gigawatts"],
        "term/computing-power": ["Term renamed: computing power → compute"],
        "section/harbor/s1": [
            "Sentence s1.1: 12 sites of data centers draw 6.8 gigawatts, 30 June 2025."
            " → 12 sites of data centers draw 6.9 gigawatts, 30 June 2025."
        ],
        "section/harbor/s2": [
            "Sentence s2.2: The share rose by 29.7 percentage points, and one third of the computing power is sold."
            " → The share rose by 29.7 percentage points, and one third of the compute is sold."
        ],
    }
    in_two = items(client, "zh-Hant+en")
    assert in_two["figure/harbor-capacity"]["_duizhao"]["title"] == {
        "zh-Hant": "容量 – 數字更正：6.8吉瓦 → 6.9吉瓦",
        "en": "Capacity – Figure corrected: 6.8 gigawatts → 6.9 gigawatts",
    }
    assert in_two["term/computing-power"]["_duizhao"]["text"]["zh-Hant"] == "英文版有改動。"


def test_each_leads_to_what_was_embedded_and_to_what_is_now(own: Settings, own_content: Path) -> None:
    then = start(own).get("/embed/en/figure/harbor-capacity.json").json["revision"]
    rewrite(own_content / FIGURES, "value: 6.8", "value: 6.9")
    client = start(own)
    (entry,) = [e for e in feedparser.parse(client.get("/en/changes.atom").data).entries if "figures" in e.id]
    links = {link.rel: link.href.removeprefix("http://localhost") for link in entry.links}
    assert links["alternate"] == "/en/figures/harbor-capacity"
    assert links["predecessor-version"] == f"/embed/en/figure/harbor-capacity?at={then}"
    assert "6.8 gigawatts" in client.get(links["predecessor-version"]).text
    assert "6.9 gigawatts" in client.get(links["successor-version"]).text
    # It goes on showing this when there is another.
    rewrite(own_content / FIGURES, "value: 6.9", "value: 7")
    client = start(own)
    assert "6.9 gigawatts" in client.get(links["successor-version"]).text
    titles = [
        e.title for e in feedparser.parse(client.get("/en/changes.atom").data).entries if "figures" in e.id
    ]
    assert titles == [
        "Capacity – Figure corrected: 6.9 gigawatts → 7 gigawatts",
        "Capacity – Figure corrected: 6.8 gigawatts → 6.9 gigawatts",
    ]


def test_what_was_withdrawn_is_told_with_what_replaced_it(own: Settings, own_content: Path) -> None:
    start(own)
    rewrite(
        own_content / FIGURES, "- id: harbor-third\n", "- id: harbor-sold\n    replaces: [harbor-third]\n"
    )
    rewrite(own_content / ARTICLE, "harbor-third", "harbor-sold")
    start(own)
    import_concepts(own, [concept("quay", "码头", "quay"), concept("berth", "泊位", "berth")])
    import_concepts(own, [concept("quay", "码头", "quay", replaces=("berth",))], ImportMode.REPLACE)
    found = items(start(own))
    figure, merged, gone = found["figure/harbor-third"], found["term/berth"], found["term/data"]
    assert figure["content_text"] == "Withdrawn, replaced by Sold share."
    assert figure["url"] == "http://localhost/en/figures/harbor-sold"
    assert (figure["_duizhao"]["change"], figure["_duizhao"]["replaced_by"]) == ("withdrawn", "harbor-sold")
    assert merged["title"] == "berth – Withdrawn, replaced by quay."
    assert gone["title"] == "data – Withdrawn."
    assert gone["url"] == gone["_duizhao"]["embeds"]["before"]
    assert found["section/harbor/s2"]["content_text"] == "A detail has changed that is not told here."


def test_any_text_makes_a_feed_that_can_be_read(own: Settings) -> None:
    start(own)
    wild = "<b>&amp;]]>\x01\x0b\ufffe\u202e\"'\t\r\n\U0001f3d7"
    import_concepts(own, [concept("quay", "码头", "quay")])
    import_concepts(own, [concept("quay", ("码头", "zh-Hans"), (wild, "en"))])
    client = start(own)
    feed = checked(client.get("/en/changes.atom").data)
    shown = "<b>&amp;]]>��\ufffd\u202e\"'\t\r\n\U0001f3d7"
    assert f"Term renamed: quay → {shown}" in [p.text for p in feed.iter(f"{XHTML}p")]
    assert len(texts(feed, "entry")) == 1
    checked_json(client.get("/en/changes.json"))
