"""Answers of the API: JSON as people can read it, lists with RFC 8288 links."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode

from flask import Response, current_app, request

from api.json_text import compact, encoded


def json_answer(data: Any) -> Response:
    """Answer with `data`."""
    return raw_answer(compact(data))


def raw_answer(text: str) -> Response:
    """Answer with JSON that is written already."""
    return current_app.response_class(encoded(text), mimetype="application/json")


def json_list_answer(items: Iterable[Any], total: int, limit: int, offset: int) -> Response:
    """Answer with a list of `items`, and links to the parts before and after."""
    return list_answer(map(compact, items), total, limit, offset)


def list_answer(fragments: Iterable[str], total: int, limit: int, offset: int, **beside: Any) -> Response:
    """Answer with a list of JSON fragments, what stands `beside` it, and links to the parts before and after."""
    more = "".join(f',"{name}":{compact(value)}' for name, value in beside.items())
    return linked_answer(
        encoded(f'{{"items":[{",".join(fragments)}],"total":{total}{more}}}'), total, limit, offset
    )


def linked_answer(body: bytes, total: int, limit: int, offset: int) -> Response:
    """Answer with a list as JSON that is encoded already, and links to the parts before and after."""
    response = current_app.response_class(body, mimetype="application/json")
    link(response, page_links(total, limit, offset))
    return response


def page_links(total: int, limit: int, offset: int) -> dict[str, str]:
    """Return the addresses of the other parts of a list, by RFC 8288 relation."""
    starts = part_starts(total, limit, offset)
    return {relation: _address(offset=start, limit=limit) for relation, start in starts.items()}


def part_starts(total: int, limit: int, offset: int) -> dict[str, int]:
    """Return the offsets of the other parts of a list, by RFC 8288 relation."""
    last = max(0, (total - 1) // limit * limit)
    parts = {"first": 0, "prev": max(0, min(offset, total) - limit), "next": offset + limit, "last": last}
    if offset <= 0:
        del parts["prev"]
    if offset + limit >= total:
        del parts["next"]
    return parts


def link(response: Response, links: dict[str, str], **parameters: str) -> None:
    """Add `links` to the response's ``Link`` header."""
    for relation, address in links.items():
        response.headers.add("Link", link_value(relation, address, **parameters))


def link_value(relation: str, address: str, **parameters: str) -> str:
    """Return a link as it stands in a ``Link`` header (RFC 8288)."""
    extra = "".join(f'; {name}="{value}"' for name, value in parameters.items())
    return f'<{address}>; rel="{relation}"{extra}'


def _address(**changes: int) -> str:
    query = {**request.args.to_dict(), **{name: str(value) for name, value in changes.items()}}
    return f"{request.path}?{urlencode(query)}"
