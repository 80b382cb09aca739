"""The pictures that chat apps show of a link, as they are sent."""

from __future__ import annotations

import struct
from xml.etree import ElementTree

import pytest
from flask import Flask
from flask.testing import FlaskClient

from api.embedding.card import Card, card_of
from api.embedding.editions import current_edition
from api.embedding.image_words import card_words, image_alt
from api.embedding.images import card_svg
from api.embedding.items import Item, ItemKind
from api.pages.view import View
from tests.api.test_charts import pixels

SVG = "{http://www.w3.org/2000/svg}"
STRIP, PAPER = b"\x8a\x2f\x1d", b"\xfd\xfc\xfa"
ITEMS = [
    "article/softbank-ai",
    "section/softbank-ai/s2",
    "figure/vision-fund-loss-fy2022-jpy",
    "chart/softbank-ai/ai-use",
    "term/computing-power",
]


def size(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def card(app: Flask, kind: ItemKind, id_: str, view: str) -> Card:
    with app.test_request_context():
        return card_of(current_edition(Item(kind, id_)), View.parse(view))


def said(app: Flask, kind: ItemKind, id_: str, view: str) -> list[str]:
    """Return the lines of a picture, from above to below."""
    with app.test_request_context():
        svg = card_svg(card_words(card_of(current_edition(Item(kind, id_)), View.parse(view))))
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own
    return [text.text or "" for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("item", ITEMS)
@pytest.mark.parametrize("view", ["en", "zh-Hant", "zh-Hans+en"])
def test_each_item_has_a_picture_in_each_view(client: FlaskClient, view: str, item: str) -> None:
    response = client.get(f"/embed/{view}/{item}.png")
    assert (response.status_code, response.mimetype) == (200, "image/png")
    assert response.headers["Content-Language"] == view.replace("+", ", ")
    assert response.headers["Cache-Control"] == "public, max-age=300, stale-while-revalidate=86400"
    assert size(response.data) == (1200, 630)
    assert len(response.data) < 300_000
    _, _, rows = pixels(response.data, 100)
    assert all(row[:3] == STRIP for row in rows)
    inked = [row[n : n + 3] != PAPER for row in rows[36:] for n in range(60, len(row), 3)]
    assert 0.01 < sum(inked) / len(inked) < 0.3  # the sign, the name of the site, the beginning of the card


def test_thumbnails_are_the_same_picture_smaller(client: FlaskClient) -> None:
    for width, height in ((1200, 630), (600, 315), (300, 158)):
        assert size(client.get(f"/embed/en/{ITEMS[1]}.png?width={width}").data) == (width, height)


@pytest.mark.parametrize(
    ("query", "named"), [("width=601", "width"), ("width=abc", "width"), ("size=600", "size")]
)
def test_other_sizes_are_refused(client: FlaskClient, query: str, named: str) -> None:
    response = client.get(f"/embed/en/{ITEMS[1]}.png?{query}")
    assert response.status_code == 422
    assert named in response.text


def test_what_there_is_not_has_no_picture(client: FlaskClient) -> None:
    assert client.get("/embed/en/section/softbank-ai/s99.png").status_code == 404


def test_a_section_shows_its_numbers(app: Flask) -> None:
    assert said(app, ItemKind.SECTION, "softbank-ai/s2", "en") == [
        "Duizhao ", "对照",
        "Does Japan’s “grand AI project” run on wild spending alone?",
        "Can Son’s bet on AI still pay off?",
        "about 600 trillion Japanese yen", "Total earnings of AI businesses worldwide",
        "1 trillion US dollars", "Forecast generative AI market revenue",
        "Shenguan Shangye (", "深观商业", ") · TMTPost · December 2025",
    ]  # fmt: skip


def test_two_languages_stand_beside_each_other(app: Flask) -> None:
    assert said(app, ItemKind.FIGURE, "generative-ai-users-japan", "zh-Hant+en") == [
        "對照",
        "日本的「AI大業」全靠瘋狂砸錢？", "Does Japan’s “grand AI project” run on...",
        "日本民眾中使用過", "生成式AI者的占比", "Share of people in Japan", "who have used generative AI",
        "僅26.7%", "only 26.7%",
        "原文寫法：只有 26.7%", "As written in the article: ", "只有", " 26.7%",
        "2024財年 · 情報通信白皮書", "fiscal 2024 · White Paper on Information", "and Communications in Japan",
        "深觀商業 · 鈦媒體 · 2025年12月", "Shenguan Shangye (", "深观商业", ") ·", "TMTPost · December 2025",
    ]  # fmt: skip


def test_a_chart_has_its_bars(app: Flask) -> None:
    lines = said(app, ItemKind.CHART, "softbank-ai/ai-use", "zh-Hans")
    assert lines[2:-1] == [
        "使用过生成式AI的民众占比", "0%", "50%", "100%",
        "日本", "仅26.7%", "美国", "68.8%", "中国", "81%",
    ]  # fmt: skip


def test_a_term_has_its_names_in_every_language(app: Flask) -> None:
    assert said(app, ItemKind.TERM, "data-center", "zh-Hans") == [
        "对照", "术语表", "数据中心", "shù jù zhōng xīn",
        "集中放置计算、存储设备及其供电、冷却系统的建筑或园区。",
        "繁體中文", "English", "資料中心", "data center", "zī liào zhōng xīn",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "id_", "view", "alt"),
    [
        (ItemKind.FIGURE, "generative-ai-users-japan", "en", "Share of people in Japan who have used generative AI · only 26.7%"),
        (ItemKind.CHART, "softbank-ai/ai-use", "zh-Hans", "使用过生成式AI的民众占比 · 日本 仅26.7%、美国 68.8%和中国 81%"),
        (ItemKind.TERM, "data-center", "zh-Hans+en", "数据中心 / data center · 集中放置计算、存储设备及其供电、冷却系统的建筑或园区。"),
    ],
)  # fmt: skip
def test_who_cannot_see_it_is_told_what_it_shows(
    app: Flask, kind: ItemKind, id_: str, view: str, alt: str
) -> None:
    assert image_alt(card(app, kind, id_, view)) == alt
