"""What may stand in a cell, in a line, in XML, in JSON; and what is done with a text that has something else.

Most texts are printable, which Python tells ten times as fast as a pattern: controls, surrogates, and every blank but the
common one are not (`str.isprintable`).
"""

from __future__ import annotations

import json
import re
from typing import Any

# C0, DEL, C1, and the separators that some readers end a line at (DeepL's client refuses all of them).
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_BREAKS = re.compile(f" *{_CONTROLS.pattern}[ {_CONTROLS.pattern[1:]}*")
_SURROGATES = re.compile("[\ud800-\udfff]")
# XML 1.0, production 2.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP = re.compile('[&<>"]')
_XML_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;"})
_ATTRIBUTE_ESCAPES = {**_XML_ESCAPES, ord("\t"): "&#9;", ord("\n"): "&#10;"}


def cell_fault(text: str) -> str | None:
    """Return why `text` cannot be a term in a line of cells, None when it can."""
    if text.isprintable() and not _ends_in_a_blank(text):
        return None
    if not text.strip():
        return "is blank"
    if _CONTROLS.search(text):
        return "has a control character, tab or line break"
    if _SURROGATES.search(text):
        return "has an unpaired surrogate, which has no UTF-8"
    if text != text.strip():
        return "begins or ends with a blank, which readers cut off"
    return None


def xml_fault(text: str) -> str | None:
    """Return why `text` cannot be a term in XML, None when it can."""
    if text.isprintable() and not text.isspace() and text:
        return None
    if not text.strip():
        return "is blank"
    return "has a character that XML 1.0 cannot hold" if _NOT_XML.search(text) else None


def on_one_line(text: str) -> str:
    """Return a free text with every line break, tab and control character as one blank."""
    if text.isprintable() and "  " not in text and not _ends_in_a_blank(text):
        return text
    return _BREAKS.sub(" ", _SURROGATES.sub("\ufffd", text)).strip()


def encodable(text: str) -> str:
    """Return a free text with U+FFFD in place of what no table holds: NUL and its like, unpaired surrogates."""
    if text.isprintable():
        return text
    return _SURROGATES.sub("\ufffd", re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "\ufffd", text))


def xml_text(text: str) -> str:
    """Return a free text as content of an XML element; what XML cannot hold is U+FFFD."""
    if text.isprintable() and not _MARKUP.search(text):
        return text
    return _NOT_XML.sub("\ufffd", text).translate(_XML_ESCAPES)


def xml_attribute(text: str) -> str:
    """Return a free text as an XML attribute with its quotation marks."""
    if text.isprintable() and not _MARKUP.search(text):
        return f'"{text}"'
    return f'"{_NOT_XML.sub(chr(0xFFFD), text).translate(_ATTRIBUTE_ESCAPES)}"'


def json_text(data: Any) -> str:
    """Return `data` as JSON on one line, without a blank that it can do without."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _ends_in_a_blank(text: str) -> bool:
    """Whether a printable text begins or ends with a blank, or is empty."""
    return text[:1] in (" ", "") or text[-1] == " "
