"""``duizhao freeze`` as a process of its own, and a plain file server over what it writes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_FREEZE = [sys.executable, "-c", "from api.cli import main; main()", "freeze"]
_SERVE = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
_ANNOUNCED = re.compile(r"Serving HTTP on 127\.0\.0\.1 port (\d+) ")


def freeze(folder: Path, instance: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Write the site into `folder`."""
    environment = {**os.environ, "DUIZHAO_INSTANCE": str(instance)}
    command = [*_FREEZE, str(folder), *options]
    return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)


@contextmanager
def file_server(folder: Path) -> Iterator[str]:
    """Serve `folder` with ``python -m http.server`` until the block is left; yield the origin."""
    process = subprocess.Popen(
        [*_SERVE, "--directory", str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    try:
        assert process.stdout is not None
        announced = process.stdout.readline()
        match = _ANNOUNCED.match(announced)
        assert match, announced
        yield f"http://127.0.0.1:{match[1]}"
    finally:
        process.terminate()
        process.wait(timeout=20)
        if process.stdout:
            process.stdout.close()
