"""TMX: a unit is a concept, each of its variants a term."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.interchange.reading.concepts import ConceptBuilder
from glossary.interchange.reading.drafts import Draft, DraftTerm
from glossary.interchange.reading.grouping import built
from glossary.interchange.reading.model import Options, Refused
from glossary.model import Concept
from translations.bitexts.inline import flow_text
from translations.files.xmlfile import XML_LANG, Element, XmlFile, child, children, line_of, whole_text

# What our own export calls the id of a concept; its notes are definitions.
_CONCEPT = "x-concept"


def read_tmx(file: XmlFile, options: Options, builder: ConceptBuilder) -> Iterator[Concept | Refused]:
    """Yield a concept for each unit of `file`, or for the units with one ``x-concept``."""
    units = (_draft(unit, builder) for unit in file.elements("tu", watch=options.watch))
    yield from built(units, builder)


def _draft(unit: Element, builder: ConceptBuilder) -> Draft | Refused:
    props = {prop.get("type") or "": whole_text(prop).strip() for prop in children(unit, "prop")}
    concept = props.pop(_CONCEPT, None)
    for kind in props:
        builder.left_out.add(f"prop {kind[:40]}")
    draft = Draft(line_of(unit), concept or unit.get("tuid") or None)
    notes = [(note.get(XML_LANG), whole_text(note)) for note in children(unit, "note")]
    if concept:
        draft.definitions = notes
    else:
        draft.notes = notes
    for variant in children(unit, "tuv"):
        tag = variant.get(XML_LANG) or variant.get("lang")
        if not tag:
            mend = "give it the code of its language"
            return builder.refused(line_of(variant), draft.id or "", "a <tuv> has no xml:lang", mend)
        segment = child(variant, "seg")
        if segment is not None:
            draft.terms.append(DraftTerm(flow_text(segment), tag, line_of(variant)))
    return draft
