"""The file by which terms are recognized: beside the index, which names it, made and removed with it."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO


def patterns_path(index: Path, name: str) -> Path:
    """Return where the patterns that the index at `index` names are."""
    return index.with_name(f"{index.name}.{name}.terms")


def open_patterns(index: Path, name: str) -> BinaryIO | None:
    """Open the patterns of an index, None where they are not; what was opened stays when the file is removed."""
    try:
        return patterns_path(index, name).open("rb")
    except OSError:
        return None


def remove_patterns(index: Path, before: str | None) -> None:
    """Remove the patterns of the index that was at `index` before, and what builders left who were not the last."""
    with suppress(OSError):
        if before is not None:
            patterns_path(index, before).unlink(missing_ok=True)
        for path in index.parent.glob(f"{index.name}.*.terms*"):
            if path.stat().st_mtime < time.time() - 3600:
                path.unlink()
