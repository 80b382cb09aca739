"""Term bases that take a table by its headings: memoQ, Matecat, UTX."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.interchange.language_tags import TaggedLanguage
from glossary.interchange.writing.characters import cell_fault, encodable, on_one_line
from glossary.interchange.writing.model import Content
from glossary.interchange.writing.pairing import pairs, usable_terms
from glossary.interchange.writing.remarks import nearest, remark
from glossary.interchange.writing.tables import csv_line
from glossary.model import Concept, PartOfSpeech, Status

# What memoQ calls the languages in its headings; it tells a language from its own name only.
_MEMOQ_NAMES = {"zh-Hans": "Chinese_PRC", "zh-Hant": "Chinese_Taiwan", "en": "English"}
_MEMOQ_REGIONS = {
    ("zh-Hant", "HK"): "Chinese_Hong_Kong_S.A.R.",
    ("zh-Hans", "SG"): "Chinese_Singapore",
    ("en", "US"): "English_United_States",
    ("en", "GB"): "English_United_Kingdom",
}
_BETWEEN_TERMS = "|"

# UTX 1.11 has these parts of speech; what else there is stays empty.
_UTX_PARTS: dict[PartOfSpeech, str] = {
    part: part.value for part in PartOfSpeech if part is not PartOfSpeech.OTHER
}


def write_memoq(content: Content) -> Iterator[str]:
    """Write a line for each concept; several terms of a cell have ``|`` between them."""
    names = [_memoq_name(language) for language in content.languages]
    yield csv_line(["Entry_Subject", "Entry_Note", *(f for name in names for f in (f"{name}_Def", name))])
    for concept in content.concepts:
        terms = [_memoq_terms(concept, language, content) for language in content.languages]
        if not all(terms):
            for word in terms[0]:
                content.omissions.add(concept.id, word, f"has no usable term in {content.target.tag}")
            continue
        cells = [concept.subject_field, encodable(nearest(concept.note, content.target))]
        for language, words in zip(content.languages, terms, strict=True):
            definition = concept.definition and concept.definition.get(language.content)
            cells += [encodable(definition or ""), _BETWEEN_TERMS.join(words)]
        yield csv_line(cells)


def write_matecat(content: Content) -> Iterator[str]:
    """Write Matecat's columns, whose order is fixed; its language tags have hyphens."""
    of_a_language = [(language.bcp47, "notes", "example of use") for language in content.languages]
    yield csv_line(
        ["forbidden", "domain", "subdomain", "definition", *(n for names in of_a_language for n in names)]
    )
    for row, target in pairs(content, cell_fault):
        definition = on_one_line(nearest(row.concept.definition, content.target))
        notes = [on_one_line(nearest(term.note, content.target)) for term in (row.source, target)]
        uses = [on_one_line(term.context or "") for term in (row.source, target)]
        yield csv_line(
            [
                *("", row.concept.subject_field, "", definition),
                *(row.source.term, notes[0], uses[0]),
                *(target.term, notes[1], uses[1]),
            ]
        )


def write_utx(content: Content) -> Iterator[str]:
    """Write UTX 1.11: UTF-8 without a mark, CRLF, tabs. The field of its date is blank: it would differ on every day."""
    header = content.header
    yield f"#UTX 1.11; {content.source.tag}/{content.target.tag}; ; creator: {header.program} {header.version}\r\n"
    yield "#src\ttgt\tsrc:pos\tterm status\tconcept ID\tcomment\r\n"
    for row, target in pairs(content, _utx_fault):
        # A synonym may be met in the source, and its translation is the approved one.
        status = "approved" if row.source.status is Status.PREFERRED else "non-standard"
        cells = [row.source.term, target.term, _UTX_PARTS.get(row.source.part_of_speech, ""), status]
        comment = remark(row.concept, row.source, target, content.target)
        yield "\t".join([*cells, row.concept.id, comment]) + "\r\n"
    if content.omissions.total:
        yield f"#{content.omissions.total} left out\r\n"


def _memoq_name(language: TaggedLanguage) -> str:
    named = _MEMOQ_REGIONS.get((language.content, language.region or ""))
    return named or _MEMOQ_NAMES[language.content]


def _memoq_terms(concept: Concept, language: TaggedLanguage, content: Content) -> list[str]:
    kept = []
    for term in usable_terms(concept, language):
        fault = f"has {_BETWEEN_TERMS} in it, which parts terms" if _BETWEEN_TERMS in term.term else None
        fault = fault or cell_fault(term.term)
        if fault:
            content.omissions.add(concept.id, term.term, fault)
        else:
            kept.append(term.term)
    return kept


def _utx_fault(text: str) -> str | None:
    return "begins with #, as a comment does" if text.startswith("#") else cell_fault(text)
