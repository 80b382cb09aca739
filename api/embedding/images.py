"""The card image, ``/embed/{view}/{kind}/{id}.png``."""

from __future__ import annotations

from flask import Response, abort

from api.embedding.card import Card
from api.embedding.frames import blueprint
from api.embedding.items import Item
from api.pages.view import View


@blueprint.route("/embed/<view:view>/<item:item>.png")
def card_png(view: View, item: Item) -> Response:
    """Give the card as a picture."""
    abort(404)


def image_alt(card: Card) -> str:
    """Return the alternative text of the picture of `card`."""
    return ""
