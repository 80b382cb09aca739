"""The folder of a site: another takes its place when it is whole, and nothing of anybody else's is lost."""

from __future__ import annotations

import filecmp
import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Says that we wrote what is beside it.
_MARK = ".duizhao.json"


class NotOurs(ValueError):
    """The folder has what we did not write."""


@contextmanager
def replacing(folder: Path) -> Iterator[Path]:
    """Yield a new folder that takes the place of `folder` at the end; nothing changes where that is not reached.

    Raises `NotOurs` for a file, and for a folder with anything in it that was not written here.
    """
    _check(folder)
    new = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        yield new
        _check(folder)  # it took a while
        _keep_times(folder, new)
        names = sorted(path.name for path in new.iterdir())
        (new / _MARK).write_text(json.dumps({"written": names}) + "\n", encoding="utf-8")
        umask = os.umask(0)
        os.umask(umask)
        new.chmod(0o777 & ~umask)  # mkdtemp's folder is its owner's alone
        _swap(folder, new)
    finally:
        shutil.rmtree(new, ignore_errors=True)


def _check(folder: Path) -> None:
    if not folder.parent.is_dir() or not folder.name:
        raise NotOurs(f"{folder}: there is no folder that this could be made in; make {folder.parent}")
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise NotOurs(f"{folder}: this is no folder; name another")
    if not folder.exists():
        return
    there_are = {path.name for path in folder.iterdir()}
    foreign = sorted(there_are - _ours(folder))
    if foreign:
        raise NotOurs(
            f"{folder}: {foreign[0]} was not written by duizhao freeze, and would be lost; move it away, or name an empty folder"
        )


def _ours(folder: Path) -> set[str]:
    try:
        told = json.loads((folder / _MARK).read_text(encoding="utf-8"))
        return {_MARK, *told["written"]}
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return set()


def _keep_times(old: Path, new: Path) -> None:
    """Leave what did not change as old as it was: a server's Last-Modified, and what rsync sends, go by that."""
    for path in new.rglob("*"):
        before = old / path.relative_to(new)
        if path.is_file() and before.is_file() and filecmp.cmp(before, path, shallow=False):
            shutil.copystat(before, path)


def _swap(folder: Path, new: Path) -> None:
    if not folder.exists():
        new.rename(folder)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    folder.rename(old)  # onto an empty folder
    try:
        new.rename(folder)
    except OSError:
        old.rename(folder)
        raise
    shutil.rmtree(old)
