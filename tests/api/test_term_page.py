"""The page of a concept: all that is known of it, to be read, copied and taken along."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from lxml import etree

from api import create_app
from api.imports import import_concepts
from api.settings import Settings
from tests.api.test_pages import Page, get, page
from tests.concepts import concept


@pytest.fixture(scope="module")
def rich(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> FlaskClient:
    """A service with a concept that has what the shipped ones lack."""
    settings = Settings(tmp_path_factory.mktemp("rich"), content=tiny)
    quay = concept(
        *("quay", "码头", "quay"),
        xrefs=("https://www.wikidata.org/wiki/Q863454", "javascript:alert(1)", "urn:isbn:9"),
        replaces=("wharf", "pier"),
        full_form_first=True,
    )
    first, second = quay.terms
    attested = replace(second, context="Ships lie at the <quay>.", source="Lloyd’s 港口 2024")
    import_concepts(settings, [replace(quay, terms=(first, attested))])
    return create_app(settings).test_client()


def copied(shown: Page) -> list[str]:
    return [e.get("data-copy") for e in shown.all("button", "copy") if e.get("data-copy")]


def test_what_a_file_said_of_a_concept_is_told(rich: FlaskClient) -> None:
    shown = page(rich, "/en/terms/quay")
    cell = next(e for e in shown.all("td") if e.get("data-label") == "Note" and e.text)
    assert cell.text == "In use: Ships lie at the <quay>. Source: Lloyd’s 港口 2024"
    assert "proper name" in shown.by_id("content").text or "general concept" in shown.by_id("content").text
    assert "The first mention in a text has the full form." in shown.by_id("content").text
    elsewhere = [e.text for e in shown.all("li")]
    assert "Merged into this one: wharf" in elsewhere
    assert "Merged into this one: pier" in elsewhere


def test_only_addresses_of_the_web_are_links(rich: FlaskClient) -> None:
    shown = page(rich, "/en/terms/quay")
    outward = [e.get("href") for e in shown.all("a") if not e.get("href").startswith(("/", "#"))]
    assert outward == ["https://www.wikidata.org/wiki/Q863454"]
    assert {"javascript:alert(1)", "urn:isbn:9"} <= {e.text for e in shown.all("code")}


@pytest.mark.parametrize(
    ("view", "pairs"),
    [
        ("en", ["数据中心\tdata center", "資料中心\tdata center"]),
        ("zh-Hant", ["資料中心\tdata center"]),
        ("en+zh-Hans", ["data center\t数据中心"]),
        ("zh-Hans+zh-Hant", ["数据中心\t資料中心"]),
    ],
)
def test_pairs_are_copied_as_a_row_of_a_table(tiny_client: FlaskClient, view: str, pairs: list[str]) -> None:
    shown = page(tiny_client, f"/{view}/terms/data-center")
    assert copied(shown) == [*pairs, f"http://localhost/{view}/terms/data-center"]
    assert all("hidden" in e.attributes for e in shown.all("button", "copy"))


def test_the_same_in_both_scripts_is_copied_once(tiny_client: FlaskClient) -> None:
    shown = page(tiny_client, "/en/terms/computing-power")
    assert copied(shown) == ["算力\tcomputing power", "http://localhost/en/terms/computing-power"]


@pytest.mark.both_stores
def test_the_figures_of_a_source_are_listed(client: FlaskClient) -> None:
    listed = client.get("/api/v1/articles/softbank-ai/figures?limit=100&locale=zh-Hant").json["items"]
    said = {f["id"]: f for f in listed if f["said_by"] and f["said_by"]["id"] == "dc-byte"}
    assert len(said) > 2
    shown = page(client, "/zh-Hant/terms/dc-byte")
    for id_, figure in said.items():
        (item,) = [e for e in shown.all("li") if figure["measures"]["zh-Hant"] in e.text]
        assert figure["formatted"]["text"] in item.text
        assert f"/zh-Hant/figures/{id_}" in shown.hrefs()


def test_a_concept_is_to_be_had_as_tbx(tiny_client: FlaskClient) -> None:
    shown = page(tiny_client, "/zh-Hans/terms/data-center")
    (address,) = [href for href in shown.hrefs() if href.endswith(".tbx")]
    response = tiny_client.get(address)
    assert response.mimetype == "application/x-tbx"
    assert response.headers["Content-Disposition"] == "attachment; filename=data-center.tbx"
    body = etree.fromstring(response.data)
    names = {"t": "urn:iso:std:iso:30042:ed-2"}
    assert body.xpath("//t:conceptEntry/@id", namespaces=names) == ["data-center"]
    assert "資料中心" in body.xpath("//t:term/text()", namespaces=names)
    ids, targets = body.xpath("//@id"), body.xpath("//t:ref/@target", namespaces=names)
    assert set(targets) <= set(ids)  # no reference to a concept that is not in the file
    assert get(tiny_client, address, If_None_Match=response.headers["ETag"]).status_code == 304


def test_there_is_no_file_of_what_is_not_there(rich: FlaskClient) -> None:
    assert rich.get("/en/terms/nothing/concept.tbx").status_code == 404
    assert rich.get("/en/terms/quay/concept.tbx?x=1").status_code == 422
    assert rich.get("/en/terms/wharf/concept.tbx").headers["Location"] == "/en/terms/quay/concept.tbx"
