"""A text's terms as XLIFF 2.1: a unit for each line, terms in ``mrk``, what they mean in the glossary module.

https://docs.oasis-open.org/xliff/xliff-core/v2.1/os/xliff-core-v2.1-os.html, sections 4.7.3.2 and 5.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

from api.recognized.pieces import Piece, paragraphs
from api.recognized.renderings import usable_terms
from glossary.recognition.model import Meaning, Reading
from translations import PartialText

# What XML 1.0 cannot hold, not even escaped (section 2.2).
_NO_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xliff_parts(reading: Reading, target: str) -> Iterator[str]:
    """Yield an XLIFF document with `target` as its target language; lines of nothing but blanks are left out."""
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"'
        f' version="2.1" srcLang="{reading.lang}" trgLang="{target}">\n<file id="f1">\n'
    )
    number, is_blank = 0, not reading.text.strip()
    for line in paragraphs(reading):
        if any(piece.text.strip() for piece in line) or (is_blank and not number):
            number += 1
            yield _unit(number, line, target)
    yield "</file>\n</xliff>\n"


def _unit(number: int, line: list[Piece], target: str) -> str:
    """Return a unit; its ids are unique in it."""
    entries: dict[str, str] = {}
    places: dict[str, int] = {}
    source = []
    marks = 0
    for piece in line:
        if piece.meaning is None:
            source.append(_content(piece.text))
            continue
        marks += 1
        mark = f"m{marks}"
        reference = ""
        told = _told(piece.meaning, target)
        if told:
            id_ = piece.meaning.concept.id + "\0" + piece.meaning.term.term
            position = places.setdefault(id_, len(places) + 1)
            if id_ not in entries:
                entries[id_] = f'<gls:glossEntry id="g{position}" ref="#{mark}">\n{told}</gls:glossEntry>\n'
            reference = f' ref="#gls=g{position}"'
        source.append(f'<mrk id="{mark}" type="term"{reference}>{_content(piece.text)}</mrk>')
    glossary = f"<gls:glossary>\n{''.join(entries.values())}</gls:glossary>\n" if entries else ""
    content = "".join(source)
    return f'<unit id="u{number}">\n{glossary}<segment>\n<source xml:space="preserve">{content}</source>\n</segment>\n</unit>\n'


def _told(meaning: Meaning, target: str) -> str:
    """Return what an entry holds; empty when there is neither translation nor definition, as an entry must have."""
    source = escape(_text(meaning.concept.id))
    renderings = usable_terms(meaning.concept, target, meaning.term) if target != meaning.term.lang else []
    translations = "".join(
        f'<gls:translation source="{source}">{escape(_text(term.term))}</gls:translation>\n'
        for term in renderings
    )
    definition = _definition(meaning.concept.definition, target)
    if not translations and not definition:
        return ""
    term = f'<gls:term source="{source}">{escape(_text(meaning.term.term))}</gls:term>\n'
    return term + translations + definition


def _definition(text: PartialText | None, target: str) -> str:
    return f"<gls:definition>{escape(_text(text.nearest(target)[1]))}</gls:definition>\n" if text else ""


def _content(text: str) -> str:
    """Return `text` as inline content, which has an element for characters that XML cannot hold (section 4.2.3.1)."""
    parts = []
    end = 0
    for found in _NO_XML.finditer(text):
        parts += [escape(text[end : found.start()]), f'<cp hex="{ord(found[0]):04X}"/>']
        end = found.end()
    return "".join((*parts, escape(text[end:]))).replace("\r", "&#xD;")


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
