"""The card image, ``/embed/{view}/{kind}/{id}.png``: what chat apps and search engines show of a link."""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import Any

from flask import Response, current_app, render_template, request

from api.drawing.card import HEIGHT, WIDTH, CardWords, card_sheet
from api.drawing.png import png
from api.drawing.style import CARD_STYLE
from api.embedding.card import Card, card_of
from api.embedding.editions import edition_at
from api.embedding.frames import EditionQuerySchema, blueprint, described, pinned
from api.embedding.image_words import card_words
from api.embedding.items import Item
from api.pages.view import View
from api.requests import Blueprint, one_of
from api.wire import ProblemSchema

# Of the picture and of thumbnails, in px; the first is that of og:image.
WIDTHS = (WIDTH, 600, 300)
# Pictures that are kept; the links of a conversation are followed at about the same time.
_KEPT = 64


class ImageQuerySchema(EditionQuerySchema):
    """How large, and which edition."""

    width = one_of("pixels across", [str(width) for width in WIDTHS], load_default=str(WIDTH))


@blueprint.route("/embed/<view:view>/<item:item>.png")
@blueprint.doc(**described("The picture", "image/png", {"type": "string"}, ImageQuerySchema))
@blueprint.alt_response(404, schema=ProblemSchema)
@blueprint.alt_response(410, schema=ProblemSchema)
@blueprint.alt_response(422, schema=ProblemSchema)
def card_png(view: View, item: Item) -> Response:
    """Give the card as a picture."""
    query: dict[str, Any] = Blueprint.ARGUMENTS_PARSER.parse(ImageQuerySchema, request, location="query")
    at = query.get("at")
    card = card_of(edition_at(item, at), view, at)
    response: Response = current_app.response_class(image(card, int(query["width"])), mimetype="image/png")
    response.headers["Content-Language"] = ", ".join(view.languages)
    return pinned(response, at)


def image(card: Card, width: int = WIDTH) -> bytes:
    """Return the picture of `card` as PNG, `width` px wide."""
    return _drawn(card_svg(card_words(card)), card.lang, width)


def image_size(width: int = WIDTH) -> tuple[int, int]:
    """Return width and height of the picture, in px; a part of a pixel is one."""
    return width, ceil(width * HEIGHT / WIDTH)


def card_svg(words: CardWords) -> str:
    """Return the card that says `words` as SVG."""
    return render_template("card.svg", sheet=card_sheet(words), style=CARD_STYLE)


@lru_cache(maxsize=_KEPT)
def _drawn(svg: str, lang: str, width: int) -> bytes:
    return png(svg, lang, width / WIDTH)
