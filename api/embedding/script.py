"""The script of ``<duizhao-card>``, ``/embed.js``."""

from __future__ import annotations

from markupsafe import Markup


def script_tag() -> Markup:
    """Return the element that loads the script."""
    return Markup("")
