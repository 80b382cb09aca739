"""XLIFF 1.2 (and what Trados, memoQ and Memsource make of it) and XLIFF 2.0 to 2.2."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from lxml import etree

from translations.bitexts.inline import NO_DATA, flow_text
from translations.bitexts.model import Bitext, Languages, Skip, TranslationUnit
from translations.files.languages import agrees, listed, more_specific
from translations.files.xmlfile import XML_LANG, XmlFile, child, children, line_of, local_name

# A target in such a state that says what the source says was put there by a tool.
_NOT_BEGUN = frozenset({"new", "initial"})
# Something was put there, from a memory or an older version, that is no translation yet.
_NEEDS_TRANSLATION = "needs-translation"
_EXPORT_AGAIN = "export it again from the tool that wrote it"


def read_xliff(file: XmlFile, wanted: Languages, skipped: Counter[Skip]) -> Bitext:
    """Return the units of an XLIFF file, one for each segment.

    Targets that wait for review are read: they are drafts, and drafts are what is checked. What is not to be
    translated is skipped. `BadFile` when the file is in other languages than `wanted`.
    """
    if file.attributes.get("version", "1.2").startswith("1."):
        return _read_1(file, wanted, skipped)
    found = Languages(file.attributes.get("srcLang"), file.attributes.get("trgLang"))
    languages = _agreed(file, None, wanted, found)
    return Bitext(languages.source, languages.target, _segments_2(file, skipped), skipped)


def _read_1(file: XmlFile, wanted: Languages, skipped: Counter[Skip]) -> Bitext:
    elements = file.elements("trans-unit", "file")
    first = next(elements, None)
    if first is None or local_name(first) != "file":
        raise file.bad(
            line_of(first) if first is not None else None, "no <file> holds its units", "is it XLIFF?"
        )
    languages = _agreed(file, first, wanted, _languages_of(first))
    return Bitext(
        languages.source, languages.target, _segments_1(file, elements, languages, skipped), skipped
    )


def _languages_of(file_element: etree._Element) -> Languages:
    return Languages(file_element.get("source-language"), file_element.get("target-language"))


def _agreed(file: XmlFile, at: etree._Element | None, wanted: Languages, found: Languages) -> Languages:
    """Return what `wanted` and `found` say together; `BadFile` when they contradict each other."""
    for side, asked, has in (
        ("source", wanted.source, found.source),
        ("target", wanted.target, found.target),
    ):
        if asked and has and not agrees(asked, has):
            fault = f"the {side} language is {listed([has])}, and {asked} is asked for"
            line = line_of(at) if at is not None else None
            raise file.bad(line, fault, "leave the languages to the file, or split it by language")
    return Languages(
        more_specific(wanted.source, found.source or None), more_specific(wanted.target, found.target or None)
    )


def _segments_1(
    file: XmlFile, elements: Iterator[etree._Element], languages: Languages, skipped: Counter[Skip]
) -> Iterator[TranslationUnit]:
    for element in elements:
        if local_name(element) == "file":
            _agreed(file, element, languages, _languages_of(element))
        elif _is_locked(element):
            skipped[Skip.LOCKED] += 1
        elif _needs_translation(element):
            skipped[Skip.FUZZY] += 1
        else:
            yield from _pairs_1(file, element, languages)


def _pairs_1(file: XmlFile, unit: etree._Element, languages: Languages) -> Iterator[TranslationUnit]:
    source, target = child(unit, "source"), child(unit, "target")
    if source is None:
        raise file.bad(line_of(unit), "a <trans-unit> has no <source>", _EXPORT_AGAIN)
    if (
        target is not None
        and languages.target
        and (tag := target.get(XML_LANG))
        and not agrees(languages.target, tag)
    ):
        fault = f"a <target> is in {listed([tag])}, and the file's target language is {languages.target}"
        raise file.bad(line_of(target), fault, "split the file by language")
    name = unit.get("id")
    segmented = child(unit, "seg-source")
    marks = _marks(segmented) if segmented is not None else {}
    targets = _marks(target) if target is not None else {}
    if marks and (targets or target is None or not flow_text(target).strip()):
        for mid, mark in marks.items():
            translated = targets.get(mid)
            segment = ":".join(filter(None, (name, mid))) if len(marks) > 1 else name
            yield _unit(mark, translated, segment, line_of(mark), target)
    else:
        yield _unit(source, target, name, line_of(unit), target)


def _marks(element: etree._Element) -> dict[str, etree._Element]:
    """Return the segments marked in a ``seg-source`` or ``target`` by their ``mid``, in their order."""
    marks = element.iter(element.tag.rpartition("}")[0] + "}mrk" if "}" in element.tag else "mrk")
    return {mark.get("mid") or "": mark for mark in marks if mark.get("mtype") == "seg"}


def _unit(
    source: etree._Element,
    target: etree._Element | None,
    name: str | None,
    line: int | None,
    state_of: etree._Element | None,
    data: dict[str, str] | None = None,
) -> TranslationUnit:
    originals = data if data is not None else NO_DATA
    source_text = flow_text(source, originals)
    target_text = flow_text(target, originals) if target is not None else ""
    untouched = state_of is not None and state_of.get("state") in _NOT_BEGUN and source_text == target_text
    return TranslationUnit(source_text, "" if untouched else target_text, name, line)


def _needs_translation(unit: etree._Element) -> bool:
    target = child(unit, "target")
    return (
        target is not None and target.get("state") == _NEEDS_TRANSLATION and bool(flow_text(target).strip())
    )


def _is_locked(unit: etree._Element) -> bool:
    """Tell whether the nearest ``translate`` of `unit` or what it stands in says no, or it is a catalog's header."""
    if unit.get("restype") == "x-gettext-domain-header":
        return True
    stated = (element.get("translate") for element in chain([unit], unit.iterancestors()))
    return next(filter(None, stated), "yes") == "no"


def _segments_2(file: XmlFile, skipped: Counter[Skip]) -> Iterator[TranslationUnit]:
    for unit in file.elements("unit"):
        segments = children(unit, "segment")
        if _is_locked(unit):
            skipped[Skip.LOCKED] += len(segments)
            continue
        data = _original_data(unit)
        for number, segment in enumerate(segments, start=1):
            source = child(segment, "source")
            if source is None:
                raise file.bad(
                    line_of(segment),
                    "a <segment> has no <source>",
                    _EXPORT_AGAIN,
                )
            name = unit.get("id")
            if len(segments) > 1:
                name = ":".join(filter(None, (name, segment.get("id") or str(number))))
            yield _unit(source, child(segment, "target"), name, line_of(segment), segment, data)


def _original_data(unit: etree._Element) -> dict[str, str]:
    holder = child(unit, "originalData")
    entries = children(holder, "data") if holder is not None else []
    return {entry.get("id") or "": flow_text(entry) for entry in entries}
