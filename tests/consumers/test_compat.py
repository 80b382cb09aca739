"""docs/compat.md says what the tests of this folder find; it runs after them (conftest.py)."""

from __future__ import annotations

import os

import pytest

from tests.browser.opening import missing
from tests.consumers.compat import FILE, NotAllRan, Sights, page, without_versions
from tests.consumers.conftest import PASSED


def test_the_docs_say_what_was_found(request: pytest.FixtureRequest, site: str, sights: Sights) -> None:
    try:
        made = page(site, sights, request.config.stash[PASSED])
    except NotAllRan as lacking:
        missing(f"not all of it has run and passed: {lacking}")
    if os.environ.get("DUIZHAO_COMPAT") == "write":
        FILE.write_text(made, encoding="utf-8")
    assert without_versions(FILE.read_text(encoding="utf-8")) == without_versions(made), "run: make compat"
