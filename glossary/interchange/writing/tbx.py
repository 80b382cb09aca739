"""TBX: TBX-Basic v3 (ISO 30042:2019, DCA style) and v2 (martif), which differ in names, not in shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from glossary.interchange.language_tags import TaggedLanguage
from glossary.interchange.tbx_terms import (
    BASIC_PARTS_OF_SPEECH,
    NAMESPACE,
    READING_LANGUAGE,
    STATUS_CATEGORIES,
    STATUS_VALUES,
)
from glossary.interchange.writing.characters import xml_attribute, xml_fault, xml_text
from glossary.interchange.writing.model import Content, Header
from glossary.interchange.writing.selection import best_first
from glossary.model import Concept, PartOfSpeech, Term
from translations import PartialText

# The integrated schema of TBX-Basic: xref/@target.
_XREF = re.compile(r"https?://[^\s<>\"{}|\\^`]+")


@dataclass(frozen=True, slots=True)
class _Names:
    """The elements of a generation, and its parts of speech."""

    concept: str
    language: str
    term: str
    parts_of_speech: Mapping[PartOfSpeech, str]


_BASIC = _Names("conceptEntry", "langSec", "termSec", BASIC_PARTS_OF_SPEECH)
# Of v2's forms of a term, ntig and tig, all readers know tig.
_MARTIF = _Names("termEntry", "langSet", "tig", {part: part.value for part in PartOfSpeech})


def write_tbx_basic(content: Content) -> Iterator[str]:
    """Write TBX-Basic v3 by its schema 1.2.1."""
    language = xml_attribute(content.source.bcp47)
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<tbx type="TBX-Basic" style="dca" xml:lang={language} xmlns="{NAMESPACE}">\n'
    yield f" <tbxHeader>\n{_about(content.header)} </tbxHeader>\n <text>\n  <body>\n"
    yield from _entries(content, _BASIC)
    yield f"{_left_out(content)}  </body>\n </text>\n</tbx>\n"


def write_martif(content: Content) -> Iterator[str]:
    """Write TBX v2."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n'
    yield f'<martif type="TBX" xml:lang={xml_attribute(content.source.bcp47)}>\n <martifHeader>\n'
    yield f'{_about(content.header)}  <encodingDesc><p type="XCSURI">TBXXCS.xcs</p></encodingDesc>\n'
    yield " </martifHeader>\n <text>\n  <body>\n"
    yield from _entries(content, _MARTIF)
    yield f"{_left_out(content)}  </body>\n </text>\n</martif>\n"


def _about(header: Header) -> str:
    told = f"{header.program} {header.version}"
    return (
        f"  <fileDesc>\n   <titleStmt><title>{xml_text(header.title)}</title></titleStmt>\n"
        f"   <sourceDesc><p>{xml_text(told)}</p></sourceDesc>\n  </fileDesc>\n"
    )


def _left_out(content: Content) -> str:
    total = content.omissions.total
    return f"   <!-- {total} left out: not to be had in TBX -->\n" if total else ""


def _entries(content: Content, names: _Names) -> Iterator[str]:
    for concept in content.concepts:
        languages = [_language(concept, language, content, names) for language in content.languages]
        if any(languages):
            yield (
                f"   <{names.concept} id={xml_attribute(concept.id)}>\n"
                + "".join(_of_the_concept(concept, content))
                + "".join(languages)
                + f"   </{names.concept}>\n"
            )


def _of_the_concept(concept: Concept, content: Content) -> Iterator[str]:
    yield _element("descrip", concept.subject_field, "    ", type="subjectField")
    for language in content.languages:  # a definition in a language that has no section of its own
        if concept.definition and not _terms(concept, language):
            text = concept.definition.get(language.content)
            if text:
                yield _element("descrip", text, "    ", type="definition", lang=language.bcp47)
    for id_ in concept.related:
        yield _element("ref", id_, "    ", type="crossReference", target=id_)
    for address in concept.xrefs:
        if _XREF.fullmatch(address):
            yield _element("xref", address, "    ", type="externalCrossReference", target=address)
        else:
            content.omissions.add(concept.id, address, "is no http address")
    yield from _notes(concept.note, content, "    ")


def _language(concept: Concept, language: TaggedLanguage, content: Content, names: _Names) -> str:
    for term in concept.terms_in(language.content):
        fault = xml_fault(term.term)
        if fault:
            content.omissions.add(concept.id, term.term, fault)
    terms = _terms(concept, language)
    if not terms:
        return ""
    lines = [f"    <{names.language} xml:lang={xml_attribute(language.tag)}>\n"]
    definition = concept.definition and concept.definition.get(language.content)
    if definition:
        lines.append(_element("descrip", definition, "     ", type="definition"))
    ids = {term.term: _term_id(concept, language, n) for n, term in reversed(list(enumerate(terms, 1)))}
    wanted = {term.use for term in terms if term.use in ids}
    for n, term in enumerate(terms, 1):
        own = (
            ids[term.term] if term.term in wanted and ids[term.term] == _term_id(concept, language, n) else ""
        )
        lines += _term(term, own, ids, content, names)
    lines.append(f"    </{names.language}>\n")
    return "".join(lines)


def _terms(concept: Concept, language: TaggedLanguage) -> list[Term]:
    return [t for t in best_first(concept.terms_in(language.content)) if xml_fault(t.term) is None]


def _term_id(concept: Concept, language: TaggedLanguage, n: int) -> str:
    """An id that no concept has (they begin with a letter), and no other term."""
    return f"_{concept.id}.{language.content}.{n}"


def _term(term: Term, own_id: str, ids: Mapping[str, str], content: Content, names: _Names) -> Iterator[str]:
    identified = f" id={xml_attribute(own_id)}" if own_id else ""
    yield f"     <{names.term}{identified}>\n      <term>{xml_text(term.term)}</term>\n"
    yield _element("termNote", names.parts_of_speech[term.part_of_speech], "      ", type="partOfSpeech")
    yield _element("termNote", term.term_type.value, "      ", type="termType")
    yield _element("termNote", STATUS_VALUES[term.status], "      ", type=STATUS_CATEGORIES[0])
    if term.geographical_usage:
        yield _element("termNote", term.geographical_usage, "      ", type="geographicalUsage")
    if term.context:
        yield _element("descrip", term.context, "      ", type="context")
    if term.source:
        yield _element("admin", term.source, "      ", type="source")
    if term.use is not None and term.use in ids:
        yield _element("ref", term.use, "      ", type="crossReference", target=ids[term.use])
    if term.reading:
        yield _element("note", term.reading, "      ", lang=READING_LANGUAGE)
    yield from _notes(term.note, content, "      ")
    yield f"     </{names.term}>\n"


def _notes(note: PartialText | None, content: Content, indent: str) -> Iterator[str]:
    for language in content.languages:
        text = note and note.get(language.content)
        if text:
            yield _element("note", text, indent, lang=language.bcp47)


def _element(name: str, text: str, indent: str, *, type: str = "", target: str = "", lang: str = "") -> str:
    start = _start(name, indent, type, lang)
    leads = f" target={xml_attribute(target)}" if target else ""
    return f"{start}{leads}>{xml_text(text)}</{name}>\n"


@lru_cache(256)  # few, and the same in every entry
def _start(name: str, indent: str, type: str, lang: str) -> str:
    told = f" type={xml_attribute(type)}" if type else ""
    spoken = f" xml:lang={xml_attribute(lang)}" if lang else ""
    return f"{indent}<{name}{told}{spoken}"
