"""The page that says what went wrong: in the language of the address, with a way on."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from api.pages.problem import words_of
from tests.api.test_pages import PAGES, Page, get


def problem(client: FlaskClient, address: str, status: int = 404) -> Page:
    response = get(client, address, Accept_Language="de")
    assert (response.status_code, response.mimetype) == (status, "text/html")
    return Page(response.text)


def asked(shown: Page) -> list[str]:
    """What the search fields have in them."""
    return [e.get("value") for e in shown.all("input") if e.get("name") == "q"]


def near(shown: Page) -> list[tuple[str, str]]:
    return [(e.text, e.get("href")) for e in shown.all("a") if "/terms/" in e.get("href")]


@pytest.mark.parametrize(
    ("address", "title", "told"),
    [
        ("/en/computng-power", "Not found", "There is no page at /en/computng-power."),
        ("/zh-Hans/nothing", "未找到", "/zh-Hans/nothing"),
        ("/zh-TW/nothing", "找不到", "/zh-TW/nothing"),
        ("/en+zh-Hans/nothing", "Not found", "There is no page at /en+zh-Hans/nothing."),
    ],
)
def test_an_unknown_page_answers_in_its_language(
    client: FlaskClient, address: str, title: str, told: str
) -> None:
    shown = problem(client, address)
    assert shown.all("h1")[0].text == title
    assert told in shown.all("p", "lead")[0].text
    homes = {e.get("hreflang"): e.get("href") for e in shown.all("a") if e.get("hreflang")}
    assert homes == {"zh-Hans": "/zh-Hans/", "zh-Hant": "/zh-Hant/", "en": "/en/"}


@pytest.mark.parametrize(
    "address", ["/en/terms/computng-power", "/en/computng_power.html", "/computng-power"]
)
def test_what_was_meant_is_searched_for(client: FlaskClient, address: str) -> None:
    shown = problem(client, address)
    assert asked(shown) == ["computng power"]
    (form,) = [e for e in shown.all("form") if e.get("role") == "search"]
    assert form.get("action") == "/en/terms"
    assert ("computing power", "/en/terms/computing-power") in near(shown)


def test_what_was_meant_is_named_in_the_language_of_the_page(client: FlaskClient) -> None:
    shown = problem(client, "/zh-Hant/terms/suanli")
    assert near(shown)[0] == ("算力", "/zh-Hant/terms/computing-power")
    assert problem(client, "/zh-Hans/terms/算力").by_id("q").get("value") == "算力"


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/en/terms/data-center", "data center"),
        ("/en/terms/数据中心/", "数据中心"),
        ("/en/AI_chip.html", "AI chip"),
        ("/en/articles/a/sections/s9", ""),
        ("/en/terms", ""),
        ("/", ""),
        ("/en/" + "x" * 100, ""),
        ("/en/\u202e\u0001算力\u200f", "算力"),
    ],
)
def test_the_words_of_an_address(path: str, words: str) -> None:
    assert words_of(path) == words


def test_a_problem_of_a_request_is_no_search(client: FlaskClient) -> None:
    shown = problem(client, "/en/terms?limit=0", 422)
    assert asked(shown) == [""]
    assert shown.all("dt")[0].text == "limit = 0"


ODD = {
    "markup": "<script>alert(1)</script><b>x",
    "an attribute": '" onfocus="alert(1)" x=\'',
    "an override": "\u202egnp.exe",
    "Hebrew": "\u200fשלום",
    "an isolate": "\u2067x",
    "a control": "\x01\x08\x7f",
    "lines": "a\r\nb\u2028c",
    "a template": "{{ 7*7 }}%(q)s{q}",
    "an entity": "&lt;&#x202e;",
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
@pytest.mark.parametrize(
    "address",
    [
        "/en/terms?q={}",
        "/zh-Hans+en/terms?q={}",
        "/en/terms?field={}",
        "/en/terms?section={}",
        "/en/terms?match={}",
        "/en/terms?{}=1",
        "/en/index?letter={}",
        "/en/index?offset={}",
        "/zh-Hant/terms/{}",
        "/zh-Hant/{}",
        "/{}",
        "/en/terms/{}/concept.tbx",
        "/en/opensearch.xml?q={}",
        "/en/articles/{}",
        "/en/figures/{}",
        "/en/articles/softbank-ai/figures?unit={}",
    ],
)
def test_whatever_is_sent_stays_text(client: FlaskClient, address: str, odd: str) -> None:
    response = client.get(address.format(quote(odd, safe="")))
    assert response.status_code in (200, 308, 404, 422)
    if response.status_code == 308:
        return
    shown = Page(response.text)
    assert "<script>" not in response.text
    assert "49" not in "".join(e.text for e in shown.all("h1") + shown.all("h2") + shown.all("p", "lead"))
    assert not [e for e in shown.elements if any(name.startswith("on") for name in e.attributes)]
    assert not shown.all("b")
    for title in shown.all("title"):
        assert closed(title.text)
    for element in shown.elements:
        if element.tag in ("p", "h1", "h2", "dt", "dd", "a") and turns(element.text):
            assert is_isolated(shown, element.text), (element.tag, element.text)


def turns(text: str) -> bool:
    """Whether `text` has something that runs to the left."""
    return any(unicodedata.bidirectional(c) in ("R", "AL", "RLO", "RLE", "RLI") for c in text)


def closed(title: str) -> bool:
    """Whether what runs to the left stands within an isolate."""
    outside = title.partition("\u2068")[0] + title.rpartition("\u2069")[2]
    return not turns(outside)


def is_isolated(shown: Page, text: str) -> bool:
    return any(turns(e.text) and e.text in text for e in shown.all("bdi"))


@pytest.mark.parametrize("path", PAGES)
def test_a_null_character_is_refused(client: FlaskClient, path: str) -> None:
    mark = "&" if "?" in path else "?"
    shown = problem(client, f"/zh-Hans{path}{mark}x=%00", 400)
    assert shown.all("html")[0].get("lang") == "zh-Hans"


@pytest.mark.parametrize("parameter", ["q", "letter", "field", "section", "match"])
def test_a_text_without_end_stays_short(client: FlaskClient, parameter: str) -> None:
    path = "index" if parameter == "letter" else "terms"
    response = client.get(f"/en/{path}?{parameter}={'算' * 10_000}")
    assert response.status_code == 422
    shown = Page(response.text)
    assert shown.all("dt")[0].text.startswith(f"{parameter} = 算")
    assert response.text.count("算") < 200
