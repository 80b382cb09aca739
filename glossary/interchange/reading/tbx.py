"""TBX v2 (``martif``) and v3 (``tbx``), in DCA style (``termNote type="…"``) and in DCT style (``min:partOfSpeech``).

ISO 30042:2008 and 2019; the dialects TBX-Core, -Min, -Basic, -Linguist and what tools make of them. TBX-Min of 2013 (``TBX``)
has names of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from glossary.interchange.reading import tbx_categories
from glossary.interchange.reading.concepts import ConceptBuilder
from glossary.interchange.reading.drafts import Draft, DraftTerm
from glossary.interchange.reading.model import Options, Refused
from glossary.interchange.reading.tbx_categories import Level
from glossary.interchange.tbx_terms import NAMESPACE
from glossary.model import Concept
from translations.files import BadFile, quoted
from translations.files.xmlfile import XML_LANG, Element, XmlFile, line_of, local_name, namespace

ROOTS = ("tbx", "martif", "TBX")
_ENTRIES = {"tbx": "conceptEntry", "martif": "termEntry", "TBX": "conceptEntry"}
_LANGUAGES = ("langSec", "langSet", "langGroup")
# ntig holds its term in a termGrp (v2).
_TERMS = ("termSec", "tig", "ntig", "termGroup")
# That of the draft of 2016 is met, too.
_NAMESPACES = ("", NAMESPACE, "iso.org/ns/tbx/2016")
_UNLABELLED = "its language is not said"


def read_tbx(file: XmlFile, options: Options, builder: ConceptBuilder) -> Iterator[Concept | Refused]:
    """Yield a concept for each entry of `file`; `BadFile` when its namespace is none of TBX's."""
    if file.namespace not in _NAMESPACES:
        fault = f"its namespace is {quoted(file.namespace)}"
        raise BadFile(file.path, None, fault, f"TBX v3 has {NAMESPACE}, v2 has none")
    entry_name = _ENTRIES[file.name]
    for element in file.elements(entry_name, watch=options.watch):
        line = line_of(element)
        name = element.get("id")
        if namespace(element) != file.namespace:
            value = namespace(element)
            mend = f"write <{entry_name}> in the namespace of <{file.name}>"
            yield builder.refused(line, value, f"this is another namespace than that of <{file.name}>", mend)
            continue
        draft = Draft(line, name)
        yield from _fill(draft, element, builder)
        yield from builder.build(draft)


def _fill(draft: Draft, entry: Element, builder: ConceptBuilder) -> Iterator[Refused]:
    uses: list[tuple[DraftTerm, str]] = []
    by_id: dict[str, str] = {}
    for child in entry:
        name = local_name(child)
        if name in _LANGUAGES:
            tag = child.get(XML_LANG) or child.get("lang")
            if not tag:
                yield builder.refused(
                    line_of(child),
                    name,
                    f"these terms are left out: {_UNLABELLED}",
                    "give it an xml:lang",
                    whole=False,
                )
                continue
            _language(draft, child, tag, builder, uses, by_id)
        else:
            tbx_categories.take(Level(draft, None, None, uses), child, builder.left_out)
    for term, target in uses:
        term.use = by_id.get(target, term.use)


def _language(
    draft: Draft,
    section: Element,
    tag: str,
    builder: ConceptBuilder,
    uses: list[tuple[DraftTerm, str]],
    by_id: dict[str, str],
) -> None:
    for child in section:
        if local_name(child) not in _TERMS:
            tbx_categories.take(Level(draft, None, tag, uses), child, builder.left_out)
            continue
        term = DraftTerm("", tag, line_of(child))
        _term(Level(draft, term, tag, uses), child, builder)
        if not term.term.strip():
            builder.left_out.add("term without text")
            continue
        draft.terms.append(term)
        if name := child.get("id"):
            by_id[name] = term.term


def _term(level: Level, section: Element, builder: ConceptBuilder) -> None:
    for child in section:
        name = local_name(child)
        if name == "term" and level.term is not None:
            level.term.term = tbx_categories.text_of(child)
        elif name == "termGrp":
            _term(level, child, builder)
        else:
            tbx_categories.take(level, child, builder.left_out)
