"""What OpenRefine does with a column, step by step, on a real service."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.parse import quote, urlencode
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.loopback

Valid = Callable[[str, Any], Any]


@pytest.fixture(scope="module")
def service(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start a server over the tiny content; yield the address that a user gives OpenRefine."""
    instance = tmp_path_factory.mktemp("served")
    program = "from api.cli import main; main()"
    command = [
        sys.executable,
        "-c",
        program,
        "serve",
        "--port",
        "0",
        "--workers",
        "1",
        "--content",
        str(tiny),
    ]
    environment = {**os.environ, "DUIZHAO_INSTANCE": str(instance)}
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert found
        yield found[0] + "reconcile"
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def fetch(address: str, **form: str) -> Any:
    body = urlencode(form).encode() if form else None
    for attempt in range(100):
        try:
            with urlopen(address, body, timeout=10) as answer:  # noqa: S310 - our own server
                text = answer.read().decode()
                return json.loads(text) if answer.headers.get_content_type() == "application/json" else text
        except URLError as error:  # not up yet
            if attempt == 99 or not isinstance(error.reason, ConnectionError):
                raise
            time.sleep(0.05)
    raise AssertionError


def test_a_column_is_matched_looked_at_and_extended(service: str, valid: Valid) -> None:
    offered = valid("manifest", fetch(service))
    assert offered["view"]["url"].startswith(service.removesuffix("reconcile"))

    column = ["算力", "數據中心", "chip", "没有"]
    batch = {f"q{n}": {"query": cell, "limit": 3, "type_strict": "should"} for n, cell in enumerate(column)}
    results = valid("result-batch", fetch(service, queries=json.dumps(batch)))
    matched = [[c["id"] for c in results[key]["result"] if c["match"]] for key in batch]
    assert matched == [["computing-power"], ["data-center"], [], []]

    # The user opens the preview of a candidate for the third cell, and searches for the fourth by hand.
    candidate = results["q2"]["result"][0]
    preview = fetch(offered["preview"]["url"].replace("{{id}}", quote(candidate["id"], safe="")))
    assert "芯片" in preview
    suggest = offered["suggest"]["entity"]
    found = fetch(f"{suggest['service_url']}{suggest['service_path']}?prefix=semi&type=")
    assert [entity["id"] for entity in valid("entities", found)["result"]] == ["semiconductor"]

    # Columns are added: OpenRefine puts the type behind the address as it is.
    propose = offered["extend"]["propose_properties"]
    proposed = fetch(f"{propose['service_url']}{propose['service_path']}?type=")
    wanted = [
        {"id": p["id"]} for p in valid("proposal", proposed)["properties"] if p["id"] in ("en", "reading")
    ]
    asked = {"ids": [ids[0] for ids in matched if ids], "properties": wanted}
    rows = valid("extension", fetch(service, extend=json.dumps(asked)))["rows"]
    assert rows == {
        "computing-power": {"en": [{"str": "computing power"}], "reading": [{"str": "suàn lì"}]},
        "data-center": {"en": [{"str": "data center"}], "reading": [{"str": "shù jù zhōng xīn"}]},
    }
