"""Where the search for addresses begins: what no page names, or only some."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

from flask import url_for
from werkzeug.routing import Rule

from api.embedding.script import versions
from api.freezing.site import Named, StaticSite
from api.library import library
from api.pages.offers import offered_views

# What answers a question, tells how the service is, or tells what can be asked.
_TAKES_A_SERVER = (
    "docs.show_docs",
    "figures.format_quantity",
    "oembed.",
    "operations.",
    "pages.opensearch",
    "reconciliation.",
    "suggestions.",
)
_API = "/api/"
# It is in no language but its own.
_DOCUMENT = "/openapi.json"


def seeds(app: StaticSite, public_url: str) -> frozenset[Named]:
    """Return everything that has no id, or none but an article's, in every view, and what the pages load."""
    with app.test_request_context("/", base_url=public_url):
        for rule in app.url_map.iter_rules():
            if "GET" in (rule.methods or ()) and not rule.endpoint.startswith(_TAKES_A_SERVER):
                for values in _values(rule):
                    url_for(rule.endpoint, **values)
        folder = Path(app.root_path, "static")
        for path in folder.rglob("*"):
            if path.is_file():
                url_for("static", filename=path.relative_to(folder).as_posix())
    return app.named()


def _values(rule: Rule) -> Iterator[dict[str, Any]]:
    """Yield what can be put into `rule`; nothing where it takes ids that only pages know."""
    known: dict[str, tuple[Any, ...]] = {
        "view": offered_views(),
        "version": tuple(versions()),  # of the script: hosts that pinned an older one go on as they were
        "article_id": tuple(article.id for article in library().summaries.articles().items),
    }
    if not rule.arguments <= known.keys():
        return
    if rule.rule.startswith(_API) and not rule.rule.endswith(_DOCUMENT):
        known["locale"] = (None, *dict.fromkeys(view.primary for view in offered_views()))
    names = [name for name in known if name in rule.arguments or name == "locale"]
    for chosen in product(*(known[name] for name in names)):
        yield dict(zip(names, chosen, strict=True))
