"""How consumers find ``/oembed``: by the links of a page's head, and by its header ``Link`` (https://oembed.com, 4)."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.http import parse_options_header

from api import create_app
from api.settings import Settings

HOST = "http://localhost"
TYPES = ("application/json+oembed", "text/xml+oembed")
# WordPress reads no further (wp-includes/class-wp-oembed.php).
FIRST = 150 * 1024

PAGES = (
    "/en/articles/softbank-ai",
    "/zh-Hans/articles/softbank-ai/sections/s2",
    "/zh-Hant+en/articles/softbank-ai/charts/ai-use",
    "/en/figures/vision-fund-loss-fy2022-jpy",
    "/zh-Hans+en/terms/computing-power",
    "/embed/zh-Hans+en/section/softbank-ai/s2",
    "/embed/en/term/computing-power",
)
PICTURES = ("/en/articles/softbank-ai/charts/ai-use.png", "/embed/zh-Hant/term/computing-power.png")
OTHERS = (
    "/en/", "/en/terms", "/en/articles/softbank-ai/figures", "/en/articles/softbank-ai/charts/ai-use.svg",
    "/embed/en/term/computing-power.json", "/api/v1/terms/computing-power",
)  # fmt: skip


def in_head(text: str) -> dict[str, str]:
    """Return the links by type, as WordPress reads them."""
    head = text[:FIRST].partition("</head>")[0]
    links = (dict(re.findall(r'([a-z]+)="([^"]*)"', link)) for link in re.findall(r"<link([^<>]+)/?>", head))
    return {link["type"]: unescape(link["href"]) for link in links if "oembed" in link.get("type", "")}


def in_header(headers: list[str]) -> dict[str, str]:
    found = {}
    for header in headers:
        address, _, parameters = header.partition(";")
        options = parse_options_header(f"x;{parameters}")[1]
        if "oembed" in options.get("type", ""):
            assert options["rel"] == "alternate"
            found[options["type"]] = address.strip("<>")
    return found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_where_its_oembed_is(client: FlaskClient, path: str) -> None:
    answer = client.get(f"{path}?theme=dark" if path.startswith("/embed/") else path)
    links = in_head(answer.text)
    assert tuple(links) == TYPES
    assert links == in_header(answer.headers.getlist("Link"))
    for kind, href in links.items():
        form = kind.partition("/")[2].removesuffix("+oembed")
        # Nothing else: Mastodon sends what else there is for every page of the host.
        assert parse_qsl(urlsplit(href).query) == [("url", HOST + path), ("format", form)]
        found = client.get(href.removeprefix(HOST))
        assert (found.status_code, found.mimetype) == (200, kind.removesuffix("+oembed"))


@pytest.mark.parametrize("path", PICTURES)
def test_a_picture_says_so_in_its_header(client: FlaskClient, path: str) -> None:
    links = in_header(client.get(path).headers.getlist("Link"))
    assert tuple(links) == TYPES
    assert client.get(links[TYPES[0]].removeprefix(HOST)).json["type"] == "photo"


@pytest.mark.parametrize("path", OTHERS)
def test_what_cannot_be_embedded_says_nothing(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "oembed" not in answer.text.partition("</head>")[0]
    assert in_header(answer.headers.getlist("Link")) == {}


@pytest.mark.parametrize("path", ["/en/terms/nobody", "/embed/en/term/nobody"])
def test_a_problem_has_none(client: FlaskClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert in_head(answer.text) == in_header(answer.headers.getlist("Link")) == {}


def test_how_a_page_is_shown_is_left_out(client: FlaskClient) -> None:
    path = "/zh-Hans+en/articles/softbank-ai/sections/s2"
    assert in_head(client.get(f"{path}?show=reveal").text) == in_head(client.get(path).text)


def test_the_addresses_begin_with_that_of_the_service(tiny: Path, tmp_path: Path) -> None:
    settings = Settings(tmp_path, content=tiny, public_url="https://example.org/terms")
    links = in_head(create_app(settings).test_client().get("/en/terms/chip").text)
    assert links[TYPES[0]] == (
        "https://example.org/terms/oembed?url=https%3A%2F%2Fexample.org%2Fterms%2Fen%2Fterms%2Fchip&format=json"
    )
