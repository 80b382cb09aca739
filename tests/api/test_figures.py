"""Figures, and the formatter by itself, over HTTP."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from flask.testing import FlaskClient

pytestmark = pytest.mark.both_stores

LOCALES = ("en", "zh-Hans", "zh-Hant", "de")


def test_one_figure(tiny_client: FlaskClient) -> None:
    assert tiny_client.get("/api/v1/figures/harbor-investment-usd?locale=zh-TW").json == {
        "id": "harbor-investment-usd",
        "article": "harbor",
        "section": "s1",
        "as_written": "397.7 亿美元",
        "kind": "money",
        "unit": "USD",
        "value": "39770000000",
        "modifier": None,
        "period": {"value": "FY2022", "formatted": "2022財年"},
        "measures": {"zh-Hans": "投资", "zh-Hant": "投資", "en": "Investment"},
        "said_by": None,
        "equals": ["harbor-investment-jpy"],
        "note": {"zh-Hans": "由文章换算。", "zh-Hant": "由文章換算。", "en": "Converted by the article."},
        "noun": None,
        "replaces": [],
        "formatted": {
            "text": "397.7億美元",
            "long": "397.7億美元",
            "short": "397.7億美元",
            "exact": "39,770,000,000美元",
        },
    }


def test_who_says_so_is_named(tiny_client: FlaskClient) -> None:
    figure = tiny_client.get("/api/v1/figures/harbor-capacity?locale=en").json
    assert figure["said_by"] == {
        "id": "harbor-data",
        "name": {"zh-Hans": "港湾数据", "zh-Hant": "港灣數據", "en": "Harbor Data"},
    }
    assert figure["period"] == {"value": "<=2025-06-30", "formatted": "as of 30 June 2025"}


@pytest.mark.parametrize(
    ("figure", "fields"),
    [
        (
            "harbor-cost-share",
            {"kind": "percent", "unit": "percent", "low": "70", "high": "90", "modifier": None},
        ),
        (
            "harbor-growth",
            {"kind": "percentage_points", "unit": "percentage_point", "value": "29.7", "modifier": None},
        ),
        (
            "harbor-third",
            {
                "kind": "ratio",
                "unit": "ratio",
                "value": "0.333333333333",
                "numerator": 1,
                "denominator": 3,
                "modifier": None,
            },
        ),
        (
            "harbor-rate",
            {
                "kind": "rate",
                "unit": "CNY",
                "value": "4.5",
                "per": {"value": "100", "unit": "JPY"},
                "modifier": "about",
            },
        ),
        (
            "harbor-sites",
            {
                "kind": "count",
                "unit": "count",
                "value": "12",
                "modifier": None,
                "noun": {
                    "zh-Hans": {"other": "座"},
                    "zh-Hant": {"other": "座"},
                    "en": {"one": "site", "other": "sites"},
                },
            },
        ),
    ],
)
def test_each_kind_states_its_quantity(tiny_client: FlaskClient, figure: str, fields: dict[str, Any]) -> None:
    answer = tiny_client.get(f"/api/v1/figures/{figure}").json
    names = ("kind", "unit", "value", "low", "high", "numerator", "denominator", "per", "modifier")
    assert {name: answer[name] for name in (*names, "noun") if answer.get(name, ...) not in (..., None)} == {
        name: value for name, value in fields.items() if value is not None
    }


@pytest.mark.parametrize(
    ("locale", "texts"),
    [
        (
            "en",
            [
                "6.8 gigawatts",
                "12 sites",
                "about 5.3 trillion Japanese yen",
                "39.77 billion US dollars",
                "70–90%",
                "29.7 percentage points",
                "one third",
                "about 4.5 Chinese yuan per 100 Japanese yen",
            ],
        ),
        (
            "zh-Hans",
            [
                "6.8吉瓦",
                "12座",
                "约5.3万亿日元",
                "397.7亿美元",
                "70%～90%",
                "29.7个百分点",
                "三分之一",
                "100日元约合4.5元人民币",
            ],
        ),
        (
            "zh-Hant",
            [
                "6.8吉瓦",
                "12座",
                "約5.3兆日圓",
                "397.7億美元",
                "70%～90%",
                "29.7個百分點",
                "三分之一",
                "100日圓約合4.5元人民幣",
            ],
        ),
        (
            "de",
            [
                "6,8\xa0Gigawatt",
                "12",
                "≈5,3 Billionen Japanische Yen",
                "39,77 Milliarden US-Dollar",
                "70–90\xa0%",
                "29,7 Prozentpunkte",
                "1/3",
                "100 Japanische Yen ≈ 4,5 Renminbi Yuan",
            ],
        ),
    ],
)
def test_all_of_an_article_in_each_locale(tiny_client: FlaskClient, locale: str, texts: list[str]) -> None:
    answer = tiny_client.get(f"/api/v1/articles/harbor/figures?locale={locale}").json
    assert [figure["formatted"]["text"] for figure in answer["items"]] == texts


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("section=s1", ["harbor-capacity", "harbor-sites", "harbor-investment-jpy", "harbor-investment-usd"]),
        ("kind=money", ["harbor-investment-jpy", "harbor-investment-usd"]),
        ("unit=JPY", ["harbor-investment-jpy"]),
        ("kind=rate&unit=CNY", ["harbor-rate"]),
        ("section=s2&kind=money", []),
        ("unit=EUR", []),
    ],
)
def test_filters(tiny_client: FlaskClient, query: str, ids: list[str]) -> None:
    answer = tiny_client.get(f"/api/v1/articles/harbor/figures?{query}").json
    assert ([figure["id"] for figure in answer["items"]], answer["total"]) == (ids, len(ids))


@pytest.mark.parametrize("locale", LOCALES)
def test_every_shipped_figure_is_written(client: FlaskClient, locale: str) -> None:
    answer = client.get(f"/api/v1/articles/softbank-ai/figures?limit=100&locale={locale}").json
    assert (answer["total"], len(answer["items"])) == (80, 80)
    for figure in answer["items"]:
        written = figure["formatted"]
        assert list(written) == ["text", "long", "short", "exact"]
        assert all(written.values()), figure["id"]
        assert figure == client.get(f"/api/v1/figures/{figure['id']}?locale={locale}").json
        for text in written.values():
            assert "{" not in text
            assert not (locale == "en" and text.replace("JP¥", "").replace("CN¥", "").count("¥")), text


@pytest.mark.parametrize(
    ("figure", "texts"),
    [
        (
            "vision-fund-loss-fy2022-jpy",
            ["5.3 trillion Japanese yen", "5.3万亿日元", "5.3兆日圓", "5,3 Billionen Japanische Yen"],
        ),
        (
            "softbank-ai-projects-investment",
            ["up to 9 billion US dollars", "最多90亿美元", "最多90億美元", "≤9 Milliarden US-Dollar"],
        ),
        ("vision-fund-portfolio-companies", ["335 companies", "335家公司", "335家公司", "335"]),
        ("generative-ai-users-japan", ["26.7%", "26.7%", "26.7%", "26,7\xa0%"]),
    ],
)
def test_golden_figures_of_the_shipped_article(client: FlaskClient, figure: str, texts: list[str]) -> None:
    answers = [client.get(f"/api/v1/figures/{figure}?locale={locale}").json for locale in LOCALES]
    got = [answer["formatted"]["text"] for answer in answers]
    if figure == "generative-ai-users-japan":
        got = [text.removeprefix("only ").removeprefix("仅").removeprefix("僅") for text in got]
    assert got == texts


def test_equal_amounts_point_at_each_other(client: FlaskClient) -> None:
    figures = {f["id"]: f for f in client.get("/api/v1/articles/softbank-ai/figures?limit=100").json["items"]}
    linked = [(figure, other) for figure in figures.values() for other in figure["equals"]]
    assert linked
    for figure, other in linked:
        assert figure["id"] in figures[other]["equals"]
        assert figures[other]["unit"] != figure["unit"]


@pytest.mark.parametrize(
    ("query", "answer"),
    [
        (
            {"value": "5.3e12", "unit": "JPY", "modifier": "about", "locale": "zh-TW"},
            {
                "kind": "money",
                "unit": "JPY",
                "value": "5300000000000",
                "modifier": "about",
                "locale": "zh-Hant-TW",
                "formatted": {
                    "text": "約5.3兆日圓",
                    "long": "5.3兆日圓",
                    "short": "5.3兆日圓",
                    "exact": "5,300,000,000,000日圓",
                },
            },
        ),
        (
            {"value": "70..90", "unit": "percent", "locale": "en"},
            {
                "kind": "percent",
                "unit": "percent",
                "low": "70",
                "high": "90",
                "modifier": None,
                "locale": "en",
                "formatted": {"text": "70–90%", "long": "70–90%", "short": "70–90%", "exact": "70–90%"},
            },
        ),
        (
            {"value": "1/9", "unit": "ratio", "modifier": "less_than", "locale": "zh-Hans"},
            {
                "kind": "ratio",
                "unit": "ratio",
                "value": "0.111111111111",
                "numerator": 1,
                "denominator": 9,
                "modifier": "less_than",
                "locale": "zh-Hans",
                "formatted": {"text": "不到九分之一", "long": "九分之一", "short": "1/9", "exact": "1/9"},
            },
        ),
        (
            {"value": "0/5", "unit": "ratio", "locale": "en"},
            {
                "kind": "ratio",
                "unit": "ratio",
                "value": "0",
                "numerator": 0,
                "denominator": 5,
                "modifier": None,
                "locale": "en",
                "formatted": {"text": "0/5", "long": "0/5", "short": "0/5", "exact": "0/5"},
            },
        ),
        (
            {"value": "4.50", "unit": "EUR", "locale": "en"},
            {
                "kind": "money",
                "unit": "EUR",
                "value": "4.50",
                "modifier": None,
                "locale": "en",
                "formatted": {
                    "text": "4.50 euros",
                    "long": "4.50 euros",
                    "short": "€4.50",
                    "exact": "4.50 euros",
                },
            },
        ),
        (
            {"value": "-6.8", "unit": "gigawatt", "locale": "de"},
            {
                "kind": "power",
                "unit": "gigawatt",
                "value": "-6.8",
                "modifier": None,
                "locale": "de",
                "formatted": {
                    "text": "-6,8\xa0Gigawatt",
                    "long": "-6,8\xa0Gigawatt",
                    "short": "-6,8 GW",
                    "exact": "-6,8\xa0Gigawatt",
                },
            },
        ),
    ],
    ids=lambda case: case.get("value"),
)
def test_the_formatter_by_itself(
    tiny_client: FlaskClient, query: dict[str, str], answer: dict[str, Any]
) -> None:
    assert tiny_client.get("/api/v1/format", query_string=query).json == answer


def test_a_figure_and_the_formatter_write_the_same(client: FlaskClient) -> None:
    """A number is never written in one place differently from another; counts lack their noun here."""
    for locale in LOCALES:
        items = client.get(f"/api/v1/articles/softbank-ai/figures?limit=100&locale={locale}").json["items"]
        for figure in items:
            if figure["kind"] in ("count", "rate"):
                continue
            fraction = f"{figure['numerator']}/{figure['denominator']}" if "numerator" in figure else None
            value = fraction or figure.get("value") or f"{figure['low']}..{figure['high']}"
            query = {"value": value, "unit": figure["unit"], "locale": locale}
            if figure["modifier"]:
                query["modifier"] = figure["modifier"]
            assert client.get("/api/v1/format", query_string=query).json["formatted"] == figure["formatted"]


def test_values_are_exact_decimals(client: FlaskClient) -> None:
    for figure in client.get("/api/v1/articles/softbank-ai/figures?limit=100").json["items"]:
        for name in ("value", "low", "high"):
            if name in figure:
                assert isinstance(figure[name], str)
                assert Decimal(figure[name]).is_finite()
