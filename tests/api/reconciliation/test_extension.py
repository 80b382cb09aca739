"""Further columns for what is matched."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.settings import Settings

Valid = Callable[[str, Any], Any]


def extend(client: FlaskClient, ids: object, properties: object, locale: str = "en") -> Any:
    asked = json.dumps({"ids": ids, "properties": properties})
    return client.post(f"/reconcile?locale={locale}", data={"extend": asked})


def test_every_property_of_a_concept(tiny_client: FlaskClient, valid: Valid) -> None:
    proposed = valid("proposal", tiny_client.get("/reconcile/en/properties?type=technology").json)[
        "properties"
    ]
    answer = valid("extension", extend(tiny_client, ["data-center"], proposed).json)
    assert [(found["id"], found["name"]) for found in answer["meta"]] == [
        ("zh-Hans", "Term (简体中文)"),
        ("zh-Hant", "Term (繁體中文)"),
        ("en", "Term (English)"),
        ("zh-Hans-also", "Further terms (简体中文)"),
        ("zh-Hant-also", "Further terms (繁體中文)"),
        ("en-also", "Further terms (English)"),
        ("zh-Hans-avoid", "Terms to avoid (简体中文)"),
        ("zh-Hant-avoid", "Terms to avoid (繁體中文)"),
        ("en-avoid", "Terms to avoid (English)"),
        ("reading", "Reading"),
        ("zh-Hans-definition", "Definition (简体中文)"),
        ("zh-Hant-definition", "Definition (繁體中文)"),
        ("en-definition", "Definition (English)"),
        ("subject-field", "Subject field"),
        ("status", "Status"),
        ("section", "Section"),
        ("lang", "Language"),
        ("related", "Related"),
        ("xref", "The same elsewhere"),
    ]
    assert answer["rows"] == {
        "data-center": {
            "zh-Hans": [{"str": "数据中心"}],
            "zh-Hant": [{"str": "資料中心"}],
            "en": [{"str": "data center"}],
            "zh-Hans-also": [],
            "zh-Hant-also": [{"str": "數據中心"}],
            "en-also": [{"str": "data centre"}],
            "zh-Hans-avoid": [],
            "zh-Hant-avoid": [],
            "en-avoid": [{"str": "data hub"}],
            "reading": [{"str": "shù jù zhōng xīn"}],
            "zh-Hans-definition": [{"str": "放置服务器的建筑。"}],
            "zh-Hant-definition": [{"str": "放置伺服器的建築。"}],
            "en-definition": [{"str": "Building that houses servers."}],
            "subject-field": [{"str": "Technology"}],
            "status": [{"str": "preferred"}],
            "section": [{"str": "harbor/s1"}],
            "lang": [{"str": "zh-Hans"}, {"str": "zh-Hant"}, {"str": "en"}],
            "related": [{"id": "computing-power", "name": "computing power"}],
            "xref": [],
        }
    }


def test_an_id_that_nothing_has_gets_empty_cells(tiny_client: FlaskClient, valid: Valid) -> None:
    answer = valid(
        "extension", extend(tiny_client, ["nope", "data"], [{"id": "en", "settings": {"x": 1}}]).json
    )
    assert answer["rows"] == {"nope": {"en": []}, "data": {"en": [{"str": "data"}]}}


def test_names_are_in_the_readers_language(tiny_client: FlaskClient) -> None:
    answer = extend(
        tiny_client, ["data-center"], [{"id": "related"}, {"id": "subject-field"}], "zh-Hant"
    ).json
    assert answer["meta"][0]["name"] == "相關概念"
    assert answer["meta"][0]["type"]["id"] == "concept"
    assert answer["rows"]["data-center"] == {
        "related": [{"id": "computing-power", "name": "算力"}],
        "subject-field": [{"str": "科技"}],
    }


@pytest.mark.parametrize(
    ("ids", "properties", "status", "name"),
    [
        (None, [], 422, "extend.ids"),
        ([5], [], 422, "extend.ids"),
        (["x"] * 1001, [], 413, "extend.ids"),
        ([], None, 422, "extend.properties"),
        ([], [5], 422, "extend.properties[0].id"),
        ([], [{"id": "en"}, {"id": "P31"}], 422, "extend.properties[1].id"),
        ([], [{"id": "en"}] * 1001, 413, "extend.properties"),
    ],
    ids=str,
)
def test_what_cannot_be_answered_is_a_problem(
    tiny_client: FlaskClient, ids: object, properties: object, status: int, name: str
) -> None:
    answer = extend(tiny_client, ids, properties)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert answer.json["errors"][0]["name"] == name


def test_an_answer_that_would_be_too_large_is_not_begun(tiny: Path, tmp_path: Path) -> None:
    app = create_app(Settings(tmp_path, content=tiny))
    app.config["MAX_CONTENT_LENGTH"] = 1500
    assert extend(app.test_client(), ["data"], [{"id": "en"}]).status_code == 200
    answer = extend(app.test_client(), ["data", "chip", "data-center"], [{"id": "en"}])
    assert answer.status_code == 413
    assert answer.json["detail"] == "extend.ids: The answer would be larger than 1500 bytes. Send fewer ids."
