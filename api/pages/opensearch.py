"""The description by which a browser's address bar searches the glossary (OpenSearch 1.1, draft 6).

https://github.com/dewitt/opensearch/blob/master/opensearch-1-1-draft-6.md
"""

from __future__ import annotations

from flask import Response, current_app, render_template, url_for

from api.addresses import full_address
from api.pages.blueprint import file
from api.pages.view import View

MEDIA_TYPE = "application/opensearchdescription+xml"


@file("/opensearch.xml")
def opensearch(view: View) -> Response:
    """Describe the search and the completion of the glossary in the first language of `view`."""
    suggestions = full_address(url_for("suggestions.suggest_terms", locale=view.primary))
    text = render_template(
        "opensearch.xml",
        view=view,
        here=full_address(url_for("pages.opensearch", view=view)),
        results=full_address(url_for("pages.terms", view=view)),
        suggestions=suggestions,
        icon=full_address(url_for("static", filename="icon.svg")),
    )
    response = current_app.response_class(text, mimetype=MEDIA_TYPE)
    response.headers["Content-Language"] = view.primary
    return response
