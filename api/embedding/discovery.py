"""Where what to embed for a page is told: the links by which consumers find ``/oembed`` (https://oembed.com, 4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from flask import Flask, Response, request, url_for

from api.addresses import full_address
from api.answers import link
from api.embedding import items
from api.embedding.items import embed_path, item_of_request, page_path
from api.embedding.oembed import MEDIA_TYPES
from api.pages.offers import is_static
from api.pages.view import View


@dataclass(frozen=True, slots=True)
class Discovery:
    """A link to the answer of ``/oembed`` about one page; `href` is a full address."""

    type: str
    href: str


def register(app: Flask) -> None:
    """Put the links into the header ``Link`` of every page, embed page and picture of what can be embedded."""
    app.after_request(_advertise)


def discovery_of_request() -> tuple[Discovery, ...]:
    """Return the links of what is being answered: none where that cannot be embedded."""
    path = _path()
    if path is None:
        return ()
    return tuple(_files() if is_static() else _links(path))


def _path() -> str | None:
    """Return the address of what is being answered, as one would paste it: without what only says how to show it."""
    ids = request.view_args or {}
    item, view, at = item_of_request(), ids.get("view"), request.args.get("at")
    if item is None or not isinstance(view, View):
        return None
    match request.endpoint:
        case items.FRAME:
            return embed_path(item, view, at=at)
        case items.CARD_PICTURE:
            return embed_path(item, view, "png", at)
        case items.CHART_FILE:
            return url_for(items.CHART_FILE, **ids) if ids["form"] == "png" else None
    return page_path(item, view) if (request.endpoint or "").startswith("pages.") else None


def _links(path: str) -> Iterator[Discovery]:
    """Yield the links about the page at `path`: they say no more than the address and the format (oEmbed, 4)."""
    for form, media_type in MEDIA_TYPES.items():
        query = urlencode({"url": full_address(path), "format": form})
        yield Discovery(f"{media_type}+oembed", full_address(f"{url_for('oembed.show_oembed')}?{query}"))


def _files() -> Iterator[Discovery]:
    """Yield the same links where answers are files: a file server looks at no query."""
    item, view, at = item_of_request(), (request.view_args or {})["view"], request.args.get("at")
    for form, media_type in MEDIA_TYPES.items():
        path = url_for("oembed.show_oembed_file", view=view, item=item, form=form, at=at)
        yield Discovery(f"{media_type}+oembed", full_address(path))


def _advertise(response: Response) -> Response:
    if response.status_code == 200:
        for found in discovery_of_request():
            link(response, {"alternate": found.href}, type=found.type)
    return response
