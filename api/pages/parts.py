"""Links to the other parts of a list that a page shows."""

from __future__ import annotations

from typing import Any

from flask import request, url_for

from api.answers import part_starts


def part_links(total: int, limit: int, offset: int) -> dict[str, str]:
    """Return the addresses of the other parts, by RFC 8288 relation."""
    return {relation: _part(start) for relation, start in part_starts(total, limit, offset).items()}


def _part(offset: int) -> str:
    query: dict[str, Any] = {n: value for n, value in request.args.items() if value and n != "offset"}
    ids = request.view_args or {}
    return url_for(request.endpoint or "", **{**ids, **query, **({"offset": offset} if offset else {})})
