"""TMX 1.4b: pairs, for tools that take nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from glossary.interchange.language_tags import TaggedLanguage
from glossary.interchange.writing.characters import xml_attribute, xml_fault, xml_text
from glossary.interchange.writing.model import Content
from glossary.interchange.writing.pairing import pairs
from glossary.interchange.writing.remarks import nearest
from glossary.model import Term


def write_tmx(content: Content) -> Iterator[str]:
    """Write a unit for each usable source term, with its best target."""
    header = {
        "creationtool": content.header.program,
        "creationtoolversion": content.header.version,
        "segtype": "phrase",
        "o-tmf": content.header.program,
        "adminlang": "en",
        "srclang": content.source.tag,
        "datatype": "plaintext",
    }
    told = "".join(f" {name}={xml_attribute(value)}" for name, value in header.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n <header{told}/>\n <body>\n'
    for row, target in pairs(content, xml_fault):
        definition = nearest(row.concept.definition, content.target)
        yield "  <tu>\n"
        if definition:
            yield f"   <note>{xml_text(definition)}</note>\n"
        yield f'   <prop type="x-concept">{xml_text(row.concept.id)}</prop>\n'
        yield _variant(content.source, row.source) + _variant(content.target, target) + "  </tu>\n"
    if content.omissions.total:
        yield f"  <!-- {content.omissions.total} left out -->\n"
    yield " </body>\n</tmx>\n"


def _variant(language: TaggedLanguage, term: Term) -> str:
    return f"   <tuv xml:lang={xml_attribute(language.tag)}><seg>{xml_text(term.term)}</seg></tuv>\n"
