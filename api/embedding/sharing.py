"""What the page of an item says of how it can be embedded; the layout asks for it."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from api.embedding.card import Card, card_of
from api.embedding.editions import current_edition
from api.embedding.items import item_of_request
from api.embedding.linked_data import linked_data, script
from api.embedding.open_graph import Meta, metas
from api.embedding.snippets import Snippet, snippets
from api.pages.view import View


@dataclass(frozen=True, slots=True)
class Shared:
    """What stands in the head of a page, and in its copy box."""

    card: Card
    snippets: tuple[Snippet, ...]
    metas: tuple[Meta, ...]
    data_blocks: tuple[Markup, ...]


def shared(view: View) -> Shared | None:
    """Return what the page that is being answered offers to other sites; None where it shows no item."""
    item = item_of_request()
    if item is None:
        return None
    card = card_of(current_edition(item), view)
    return Shared(card, snippets(card), metas(card), tuple(map(script, linked_data(card))))
