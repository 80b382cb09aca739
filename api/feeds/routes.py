"""``/{view}/feed.atom`` and its like."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, current_app, request

from api import requests
from api.feeds import articles, changes
from api.feeds.articles import articles_feed
from api.feeds.atom import atom
from api.feeds.changes import changes_feed
from api.feeds.forms import ATOM, EXTENSIONS, JSON
from api.feeds.json_feed import json_feed
from api.feeds.model import Feed
from api.json_text import compact, encoded
from api.pages.blueprint import PageQuerySchema, canonicalize
from api.pages.view import View

blueprint = Blueprint("feeds", __name__)
blueprint.before_request(canonicalize)

_FEEDS: dict[str, Callable[[View], Feed]] = {articles.NAME: articles_feed, changes.NAME: changes_feed}
_WRITERS: dict[str, Callable[[Feed], bytes]] = {
    ATOM: lambda feed: atom(feed).encode(),
    JSON: lambda feed: encoded(compact(json_feed(feed))),
}
_MEDIA_TYPES = {extension: media_type for media_type, extension in EXTENSIONS.items()}


@blueprint.route(f"/<view:view>/<any({', '.join(_FEEDS)}):name>.<any({', '.join(_MEDIA_TYPES)}):form>")
def feed(view: View, name: str, form: str) -> Response:
    """Give a feed, by which a reader or a site learns what is new."""
    requests.Blueprint.ARGUMENTS_PARSER.parse(PageQuerySchema, request, location="query")
    media_type = _MEDIA_TYPES[form]
    response: Response = current_app.response_class(
        _WRITERS[media_type](_FEEDS[name](view)), content_type=f"{media_type}; charset=utf-8"
    )
    response.headers["Content-Language"] = ", ".join(view.languages)
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
