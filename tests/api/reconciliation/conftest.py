"""What the tests of ``/reconcile`` use: the protocol's shapes, and a client that sends as OpenRefine does."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from flask.testing import FlaskClient

_SCHEMA = Path(__file__).parents[2] / "data" / "schemas" / "reconciliation-0.2.json"

Valid = Callable[[str, Any], Any]
Reconcile = Callable[..., dict[str, Any]]


@pytest.fixture(scope="session")
def valid() -> Valid:
    """Return a function that returns an answer when it has the shape that the protocol gives it."""
    schema = json.loads(_SCHEMA.read_text(encoding="utf-8"))

    def checked(part: str, answer: Any) -> Any:
        jsonschema_rs.Draft202012Validator({**schema, "$ref": f"#/$defs/{part}"}).validate(answer)
        return answer

    return checked


@pytest.fixture
def reconcile(tiny_client: FlaskClient, valid: Valid) -> Reconcile:
    """Return a function that sends a batch and returns the candidates, and errors, by query."""

    def send(locale: str = "en", **queries: Any) -> dict[str, Any]:
        form = {"queries": json.dumps(queries, ensure_ascii=False)}
        answer = tiny_client.post(f"/reconcile?locale={locale}", data=form)
        assert (answer.status_code, answer.mimetype) == (200, "application/json"), answer.text
        batch: dict[str, Any] = valid("result-batch", answer.json)
        assert list(batch) == list(queries)
        return batch

    return send
