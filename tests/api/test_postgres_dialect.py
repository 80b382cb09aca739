"""SQLite's statements in PostgreSQL's words."""

from __future__ import annotations

import json

import pytest
from flask.testing import FlaskClient

from api.postgres.dialect import Statement, translated

pytestmark = pytest.mark.both_stores


@pytest.mark.parametrize(
    ("sql", "values", "told", "sent"),
    [
        ("SELECT a FROM t WHERE b = ? AND c > ?", ("x", 1), "SELECT a FROM t WHERE b = $1 AND c > $2", ["x", 1]),
        ("b IN (?, ?, ?) AND c = ?", (1, 2, 3, "x"), "b = ANY($1) AND c = $2", [[1, 2, 3], "x"]),
        ("b IN (?) LIMIT ?", ("x", 5), "b = ANY($1) LIMIT $2", [["x"], 5]),
        ("b IN () LIMIT ?", (5,), "b = ANY($1) LIMIT $2", [[], 5]),
        ("b IN (SELECT c FROM t WHERE d IN (?, ?))", (1, 2), "b IN (SELECT c FROM t WHERE d = ANY($1))", [[1, 2]]),
        ("b = ? AND c = ?", ("a\0b", "\ud800"), "b = $1 AND c = $2", ["a\uffffb", "\uffff"]),
    ],
)  # fmt: skip
def test_marks_are_numbered_and_lists_are_arrays(
    sql: str, values: tuple[object, ...], told: str, sent: list[object]
) -> None:
    statement = translated(sql)
    assert (statement.text, statement.values(values)) == (told, sent)
    assert isinstance(statement, Statement)


@pytest.mark.parametrize(
    "query",
    ["\0", "a\0b", "\ud800", "数\udc00据", "%", "_", "*", "'", '"; DROP TABLE concept; --', "\\", "\u202e数据", "😀", "\uffff", "数" * 200],
)  # fmt: skip
def test_what_no_text_of_the_database_can_be_is_asked_all_the_same(
    tiny_client: FlaskClient, query: str
) -> None:
    body = json.dumps({"queries": [query, "数据"]})  # in which an unpaired surrogate has an escape
    answer = tiny_client.post("/api/v1/terms/lookup", data=body, content_type="application/json")
    assert answer.status_code == 200
    assert answer.json["answers"][1]["total"] == 3
