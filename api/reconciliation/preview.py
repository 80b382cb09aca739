"""The preview: one concept at a glance, in a frame on somebody else's page."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Response, current_app, render_template

from api.pages.view import View
from api.pages.words import Texts, Words, texts_there_are
from api.reconciliation.entities import Entities
from api.reconciliation.manifest import PREVIEW
from glossary import Concept, Term
from translations import CONTENT_LANGUAGES

# As the pages have it (api.pages.blueprint), but for the frame: it is there to be framed.
_POLICY = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *"


@dataclass(frozen=True, slots=True)
class Line:
    """The preferred term in a language with its reading, and what else may be used."""

    lang: str
    term: str
    reading: str | None
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """preview.html"""

    lang: str
    name: Words
    lines: tuple[Line, ...]
    definition: Texts
    field: str
    width: int
    height: int


def preview(concept: Concept, entities: Entities) -> Response:
    """Answer with the preview of `concept`, a page by itself with no script and no link."""
    view = View.of(entities.language)
    page = PreviewPage(
        lang=entities.language,
        name=_name(concept, entities),
        lines=tuple(_line(concept, first) for tag in CONTENT_LANGUAGES if (first := concept.preferred(tag))),
        definition=texts_there_are(concept.definition, view),
        field=entities.titles.get(concept.subject_field, concept.subject_field),
        **PREVIEW,
    )
    html = render_template("preview.html", page=page)
    response = current_app.response_class(html, mimetype="text/html")
    response.headers["Content-Language"] = entities.language
    response.headers["Content-Security-Policy"] = _POLICY
    return response


def _name(concept: Concept, entities: Entities) -> Words:
    """The name and its language; the reader's own where a term is the same in several."""
    name = entities.name(concept)
    languages = [term.lang for term in concept.terms if term.term == name]
    own = entities.language
    return Words(own if own in languages or not languages else languages[0], name)


def _line(concept: Concept, first: Term) -> Line:
    others = (t.term for t in concept.terms_in(first.lang) if t.status.usable and t is not first)
    return Line(first.lang, first.term, first.reading, tuple(others))
