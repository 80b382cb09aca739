"""Many queries in one call: each is answered, whatever becomes of the others."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from api import create_app
from api.settings import Settings

pytestmark = pytest.mark.both_stores

LOOKUP = "/api/v1/terms/lookup"
UNKNOWN = "There is no such parameter here. Did you mean limit?"


def answers(client: FlaskClient, *queries: object, locale: str = "en") -> list[dict[str, Any]]:
    answer = client.post(f"{LOOKUP}?locale={locale}", json={"queries": list(queries)})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json["answers"]
    assert len(found) == len(queries)
    return found


def test_each_answer_is_what_a_search_gives(tiny_client: FlaskClient) -> None:
    by_text, by_object = answers(
        tiny_client, "数据", {"q": "DATA", "match": "prefix", "lang": "en", "limit": 1}
    )
    assert by_text == {"q": "数据", **tiny_client.get("/api/v1/terms?q=数据&limit=3").json}
    assert by_object == {
        "q": "DATA",
        **tiny_client.get("/api/v1/terms?q=DATA&match=prefix&lang=en&limit=1").json,
    }
    assert [item["id"] for item in by_text["items"]] == ["data", "data-center", "harbor-data"]
    assert (by_object["total"], len(by_object["items"])) == (2, 1)


def test_half_a_surrogate_pair_is_a_wrong_character(tiny_client: FlaskClient) -> None:
    queries = ["\ud800", "数\udfff", {"q": "\ud800a", "match": "prefix"}, "shu\ud800"]
    octets = json.dumps({"queries": queries}).encode()  # ASCII, which can say it
    answer = tiny_client.post(LOOKUP, data=octets, content_type="application/json")
    found = [
        [(item["id"], item["matched"]["kind"]) for item in one["items"]] for one in answer.json["answers"]
    ]
    assert found == [[], [("data", "fuzzy")], [], []]


@pytest.mark.parametrize(
    ("query", "q", "name", "value", "detail"),
    [
        (5, None, "queries[1]", "5", "This is neither text nor a JSON object. Send what to look for as one of them."),
        (None, None, "queries[1]", "null", "This is neither text nor a JSON object. Send what to look for as one of them."),
        ("", "", "queries[1]", "", "This is empty. Send what to look for."),
        ({"q": " \u3000"}, " \u3000", "queries[1].q", " \u3000", "This is empty. Send what to look for."),
        ({}, None, "queries[1].q", None, "This parameter is missing. Add it."),
        ({"q": 5}, None, "queries[1].q", "5", "This is not text. Send a string."),
        ({"q": "x", "match": "regex"}, "x", "queries[1].match", "regex", "This value is not known here."),
        ({"q": "x", "limit": 21}, "x", "queries[1].limit", "21", "This must lie between 1 and 20."),
        ({"q": "x", "limit": "3"}, "x", "queries[1].limit", "3", "This is not a whole number. Send digits, without quotation marks."),
        ({"q": "x", "limit": 2.5}, "x", "queries[1].limit", "2.5", "This is not a whole number."),
        ({"q": "x", "lmit": 3}, "x", "queries[1].lmit", "3", UNKNOWN),
        ({"q": "x", "field": "art"}, "x", "queries[1].field", "art", "This value is not known here. Use one of: finance, technology."),
        ({"q": "x", "section": "s9"}, "x", "queries[1].section", "s9", "This value is not known here."),
        ("长" * 10_000, "长" * 79 + "…", "queries[1]", "长" * 79 + "…", "This has 10000 characters; 200 are taken at most. Shorten it."),
    ],
    ids=lambda value: str(value)[:24],
)  # fmt: skip
def test_a_bad_query_is_told_so_and_spoils_no_other(
    tiny_client: FlaskClient, query: object, q: str | None, name: str, value: str | None, detail: str
) -> None:
    before, bad, after = answers(tiny_client, "算力", query, "chip")
    assert (before["total"], after["total"]) == (1, 2)
    (fault,) = bad["error"]["errors"]
    assert (bad["q"], fault["location"], fault["name"], fault["value"]) == (q, "json", name, value)
    assert fault["detail"].startswith(detail)
    assert bad["error"]["title"] == "Invalid request"
    assert "items" not in bad


def test_a_number_that_would_fill_the_memory_is_out_of_bounds(tiny_client: FlaskClient) -> None:
    body = b'{"queries": [{"q": "x", "limit": 1e999999999}, {"q": "x", "limit": 1e-999999999}]}'
    answer = tiny_client.post(LOOKUP, data=body, content_type="application/json")
    large, small = (found["error"]["errors"][0]["detail"] for found in answer.json["answers"])
    assert large == "This must lie between 1 and 20."
    assert small.startswith("This is not a whole number.")


@pytest.mark.parametrize("locale", ["zh-Hans", "zh-Hant"])
def test_errors_are_told_in_the_readers_language(tiny_client: FlaskClient, locale: str) -> None:
    (bad,) = answers(tiny_client, {"q": "x", "match": "regex"}, locale=locale)
    assert not bad["error"]["title"].isascii()
    assert not bad["error"]["detail"].isascii()


@pytest.mark.parametrize(
    ("body", "status", "detail"),
    [
        ({}, 422, "queries: This parameter is missing. Add it."),
        ({"queries": []}, 422, "queries: This is empty. Send at least one item."),
        ({"queries": "算力"}, 422, "queries=算力: This is not a list. Send an array, in brackets."),
        ({"queries": ["x"] * 1001}, 413, "queries: This has 1001 items; 1000 are taken at most (setting DUIZHAO_MOST_QUERIES). Send them in parts."),
        (["算力"], 422, "The body is not a JSON object. Send one with the fields: queries."),
    ],
    ids=str,
)  # fmt: skip
def test_a_body_that_holds_no_queries(
    tiny_client: FlaskClient, body: object, status: int, detail: str
) -> None:
    answer = tiny_client.post(LOOKUP, json=body)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.json["detail"] == detail


def test_a_thousand_queries_and_a_page_of_any_origin(tiny_client: FlaskClient) -> None:
    found = answers(tiny_client, *["算力", "没有"] * 500)
    assert [answer["total"] for answer in found] == [1, 0] * 500
    asked = tiny_client.options(LOOKUP, headers={"Origin": "https://example.org", "Access-Control-Request-Method": "POST"})  # fmt: skip
    assert asked.headers["Access-Control-Allow-Origin"] == "*"
    assert "POST" in asked.headers["Access-Control-Allow-Methods"]


def test_answers_stop_where_they_fill_an_answer(tiny: Path, tmp_path: Path) -> None:
    """As many bytes as a request may have; every query behind them is told to come again."""
    app = create_app(Settings(tmp_path, content=tiny))
    app.config["MAX_CONTENT_LENGTH"] = 10_000
    answer = app.test_client().post(LOOKUP, json={"queries": ["data"] * 40})
    found = answer.json["answers"]
    full = [n for n, one in enumerate(found) if "error" in one]
    assert full == list(range(full[0], 40))
    assert full[0] > 2
    assert len(answer.data) < 10_000 + 40 * 400
    assert found[-1]["error"]["title"] == "Request too large"
    assert "10000 bytes" in found[-1]["error"]["detail"]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text() | st.just("q"), inner, max_size=3),
    max_leaves=5,
)


@settings(max_examples=60)
@given(queries=st.lists(JSON, min_size=1, max_size=8))
def test_whatever_is_asked_each_query_has_an_answer_or_an_error(
    tiny_client: FlaskClient, queries: list[Any]
) -> None:
    answer = tiny_client.post(LOOKUP, data=json.dumps({"queries": queries}), content_type="application/json")
    assert answer.status_code == 200, answer.text
    for found in answer.json["answers"]:
        assert ("items" in found) != ("error" in found)
    assert len(answer.json["answers"]) == len(queries)
