"""The two pages that only a site of files has: ``/``, where nobody negotiates, and the page of what is missing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from flask import Blueprint, Flask, Response, current_app, g, render_template

from api.pages.frame import problem_frame
from api.pages.offers import offered_views
from api.pages.view import View
from api.pages.words import Words
from translations import ENDONYMS, N_, catalog, resolve

blueprint = Blueprint("root_pages", __name__)

_LEAD = N_(
    "Summaries sentence by sentence, every term with its translation, every figure as your locale writes it."
)

_MISSING = N_("There is no page at this address.")


@dataclass(frozen=True, slots=True)
class Entrance:
    """A view to come in by: its languages, each by its own name, and what there is, said in the first."""

    view: View
    names: tuple[Words, ...]
    lead: Words


def register(app: Flask) -> None:
    """Let readers choose a language at ``/``, and have a page for addresses at which there is nothing."""
    app.register_blueprint(blueprint)
    app.view_functions["pages.negotiate"] = choose


def choose() -> Response:
    """Show the languages, each in its own words; a script goes on to the one that the reader's browser prefers."""
    g.reader = resolve(offered_views()[0].primary)
    return _page("choose.html", tuple(map(_entrance, offered_views())))


@blueprint.route("/404.html")
def missing() -> Response:
    """Show what GitHub Pages and others answer with where there is no file."""
    languages = dict.fromkeys(view.primary for view in offered_views())
    g.reader = resolve(offered_views()[0].primary)
    told = tuple(Words(tag, str(catalog(tag).gettext(_MISSING))) for tag in languages)
    return _page("missing.html", told)


def _entrance(view: View) -> Entrance:
    lead = str(catalog(view.primary).gettext(_LEAD))
    names = tuple(Words(tag, ENDONYMS[tag]) for tag in view.languages)
    return Entrance(view, names, Words(view.primary, lead))


def _page(template: str, page: object) -> Response:
    frame = replace(problem_frame(), view=offered_views()[0])
    html = render_template(template, frame=frame, page=page)
    response: Response = current_app.response_class(html, mimetype="text/html")
    return response
