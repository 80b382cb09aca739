"""What this site has of what the pages could offer: one of files may lack views, and has nothing that takes a server."""

from __future__ import annotations

from flask import current_app

from api.pages.view import View


def is_static() -> bool:
    """Whether the pages are to be files: nothing on them may need an answer to a question."""
    static: bool = current_app.config["DUIZHAO_STATIC"]
    return static


def offered_views() -> tuple[View, ...]:
    """Return the views that this site has."""
    views: tuple[View, ...] = current_app.config["DUIZHAO_VIEWS"]
    return views


def home_view(view: View) -> View:
    """Return the first language of `view` by itself, or, where this site has not that, `view`."""
    single = View.of(view.primary)
    return single if single in offered_views() else view
