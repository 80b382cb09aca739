"""What search engines and Mastodon read of a page: JSON-LD, in full (linked_data.json), and as their own readers take it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.drawing.logo import SIZE, logo
from api.embedding.linked_data import script
from api.embedding.observations import number
from api.settings import Settings
from tests.api.test_charts import pixels
from tests.api.test_pages import Page

CHART = """charts:
  - id: money
    title: {en: The money, zh-Hans: 钱, zh-Hant: 錢}
    bars:
      - {figure: harbor-growth, label: {en: Growth, zh-Hans: 增, zh-Hant: 增}}
      - {figure: harbor-rise, label: {en: Rise, zh-Hans: 升, zh-Hant: 升}}
figures:
  - id: harbor-rise
    section: s2
    as_written: 12.5 个百分点
    kind: percentage_points
    value: 12.50
    unit: percentage_point
    period: 2021/2023
    measures: {en: Rise, zh-Hans: 升幅, zh-Hant: 升幅}
"""
GOLDEN = json.loads(Path(__file__).with_name("linked_data.json").read_text(encoding="utf-8"))


def blocks(client: FlaskClient, path: str) -> list[dict[str, Any]]:
    page = Page(client.get(path).text)
    found = [e for e in page.all("script") if e.get("type") == "application/ld+json"]
    return [json.loads(re.sub("/static/[0-9a-f]{12}/", "/static/…/", e.texts[0])) for e in found]


@pytest.fixture
def harbor(edit: Callable[[str, str, str], Path], tmp_path: Path) -> FlaskClient:
    """The tiny content with a chart, and a concept that is elsewhere too."""
    edit("summaries/harbor/figures.yaml", "figures:\n", CHART)
    content = edit(
        "glossary/technology.yaml", "    related: [data-center]\n",
        "    related: [data-center]\n    xrefs: ['https://www.wikidata.org/wiki/Q1']\n",
    )  # fmt: skip
    settings = Settings(tmp_path / "instance", content=content, public_url="https://duizhao.example")
    return create_app(settings).test_client()


def test_the_blocks_of_each_kind_of_page(harbor: FlaskClient) -> None:
    for path, golden in GOLDEN.items():
        assert blocks(harbor, path) == golden, path


def test_mastodon_finds_its_block_first(client: FlaskClient) -> None:
    """It reads a block by itself, of these two types (link_details_extractor.rb)."""
    for path in ("articles/softbank-ai", "articles/softbank-ai/sections/s2", "figures/ai-revenue-needed-2030",
                 "articles/softbank-ai/charts/ai-use", "terms/computing-power"):  # fmt: skip
        first = blocks(client, f"/zh-Hans+en/{path}")[0]
        assert first["@type"] in ("NewsArticle", "WebPage")
        assert "@graph" not in first
        assert first["inLanguage"] == "zh-Hans"
        assert first["headline"]
        assert first["publisher"]["logo"]["url"].endswith("/logo.png")


@pytest.mark.parametrize(
    ("figure", "value"),
    [
        ("harbor-rate", {"@type": "QuantitativeValue", "value": 4.5, "unitText": "CNY / 100 JPY"}),
        ("harbor-third", {"@type": "QuantitativeValue", "value": 0.333333333333, "unitText": "ratios"}),
    ],
)
def test_what_has_no_code_has_its_unit_in_words(
    tiny_client: FlaskClient, figure: str, value: dict[str, Any]
) -> None:
    (told,) = blocks(tiny_client, f"/en/figures/{figure}")[1]["mainEntity"]
    assert told["value"] == value


def test_a_bound_is_told_as_a_bound(client: FlaskClient) -> None:
    found = {
        id_: blocks(client, f"/en/figures/{id_}")[1]["mainEntity"][0]["value"]
        for id_ in ("softbank-share-slide", "openai-future-valuation")
    }
    assert found == {
        "softbank-share-slide": {"@type": "QuantitativeValue", "minValue": 20, "unitCode": "P1"},
        "openai-future-valuation": {
            "@type": "MonetaryAmount",
            "currency": "USD",
            "maxValue": 830000000000,
        },
    }


def test_other_names_are_those_that_may_be_used(tiny_client: FlaskClient) -> None:
    told = blocks(tiny_client, "/en/terms/data-center")[1]["alternateName"]
    assert told == [
        {"@language": "zh-Hant", "@value": "數據中心"},
        {"@language": "en", "@value": "data centre"},
    ]


def test_pages_that_show_no_item_say_nothing(client: FlaskClient) -> None:
    for path in ("/en/", "/en/terms", "/en/nothing"):
        assert blocks(client, path) == []


def test_the_logo_is_the_sign_of_the_site(client: FlaskClient) -> None:
    published = client.get("/static/logo.png").data
    assert pixels(published, SIZE) == pixels(logo(), SIZE), "make it anew: python -m api.drawing.logo"
    assert pixels(published, 1)[:2] == (SIZE, SIZE)


def test_nothing_within_ends_the_block() -> None:
    told = script({"name": "</script><script>alert(1)</script><!--"})
    assert told.count("<") == 2
    (found,) = re.findall(">(.*)</script>", told)
    assert json.loads(found)["name"] == "</script><script>alert(1)</script><!--"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("26.7", "26.7"), ("5.3e12", "5300000000000"), ("70", "70"), ("4.50", "4.5"), ("0.333333333333", "0.333333333333"),
        ("1234567890123456789", '"1234567890123456789"'), ("0.12345678901234567", '"0.12345678901234567"'),
    ],
)  # fmt: skip
def test_numbers_are_exact(value: str, told: str) -> None:
    assert json.dumps(number(Decimal(value))) == told
