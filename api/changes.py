"""``/api/v1/changes``: what became of the glossary since a reader last asked."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from flask import Response

from api import wire
from api.answers import list_answer
from api.index_file import Origin
from api.library import Library, library
from api.messages import message
from api.problems import Fault, Problem, shown
from api.requests import Blueprint, ListSchema, refuse, text
from glossary import TermQuery
from glossary.search.history import Change, History
from glossary.store.changes import ChangeKind
from translations import N_

blueprint = Blueprint("changes", __name__, url_prefix="/api/v1", description="What changed")

_CURSOR = re.compile(r"(?P<lineage>[0-9a-f]{8})-(?P<number>[1-9][0-9]{0,9})")


class ChangeQuerySchema(ListSchema):
    """Since when."""

    since = text(
        "the `revision` of an earlier answer, or a time (RFC 3339); without it every concept comes as added",
        "2026-11-22T08:00:00Z",
    )


@blueprint.route("/changes")
@blueprint.arguments(ChangeQuerySchema, location="query")
@blueprint.response(200, wire.ChangeListSchema)
@blueprint.alt_response(410, schema=wire.ProblemSchema)
def list_changes(query: dict[str, Any]) -> Response:
    """List what was added, changed, withdrawn or merged into another concept.

    Each concept comes once, by what became of it all in all; a withdrawn one is a tombstone, `concept` is null.
    Ask the next time with `since` set to the `revision` of this answer. A revision of an index that is no more, for it
    was deleted and made anew, is a 410: ask without `since`.
    """
    shelf = library()
    origin = shelf.index.origin
    after = _after(query.get("since"), origin, shelf.history)
    limit, offset = query["limit"], query["offset"]
    beside = {"revision": _cursor(origin)}
    if after is None:
        page = shelf.glossary.search(TermQuery("", limit=limit, offset=offset))
        fragments = (_added(hit.fragment, origin.begun) for hit in page.hits)
        return list_answer(fragments, page.total, limit, offset, **beside)
    found = shelf.history.changes(after, limit, offset)
    return list_answer(_told(found, shelf), shelf.history.count(after), limit, offset, **beside)


def _after(since: str | None, origin: Origin, history: History) -> int | None:
    """Return the revision that the reader has, None for none."""
    if since is None:
        return None
    cursor = _CURSOR.fullmatch(since)
    if cursor:
        if cursor["lineage"] != origin.lineage or int(cursor["number"]) > origin.number:
            told = N_("This index has no such revision; it was made anew. Ask for everything, without since.")
            raise Problem(410, None, [Fault("query", "since", shown(since), message(told))])
        return int(cursor["number"])
    time = _time(since)
    if time is None:
        told = N_(
            "This is neither a revision nor a time. Write the revision of an answer, or 2026-11-22T08:00:00Z."
        )
        raise refuse("since", since, message(told))
    return None if time < origin.begun else history.revision_at(time)


def _time(since: str) -> str | None:
    try:
        time = datetime.fromisoformat(since)
    except ValueError:
        return None
    time = time if time.tzinfo else time.replace(tzinfo=UTC)
    try:
        return time.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except OverflowError:
        return None


def _cursor(origin: Origin) -> str:
    return f"{origin.lineage}-{origin.number}"


def _told(found: tuple[Change, ...], shelf: Library) -> Iterator[str]:
    for change in found:
        gone = change.kind in (ChangeKind.WITHDRAWN, ChangeKind.MERGED)
        fragment = None if gone else shelf.glossary.concept(change.id)
        yield _item(change.id, change.kind, change.at, change.by, fragment)


def _added(fragment: str, at: str) -> str:
    return _item(json.loads(fragment)["id"], ChangeKind.ADDED, at, None, fragment)


def _item(id_: str, kind: ChangeKind, at: str, by: str | None, fragment: str | None) -> str:
    head = json.dumps({"id": id_, "change": kind.value, "at": at, "replaced_by": by}, ensure_ascii=False)
    return f'{head[:-1]}, "concept": {fragment or "null"}}}'
