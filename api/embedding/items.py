"""What can be embedded, and where it is: its page, its embed page, and the files beside that."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import current_app, request, url_for
from werkzeug.exceptions import HTTPException
from werkzeug.routing import BaseConverter, Map, RequestRedirect, ValidationError

from api.editions.model import Item, ItemKind
from api.pages.view import View

__all__ = [
    "FILE",
    "FORMS",
    "FRAME",
    "Item",
    "ItemKind",
    "embed_path",
    "item_at",
    "item_of_request",
    "page_path",
    "teach",
]

# The forms of an embedded item that are files; their extensions.
FORMS = ("json", "png")

# Endpoint of the page of each kind, and what its address calls the steps of the id.
_PAGES = {
    ItemKind.ARTICLE: ("pages.article", ("article_id",)),
    ItemKind.SECTION: ("pages.section", ("article_id", "section_id")),
    ItemKind.FIGURE: ("pages.figure", ("figure_id",)),
    ItemKind.CHART: ("pages.chart", ("article_id", "chart_id")),
    ItemKind.TERM: ("pages.term", ("term_id",)),
}
_KINDS = {endpoint: (kind, names) for kind, (endpoint, names) in _PAGES.items()}
# A chart is also a file by itself.
CHART_FILE = "pages.chart_file"
_KINDS[CHART_FILE] = _KINDS["pages.chart"]
FRAME, FILE = "embedding.frame", "embedding.card_"
CARD_PICTURE = f"{FILE}png"


def page_path(item: Item, view: View) -> str:
    """Return the address of the page of `item`."""
    endpoint, names = _PAGES[item.kind]
    ids: dict[str, Any] = dict(zip(names, item.steps, strict=True))
    return url_for(endpoint, view=view, **ids)


def embed_path(
    item: Item, view: View, form: str = "", at: str | None = None, theme: str | None = None
) -> str:
    """Return the address of the embed page of `item`, or of a file beside it; `at` pins an edition."""
    return url_for(f"{FILE}{form}" if form else FRAME, view=view, item=item, at=at, theme=theme)


def item_of_request() -> Item | None:
    """Return what the page that is being answered shows."""
    return _item(request.endpoint, request.view_args or {})


def item_at(path: str) -> tuple[Item, View, str] | None:
    """Return what is at the `path` of a page, an embed page or a file of one: item, view and form (``""``: a page).

    None where there is nothing that can be embedded. A tag that leads to another (zh-TW) has led there.
    """
    try:
        endpoint, ids = current_app.url_map.bind("").match(path)
    except (RequestRedirect, HTTPException):
        return None
    item, view = _item(endpoint, ids), ids.get("view")
    if item is None or not isinstance(view, View):
        return None
    form = endpoint.removeprefix(FILE) if endpoint.startswith(FILE) else ids.get("form", "")
    return item, view, form


def _item(endpoint: str | None, ids: Mapping[str, Any]) -> Item | None:
    if endpoint in _KINDS:
        kind, names = _KINDS[endpoint]
        return Item(kind, "/".join(ids[name] for name in names))
    item = ids.get("item")
    return item if isinstance(item, Item) else None


class _ItemConverter(BaseConverter):
    """``<item:item>`` in a rule: ``section/softbank-ai/s2``."""

    part_isolating = False
    # What ends like a file is one.
    regex = r"(?:(?:article|figure|term)/[^/]+|(?:section|chart)/[^/]+/[^/]+)(?<!\.json)(?<!\.png)(?<!\.xml)"

    def to_python(self, value: str) -> Item:
        kind, _, id_ = value.partition("/")
        try:
            return Item(ItemKind(kind), id_)
        except ValueError as error:
            raise ValidationError from error

    def to_url(self, value: object) -> str:
        return str(value)


def teach(rules: Map) -> None:
    """Let `rules` say ``<item:item>``."""
    rules.converters["item"] = _ItemConverter
