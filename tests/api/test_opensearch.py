"""The description by which a browser's address bar searches the glossary."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient
from lxml import etree

from api import create_app
from api.settings import Settings
from tests.api.test_pages import Page, get

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"
MEDIA_TYPE = "application/opensearchdescription+xml"


def described(client: FlaskClient, view: str) -> etree._Element:
    response = client.get(f"/{view}/opensearch.xml")
    assert (response.status_code, response.mimetype) == (200, MEDIA_TYPE)
    return etree.fromstring(response.data)


def templates(description: etree._Element) -> dict[str, tuple[str, str]]:
    urls = description.findall(f"{OPENSEARCH}Url")
    return {url.get("rel", ""): (url.get("type", ""), url.get("template", "")) for url in urls}


@pytest.mark.parametrize("view", ["en", "zh-Hans", "zh-Hant", "zh-Hant+en"])
def test_its_shape_is_that_of_opensearch_1_1(client: FlaskClient, view: str) -> None:
    description = described(client, view)
    assert description.tag == f"{OPENSEARCH}OpenSearchDescription"
    told = {child.tag.removeprefix(OPENSEARCH): child.text or "" for child in description}
    # The specification's limits.
    assert 0 < len(told["ShortName"]) <= 16
    assert 0 < len(told["LongName"]) <= 48
    assert 0 < len(told["Description"]) <= 1024
    assert told["InputEncoding"] == told["OutputEncoding"] == "UTF-8"
    assert told["Language"] == view.partition("+")[0]
    for _, template in templates(description).values():
        assert template.startswith("http://localhost/")


def test_what_it_leads_to_answers(client: FlaskClient) -> None:
    urls = templates(described(client, "zh-Hant"))
    assert {relation: kind for relation, (kind, _) in urls.items()} == {
        "results": "text/html",
        "suggestions": "application/x-suggestions+json",
        "self": MEDIA_TYPE,
    }
    asked = {
        relation: template.replace("{searchTerms}", "%E7%AE%97") for relation, (_, template) in urls.items()
    }
    assert "算力" in client.get(asked["results"]).text
    typed, completions, descriptions, addresses = client.get(asked["suggestions"]).json
    assert (typed, completions[0], descriptions[0]) == ("算", "算力", "computing power")
    assert addresses[0] == "/zh-Hant/terms/computing-power"
    assert client.get(asked["self"]).mimetype == MEDIA_TYPE


def test_every_page_leads_to_it(client: FlaskClient) -> None:
    for path in ("/zh-Hans/", "/zh-Hans/terms/computing-power", "/zh-Hans/nothing"):
        (search,) = [e for e in Page(client.get(path).text).all("link") if e.get("rel") == "search"]
        assert (search.get("type"), search.get("title")) == (MEDIA_TYPE, "对照")
        assert client.get(search.get("href")).mimetype == MEDIA_TYPE


def test_its_addresses_are_where_the_service_is(tiny: Path, tmp_path: Path) -> None:
    settings = Settings(tmp_path, content=tiny, public_url="https://example.org/terms")
    urls = templates(described(create_app(settings).test_client(), "en"))
    assert urls["results"][1] == "https://example.org/terms/en/terms?q={searchTerms}"
    assert urls["suggestions"][1] == "https://example.org/terms/api/v1/suggest?locale=en&q={searchTerms}"


def test_it_is_not_sent_twice(client: FlaskClient) -> None:
    tag = client.get("/en/opensearch.xml").headers["ETag"]
    assert get(client, "/en/opensearch.xml", If_None_Match=tag).status_code == 304
    assert client.get("/en/opensearch.xml?q=x").status_code == 422
