"""What a reader who keeps a copy of the glossary learns when it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.database_url import DatabaseUrl
from api.imports import ImportMode, import_concepts
from api.settings import Settings
from tests.concepts import concept

pytestmark = pytest.mark.both_stores


@pytest.fixture
def own(tiny: Path, tmp_path: Path, database: DatabaseUrl | None) -> Settings:
    return Settings(tmp_path, content=tiny, database=database)


@pytest.fixture
def client(own: Settings) -> FlaskClient:
    return create_app(own).test_client()


def changes(client: FlaskClient, **query: str) -> list[tuple[str, str, str | None, bool]]:
    answer = client.get("/api/v1/changes", query_string=query)
    assert answer.status_code == 200, answer.text
    assert answer.json["total"] == len(answer.json["items"])
    return [(i["id"], i["change"], i["replaced_by"], i["concept"] is not None) for i in answer.json["items"]]


def revision(client: FlaskClient) -> str:
    return str(client.get("/api/v1/changes?limit=1").json["revision"])


def test_who_has_nothing_gets_everything(client: FlaskClient) -> None:
    found = changes(client)
    assert len(found) == 7
    assert found[0] == ("capital-expenditure", "added", None, True)
    first = client.get("/api/v1/changes?limit=1").json["items"][0]
    assert first["concept"] == client.get("/api/v1/terms/capital-expenditure").json


def test_each_concept_comes_once_by_what_became_of_it(own: Settings, client: FlaskClient) -> None:
    start = revision(client)
    assert changes(client, since=start) == []
    import_concepts(own, [concept("berth", "泊位", "berth"), concept("quay", "码头", "wharf")])
    middle = revision(client)
    assert changes(client, since=start) == [("berth", "added", None, True), ("quay", "added", None, True)]
    import_concepts(own, [concept("quay", "码头", "quay"), concept("chip", "芯片", "microchip")])
    assert changes(client, since=start) == [
        ("berth", "added", None, True),
        ("chip", "changed", None, True),
        ("quay", "added", None, True),
    ]
    assert changes(client, since=middle) == [("chip", "changed", None, True), ("quay", "changed", None, True)]
    assert changes(client, since=revision(client)) == []
    assert changes(client, since="2999-01-01") == []
    assert len(changes(client, since="1999-01-01")) == 9


def test_what_was_withdrawn_leaves_a_tombstone(own: Settings, client: FlaskClient) -> None:
    import_concepts(own, [concept("berth", "泊位", "berth"), concept("quay", "码头", "quay")])
    start = revision(client)
    import_concepts(own, [concept("quay", "码头", "quay", replaces=("berth",))], ImportMode.REPLACE)
    found = {id_: rest for id_, *rest in changes(client, since=start)}
    assert found["berth"] == ["merged", "quay", False]
    assert found["data-center"] == ["withdrawn", None, False]
    assert found["quay"] == ["changed", None, True]
    moved = client.get("/api/v1/terms/berth?locale=de")
    assert (moved.status_code, moved.location) == (308, "/api/v1/terms/quay?locale=de")
    page = client.get("/zh-Hans+en/terms/berth")
    assert (page.status_code, page.location) == (308, "/zh-Hans+en/terms/quay")
    gone = client.get("/api/v1/terms/data-center?locale=en")
    assert (gone.status_code, gone.json["detail"]) == (410, "The term data-center was withdrawn.")
    assert client.get("/en/terms/data-center").status_code == 410
    assert client.get("/api/v1/terms/never-was").status_code == 404


def test_a_revision_of_another_index_is_gone(
    own: Settings, client: FlaskClient, store: Callable[[], DatabaseUrl | None]
) -> None:
    old = revision(client)
    anew = create_app(replace(own, instance=own.instance / "other", database=store())).test_client()
    answer = anew.get(f"/api/v1/changes?locale=en&since={old}")
    assert (answer.status_code, answer.json["errors"][0]["name"]) == (410, "since")
    assert "Ask for everything, without since" in answer.json["detail"]


@pytest.mark.parametrize("since", ["yesterday", "", "1-1", "8f3a1c2d-0", "2026-13-01", "9" * 100])
def test_what_is_no_revision_is_refused(client: FlaskClient, since: str) -> None:
    answer = client.get("/api/v1/changes", query_string={"since": since, "locale": "en"})
    assert (answer.status_code, answer.json["errors"][0]["name"]) == (422, "since")
