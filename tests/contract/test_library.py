"""What the edges call is a library of its own: no web, and no more than Babel at run time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

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


# What takes long to import and is for building, reading files or reading texts.
HEAVY = {"numpy", "pypinyin", "lxml", "marshmallow", "asyncpg", "asyncio", "multiprocessing", "opencc"}


@pytest.mark.parametrize(
    ("run", "late"),
    [
        ("create_app().test_client().get('/api/v1/terms?q=ruanyin')", HEAVY - {"marshmallow"}),
        ("main(['--help'], standalone_mode=False)", HEAVY | {"flask", "yaml"}),
        ("main(['lookup', '数据中心'], standalone_mode=False)", HEAVY | {"flask", "yaml"}),
    ],
)
def test_what_is_not_needed_is_not_loaded(tmp_path: Path, tiny: Path, run: str, late: set[str]) -> None:
    environment = {**os.environ, "DUIZHAO_INSTANCE": str(tmp_path), "DUIZHAO_CONTENT": str(tiny)}
    environment.pop("DUIZHAO_DATABASE", None)
    code = f"from {'api' if 'app' in run else 'api.cli'} import {run.partition('(')[0]}; {run}"
    told = f"import sys; print('loaded:', sorted({late!r} & set(sys.modules)))"
    for _ in range(2):  # the first makes the index, which takes all of it
        done = subprocess.run(
            [sys.executable, "-c", f"{code}; {told}"], env=environment, capture_output=True, text=True
        )
    assert done.stdout.splitlines()[-1] == "loaded: []", done.stderr
