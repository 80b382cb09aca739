"""XML from strangers: no entity is read, nothing is fetched, and memory does not grow with the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn, TypeAlias

from lxml import etree

from translations.files.faults import BadFile, quoted
from translations.files.octets import Watch, open_octets

Element: TypeAlias = etree._Element

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_CHUNK = 1 << 16
# libxml2 by itself holds a text and an attribute to 10 MB, and elements to 256 levels.
_LONGEST_UNIT = 16 << 20
_LONGEST_MESSAGE = 200
_LAST_LINE_OF_ELEMENTS = 0xFFFF
_NO_ENTITIES = "entities are not read"
_DECLARED = f"{_NO_ENTITIES}, and its DOCTYPE declares some"
_UNDECLARE = "write the characters themselves, and leave the declarations out"
_EXPORT_AGAIN = "export it again from the tool that wrote it"
# What libxml2 says of its own limits is for programmers.
_LIBXML2_LIMITS = {
    "Excessive depth": "the elements are nested more than 256 deep",
    "Text node too long": "a text is longer than 10 MB",
    "AttValue length": "an attribute is longer than 10 MB",
    "Resource limit": "a tag, a comment or an attribute is longer than 10 MB",
}
_ENCODING = re.compile("encoding|UTF-8", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class XmlFile:
    """An XML file by its root: local name, attributes, and the namespace, "" for none."""

    path: Path
    name: str
    attributes: dict[str, str]
    namespace: str = ""

    def bad(self, line: int | None, fault: str, mend: str) -> BadFile:
        """Return the complaint about what stands at `line`."""
        return BadFile(self.path, line, fault, mend)

    def elements(
        self, unit: str, head: str | None = None, watch: Watch | None = None
    ) -> Iterator[etree._Element]:
        """Yield the elements of the file in its order, by local name: each `head` when it begins, with its
        attributes only, and each `unit` when it ends, whole. A unit is freed when the next is taken.
        """
        for event, element in _events(self.path, unit, head, watch):
            if event == "end" and local_name(element) == unit:
                _refuse_references(self.path, element)
                yield element
                _free(element)
            elif event == "start" and local_name(element) == head:
                yield element


def open_xml(path: Path) -> XmlFile:
    """Return `path` by its root element; `BadFile` when it has none, or declares entities."""
    for _, root in _events(path):
        _refuse_declarations(path, root)
        return XmlFile(path, local_name(root), dict(root.attrib), namespace(root))
    raise AssertionError("a document without root is a syntax error")


def local_name(element: etree._Element) -> str:
    """Return the name of `element` without its namespace."""
    return element.tag.rpartition("}")[2]


def namespace(element: etree._Element) -> str:
    """Return the namespace of `element`, "" for none."""
    return element.tag.rpartition("}")[0].removeprefix("{")


def whole_text(element: etree._Element) -> str:
    """Return the text of `element` and of all within it."""
    return "".join(element.itertext()) if len(element) else element.text or ""


def line_of(element: etree._Element) -> int | None:
    """Return the line where `element` begins, before anything is freed.

    libxml2 keeps 16 bits of it; beyond, it tells where the first text in the element ends.
    """
    line = element.sourceline
    if line is None or line < _LAST_LINE_OF_ELEMENTS:
        return line
    while not element.text and len(element):
        element = element[0]
    return line - (element.text or "").count("\n")


def children(element: etree._Element, name: str) -> list[etree._Element]:
    """Return the children of `element` called `name` in its own namespace: those of other vocabularies are not it."""
    own = element.tag.rpartition("}")
    tag = own[0] + own[1] + name
    return [child for child in element if child.tag == tag]


def child(element: etree._Element, name: str) -> etree._Element | None:
    """Return the first of `children`, None when there is none."""
    return next(iter(children(element, name)), None)


def _events(
    path: Path, unit: str = "*", head: str | None = None, watch: Watch | None = None
) -> Iterator[tuple[str, etree._Element]]:
    """Yield "start" or "end", and the element, of all called `unit` or `head`; * is every name."""
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=tuple(f"{{*}}{name}" for name in (unit, head) if name),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        # Not collect_ids=False: with it lxml 6.1 loads the DTD that the file names, whatever load_dtd says.
    )
    since_unit = 0
    line = None
    try:
        for chunk in _chunks(path, watch):
            since_unit += len(chunk)
            parser.feed(chunk)
            for event, element in parser.read_events():
                yield event, element
                if event == "end" and local_name(element) == unit:
                    since_unit, line = 0, line_of(element)
            if since_unit > _LONGEST_UNIT:
                fault = f"what follows has no <{unit}> in {_LONGEST_UNIT >> 20} MB, or one that is longer"
                raise BadFile(path, line, fault, _EXPORT_AGAIN)
        parser.close()
    except etree.XMLSyntaxError as error:
        _complain(path, parser, error)


def _chunks(path: Path, watch: Watch | None) -> Iterator[bytes]:
    with open_octets(path, watch) as stream:
        while chunk := stream.read(_CHUNK):
            yield chunk


def _refuse_declarations(path: Path, root: etree._Element) -> None:
    """Raise `BadFile` when the DOCTYPE before `root` declares an entity; one that only names a DTD is fine."""
    doctype = root.getroottree().docinfo.internalDTD
    if doctype is not None and any(doctype.iterentities()):
        raise BadFile(path, root.sourceline, _DECLARED, _UNDECLARE)


def _refuse_references(path: Path, element: etree._Element) -> None:
    """Raise `BadFile` when `element` refers to an entity: where a DTD is named, the parser lets it stand."""
    for entity in element.iter(etree.Entity):
        name = quoted(f"&{entity.name};")
        raise BadFile(path, entity.sourceline, f"{_NO_ENTITIES}: {name}", "write the character itself")


def _free(element: etree._Element) -> None:
    """Let go of `element` and of all that stands before it; what it stands in is still needed."""
    element.clear(keep_tail=True)
    at: etree._Element | None = element
    while at is not None and (parent := at.getparent()) is not None:
        while at.getprevious() is not None:
            del parent[0]
        at = parent


def _complain(path: Path, parser: etree.XMLPullParser, error: etree.XMLSyntaxError) -> NoReturn:
    first = next(iter(parser.feed_error_log.filter_from_fatals()), None)
    line, column = (first.line, first.column) if first else error.position
    message = (first.message if first else error.msg).strip().splitlines()[0][:_LONGEST_MESSAGE]
    for beginning, limit in _LIBXML2_LIMITS.items():
        if beginning in message:
            raise BadFile(path, line, limit, _EXPORT_AGAIN) from None
    if "amplification" in message:
        raise BadFile(path, line, _DECLARED, _UNDECLARE) from None
    mend = _EXPORT_AGAIN
    if message.startswith("Entity"):
        message, mend = f"{_NO_ENTITIES}: {message}", "write the character itself"
    elif _ENCODING.search(message):
        mend = "save it as UTF-8, and declare that"
    at = f" at column {column}" if column else ""
    fault = f"is not well-formed XML{at}: {message}"
    raise BadFile(path, line, fault, mend) from None
