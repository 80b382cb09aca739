"""SKOS as JSON-LD, with SKOS-XL for what SKOS has no room for: the status of a term."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from glossary.interchange.language_tags import TaggedLanguage
from glossary.interchange.tbx_terms import READING_LANGUAGE
from glossary.interchange.writing.characters import encodable, json_text
from glossary.interchange.writing.model import Content
from glossary.interchange.writing.selection import best_first
from glossary.model import Concept, PartOfSpeech, Status, SubjectField, Term
from translations import PartialText

_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`\ud800-\udfff]+")

_CONTEXT = {
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "skosxl": "http://www.w3.org/2008/05/skos-xl#",
    "dct": "http://purl.org/dc/terms/",
    "lexinfo": "http://www.lexinfo.net/ontology/3.0/lexinfo#",
    "id": "@id",
    "type": "@type",
    "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
    "altLabel": {"@id": "skos:altLabel", "@container": "@language"},
    "hiddenLabel": {"@id": "skos:hiddenLabel", "@container": "@language"},
    "definition": {"@id": "skos:definition", "@container": "@language"},
    "note": {"@id": "skos:note", "@container": "@language"},
    "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
    "related": {"@id": "skos:related", "@type": "@id"},
    "exactMatch": {"@id": "skos:exactMatch", "@type": "@id"},
    "subject": {"@id": "dct:subject", "@type": "@id"},
    "replaces": {"@id": "dct:replaces", "@type": "@id"},
    "xlPrefLabel": "skosxl:prefLabel",
    "xlAltLabel": "skosxl:altLabel",
    "xlHiddenLabel": "skosxl:hiddenLabel",
    "literalForm": {"@id": "skosxl:literalForm"},
    "status": {"@id": "lexinfo:normativeAuthorization", "@type": "@id"},
    "partOfSpeech": {"@id": "lexinfo:partOfSpeech", "@type": "@id"},
    "reading": {"@id": "lexinfo:romanization"},
    "source": "dct:source",
}


@dataclass(frozen=True, slots=True)
class _Ids:
    """Addresses below `base`."""

    base: str

    @property
    def scheme(self) -> str:
        return f"{self.base}/api/v1/terms"

    @property
    def fields(self) -> str:
        return f"{self.base}/exports/jsonld#fields"

    def concept(self, id_: str) -> str:
        return f"{self.scheme}/{quote(id_, errors='replace')}"

    def field(self, id_: str) -> str:
        return f"{self.base}/exports/jsonld#{quote(id_, errors='replace')}"


def write_skos(content: Content) -> Iterator[str]:
    """Write a graph: the scheme, its subject fields, and the concepts, one to a line.

    The ids are addresses of the API, below the header's `base`; without one, below where the file is from.
    """
    ids = _Ids(content.header.base)
    yield f'{{"@context":{json_text(_CONTEXT)},\n"@graph":[\n'
    yield json_text({"id": ids.scheme, "type": "skos:ConceptScheme", "dct:title": content.header.title})
    for field in content.subject_fields:
        yield ",\n" + json_text(_field(field, content, ids))
    for concept in content.concepts:
        yield ",\n" + json_text(_concept(concept, content, ids))
    yield "\n]}\n"


def _field(field: SubjectField, content: Content, ids: _Ids) -> dict[str, Any]:
    titles = {language.bcp47: field.title[language.content] for language in content.languages}
    return {"id": ids.field(field.id), "type": "skos:Concept", "inScheme": ids.fields, "prefLabel": titles}


def _concept(concept: Concept, content: Content, ids: _Ids) -> dict[str, Any]:
    told: dict[str, Any] = {"id": ids.concept(concept.id), "type": "skos:Concept", "inScheme": ids.scheme}
    for language in content.languages:
        _add_labels(told, best_first(concept.terms_in(language.content)), language)
    others = {
        "definition": _texts(concept.definition, content),
        "note": _texts(concept.note, content),
        "subject": ids.field(concept.subject_field),
        "related": [ids.concept(id_) for id_ in concept.related],
        "exactMatch": list(_addresses(concept, content)),
        "replaces": [ids.concept(id_) for id_ in concept.replaces],
    }
    return told | {name: value for name, value in others.items() if value}


def _add_labels(told: dict[str, Any], terms: list[Term], language: TaggedLanguage) -> None:
    """SKOS allows one preferred label a language, and a label in one role only (S13, S14)."""
    taken: set[str] = set()
    for term in terms:
        role = "altLabel" if term.status.usable else "hiddenLabel"
        if term.status is Status.PREFERRED and not taken:
            role = "prefLabel"
        told.setdefault(f"xl{role[0].upper()}{role[1:]}", []).append(_label(term, language))
        text = encodable(term.term)
        if text not in taken:
            taken.add(text)
            told.setdefault(role, {}).setdefault(language.bcp47, []).append(text)


def _label(term: Term, language: TaggedLanguage) -> dict[str, Any]:
    told: dict[str, Any] = {
        "type": "skosxl:Label",
        "literalForm": {"@value": encodable(term.term), "@language": language.bcp47},
        "status": f"lexinfo:{term.status.value}Term",
    }
    if term.part_of_speech is not PartOfSpeech.OTHER:
        told["partOfSpeech"] = f"lexinfo:{term.part_of_speech.value}"
    if term.reading:
        told["reading"] = {"@value": encodable(term.reading), "@language": READING_LANGUAGE}
    if term.source:
        told["source"] = encodable(term.source)
    return told


def _texts(text: PartialText | None, content: Content) -> dict[str, str]:
    found = ((language.bcp47, text.get(language.content)) for language in content.languages) if text else ()
    return {tag: encodable(words) for tag, words in found if words}


def _addresses(concept: Concept, content: Content) -> Iterator[str]:
    for address in concept.xrefs:
        if _IRI.fullmatch(address):
            yield address
        else:
            content.omissions.add(concept.id, address, "is no address")
