"""limit, offset, total, and the links between the parts of a list (RFC 8288)."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

pytestmark = pytest.mark.both_stores

LINK = re.compile(r'<(/[^<>"\s]*)>; rel="([a-z]+)"((?:; [a-z]+="[^"]*")*)')


def links(answer: TestResponse) -> dict[str, str]:
    """Return the address of each part of the list; every link must be written as RFC 8288 wants it."""
    found = {}
    for header in answer.headers.getlist("Link"):
        match = LINK.fullmatch(header)
        assert match, header
        assert match[2] not in found
        if match[2] != "alternate":  # the page that says the same, in each language
            found[match[2]] = match[1]
    return found


@pytest.mark.parametrize(
    ("query", "offsets"),
    [
        ("limit=3", {"first": 0, "next": 3, "last": 6}),
        ("limit=3&offset=3", {"first": 0, "prev": 0, "next": 6, "last": 6}),
        ("limit=3&offset=6", {"first": 0, "prev": 3, "last": 6}),
        ("limit=3&offset=1", {"first": 0, "prev": 0, "next": 4, "last": 6}),
        ("limit=7", {"first": 0, "last": 0}),
        ("limit=100", {"first": 0, "last": 0}),
        ("limit=3&offset=7", {"first": 0, "prev": 4, "last": 6}),
        ("limit=3&offset=1000", {"first": 0, "prev": 4, "last": 6}),
        ("q=zzz", {"first": 0, "last": 0}),
    ],
)
def test_links(tiny_client: FlaskClient, query: str, offsets: dict[str, int]) -> None:
    found = links(tiny_client.get(f"/api/v1/terms?{query}"))
    assert {
        relation: int(parse_qs(urlsplit(to).query)["offset"][0]) for relation, to in found.items()
    } == offsets


def test_links_keep_the_question(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get(
        "/api/v1/terms", query_string={"q": "数据", "lang": "zh-Hans", "limit": 1, "locale": "zh-TW"}
    )
    assert links(answer) == {
        "first": "/api/v1/terms?q=%E6%95%B0%E6%8D%AE&lang=zh-Hans&limit=1&locale=zh-TW&offset=0",
        "next": "/api/v1/terms?q=%E6%95%B0%E6%8D%AE&lang=zh-Hans&limit=1&locale=zh-TW&offset=1",
        "last": "/api/v1/terms?q=%E6%95%B0%E6%8D%AE&lang=zh-Hans&limit=1&locale=zh-TW&offset=2",
    }


@pytest.mark.parametrize(
    ("address", "total"),
    [
        ("/api/v1/terms", 7),
        ("/api/v1/articles", 1),
        ("/api/v1/articles/harbor/sections", 2),
        ("/api/v1/articles/harbor/figures", 8),
    ],
)
def test_following_next_visits_everything_once(tiny_client: FlaskClient, address: str, total: int) -> None:
    whole = tiny_client.get(f"{address}?limit=100").json
    assert (whole["total"], len(whole["items"])) == (total, total)
    following: str | None = f"{address}?limit=2"
    visited = []
    while following:
        answer = tiny_client.get(following)
        assert answer.json["total"] == total
        visited += answer.json["items"]
        following = links(answer).get("next")
    assert visited == whole["items"]


@pytest.mark.parametrize(
    "address",
    [
        "/api/v1/terms",
        "/api/v1/articles",
        "/api/v1/articles/harbor/sections",
        "/api/v1/articles/harbor/figures",
    ],
)
def test_beyond_the_end_there_is_nothing(tiny_client: FlaskClient, address: str) -> None:
    answer = tiny_client.get(f"{address}?offset=2147483647")
    assert (answer.status_code, answer.json["items"]) == (200, [])
    assert answer.json["total"] > 0
    assert "next" not in links(answer)


def test_a_part_has_twenty_items_unless_told_otherwise(client: FlaskClient) -> None:
    assert len(client.get("/api/v1/terms").json["items"]) == 20
    assert len(client.get("/api/v1/terms?limit=100").json["items"]) == 100


@given(limit=st.integers(1, 100), offset=st.integers(0, 2**31 - 1) | st.integers(0, 12))
@hypothesis_settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_part_is_that_part_of_the_whole(tiny_client: FlaskClient, limit: int, offset: int) -> None:
    whole = [
        item["id"] for item in tiny_client.get("/api/v1/articles/harbor/figures?limit=100").json["items"]
    ]
    answer = tiny_client.get(f"/api/v1/articles/harbor/figures?limit={limit}&offset={offset}")
    assert [item["id"] for item in answer.json["items"]] == whole[offset : offset + limit]
    for address in links(answer).values():
        assert tiny_client.get(address).status_code == 200
