"""Cells held against the glossary: who is a candidate, how sure it is, and when it is certain."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

Reconcile = Callable[..., dict[str, Any]]


def ranked(answer: dict[str, Any]) -> list[tuple[str, int, bool]]:
    """Return id, score and match of each candidate."""
    assert "error" not in answer
    return [(found["id"], found["score"], found["match"]) for found in answer["result"]]


def test_a_candidate_in_full(reconcile: Reconcile) -> None:
    (found,) = reconcile(q0={"query": "數據中心"})["q0"]["result"]
    assert found == {
        "id": "data-center",
        "name": "data center",
        "description": "数据中心 · 資料中心 – Building that houses servers.",
        "type": [{"id": "technology", "name": "Technology"}, {"id": "concept", "name": "Concept"}],
        "score": 95,
        "match": True,
        "features": [
            {"id": "exact", "value": True},
            {"id": "covered", "value": 1.0},
            {"id": "disagreements", "value": 0},
        ],
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("算力", [("computing-power", 100, True)]),
        ("Computing-Power", [("computing-power", 100, True)]),
        ("capex", [("capital-expenditure", 95, True)]),
        ("data", [("data", 100, True), ("data-center", 63, False), ("harbor-data", 53, False)]),
        ("data centres", [("data-center", 90, False)]),
        ("shu ju", [("data", 80, False), ("data-center", 62, False), ("harbor-data", 33, False)]),
        ("算里", [("computing-power", 48, False)]),
        ("semiconducter", [("semiconductor", 71, False)]),
        ("data hub", [("data-center", 80, False)]),
        ("chip", [("chip", 100, False), ("semiconductor", 95, False)]),
        ("harbor-data", [("harbor-data", 100, True)]),
        ("没有", []),
    ],
)
def test_scores_say_how_sure_it_is(
    reconcile: Reconcile, query: str, expected: list[tuple[str, int, bool]]
) -> None:
    assert ranked(reconcile(q={"query": query})["q"]) == expected


def test_a_term_of_two_concepts_is_certain_once_another_column_says_which(reconcile: Reconcile) -> None:
    def with_column(pid: str, v: object) -> list[tuple[str, int, bool]]:
        return ranked(reconcile(q={"query": "chip", "properties": [{"pid": pid, "v": v}]})["q"])

    assert with_column("zh-Hans", "半導體") == [("semiconductor", 95, True), ("chip", 80, False)]
    assert with_column("zh-Hans", ["芯片", "晶体"]) == [("chip", 100, True), ("semiconductor", 75, False)]
    assert with_column("related", {"id": "semiconductor"}) == [
        ("chip", 100, False),
        ("semiconductor", 95, False),
    ]
    assert with_column("subject-field", "Technology") == [("chip", 100, False), ("semiconductor", 95, False)]
    assert with_column("zh-Hans", 5) == [("chip", 80, False), ("semiconductor", 75, False)]


def test_the_language_of_a_cell_can_be_told(reconcile: Reconcile) -> None:
    told = {"pid": "lang", "v": "en-US"}
    assert ranked(reconcile(q={"query": "数据", "properties": [told]})["q"]) == []
    assert ranked(reconcile(q={"query": "data", "properties": [told]})["q"])[0] == ("data", 100, True)


def test_an_empty_cell_is_found_by_the_terms_beside_it(reconcile: Reconcile) -> None:
    beside = [{"pid": "en", "v": "chip"}, {"pid": "zh-Hant", "v": "晶片"}]
    assert ranked(reconcile(q={"properties": beside})["q"]) == [
        ("chip", 100, True),
        ("semiconductor", 55, False),
    ]


@pytest.mark.parametrize(
    ("kinds", "ids"),
    [
        ("technology", ["data", "data-center"]),
        (["finance"], ["harbor-data"]),
        (["finance", "technology"], ["data", "data-center", "harbor-data"]),
        (["concept"], ["data", "data-center", "harbor-data"]),
        ([{"id": "technology", "name": "x"}], ["data", "data-center"]),
        ([], ["data", "data-center", "harbor-data"]),
        (None, ["data", "data-center", "harbor-data"]),
    ],
)
def test_types_are_subject_fields(reconcile: Reconcile, kinds: object, ids: list[str]) -> None:
    answer = reconcile(q={"query": "data", "type": kinds, "type_strict": "should"})["q"]
    assert [found["id"] for found in answer["result"]] == ids


def test_what_is_nested_deeply_says_nothing(reconcile: Reconcile) -> None:
    value: Any = "x"
    for _ in range(400):
        value = {"id": value}
    detail = [{"pid": "en", "v": value}]
    assert ranked(reconcile(q={"query": "算力", "properties": detail})["q"]) == [
        ("computing-power", 100, True)
    ]


def test_a_limit_hides_no_namesake(reconcile: Reconcile) -> None:
    assert ranked(reconcile(q={"query": "chip", "limit": 1})["q"]) == [("chip", 100, False)]
    assert len(reconcile(q={"query": "d", "limit": 10**9})["q"]["result"]) > 2


def test_names_are_in_the_readers_language(reconcile: Reconcile) -> None:
    (found,) = reconcile("zh-Hant", q={"query": "data center"})["q"]["result"]
    assert (found["name"], found["type"][0]["name"]) == ("資料中心", "科技")
    assert found["description"] == "数据中心 · data center – 放置伺服器的建築。"


@pytest.mark.parametrize(
    ("query", "name", "detail"),
    [
        (5, "queries.bad", "This is not a JSON object. Send one, in braces."),
        ({}, "queries.bad", "This asks for nothing."),
        ({"query": " "}, "queries.bad", "This asks for nothing."),
        ({"query": 5}, "queries.bad.query", "This is not text. Send a string."),
        ({"query": "长" * 10_000}, "queries.bad.query", "This has 10000 characters; 200 are taken at most."),
        ({"query": "x", "limit": 0}, "queries.bad.limit", "This must lie between 1 and"),
        ({"query": "x", "limit": "3"}, "queries.bad.limit", "This is not a whole number."),
        ({"query": "x", "type": "art"}, "queries.bad.type", "This value is not known here. Use one of: concept, finance"),
        ({"query": "x", "type": ["x"] * 99}, "queries.bad.type", "There are 99 of these; 5 are taken at most."),
        ({"query": "x", "properties": 5}, "queries.bad.properties", "This is not a list."),
        ({"query": "x", "properties": [{}]}, "queries.bad.properties[0].pid", "This parameter is missing."),
        ({"query": "x", "properties": [{"pid": "P31", "v": "x"}]}, "queries.bad.properties", "This value is not known here."),
        ({"query": "x", "properties": [{"pid": "lang", "v": "fr"}]}, "queries.bad.properties", "This language is not read here."),
        ({"query": "x", "properties": [{"pid": "en", "v": "x"}] * 99}, "queries.bad.properties", "There are 99 of these; 10 are taken at most."),
    ],
    ids=lambda value: str(value)[:30],
)  # fmt: skip
def test_a_bad_query_is_told_so_and_spoils_no_other(
    reconcile: Reconcile, query: object, name: str, detail: str
) -> None:
    batch = reconcile(before={"query": "算力"}, bad=query, after={"query": "chip"})
    assert [len(batch[key]["result"]) for key in ("before", "bad", "after")] == [1, 0, 2]
    faults = [(fault["name"], fault["detail"]) for fault in batch["bad"]["error"]["errors"]]
    assert faults[0][0] == name
    assert faults[0][1].startswith(detail)


@pytest.mark.parametrize(
    ("text", "status", "detail"),
    [
        ("", 422, "queries=: This is not JSON (line 1, column 1). Correct it there."),
        ("[]", 422, "queries=[]: This is not a JSON object. Send one, in braces."),
        ('{"q0": {"query"', 422, 'queries={"q0": {"query": This is not JSON (line 1, column 16). Correct it there.'),
        ("[" * 90_000, 422, f"queries={'[' * 79}…: This is nested too deeply. Send less."),
        (json.dumps({str(n): {} for n in range(1001)}), 413, "queries: This has 1001 items; 1000 are taken at most (setting DUIZHAO_MOST_QUERIES). Send them in parts."),
    ],
    ids=lambda value: str(value)[:24],
)  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_batch_that_is_none(
    tiny_client: FlaskClient, method: str, text: str, status: int, detail: str
) -> None:
    where = {"query_string" if method == "GET" else "data": {"queries": text}}
    answer = tiny_client.open("/reconcile", method=method, **where)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.json["detail"] == detail
    assert answer.json["errors"][0]["location"] == ("query" if method == "GET" else "form")


@pytest.mark.parametrize(
    ("body", "media", "status", "detail"),
    [
        (b"", "application/x-www-form-urlencoded", 422, "queries: This parameter is missing. Add it."),
        (b"queries={}&extend={}", "application/x-www-form-urlencoded", 422, "extend: Send queries or extend, not both."),
        (b"queries=%FF", "application/x-www-form-urlencoded", 400, "The form is not valid UTF-8. Percent-encode its characters as UTF-8."),
        (b"queries=\xff", "application/x-www-form-urlencoded", 400, "The body is not valid UTF-8 (byte 8). Encode it as UTF-8."),
        (b"&".join([b"a=1"] * 30), "application/x-www-form-urlencoded", 422, "The form has more than 20 fields. Send queries or extend."),
        (b"{}", "application/json", 415, "The body has a media type that is not read here. Send application/x-www-form-urlencoded."),
        (b"x", "multipart/form-data", 415, "The body has a media type that is not read here. Send application/x-www-form-urlencoded."),
        (b"queries=" + b" " * 8_000_000, "application/x-www-form-urlencoded", 413, "The body is larger than 8000000 bytes."),
    ],
    ids=lambda value: str(value)[:24],
)  # fmt: skip
def test_a_form_that_cannot_be_read(
    tiny_client: FlaskClient, body: bytes, media: str, status: int, detail: str
) -> None:
    answer = tiny_client.post("/reconcile", data=body, content_type=media)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.json["detail"].startswith(detail)


def test_the_address_asks_as_the_form_does(tiny_client: FlaskClient) -> None:
    batch = {"queries": json.dumps({"q": {"query": "算力"}, "r": 5})}
    by_form = tiny_client.post("/reconcile", data=batch)
    assert tiny_client.get("/reconcile", query_string=batch).json == by_form.json
    assert by_form.headers["Cache-Control"] == "no-store"


def test_a_thousand_cells_of_chinese_at_once(reconcile: Reconcile) -> None:
    """More than half a megabyte of form, beyond which Werkzeug reads none by itself."""
    batch = reconcile(**{f"q{n}": {"query": "数据中心" * 25} for n in range(999)}, last={"query": "算力"})
    assert ranked(batch["last"]) == [("computing-power", 100, True)]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["query", "type", "limit", "properties", "pid", "v", "id", "x"]), inner, max_size=4)
    ),
    max_leaves=8,
)  # fmt: skip


def test_half_a_surrogate_pair_is_no_id(tiny_client: FlaskClient) -> None:
    """In JSON it can be said; hypothesis has none in its texts."""
    queries = {"q0": {"query": "\ud800"}, "q1": {"query": "算力"}}
    answer = tiny_client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.json["q0"] == {"result": []}
    assert ranked(answer.json["q1"]) == [("computing-power", 100, True)]
    extend = {"ids": ["\ud800"], "properties": [{"id": "en"}]}
    assert tiny_client.post("/reconcile", data={"extend": json.dumps(extend)}).status_code == 200


@settings(max_examples=80)
@given(batch=st.dictionaries(st.text(), JSON, max_size=6))
def test_whatever_is_asked_each_query_has_a_result(tiny_client: FlaskClient, batch: dict[str, Any]) -> None:
    answer = tiny_client.post("/reconcile", data={"queries": json.dumps(batch)})
    assert answer.status_code == 200, answer.text
    assert list(answer.json) == list(batch)
    for found in answer.json.values():
        assert all(0 <= candidate["score"] <= 100 for candidate in found["result"])
        assert sum(candidate["match"] for candidate in found["result"]) <= 1
