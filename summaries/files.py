"""Which files make up a folder of articles."""

from __future__ import annotations

from pathlib import Path

ARTICLE = "article.yaml"
FIGURES = "figures.yaml"


def article_folders(folder: Path) -> list[Path]:
    """Return the folder of each article in `folder`, in order; hidden ones are none of it."""
    return sorted(path for path in folder.glob("*") if path.is_dir() and not path.name.startswith("."))


def article_files(folder: Path) -> list[Path]:
    """Return the files of every article in `folder`, whether they are there or not."""
    return [article / name for article in article_folders(folder) for name in (ARTICLE, FIGURES)]
