"""What a card says, as data and as an embed page."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from typing import Any

import pytest
from flask.testing import FlaskClient

SECTION = "/embed/zh-Hans+en/section/harbor/s1"


def card(client: FlaskClient, address: str) -> dict[str, Any]:
    response = client.get(f"{address}.json")
    assert response.status_code == 200
    data: dict[str, Any] = response.get_json()
    return data


def test_a_section_as_data(tiny_client: FlaskClient) -> None:
    data = card(tiny_client, SECTION)
    figure = data["figures"][2]
    assert {name: data[name] for name in ("kind", "id", "lang", "languages", "url", "embed", "image")} == {
        "kind": "section",
        "id": "harbor/s1",
        "lang": "zh-Hans",
        "languages": ["zh-Hans", "en"],
        "url": "http://localhost/zh-Hans+en/articles/harbor/sections/s1",
        "embed": "http://localhost/embed/zh-Hans+en/section/harbor/s1",
        "image": "http://localhost/embed/zh-Hans+en/section/harbor/s1.png",
    }
    assert data["title"] == {"zh-Hans": "建什么", "en": "What is built"}
    assert data["kicker"] == {"zh-Hans": "港口的服务器", "en": "Servers at the Harbor"}
    assert data["source"] == {
        "zh-Hans": "无名氏 · 测试 · 2025年12月",
        "en": "Nobody · The Tests · December 2025",
    }
    assert data["text"] == {
        "zh-Hans": "2025年6月30日，12座数据中心用电6.8吉瓦。计划耗资5.3万亿日元（397.7亿美元）。",
        "en": "12 sites of data centers draw 6.8 gigawatts, 30 June 2025."
        " The plan costs JP¥5.3T (39.77 billion US dollars).",
    }
    assert [sentence["id"] for sentence in data["sentences"]] == ["s1.1", "s1.2"]
    assert figure == {
        "id": "harbor-investment-jpy",
        "url": "http://localhost/zh-Hans+en/figures/harbor-investment-jpy",
        "measures": {"zh-Hans": "投资", "en": "Investment"},
        "text": {"zh-Hans": "约5.3万亿日元", "en": "about 5.3 trillion Japanese yen"},
        "exact": {"zh-Hans": "5,300,000,000,000日元", "en": "5,300,000,000,000 Japanese yen"},
        "kind": "money",
        "value": "5300000000000",
        "unit": "JPY",
        "as_written": "约 5.3 万亿日元",
        "period": {"zh-Hans": "2022财年", "en": "fiscal 2022"},
        "said_by": {},
    }
    assert data["alternates"]["zh-Hant"] == "http://localhost/zh-Hant/articles/harbor/sections/s1"
    assert len(data["alternates"]) == len(data["cards"]) == 9


def test_a_term_and_a_figure_as_data(tiny_client: FlaskClient) -> None:
    term = card(tiny_client, "/embed/en/term/data-center")
    assert term["title"] == {"en": "data center"}
    assert term["term"]["names"][:2] == [
        {"lang": "en", "sign": "EN", "text": "data center", "reading": ""},
        {"lang": "zh-Hans", "sign": "简", "text": "数据中心", "reading": "shù jù zhōng xīn"},
    ]
    figure = card(tiny_client, "/embed/en/figure/harbor-capacity")
    assert figure["title"] == {"en": "Capacity"}
    assert figure["text"] == {"en": "6.8 gigawatts · as of 30 June 2025 · Harbor Data"}
    assert figure["kicker"] == {"en": "Servers at the Harbor"}


def test_an_embed_page_lets_any_site_frame_it_and_itself_do_nothing(tiny_client: FlaskClient) -> None:
    response = tiny_client.get(SECTION)
    html, headers = response.get_data(as_text=True), response.headers
    style, script = (
        re.search(rf"<{name}>(.*?)</{name}>", html, re.S)[1]  # type: ignore[index]
        for name in ("style", "script")
    )
    assert headers["Content-Security-Policy"] == (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src 'self' data:;"
        " base-uri 'none'; form-action 'none'; frame-ancestors *; sandbox allow-scripts allow-popups"
        " allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
    )
    assert "X-Frame-Options" not in headers
    assert "Set-Cookie" not in headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Robots-Tag"] == "noindex, indexifembedded"
    assert headers["Content-Language"] == "zh-Hans, en"
    assert not re.search(r"<(?:link rel=.?stylesheet|img|iframe|object|script src)|style=| on[a-z]+=", html)


def test_a_tag_of_another_name_leads_to_the_language_and_hosts_may_add_parameters(
    tiny_client: FlaskClient,
) -> None:
    moved = tiny_client.get("/embed/zh-TW/term/data?theme=dark")
    assert (moved.status_code, moved.location) == (308, "/embed/zh-Hant/term/data?theme=dark")
    pym = tiny_client.get(
        "/embed/en/term/data?initialWidth=600&childId=a&parentTitle=<b>&parentUrl=https://x/"
    )
    assert pym.status_code == 200
    assert "<b>" not in pym.get_data(as_text=True)


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/embed/en/term/nope", 404, "No term has the id nope. Look it up in its list."),
        ("/embed/en/section/harbor/s9", 404, "No section has the id s9. Look it up in its list."),
        ("/embed/en/chart/harbor/c", 404, "No chart has the id c. Look it up in its list."),
        (
            "/embed/en/term/data?theme=red",
            422,
            "theme=red: This value is not known here. Use one of: light, dark.",
        ),
        ("/embed/fr/term/data", 404, "There is nothing at /embed/fr/term/data."),
        ("/embed/en/poem/data", 404, "There is nothing at /embed/en/poem/data."),
    ],
)
def test_what_cannot_be_embedded_is_said_in_the_frame_and_in_the_data(
    tiny_client: FlaskClient, address: str, status: int, told: str
) -> None:
    framed = tiny_client.get(address)
    assert framed.status_code == status
    assert told in framed.get_data(as_text=True)
    assert "frame-ancestors *" in framed.headers["Content-Security-Policy"]
    path, _, query = address.partition("?")
    data = tiny_client.get(f"{path}.json?{query}")
    assert data.mimetype == "application/problem+json"
    assert data.status_code == status


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def test_an_embed_page_says_where_it_is_as_data(tiny_client: FlaskClient) -> None:
    page = tiny_client.get("/embed/zh-Hans+en/section/harbor/s1").text
    assert (
        '<link rel="alternate" type="application/json" href="/embed/zh-Hans+en/section/harbor/s1.json">'
        in page
    )
