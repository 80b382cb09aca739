"""The file by which terms are recognized: beside the index, which names it, made and removed with it."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from api.index_file import UnusableIndex
from glossary.recognition.layout import DamagedPatterns

if TYPE_CHECKING:
    from glossary.recognition.recognizer import Recognizer


def patterns_path(index: Path, name: str) -> Path:
    """Return where the patterns that the index at `index` names are."""
    return index.with_name(f"{index.name}.{name}.terms")


def open_patterns(index: Path, name: str) -> BinaryIO | None:
    """Open the patterns of an index, None where they are not; what was opened stays when the file is removed."""
    try:
        return patterns_path(index, name).open("rb")
    except OSError:
        return None


def recognizer_of(file: BinaryIO | None, path: Path) -> Recognizer:
    """Return what recognizes terms by `file`, which was opened at `path`."""
    from glossary.recognition.recognizer import Recognizer  # with numpy

    try:
        if file is None:
            raise DamagedPatterns("there is no such file")
        return Recognizer.mapped(file)
    except (OSError, DamagedPatterns) as error:
        raise UnusableIndex(
            f"{path}: {error}; remove it and restart the service, which makes it anew"
        ) from error


def remove_patterns(index: Path, before: str | None) -> None:
    """Remove the patterns of the index that was at `index` before, and what builders left who were not the last."""
    with suppress(OSError):
        if before is not None:
            patterns_path(index, before).unlink(missing_ok=True)
        for path in index.parent.glob(f"{index.name}.*.terms*"):
            if path.stat().st_mtime < time.time() - 3600:
                path.unlink()
