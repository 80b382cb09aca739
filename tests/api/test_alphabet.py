"""The glossary from A to Z, by the names of the page's language."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.imports import import_concepts
from api.settings import Settings
from tests.api.test_pages import Page, page
from tests.concepts import concept

pytestmark = pytest.mark.both_stores


def entries(shown: Page) -> list[str]:
    """The names on the page in their order, each letter before what stands under it."""
    return [e.text for e in shown.elements if e.get("id").startswith("letter-") or "/terms/" in e.get("href")]


def test_english_names_stand_by_their_letters(tiny_client: FlaskClient) -> None:
    assert entries(page(tiny_client, "/en/index")) == [
        *("C", "capital expenditure", "chip", "computing power"),
        *("D", "data", "data center"),
        *("H", "Harbor Data"),
        *("S", "semiconductor"),
    ]


@pytest.mark.parametrize(
    ("view", "shown"),
    [
        ("zh-Hans", ["B 半导体", "G 港湾数据", "S 数据 数据中心 算力", "X 芯片", "Z 资本支出"]),
        ("zh-Hant", ["B 半導體", "G 港灣數據", "J 晶片", "S 算力", "Z 資本支出 資料 資料中心"]),
    ],
)
def test_chinese_names_stand_by_their_sound(tiny_client: FlaskClient, view: str, shown: list[str]) -> None:
    assert " ".join(entries(page(tiny_client, f"/{view}/index"))) == " ".join(shown)


def test_an_entry_has_its_counterparts(tiny_client: FlaskClient) -> None:
    (power,) = [e for e in page(tiny_client, "/en/index").all("li") if "computing power" in e.text]
    assert power.text == "computing power 简 繁 算力"
    (center,) = [e for e in page(tiny_client, "/zh-Hant+en/index").all("li") if "data center" in e.text]
    assert center.text == "資料中心 zī liào zhōng xīn EN data center 简 数据中心"


def test_a_letter_without_an_entry_leads_nowhere(tiny_client: FlaskClient) -> None:
    shown = page(tiny_client, "/en/index")
    (letters,) = [e for e in shown.all("nav") if e.get("aria-label") == "Letters"]
    assert letters.text == "all A B C D E F G H I J K L M N O P Q R S T U V W X Y Z #"
    linked = [e.text for e in shown.all("a") if "letter=" in e.get("href")]
    assert linked == ["C", "D", "H", "S"]
    assert entries(page(tiny_client, "/en/index?letter=D")) == ["D", "data", "data center"]
    nothing = page(tiny_client, "/en/index?letter=K")
    assert "There is no entry here." in [e.text for e in nothing.all("p")]


def test_the_letters_go_on_from_page_to_page(tiny_client: FlaskClient) -> None:
    address: str | None = "/en/index?limit=2"
    seen = []
    while address:
        shown = page(tiny_client, address)
        seen.append(entries(shown))
        address = next((e.get("href") for e in shown.all("a") if e.get("rel") == "next"), None)
    assert seen == [
        ["C", "capital expenditure", "chip"],
        ["C", "computing power", "D", "data"],
        ["D", "data center", "H", "Harbor Data"],
        ["S", "semiconductor"],
    ]


def test_what_was_imported_stands_among_the_others(tiny: Path, tmp_path: Path) -> None:
    settings = Settings(tmp_path, content=tiny)
    many = (concept(f"berth-{n}", f"berth {n:03}", "泊位") for n in range(300))
    import_concepts(settings, [concept("five-g", "5G网络", "5G network"), concept("green", "绿"), *many])
    client = create_app(settings).test_client()
    assert entries(page(client, "/en/index?letter=%23")) == ["#", "5G network", "绿"]
    assert entries(page(client, "/zh-Hant/index?letter=L")) == ["L", "绿"]
    assert entries(page(client, "/en/index?letter=B&limit=2&offset=258")) == ["B", "berth 258", "berth 259"]


def test_the_glossary_leads_to_it(tiny_client: FlaskClient) -> None:
    assert "/en/index" in page(tiny_client, "/en/terms").hrefs()


@pytest.mark.parametrize("letter", ["c", "Ä", "CC", "%3Cscript%3E", "%E2%80%AE"])
def test_what_is_no_letter_is_refused(tiny_client: FlaskClient, letter: str) -> None:
    response = tiny_client.get(f"/zh-Hans/index?letter={letter}")
    assert response.status_code == 422
    assert "A, B, C" in response.text
    assert "<script>" not in response.text
