"""The text of a segment of TMX or XLIFF: what its inline elements keep, and what they leave."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from lxml import etree

from translations.checking.markup import PLACEHOLDER, strip_markup
from translations.files.xmlfile import local_name

# Their content is the native code of a tag: bold begins, bold ends.
_TAGS = frozenset({"bpt", "ept", "it", "ut", "bx", "ex", "sc", "ec", "sm", "em"})
# They stand for something in the text, by themselves.
_STANDALONE = frozenset({"ph", "x"})

# What Trados keeps of text that was struck out with changes tracked.
_DELETED = "x-sdl-deleted"

# TMX 1.4b: type; XLIFF 1.2: ctype; XLIFF 2: subType.
_TYPES = ("type", "ctype", "subType")
_LINE_BREAKS = frozenset({"lb", "pb", "xlf:lb", "xlf:pb", "x-br", "x-html-br"})
_FORMATS = frozenset(
    {"bold", "italic", "underlined", "ulined", "struct", "link", "font", "color", "xlf:b", "xlf:i", "xlf:u"}
)

NO_DATA: Mapping[str, str] = MappingProxyType({})


def flow_text(element: etree._Element, data: Mapping[str, str] = NO_DATA) -> str:
    """Return the text of a ``seg``, ``source`` or ``target``.

    Native code is dropped; what marks text (``g``, ``hi``, ``mrk``, ``pc``) keeps it. A placeholder leaves
    `PLACEHOLDER`, so that no two words join, unless its code is a tag; a break leaves a line feed. Text inside
    a code (``sub``) is kept apart from what is around it. `data` is the original data of an XLIFF 2 unit by id.
    """
    if not len(element):
        return element.text or ""
    parts: list[str] = []
    _collect(element, data, parts)
    return "".join(parts)


def _collect(element: etree._Element, data: Mapping[str, str], parts: list[str]) -> None:
    parts.append(element.text or "")
    for inline in element:
        name = local_name(inline)
        if name in _TAGS or name in _STANDALONE:
            parts.append(_left_by(inline, data) if name in _STANDALONE else "")
            for sub in inline:
                parts += PLACEHOLDER, flow_text(sub, data), PLACEHOLDER
        elif inline.get("mtype") == _DELETED:
            pass
        elif name == "cp":
            parts.append(_character(inline.get("hex")))
        else:
            _collect(inline, data, parts)
        parts.append(inline.tail or "")


def _left_by(inline: etree._Element, data: Mapping[str, str]) -> str:
    kinds = {inline.get(name) for name in _TYPES}
    if kinds & _LINE_BREAKS:
        return "\n"
    if kinds & _FORMATS:
        return ""
    code = _native_code(inline, data)
    left = strip_markup(code).plain.strip(" ") if code else PLACEHOLDER
    return left if left in ("", "\n") else PLACEHOLDER


def _native_code(inline: etree._Element, data: Mapping[str, str]) -> str:
    written = "".join([inline.text or "", *(sub.tail or "" for sub in inline)])
    return (
        written
        or data.get(inline.get("dataRef") or "")
        or inline.get("equiv-text")
        or inline.get("equiv")
        or ""
    )


def _character(code: str | None) -> str:
    """Return the character of XLIFF 2's ``cp``; what is no Unicode scalar value is a placeholder."""
    try:
        number = int(code or "", 16)
        character = chr(number)
    except (ValueError, OverflowError):
        return PLACEHOLDER
    return PLACEHOLDER if 0xD800 <= number <= 0xDFFF else character
