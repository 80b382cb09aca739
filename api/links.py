"""The same thing as a page and as JSON: the address of the one from the other, for both to advertise."""

from __future__ import annotations

from typing import Any

from flask import Flask, Response, request, url_for

from api.answers import link
from translations import CONTENT_LANGUAGES

# Endpoint of the page → endpoint of the API; both take the same ids and the same query.
_TWINS = {
    "pages.home": "articles.list_articles",
    "pages.article": "articles.show_article",
    "pages.section": "articles.show_section",
    "pages.figures": "figures.list_figures",
    "pages.figure": "figures.show_figure",
    "pages.terms": "terms.search_terms",
    "pages.term": "terms.show_term",
    "pages.exports": "exports.list_exports",
}
# A chart is no noun of the API: its JSON is one of its files, at an address that has the language.
_CHART, _CHART_FILE, _JSON = "pages.chart", "pages.chart_file", "json"
_PAGES = {api: page for page, api in _TWINS.items()}

# Parameters that are about how a page shows things: `locale` is added where it is meant, the rest are unknown to the API.
_FOR_EYES = frozenset(("locale", "show", "currency", "sort", "order", "text"))


def register(app: Flask) -> None:
    """Advertise the twin in the ``Link`` header of every answer that has one; a file has no header."""
    if not app.config["DUIZHAO_STATIC"]:
        app.after_request(_advertise)


def json_twin(language: str) -> str | None:
    """Return the address of what this page shows, as JSON for a reader of `language`; None when there is none."""
    if request.endpoint == _CHART:
        return url_for(_CHART_FILE, view=language, form=_JSON, **_ids())
    endpoint = _TWINS.get(request.endpoint or "")
    locale = request.args.get("locale") or language
    return url_for(endpoint, **_ids(), **_query(), locale=locale) if endpoint else None


def page_twin(language: str) -> str | None:
    """Return the address of what this answer says, as a page in `language`; None when there is none."""
    ids = _ids()
    if request.endpoint == _CHART_FILE and ids["form"] == _JSON:
        return url_for(_CHART, view=language, article_id=ids["article_id"], chart_id=ids["chart_id"])
    endpoint = _PAGES.get(request.endpoint or "")
    return url_for(endpoint, view=language, **ids, **_query()) if endpoint else None


def _advertise(response: Response) -> Response:
    if response.status_code != 200:
        return response
    pages = {language: page for language in CONTENT_LANGUAGES if (page := page_twin(language))}
    for language, page in pages.items():
        link(response, {"alternate": page}, type="text/html", hreflang=language)
    if not pages and "view" in (request.view_args or {}):
        twin = json_twin((request.view_args or {})["view"].primary)
        if twin:
            link(response, {"alternate": twin}, type="application/json")
    return response


def _ids() -> dict[str, Any]:
    return {name: str(value) for name, value in (request.view_args or {}).items() if name != "view"}


def _query() -> dict[str, Any]:
    return {name: value for name, value in request.args.items() if value and name not in _FOR_EYES}
