"""The tools that come with Node, as .ci/node/package-lock.json pins them."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.browser.opening import missing

MODULES = Path(__file__).parents[2] / ".ci" / "node" / "node_modules"


def module(name: str) -> Path:
    """Return a file of what is installed there; leave the test out where nothing is."""
    file = MODULES / name
    if not file.exists():
        missing(f"{name} is not installed: npm ci --prefix .ci/node")
    return file


def node() -> str:
    """Return the program."""
    return shutil.which("node") or missing("there is no node: apt-get install nodejs npm")
