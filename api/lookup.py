"""``duizhao lookup``: the glossary at the prompt."""

from __future__ import annotations

import json
from collections.abc import Iterator

from api.folders import ContentFolders
from api.index import open_index
from api.settings import Settings
from api.terms_json import hit_json
from glossary import Concept, Glossary, Hit, HitPage, MatchMode, Term, TermQuery, concept_from_json
from translations import CONTENT_LANGUAGES, ReaderLocale

_LABEL_WIDTH = 9


def lookup_json(
    settings: Settings, text: str, match: str, limit: int, reader: ReaderLocale
) -> tuple[str, int]:
    """Return the hits as the API has them, and how many there are."""
    page = _search(settings, text, match, limit, reader)
    items = [json.loads(hit_json(hit)) for hit in page.hits]
    return json.dumps({"items": items, "total": page.total}, ensure_ascii=False, indent=2), page.total


def lookup_table(
    settings: Settings, text: str, match: str, limit: int, reader: ReaderLocale
) -> tuple[str, int]:
    """Return the hits for a person to read, and how many there are."""
    page = _search(settings, text, match, limit, reader)
    if not page.hits:
        return f"nothing found for {text!r}", 0
    blocks = ["\n".join(_block(hit, reader.content)) for hit in page.hits]
    if page.total > len(page.hits):
        blocks.append(f"{page.total - len(page.hits)} more; raise --limit to see them")
    return "\n\n".join(blocks), page.total


def _search(settings: Settings, text: str, match: str, limit: int, reader: ReaderLocale) -> HitPage:
    index = open_index(settings.index, ContentFolders.at(settings.content))
    try:
        return Glossary(index.query).search(
            TermQuery(text, MatchMode(match), limit=limit, reader=reader.content)
        )
    finally:
        index.close()


def _block(hit: Hit, language: str) -> Iterator[str]:
    concept = concept_from_json(json.loads(hit.fragment))
    yield f"{concept.id}  ({concept.subject_field})"
    if hit.match and hit.match.use:
        yield _line("!", f"{hit.match.term} is {hit.match.status}: use {hit.match.use}")
    for tag in CONTENT_LANGUAGES:
        yield _line(tag, "; ".join(_shown(term) for term in _ordered(concept, tag)))
    if concept.definition:
        yield _line("", concept.definition.nearest(language)[1])
    if concept.note:
        yield _line("note", concept.note.nearest(language)[1])


def _ordered(concept: Concept, tag: str) -> list[Term]:
    """The usable terms, then those to avoid."""
    return sorted(concept.terms_in(tag), key=lambda term: not term.status.usable)


def _shown(term: Term) -> str:
    if not term.status.usable:
        return f"not {term.term}"
    region = f" ({term.geographical_usage})" if term.geographical_usage else ""
    return term.term + (f" [{term.reading}]" if term.reading else "") + region


def _line(label: str, text: str) -> str:
    return f"  {label:<{_LABEL_WIDTH}}{text}"
