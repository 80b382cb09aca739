"""``/api/v1/suggest``: completion as one types, in the form of OpenSearch Suggestions 1.1."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Any

from flask import Response, current_app, url_for

from api import wire
from api.addresses import public_address
from api.json_text import compact, encoded
from api.library import library
from api.messages import message
from api.negotiation import content_language, reader, words
from api.pages.words import label
from api.requests import Blueprint, QuerySchema, one_of, text, whole_number
from glossary import (
    Concept,
    Hit,
    Match,
    Status,
    Term,
    TermFilter,
    TermQuery,
    concept_from_fragment,
    search_key,
)
from glossary.keys.pinyin import pinyin_key
from translations import CONTENT_LANGUAGES, N_

MEDIA_TYPE = "application/x-suggestions+json"
_MOST = 20

# The descriptions are in a content language, which is not every locale.
blueprint = Blueprint(
    "suggestions", __name__, url_prefix="/api/v1", description="Completion", language=content_language
)


class SuggestQuerySchema(QuerySchema):
    """What has been typed."""

    q = text("what has been typed so far; nothing is suggested without it", "数据", load_default="")
    lang = one_of("only terms in this language", CONTENT_LANGUAGES)
    limit = whole_number("suggestions at most", 10, 1, _MOST, load_default=10)


@dataclass(frozen=True, slots=True)
class _Suggestion:
    completion: str
    description: str
    url: str


@blueprint.route("/suggest")
@blueprint.arguments(SuggestQuerySchema, location="query")
@blueprint.response(200, wire.SUGGESTIONS, content_type=MEDIA_TYPE)
def suggest_terms(query: dict[str, Any]) -> Response:
    """Complete what is being typed.

    OpenSearch Suggestions: what was typed, the terms it may become, what each means in the reader's language, and
    the address of its page. The terms are such as may be used, in the script that is typed; pinyin and its initials
    become Chinese. The addresses are full where DUIZHAO_PUBLIC_URL says what they begin with, paths elsewhere.
    """
    typed = query["q"]
    found = list(_suggestions(typed, query.get("lang"), query["limit"]))
    columns = [[s.completion for s in found], [s.description for s in found], [s.url for s in found]]
    body = compact([typed, *columns])
    return current_app.response_class(encoded(body), mimetype=MEDIA_TYPE)


def _suggestions(typed: str, lang: str | None, limit: int) -> Iterator[_Suggestion]:
    """Yield each completion once; two concepts may have a term in common."""
    if not typed.strip():
        return
    # Some hits come to the same completion; twice as many are enough to fill the list but in odd cases.
    wanted = TermQuery(typed, only=TermFilter(lang=lang), limit=2 * limit, reader=reader().content)
    seen: set[str] = set()
    for hit in library().glossary.search(wanted).hits:
        found = _suggestion(typed, lang, hit)
        if found and found.completion not in seen:
            seen.add(found.completion)
            yield found
        if len(seen) == limit:
            return


def _suggestion(typed: str, lang: str | None, hit: Hit) -> _Suggestion | None:
    concept = concept_from_fragment(hit.fragment)
    term = _completion(typed, lang, concept, hit.match) if hit.match else None
    if term is None:
        return None
    page = url_for("pages.term", view=content_language(), term_id=concept.id)
    return _Suggestion(term.term, _description(concept, term, hit.match), public_address(page))


def _completion(typed: str, lang: str | None, concept: Concept, match: Match) -> Term | None:
    """Return the usable term that `typed` becomes: as typed to the letter, else the one that was found or is to be used."""
    usable = [term for term in concept.terms if term.status.usable and lang in (None, term.lang)]
    key, letters = search_key(typed), typed.strip().casefold()
    return min(
        usable,
        key=lambda term: (
            not term.term.casefold().startswith(letters),
            not search_key(term.term).startswith(key),
            _left_to_read(term, key) if match.use else 0,
            term.term not in (match.use or match.term, match.term),
            term.lang != match.lang,
            term.lang != reader().content,
            term.status is not Status.PREFERRED,
        ),
        default=None,
    )


def _left_to_read(term: Term, key: str) -> float:
    """How many letters its pinyin goes on behind `key`: Ruanyin is no name of SoftBank, and the way to type 软银."""
    reading = pinyin_key(term.reading or "")
    return len(reading) - len(key) if reading.startswith(key) else inf


def _description(concept: Concept, term: Term, match: Match | None) -> str:
    """Say what the completion means: its translation, its status where it is not preferred, what it replaces."""
    notes = [translation.term] if (translation := _translation(concept, term)) else []
    if term.status is not Status.PREFERRED:
        notes.append(label(term.status))
    if match and match.use and match.term != term.term:
        notes.append(message(N_("not {term}"), term=match.term).told(words()))
    return " · ".join(notes)


def _translation(concept: Concept, term: Term) -> Term | None:
    """The preferred term in the reader's language; where `term` is in that itself, in the other language."""
    chinese = term.lang.startswith("zh")
    own = reader().content
    order = (own, "zh-Hans", "zh-Hant") if not chinese else (own, "en")
    other = [tag for tag in order if tag.startswith("zh") is not chinese]
    return next((found for tag in other if (found := concept.preferred(tag))), None)
