"""A text's terms as HTML: the text, with every term marked."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from api.recognized.pieces import Piece, paragraphs
from api.recognized.renderings import usable_terms
from glossary.recognition.model import Meaning, Reading


def html_parts(reading: Reading, target: str) -> Iterator[str]:
    """Yield an HTML fragment: a paragraph for each line, terms in ``mark`` with what `target` calls them."""
    yield f'<div class="duizhao-terms" lang="{escape(reading.lang)}">\n'
    for line in paragraphs(reading):
        if any(piece.text.strip() for piece in line):
            yield f"<p>{''.join(_marked(piece, target) for piece in line)}</p>\n"
    yield "</div>\n"


def _marked(piece: Piece, target: str) -> str:
    text = escape(_speakable(piece.text)).replace("\n", "<br>")
    meaning = piece.meaning
    if meaning is None:
        return text
    attributes = {
        "class": "term" if meaning.term.status.usable else "term deprecated",
        "data-term-id": meaning.concept.id,
        "data-status": meaning.term.status.value,
        "lang": meaning.term.lang,
        "title": _title(meaning, target),
    }
    written = "".join(f' {name}="{escape(_speakable(value))}"' for name, value in attributes.items() if value)
    return f"<mark{written}>{text}</mark>"


def _title(meaning: Meaning, target: str) -> str:
    renderings = " · ".join(term.term for term in usable_terms(meaning.concept, target, meaning.term))
    use = f"→ {meaning.use}" if meaning.use else ""
    return "; ".join(filter(None, (use, renderings if target != meaning.term.lang else "")))


def _speakable(text: str) -> str:
    """Put U+FFFD for what HTML cannot hold: controls and unpaired surrogates."""
    return "".join(
        c if (c >= " " and not "\ud800" <= c <= "\udfff") or c in "\t\n" else "\ufffd" for c in text
    )
