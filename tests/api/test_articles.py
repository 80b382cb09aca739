"""Articles, sections and their sentence pairs over HTTP."""

from __future__ import annotations

import re

import pytest
from flask.testing import FlaskClient

from api.content import Content
from summaries.markup import Reference, parse

pytestmark = pytest.mark.both_stores

SECTION = {
    "id": "s1",
    "article": "harbor",
    "title": {"zh-Hans": "建什么", "zh-Hant": "建什麼", "en": "What is built"},
    "summary": [
        {
            "id": "s1.1",
            "text": {
                "zh-Hans": "2025年6月30日，12座数据中心用电6.8吉瓦。",
                "zh-Hant": "2025年6月30日，12座資料中心用電6.8吉瓦。",
                "en": "12 sites of data centers draw 6.8 gigawatts, 30 June 2025.",
            },
            "spans": {
                "zh-Hans": [
                    {"start": 0, "end": 10, "kind": "figure", "id": "harbor-capacity"},
                    {"start": 11, "end": 14, "kind": "figure", "id": "harbor-sites"},
                    {"start": 14, "end": 18, "kind": "term", "id": "data-center"},
                    {"start": 20, "end": 25, "kind": "figure", "id": "harbor-capacity"},
                ],
                "zh-Hant": [
                    {"start": 0, "end": 10, "kind": "figure", "id": "harbor-capacity"},
                    {"start": 11, "end": 14, "kind": "figure", "id": "harbor-sites"},
                    {"start": 14, "end": 18, "kind": "term", "id": "data-center"},
                    {"start": 20, "end": 25, "kind": "figure", "id": "harbor-capacity"},
                ],
                "en": [
                    {"start": 0, "end": 8, "kind": "figure", "id": "harbor-sites"},
                    {"start": 12, "end": 24, "kind": "term", "id": "data-center"},
                    {"start": 30, "end": 43, "kind": "figure", "id": "harbor-capacity"},
                    {"start": 45, "end": 57, "kind": "figure", "id": "harbor-capacity"},
                ],
            },
        },
        {
            "id": "s1.2",
            "text": {
                "zh-Hans": "计划耗资5.3万亿日元（397.7亿美元）。",
                "zh-Hant": "計畫耗資5.3兆日圓（397.7億美元）。",
                "en": "The plan costs JP¥5.3T (39.77 billion US dollars).",
            },
            "spans": {
                "zh-Hans": [
                    {"start": 4, "end": 11, "kind": "figure", "id": "harbor-investment-jpy"},
                    {"start": 12, "end": 20, "kind": "figure", "id": "harbor-investment-usd"},
                ],
                "zh-Hant": [
                    {"start": 4, "end": 10, "kind": "figure", "id": "harbor-investment-jpy"},
                    {"start": 11, "end": 19, "kind": "figure", "id": "harbor-investment-usd"},
                ],
                "en": [
                    {"start": 15, "end": 22, "kind": "figure", "id": "harbor-investment-jpy"},
                    {"start": 24, "end": 48, "kind": "figure", "id": "harbor-investment-usd"},
                ],
            },
        },
    ],
}
CARD = {
    "id": "harbor",
    "title": {"zh-Hans": "港口的服务器", "zh-Hant": "港口的伺服器", "en": "Servers at the Harbor"},
    "author": {"zh-Hans": "无名氏", "zh-Hant": "無名氏", "en": "Nobody"},
    "publisher": {"zh-Hans": "测试", "zh-Hant": "測試", "en": "The Tests"},
    "language": "zh-Hans",
    "published": "2025-12",
    "published_note": {"zh-Hans": "虚构。", "zh-Hant": "虛構。", "en": "Made up."},
    "sections": [
        {"id": "s1", "title": {"zh-Hans": "建什么", "zh-Hant": "建什麼", "en": "What is built"}},
        {"id": "s2", "title": {"zh-Hans": "花多少", "zh-Hant": "花多少", "en": "What it costs"}},
    ],
}


def test_a_section(tiny_client: FlaskClient) -> None:
    assert tiny_client.get("/api/v1/articles/harbor/sections/s1").json == SECTION


def test_the_sections(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/api/v1/articles/harbor/sections").json
    assert answer["items"][0] == SECTION
    assert ([item["id"] for item in answer["items"]], answer["total"]) == (["s1", "s2"], 2)


def test_the_articles(tiny_client: FlaskClient) -> None:
    assert tiny_client.get("/api/v1/articles").json == {"items": [CARD], "total": 1}


def test_an_article_with_the_summary_of_the_whole(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/api/v1/articles/harbor").json
    summary = answer.pop("summary")
    assert answer == CARD
    assert [(pair["id"], pair["text"]) for pair in summary] == [
        (
            "s0.1",
            {
                "zh-Hans": "港湾数据投入约5.3万亿日元。",
                "zh-Hant": "港灣數據投入約5.3兆日圓。",
                "en": "Harbor Data spends about 5.3 trillion Japanese yen.",
            },
        )
    ]


@pytest.mark.parametrize(
    ("locale", "texts"),
    [
        (
            "zh-HK",
            {
                "zh-Hans": "计划耗资5.3万亿日元（397.7亿美元）。",
                "zh-Hant": "計畫耗資5.3萬億日圓（397.7億美元）。",
            },
        ),
        (
            "de",
            {
                "zh-Hant": "計畫耗資5.3兆日圓（397.7億美元）。",
                "en": "The plan costs JP¥5.3T (39.77 billion US dollars).",
            },
        ),
    ],
)
def test_a_figure_is_written_for_the_region_of_the_reader_and_the_language_of_the_sentence(
    tiny_client: FlaskClient, locale: str, texts: dict[str, str]
) -> None:
    summary = tiny_client.get(f"/api/v1/articles/harbor/sections/s1?locale={locale}").json["summary"]
    assert {tag: summary[1]["text"][tag] for tag in texts} == texts


@pytest.mark.parametrize("locale", ["en", "en-GB", "zh-Hans", "zh-Hant", "zh-HK", "de"])
def test_every_shipped_span_holds_its_words(
    client: FlaskClient, shipped_content: Content, locale: str
) -> None:
    """What stands at a span is what was referred to: the words typed, or a form that the formatter writes."""
    article = f"/api/v1/articles/{client.get('/api/v1/articles').json['items'][0]['id']}"
    sections = client.get(f"{article}/sections?locale={locale}").json["items"]
    pairs = {
        p["id"]: p for s in [client.get(f"{article}?locale={locale}").json, *sections] for p in s["summary"]
    }
    (shipped,) = shipped_content.articles
    sentences = [s for section in (shipped.abstract, *shipped.sections) for s in section.sentences]
    assert list(pairs) == [sentence.id for sentence in sentences]
    written = {
        tag: {f["id"]: f for f in client.get(f"{article}/figures?limit=100&locale={tag}").json["items"]}
        for tag in {"zh-Hans", "zh-Hant", "en", locale}
    }
    for sentence in sentences:
        pair = pairs[sentence.id]
        for language, markup in sentence.markup.items():
            text, spans = pair["text"][language], pair["spans"][language]
            wanted = [part for part in parse(markup) if isinstance(part, Reference)]
            assert [(s["kind"], s["id"]) for s in spans] == [(r.kind, r.id) for r in wanted]
            for reference, span in zip(wanted, spans, strict=True):
                words = text[span["start"] : span["end"]]
                if reference.kind == "term":
                    assert words == reference.words
                else:
                    own = (
                        locale
                        if locale.startswith(language) or (language, locale) == ("zh-Hant", "zh-HK")
                        else language
                    )
                    figure = written[own][reference.id]
                    forms = {**figure["formatted"], "period": (figure["period"] or {}).get("formatted", "")}
                    shown = forms[reference.form]
                    assert words.casefold() == shown.casefold() or shown.casefold().endswith(
                        words.casefold()
                    ), (
                        pair["id"],
                        language,
                        words,
                        shown,
                    )


def test_the_shipped_summaries_are_whole(client: FlaskClient) -> None:
    """Five to nine sentences each, nothing left of the markup, no sentence the same in two scripts but where it must."""
    article = client.get("/api/v1/articles/softbank-ai").json
    sections = client.get("/api/v1/articles/softbank-ai/sections").json["items"]
    assert [section["id"] for section in sections] == ["s1", "s2", "s3", "s4"]
    for part in (article, *sections):
        assert 5 <= len(part["summary"]) <= 9
        for pair in part["summary"]:
            for language, text in pair["text"].items():
                assert not re.search(r"\]\(|\[\]|figure:|term:", text)
                assert text.endswith(
                    (".", ".”", '."') if language == "en" else ("。", "？", "。”", "。」")
                ), text
