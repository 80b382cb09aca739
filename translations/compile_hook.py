"""Compiles the gettext catalogs whenever the package is built, editable builds included."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from setuptools.command.build_py import build_py


def compile_catalogs(folder: Path) -> list[Path]:
    """Write a ``.mo`` beside each ``.po`` under `folder` and return what was written."""
    return [_compile(po) for po in sorted(folder.glob("*/LC_MESSAGES/*.po"))]


def _compile(po: Path) -> Path:
    locale = po.parts[-3]
    with po.open("rb") as source:
        catalog = read_po(source, locale=locale, abort_invalid=True)
    mo = po.with_suffix(".mo")
    with mo.open("wb") as target:
        write_mo(target, catalog)
    return mo


class BuildWithCatalogs(build_py):
    """``build_py`` with the catalogs compiled first, so that the wheel and the editable tree carry them."""

    def run(self) -> None:
        compile_catalogs(Path(__file__).parent)
        super().run()
