"""What an embedded item says, now or at an earlier time; or the problem that it says nothing."""

from __future__ import annotations

import re

from flask import request

from api.addresses import full_address
from api.answers import link_value
from api.editions.json_form import revision_of
from api.editions.making import EditionMaker
from api.editions.model import Edition, Item
from api.embedding.items import embed_path, page_path
from api.library import library
from api.messages import message
from api.negotiation import content_language
from api.pages.view import View
from api.problems import Fault, Problem, shown
from api.requests import refuse
from api.successors import KINDS, gone, replacement_of, was_there
from translations import N_

__all__ = ["Edition", "current_edition", "edition_at", "revision_of"]

_REVISION = re.compile(r"[0-9a-f]{12}")


def current_edition(item: Item) -> Edition:
    """Return what `item` says now; the problem that there is none, or no more."""
    found = _now(item)
    if found is None:
        raise _missing(item)
    return found


def edition_at(item: Item, revision: str | None) -> Edition:
    """Return what `item` said in `revision`, whether it is there still or not; without one what it says now.

    Raises the problem that the revision is none (422), or that it is not known (404).
    """
    if revision is None:
        return current_edition(item)
    if not _REVISION.fullmatch(revision):
        told = N_("This is no revision. Write the 12 hex digits of one, as in 5d1c0a9e77f2, or leave it out.")
        raise refuse("at", revision, message(told))
    now = _now(item)
    if now and revision_of(now) == revision:
        return now
    kept = library().editions.edition(item, revision)
    if kept:
        return kept
    if now is None and not was_there(item):
        raise _missing(item)
    told = N_(
        "No such edition is kept here: the revision is of something else, or of an index that was made anew. Leave at out."
    )
    raise Problem(404, None, [Fault("query", "at", shown(revision), message(told))])


def _now(item: Item) -> Edition | None:
    shelf = library()
    return EditionMaker(shelf.summaries, shelf.glossary).edition(item)


def _missing(item: Item) -> Problem:
    by = replacement_of(item)
    return _replaced(item, by) if by else gone(item)


def _replaced(item: Item, by: Item) -> Problem:
    view = (request.view_args or {}).get("view") or View.of(content_language())
    told = message(
        N_("The {kind} {value} was withdrawn. In its place is {replacement}: {address}"),
        kind=message(KINDS[item.kind]),
        value=shown(item.id),
        replacement=shown(by.id),
        address=full_address(page_path(by, view)),
    )
    # RFC 5829, section 3.3
    return Problem(410, told, headers={"Link": link_value("successor-version", embed_path(by, view))})
