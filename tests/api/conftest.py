"""What the tests of the command line use."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs ``duizhao`` with an instance folder of its own and English as its language."""
    environment = {**os.environ, "DUIZHAO_INSTANCE": str(tmp_path / "instance"), "LC_ALL": "en_US.UTF-8"}

    def duizhao(
        *arguments: str, typed: bytes | None = None, cwd: Path | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", "from api.cli import main; main()", *arguments]
        done = subprocess.run(
            command, env={**environment, **variables}, input=typed, cwd=cwd, capture_output=True, check=False
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
        )

    return duizhao
