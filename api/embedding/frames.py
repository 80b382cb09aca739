"""Embed pages, ``/embed/{view}/{kind}/{id}``: complete without a script, storage, cookies, or an origin of their own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from flask import Response, current_app, render_template, request
from markupsafe import Markup
from marshmallow import EXCLUDE
from webargs.flaskparser import FlaskParser

from api.addresses import public_address
from api.answers import json_answer
from api.caching import FOREVER
from api.embedding.card import MOST_LINES, Card, CardFigure, card_of
from api.embedding.card_json import card_to_json
from api.embedding.editions import edition_at
from api.embedding.items import FORMS, Item, ItemKind, embed_path
from api.hash_source import hash_source
from api.negotiation import content_language
from api.pages.blueprint import PageQuerySchema, canonicalize
from api.pages.frame import Choice, choices_of
from api.pages.sentences import Line
from api.pages.view import View
from api.pages.words import in_one_line
from api.problems import Problem, body, title_of
from api.requests import StrictBlueprint, one_of, text
from api.wire import ProblemSchema

blueprint = StrictBlueprint("embedding", __name__, description="What other sites show")
blueprint.before_request(canonicalize)

THEMES = ("light", "dark")
_CARD = {"$ref": "#/components/schemas/Card"}

# What a frame in a page of another's may do: nothing but be read, be followed, and tell its height.
_SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"


class EditionQuerySchema(PageQuerySchema):
    """Which edition."""

    at = text("the revision to show", "5d1c0a9e77f2", longest=40)


class EmbedQuerySchema(EditionQuerySchema):
    """How an embed page is shown. Hosts add parameters of their own (Pym.js does), which say nothing to us."""

    class Meta(PageQuerySchema.Meta):
        unknown = EXCLUDE

    theme = one_of("light or dark, whatever the reader prefers", THEMES)


def described(description: str, media_type: str, body: Any, schema: Any) -> dict[str, Any]:
    """Return what the OpenAPI document says of a route: its parameters, and what `body` is answered."""
    return {
        "parameters": [{"in": "query", "schema": schema}],
        "responses": {"200": {"description": description, "content": {media_type: {"schema": body}}}},
    }


@dataclass(frozen=True, slots=True)
class EmbedPage:
    """embed.html; `first` sentences are shown, the `rest` opens, and `key_figures` stand out."""

    card: Card
    name: str
    title: str
    theme: str
    canonical: str
    json: str
    choices: tuple[Choice, ...]
    first: tuple[Line, ...]
    rest: tuple[Line, ...]
    key_figures: tuple[CardFigure, ...]
    style: str
    script: str


@dataclass(frozen=True, slots=True)
class ProblemFrame:
    """embed_problem.html"""

    lang: str
    title: str
    detail: str
    style: str
    script: str


@blueprint.route("/embed/<view:view>/<item:item>")
@blueprint.doc(**described("The card as a page", "text/html", {"type": "string"}, EmbedQuerySchema))
@blueprint.alt_response(404, schema=ProblemSchema)
@blueprint.alt_response(410, schema=ProblemSchema)
@blueprint.alt_response(422, schema=ProblemSchema)
def frame(view: View, item: Item) -> Response:
    """Show an item for a frame in a page of another's.

    It needs no script, no storage, no cookies and no origin. A problem is a page, too.
    """
    query = _query()
    at = query.get("at")
    card = card_of(edition_at(item, at), view, at)
    html = render_template("embed.html", frame=card, page=_page(card, query.get("theme", "")))
    response: Response = current_app.response_class(html, mimetype="text/html")
    response.headers["Content-Language"] = ", ".join(view.languages)
    response.headers.update(_headers())
    return pinned(response, at)


@blueprint.route("/embed/<view:view>/<item:item>.json")
@blueprint.doc(**described("The card", "application/json", _CARD, EmbedQuerySchema))
@blueprint.alt_response(404, schema=ProblemSchema)
@blueprint.alt_response(410, schema=ProblemSchema)
@blueprint.alt_response(422, schema=ProblemSchema)
def card_json(view: View, item: Item) -> Response:
    """Give the card as data: all that it says, and the addresses of what belongs to it."""
    at = _query().get("at")
    card = card_of(edition_at(item, at), view, at)
    response = json_answer(card_to_json(card))
    response.headers["Content-Language"] = ", ".join(view.languages)
    return pinned(response, at)


def pinned(response: Response, at: str | None) -> Response:
    """Let everybody keep for ever what is shown of the edition `at`; without one leave `response` as it is."""
    if at:
        response.headers["Cache-Control"] = FOREVER
    return response


def _query() -> dict[str, Any]:
    query: dict[str, Any] = FlaskParser(unknown=EXCLUDE).parse(EmbedQuerySchema, request, location="query")
    return query


def _page(card: Card, theme: str) -> EmbedPage:
    is_single = card.item.kind in (ItemKind.FIGURE, ItemKind.TERM, ItemKind.CHART)
    return EmbedPage(
        card=card,
        name=str(card.item).replace("/", "-"),
        title=in_one_line(card.title),
        theme=theme,
        canonical=public_address(card.href),
        json=embed_path(card.item, card.view, "json", card.at),
        choices=choices_of(card.view, lambda view: _address(card, view, theme)),
        first=card.lines[:MOST_LINES],
        rest=card.lines[MOST_LINES:],
        key_figures=() if is_single else card.key_figures,
        style=_file("frame.css"),
        script=_file("frame.js"),
    )


def is_frame(path: str) -> bool:
    """Whether an address is that of an embed page, and no file beside one."""
    return path.startswith("/embed/") and not path.endswith(tuple(f".{form}" for form in FORMS))


def problem_frame(problem: Problem) -> Response:
    """Return the page of `problem` for a frame: what went wrong, and where to go from there."""
    shown = ProblemFrame(
        content_language(), title_of(problem), body(problem)["detail"], _file("frame.css"), _file("frame.js")
    )
    html = render_template("embed_problem.html", frame=shown, page=shown)
    response: Response = current_app.response_class(html, status=problem.status, mimetype="text/html")
    response.headers.update(_headers())
    return response


def _address(card: Card, view: View, theme: str) -> str:
    return embed_path(card.item, view, at=card.at, theme=theme or None)


@cache
def _file(name: str) -> Markup:
    """Return what stands within the page; it is ours, and has nothing that would end its element."""
    return Markup(Path(__file__).with_name(name).read_text(encoding="utf-8"))  # noqa: S704 - our own file


@cache
def _headers() -> dict[str, str]:
    """Return what tells a browser that any site may frame this, and that nothing in it may do more than it has to."""
    policy = (
        f"default-src 'none'; style-src '{_hash('frame.css')}'; script-src '{_hash('frame.js')}'; img-src 'self' data:;"
        f" base-uri 'none'; form-action 'none'; frame-ancestors *; sandbox {_SANDBOX}"
    )
    return {
        "Content-Security-Policy": policy,
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Referrer-Policy": "no-referrer",
        "X-Robots-Tag": "noindex, indexifembedded",
    }


def _hash(name: str) -> str:
    return hash_source(_file(name).encode())
