"""Completion in OpenRefine's fields, and the preview beside them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.settings import Settings

Valid = Callable[[str, Any], Any]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("prefix=dat", ["data", "data-center", "harbor-data"]),
        ("prefix=數據", ["data", "data-center", "harbor-data"]),
        ("prefix=ruan", []),
        ("prefix=sj", ["data", "data-center"]),
        ("prefix=dat&cursor=1", ["data-center", "harbor-data"]),
        ("prefix=dat&limit=1", ["data"]),
        ("prefix=chip&type=technology", ["chip", "semiconductor"]),
        ("prefix=chip&type=finance", []),
        ("prefix=chip&type=unknown", ["chip", "semiconductor"]),
        ("prefix=harbor-data", ["harbor-data"]),
        ("prefix=computing-power", ["computing-power"]),
        ("prefix=", []),
        ("", []),
    ],
)
def test_entities(tiny_client: FlaskClient, valid: Valid, query: str, ids: list[str]) -> None:
    answer = valid("entities", tiny_client.get(f"/reconcile/en/suggest/entity?{query}").json)
    assert [found["id"] for found in answer["result"]] == ids


def test_an_entity_in_full(tiny_client: FlaskClient, valid: Valid) -> None:
    answer = valid("entities", tiny_client.get("/reconcile/zh-Hant/suggest/entity?prefix=capex").json)
    (found,) = answer["result"]
    assert found["notable"][0] == {"id": "finance", "name": "金融"}
    del found["notable"]
    assert found == {
        "id": "capital-expenditure",
        "name": "資本支出",
        "description": "资本支出 · capital expenditure – 購置長期資產的支出。",
    }


def test_properties_and_types_by_name_or_id_the_beginning_first(
    tiny_client: FlaskClient, valid: Valid
) -> None:
    def ids(kind: str, prefix: str) -> list[str]:
        answer = valid(
            "names", tiny_client.get(f"/reconcile/en/suggest/{kind}?prefix={prefix}&limit=20").json
        )
        return [found["id"] for found in answer["result"]]

    assert ids("property", "defin") == ["zh-Hans-definition", "zh-Hant-definition", "en-definition"]
    assert ids("property", "lang") == ["lang"]
    assert ids("property", "FIELD") == ["subject-field"]
    assert ids("property", "en") == ["en", "en-also", "en-avoid", "en-definition"]
    assert len(ids("property", "")) == 19
    assert ids("type", "") == ["concept", "finance", "technology"]
    assert ids("type", "tech") == ["technology"]
    assert ids("type", "nothing") == []


def test_proposals_take_a_limit(tiny_client: FlaskClient, valid: Valid) -> None:
    answer = valid("proposal", tiny_client.get("/reconcile/en/properties?type=&limit=3").json)
    assert (len(answer["properties"]), answer["type"], answer["limit"]) == (3, "", 3)


def test_the_preview_shows_the_terms_to_use_and_nothing_that_runs(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/reconcile/zh-Hans/preview/data-center")
    assert (answer.status_code, answer.mimetype) == (200, "text/html")
    for text in (
        "<h1",
        "数据中心",
        "資料中心",
        "· 數據中心",
        "shù jù zhōng xīn",
        "data centre",
        "放置服务器的建筑。",
        "科技",
    ):
        assert text in answer.text
    assert "data hub" not in answer.text
    assert "<script" not in answer.text
    assert 'lang="zh-Hans"' in answer.text
    policy = answer.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_what_authors_write_is_no_markup(edit: Callable[[str, str, str], Path], tmp_path: Path) -> None:
    folder = edit("glossary/technology.yaml", "en: Capacity to compute.", "en: <script>alert(1)</script>")
    client = create_app(Settings(tmp_path / "instance", content=folder)).test_client()
    assert "<script" not in client.get("/reconcile/en/preview/computing-power").text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/reconcile/en/preview/nope", 404),
        ("/reconcile/fr/preview/data", 404),
        ("/reconcile/fr/suggest/type", 404),
        ("/reconcile/en", 404),
        ("/reconcile/en/suggest/entity?limit=0", 422),
        ("/reconcile/en/suggest/entity?cursor=-1", 422),
        (f"/reconcile/en/suggest/entity?prefix={'x' * 201}", 422),
        ("/reconcile?locale=a", 400),
    ],
)
def test_what_is_not_there_is_a_problem(tiny_client: FlaskClient, path: str, status: int) -> None:
    answer = tiny_client.get(path)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
