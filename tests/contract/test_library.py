"""What the edges call is a library of its own: no web, and no more than Babel at run time."""

from __future__ import annotations

import subprocess
import sys

import pytest

import glossary
import summaries
import translations

BLOCKED = [
    "flask",
    "flask_smorest",
    "werkzeug",
    "webargs",
    "marshmallow",
    "apispec",
    "click",
    "granian",
    "yaml",
]


@pytest.mark.parametrize("package", ["translations", "glossary", "summaries"])
def test_it_is_imported_without_the_web(package: str) -> None:
    block = f"import sys; sys.modules.update(dict.fromkeys({BLOCKED!r}))"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"{block}; import {package}"], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("package", [translations, glossary, summaries], ids=lambda package: package.__name__)
def test_what_it_promises_is_there_and_in_order(package: object) -> None:
    names = package.__all__  # type: ignore[attr-defined]
    assert len(names) == len(set(names))
    for name in names:
        assert hasattr(package, name), name
