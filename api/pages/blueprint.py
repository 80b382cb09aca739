"""The blueprint of the pages: how one is declared, answered and secured."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from flask import Blueprint, Flask, Response, current_app, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from jinja2 import Environment
from marshmallow import Schema, pre_load
from werkzeug.wrappers import Response as AnyResponse

from api import requests
from api.negotiation import preferred_tags, words
from api.pages.additions import without_additions
from api.pages.frame import frame_of, sign
from api.pages.view import UnknownView, View, teach
from api.pages.words import code, isolated, label, language_of, mark, marked
from api.requests import QuerySchema
from translations import ENDONYMS, negotiate_content, resolve

pages = Blueprint("pages", __name__)

# Scripts and styles are files of ours, nothing is from elsewhere (https://www.w3.org/TR/CSP3/).
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}

# Tells the script that keeps the reader's choice (static/js/choice.js) that the address named a language: without it
# it could not tell this redirect from that of ``/``. Every browser takes #top for the top of any page.
_NAMED = "#top"

# The first steps of addresses of what is embedded.
_EMBEDDED = ("embed", "oembed")

Context = TypeVar("Context")


class PageQuerySchema(QuerySchema):
    """Parameters of a page: the address names its language; a field that a form sends blank is not there."""

    class Meta:
        exclude = ("locale",)

    @pre_load
    def drop_blanks(self, data: Any, **kwargs: Any) -> dict[str, Any]:
        """Leave out the fields of a form that nobody filled in."""
        return {name: value for name, value in data.items() if value != "" or name not in self.fields}


def page(
    rule: str, template: str, schema: type[Schema] = PageQuerySchema
) -> Callable[[Callable[..., Context]], Callable[..., Context]]:
    """Declare a page at ``/{view}`` + `rule`: the function takes view, query and ids, and returns the context."""

    def declare(make: Callable[..., Context]) -> Callable[..., Context]:
        @wraps(make)
        def show(view: View, **ids: str) -> Response:
            query = requests.Blueprint.ARGUMENTS_PARSER.parse(schema, request, location="query")
            return _answer(template, view, make(view, query, **ids))

        pages.add_url_rule(f"/<view:view>{rule}", make.__name__, show)
        return make

    return declare


def file(rule: str) -> Callable[[Callable[..., Response]], Callable[..., Response]]:
    """Declare what is no page at ``/{view}`` + `rule`: the function takes view and ids, and there are no parameters."""

    def declare(make: Callable[..., Response]) -> Callable[..., Response]:
        @wraps(make)
        def give(view: View, **ids: str) -> Response:
            requests.Blueprint.ARGUMENTS_PARSER.parse(PageQuerySchema, request, location="query")
            return make(view, **ids)

        pages.add_url_rule(f"/<view:view>{rule}", make.__name__, give)
        return make

    return declare


def _answer(template: str, view: View, context: object) -> Response:
    html = render_template(template, frame=frame_of(view), page=context)
    response = current_app.response_class(html, mimetype="text/html")
    response.headers["Content-Language"] = ", ".join(view.languages)
    return response


@pages.route("/")
def negotiate() -> AnyResponse:
    """Send the reader to the home page in the preferred language; the only page that negotiates."""
    language = negotiate_content(preferred_tags())
    g.reader, g.negotiated = resolve(language), True
    return redirect(url_for("pages.home", view=language))


@pages.record_once
def _prepare(state: Any) -> None:
    app: Flask = state.app
    teach(app.url_map)
    _furnish(app.jinja_env)


def _furnish(templates: Environment) -> None:
    templates.add_extension("jinja2.ext.i18n")
    install: Any = templates.install_gettext_callables  # type: ignore[attr-defined]
    install(
        lambda message: words().gettext(message),
        lambda one, many, n: words().ngettext(one, many, n),
        newstyle=True,
    )
    templates.filters.update(
        code=code,
        endonym=ENDONYMS.__getitem__,
        isolated=isolated,
        label=label,
        language_of=language_of,
        mark=mark,
        marked=marked,
        sign=sign,
    )
    templates.trim_blocks = templates.lstrip_blocks = True


@pages.app_url_value_preprocessor
def _settle_reader(_endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let the address decide the language of the answer, be it an error; Flask calls this before all else."""
    try:
        view = View.parse(_named_view())
    except UnknownView:
        return
    g.reader = resolve(view.primary)


def _named_view() -> str:
    """Return the step of the address that names the view; it is the second where things are embedded."""
    steps = request.path.split("/")
    return steps[2] if steps[1] in _EMBEDDED and len(steps) > 2 else steps[1]


@pages.before_request
def canonicalize() -> ResponseReturnValue | None:
    """Redirect ``/zh-TW/…`` to ``/zh-Hant/…``."""
    asked = _named_view()
    view = (request.view_args or {}).get("view")
    if view is None or str(view) == asked:
        return None
    address = url_for(request.endpoint or "", **(request.view_args or {}))
    query = request.query_string.decode("ascii", "replace")
    address = f"{address}?{query}" if query else address
    if request.endpoint == "pages.home":
        address += _NAMED
    return redirect(address, 308)


@pages.before_request
def _drop_additions() -> ResponseReturnValue | None:
    """Redirect ``…?fbclid=…`` to ``…``: a page that was shared is no error, and has one address."""
    query = request.query_string.decode("ascii", "replace")
    own = without_additions(query)
    if own == query:
        return None
    path = url_for(request.endpoint or "", **(request.view_args or {}))
    return redirect(f"{path}?{own}" if own else path, 308)


@pages.after_app_request
def _secure(response: Response) -> Response:
    if response.mimetype == "text/html":
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)  # what is there to be framed says so itself
    return response
