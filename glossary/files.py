"""Which files make up a glossary folder."""

from __future__ import annotations

from pathlib import Path


def glossary_files(folder: Path) -> list[Path]:
    """Return the YAML files of `folder`, in reading order; hidden ones (an editor's locks) are none of it."""
    return sorted(path for path in folder.glob("*.yaml") if not path.name.startswith("."))
