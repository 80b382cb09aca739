"""``/oembed``: what to embed for an address, for whoever it was pasted to (https://oembed.com)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from flask import Response, current_app, url_for
from markupsafe import Markup
from marshmallow import EXCLUDE, fields

from api import wire
from api.addresses import full_address
from api.answers import json_answer
from api.embedding.card import Card, card_of
from api.embedding.card_json import alternates, by_language, figures_to_json
from api.embedding.editions import Edition, edition_at
from api.embedding.frames import EditionQuerySchema
from api.embedding.images import WIDTHS, image_size
from api.embedding.items import CARD_PICTURE, CHART_FILE, Item, embed_path
from api.embedding.oembed_xml import oembed_xml
from api.embedding.pasted import Pasted, Shape, pasted
from api.embedding.sizes import Size, frame_size
from api.embedding.snippets import title_of
from api.pages.blueprint import PageQuerySchema, canonicalize
from api.pages.chart_files import png_size
from api.pages.offers import home_view
from api.pages.view import View
from api.problems import Fault, Problem, shown
from api.requests import TolerantBlueprint, not_one_of, refuse_repeated, text, whole_number

CACHE_AGE = 3600  # seconds
JSON, XML = "json", "xml"
FORMATS = (JSON, XML)
MEDIA_TYPES = {JSON: "application/json", XML: "text/xml"}

_LARGEST = 2**31 - 1
_LONGEST_URL = 2000
_LONGEST_TITLE = 200  # in `html`, of which Discourse takes 4000 bytes at most

_ANSWERS = {
    "200": {
        "description": "What to embed",
        "content": {
            MEDIA_TYPES[JSON]: {"schema": {"$ref": "#/components/schemas/Oembed"}},
            MEDIA_TYPES[XML]: {"schema": {"type": "string"}},
        },
    }
}

blueprint = TolerantBlueprint("oembed", __name__, description="What other sites embed")
blueprint.before_request(canonicalize)


class SizeQuerySchema(PageQuerySchema):
    """The room that there is."""

    class Meta(PageQuerySchema.Meta):
        unknown = EXCLUDE

    maxwidth = whole_number(
        "the most pixels of CSS that the card, the picture or the thumbnail may be wide", 600, 1, _LARGEST
    )
    maxheight = whole_number("the most pixels that they may be high", 400, 1, _LARGEST)


class FileQuerySchema(SizeQuerySchema, EditionQuerySchema):
    """The room, and the edition, which the address does not say."""


class OembedQuerySchema(SizeQuerySchema):
    """What was pasted, and where."""

    url = text(
        "full address of the page of an article, a section, a figure, a chart or a term, of an embed page, or of a picture"
        " (.png) of one",
        "http://localhost/zh-Hans+en/articles/softbank-ai/sections/s2",
        longest=_LONGEST_URL,
        required=True,
    )
    # One that is unknown is a 501, not a 400.
    format = fields.String(
        load_default=JSON, metadata={"description": "how the answer is written", "enum": [*FORMATS]}
    )


@dataclass(frozen=True, slots=True)
class Room:
    """The room that a consumer has; None where it did not say."""

    width: int | None
    height: int | None

    def holds(self, size: Size) -> bool:
        """Whether a picture of `size` fits."""
        return size.width <= (self.width or size.width) and size.height <= (self.height or size.height)


@blueprint.before_request
def _once_each() -> None:
    refuse_repeated(OembedQuerySchema().fields, 400)


@blueprint.route("/oembed")
@blueprint.arguments(OembedQuerySchema, location="query")
@blueprint.doc(responses=_ANSWERS)
@blueprint.alt_response(404, schema=wire.ProblemSchema)
@blueprint.alt_response(410, schema=wire.ProblemSchema)
@blueprint.alt_response(501, schema=wire.ProblemSchema)
def show_oembed(query: dict[str, Any]) -> Response:
    """Say what to embed for an address (oEmbed 1.0).

    `html` is a quotation and a frame, without a script; beside the keys of the specification there are our own: what the
    card says as text, its figures, and the addresses of its other languages. Parameters that are not known here are
    ignored. Nothing here is private, so that there is never a 401.
    """
    form = query["format"]
    if form not in FORMATS:
        raise Problem(501, None, [Fault("query", "format", shown(form), not_one_of(FORMATS))])
    found = pasted(query["url"])
    return _answer(found, form, _room(query))


@blueprint.route(f"/oembed/<view:view>/<item:item>.<any({', '.join(FORMATS)}):form>")
@blueprint.arguments(FileQuerySchema, location="query")
@blueprint.doc(responses=_ANSWERS)
@blueprint.alt_response(404, schema=wire.ProblemSchema)
@blueprint.alt_response(410, schema=wire.ProblemSchema)
def show_oembed_file(query: dict[str, Any], view: View, item: Item, form: str) -> Response:
    """Say what to embed for an item in one view, at an address without parameters, which a file can have."""
    return _answer(Pasted(item, view, Shape.CARD, query.get("at")), form, _room(query))


def _room(query: Mapping[str, Any]) -> Room:
    return Room(query.get("maxwidth"), query.get("maxheight"))


def _answer(found: Pasted, form: str, room: Room) -> Response:
    card = card_of(_edition(found), found.view, found.at)
    told = oembed(card, found, room)
    if form == XML:
        response: Response = current_app.response_class(oembed_xml(told), mimetype=MEDIA_TYPES[XML])
    else:
        response = json_answer(told)
    response.headers["Content-Language"] = ", ".join(found.view.languages)
    response.headers["Cache-Control"] = f"public, max-age={CACHE_AGE}, stale-while-revalidate=86400"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _edition(found: Pasted) -> Edition:
    try:
        return edition_at(found.item, found.at)
    except Problem as problem:
        # oEmbed knows no 422.
        raise replace(problem, status=400) if problem.status == 422 else problem from None


def oembed(card: Card, found: Pasted, room: Room) -> dict[str, Any]:
    """Return the answer about `card`; a picture for which there is no room is a link."""
    told = _rich(card, found, room) if found.shape is Shape.CARD else _photo(card, found, room)
    return {
        "type": told.pop("type"),
        "version": "1.0",
        "title": title_of(card),
        "author_name": "Duizhao",
        "author_url": full_address(url_for("pages.home", view=home_view(card.view))),
        "provider_name": "Duizhao",
        "provider_url": full_address(url_for("pages.negotiate")),
        "cache_age": CACHE_AGE,
        **_thumbnail(card, room),
        **told,
        "lang": card.lang,
        "languages": list(card.view.languages),
        "alternates": alternates(card),
        "text": by_language(card.text),
        "figures": figures_to_json(card),
    }


def _rich(card: Card, found: Pasted, room: Room) -> dict[str, Any]:
    size = frame_size(card, room.width, room.height)
    frame = full_address(embed_path(card.item, card.view, at=card.at, theme=found.theme))
    html = embed_html(full_address(card.href), frame, title_of(card), size)
    return {"type": "rich", "html": html, "width": size.width, "height": size.height}


def embed_html(page: str, frame: str, title: str, size: Size) -> str:
    """Return what to paste: as bare as WordPress needs it to keep it, and as short as Discourse does."""
    name = title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1]}…"
    return str(
        Markup(
            '<blockquote><a href="{page}">{name}</a></blockquote>'
            '<iframe src="{frame}" width="{size.width}" height="{size.height}" title="{name}" frameborder="0"></iframe>'
        ).format(page=page, frame=frame, name=name, size=size)
    )


def _photo(card: Card, found: Pasted, room: Room) -> dict[str, Any]:
    for url, size in _pictures(card, found):
        if room.holds(size):
            return {"type": "photo", "url": full_address(url), "width": size.width, "height": size.height}
    return {"type": "link"}


def _pictures(card: Card, found: Pasted) -> Iterator[tuple[str, Size]]:
    """Yield path and size of each picture that shows what was pasted, the best first."""
    if found.shape is Shape.CHART_PICTURE and card.article and card.chart:
        article_id, chart_id = card.item.steps
        size = Size(*png_size(card.article, card.chart.chart, card.lang))
        here: dict[str, Any] = {"article_id": article_id, "chart_id": chart_id, "form": "png"}
        yield url_for(CHART_FILE, view=card.lang, **here), size
    yield from _card_pictures(card)


def _card_pictures(card: Card) -> Iterator[tuple[str, Size]]:
    for width in WIDTHS:
        smaller = width if width < WIDTHS[0] else None
        url = url_for(CARD_PICTURE, view=card.view, item=card.item, at=card.at, width=smaller)
        yield url, Size(*image_size(width))


def _thumbnail(card: Card, room: Room) -> dict[str, Any]:
    for url, size in _card_pictures(card):
        if room.holds(size):
            return {
                "thumbnail_url": full_address(url),
                "thumbnail_width": size.width,
                "thumbnail_height": size.height,
            }
    return {}
