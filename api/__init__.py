"""The edge: HTTP, pages and command line, where glossary and summaries are put together."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from api.settings import Settings


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application; without `settings`, from the environment (`api.settings.Settings`)."""
    from api.app import create_app as create  # imported late: the command line needs no Flask

    return create(settings)


__all__ = ["create_app"]
