"""What became of a thing that is no more: something stands in its place, or it was withdrawn, or it never was."""

from __future__ import annotations

from typing import Any, NoReturn

from flask import abort, current_app, redirect, request, url_for

from api.editions.model import Item, ItemKind
from api.library import library
from api.problems import Problem, not_found, withdrawn
from translations import N_

KINDS = {
    ItemKind.ARTICLE: N_("article"),
    ItemKind.SECTION: N_("section"),
    ItemKind.FIGURE: N_("figure"),
    ItemKind.CHART: N_("chart"),
    ItemKind.TERM: N_("term"),
}


def replacement_of(item: Item) -> Item | None:
    """Return what stands in the place of an `item` that is no more, None where nothing does."""
    shelf = library()
    if item.kind is ItemKind.TERM:
        by_id = shelf.glossary.replacement(item.id)
        return Item(item.kind, by_id) if by_id else None
    return shelf.editions.successor(item)


def was_there(item: Item) -> bool:
    """Whether there was such an item, or it said something else."""
    shelf = library()
    if item.kind is ItemKind.TERM and shelf.history.was_withdrawn(item.id):
        return True
    return shelf.editions.has_any_of(item)


def gone(item: Item) -> Problem:
    """Return the problem that there is no such item any more (410), or never was (404)."""
    if was_there(item):
        return withdrawn(KINDS[item.kind], item.id)
    return not_found(KINDS[item.kind], item.steps[-1])


def lead_elsewhere(item: Item) -> NoReturn:
    """Lead to what stands in the place of `item`, at the same kind of address (308); a problem where nothing does."""
    by = replacement_of(item)
    if by is None:
        raise gone(item)
    parts: dict[str, Any] = {**request.args, **(request.view_args or {}), f"{item.kind}_id": by.steps[-1]}
    address = url_for(request.endpoint or "", **parts)
    abort(redirect(address, 308, Response=current_app.response_class))
