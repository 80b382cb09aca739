"""Completion in the form of OpenSearch Suggestions."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.settings import Settings

pytestmark = pytest.mark.both_stores

SUGGEST = "/api/v1/suggest"


def suggested(client: FlaskClient, q: str, **query: str) -> list[tuple[str, str, str]]:
    """Return completion, description and address of each suggestion."""
    answer = client.get(SUGGEST, query_string={"q": q, "locale": "en", **query})
    assert (answer.status_code, answer.mimetype) == (200, "application/x-suggestions+json")
    typed, *columns = answer.json
    assert typed == q
    return list(zip(*columns, strict=True))


def test_the_whole_answer(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get(f"{SUGGEST}?q=数据&locale=en")
    assert answer.json == [
        "数据",
        ["数据", "数据中心", "港湾数据"],
        ["data", "data center", "Harbor Data"],
        ["/en/terms/data", "/en/terms/data-center", "/en/terms/harbor-data"],
    ]


@pytest.mark.parametrize("query", [{}, {"q": ""}, {"q": " "}, {"q": "没有这个词"}])
def test_where_there_is_nothing_the_lists_are_empty(tiny_client: FlaskClient, query: dict[str, str]) -> None:
    assert tiny_client.get(SUGGEST, query_string=query).json == [query.get("q", ""), [], [], []]


@pytest.mark.parametrize(
    ("typed", "completion", "description"),
    [
        ("數據中", "數據中心", "data center · admitted"),
        ("資料中", "資料中心", "data center"),
        ("数据中", "数据中心", "data center"),
        ("DATA C", "data center", "数据中心"),
        ("data centr", "data centre", "数据中心 · admitted"),
    ],
)
def test_the_completion_is_in_the_script_and_spelling_that_is_typed(
    tiny_client: FlaskClient, typed: str, completion: str, description: str
) -> None:
    assert suggested(tiny_client, typed)[0] == (completion, description, "/en/terms/data-center")


def test_a_term_to_avoid_becomes_the_one_to_use(tiny_client: FlaskClient) -> None:
    assert suggested(tiny_client, "data hub") == [
        ("data center", "数据中心 · not data hub", "/en/terms/data-center")
    ]


def test_pinyin_and_initials_become_chinese(tiny_client: FlaskClient) -> None:
    assert suggested(tiny_client, "shujuzh") == [("数据中心", "data center", "/en/terms/data-center")]
    assert suggested(tiny_client, "sl")[0] == ("算力", "computing power", "/en/terms/computing-power")
    # On the way it is pinyin; whole it is also what the company is not to be called in English.
    assert suggested(tiny_client, "gangwan shuj") == [("港湾数据", "Harbor Data", "/en/terms/harbor-data")]
    assert suggested(tiny_client, "gangwan shuju") == [
        ("港湾数据", "Harbor Data · not Gangwan Shuju", "/en/terms/harbor-data")
    ]


def test_pinyin_becomes_the_term_that_it_is_most_of(client: FlaskClient) -> None:
    assert suggested(client, "ruany", limit="1") == [
        ("软银", "SoftBank Group Corp.", "/en/terms/softbank-group")
    ]


def test_descriptions_and_pages_are_in_the_readers_language(tiny_client: FlaskClient) -> None:
    assert suggested(tiny_client, "chip", locale="zh-TW") == [("chip", "晶片", "/zh-Hant/terms/chip")]
    assert suggested(tiny_client, "data centr", locale="zh-Hans") == [
        ("data centre", "数据中心 · 许用", "/zh-Hans/terms/data-center")
    ]


def test_a_completion_comes_once_and_in_the_language_asked_for(tiny_client: FlaskClient) -> None:
    assert [completion for completion, _, _ in suggested(tiny_client, "chip")] == ["chip"]
    assert suggested(tiny_client, "数据", lang="en") == []
    assert len(suggested(tiny_client, "da", limit="1")) == 1


def test_addresses_are_full_where_the_service_knows_its_own(tiny: Path, tmp_path: Path) -> None:
    settings = Settings(tmp_path, content=tiny, public_url="https://example.org/terms")
    client = create_app(settings).test_client()
    assert suggested(client, "算") == [
        ("算力", "computing power", "https://example.org/terms/en/terms/computing-power")
    ]


@pytest.mark.parametrize(
    ("query", "name"), [({"q": "x" * 201}, "q"), ({"q": "x", "limit": "21"}, "limit"), ({"prefix": "x"}, "prefix")]
)  # fmt: skip
def test_what_cannot_be_used_is_a_problem(tiny_client: FlaskClient, query: dict[str, str], name: str) -> None:
    answer = tiny_client.get(SUGGEST, query_string=query)
    assert (answer.status_code, answer.mimetype) == (422, "application/problem+json")
    assert answer.json["errors"][0]["name"] == name


@pytest.mark.parametrize(
    "typed", ["%", "*", "'\" OR 1=1 --", "\u202e数据", "😀", "a" * 200, "NEAR/2 (", "\u200b"]
)
def test_odd_typing_completes_to_nothing_odd(tiny_client: FlaskClient, typed: str) -> None:
    for completion, _, address in suggested(tiny_client, typed):
        assert completion.isprintable()
        assert address.startswith("/en/terms/")
