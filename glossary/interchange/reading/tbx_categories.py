"""The data categories of TBX: what each says of a concept or term, by its name, in whatever element it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from glossary.interchange.reading.drafts import Draft, DraftTerm
from glossary.interchange.reading.model import LeftOut
from glossary.interchange.tbx_terms import (
    READING_LANGUAGE,
    part_of_speech_named,
    status_named,
    term_type_named,
)
from translations.files.xmlfile import XML_LANG, Element, local_name, whole_text

_GROUPS = frozenset({"descripGrp", "termNoteGrp", "adminGrp", "transacGrp", "descripNoteGrp", "termCompList"})
_TYPED = frozenset(
    {"termNote", "descrip", "admin", "ref", "xref", "transac", "descripNote", "adminNote", "date"}
)
_LONGEST_VALUE = 30


@dataclass(frozen=True, slots=True)
class Level:
    """Where a category stands: in a concept, in one of its languages (`tag`), at a `term`.

    `uses` collects terms that point to what to use instead, by the id of a term.
    """

    draft: Draft
    term: DraftTerm | None
    tag: str | None
    uses: list[tuple[DraftTerm, str]]


@dataclass(frozen=True, slots=True)
class _Value:
    """What a category says: text, its language, and what it points to."""

    text: str
    tag: str | None
    target: str | None


def take(level: Level, element: Element, left_out: LeftOut) -> None:
    """Write what `element` says into the draft of `level`, or count it in `left_out`."""
    name = local_name(element)
    if name in _GROUPS:
        _take_group(level, element, left_out)
        return
    category = (element.get("type") or name) if name in _TYPED else name
    value = _Value(text_of(element), element.get(XML_LANG), element.get("target"))
    if not value.text and not value.target:
        return
    takes = _TAKES.get(_folded(category))
    if takes is None or not takes(level, value):
        left_out.add(f"{category[:40]}{_shown(category, value)}")


def text_of(element: Element) -> str:
    """Return the text of `element` and what is marked up in it, pretty-printing undone."""
    text = whole_text(element)
    return " ".join(text.split()) if "\n" in text else text.strip()


def _take_group(level: Level, group: Element, left_out: LeftOut) -> None:
    """Take the first of a group; what stands beside it is about it, and a concept has no place for that.

    The one exception: the source of a context is where the term is attested.
    """
    if local_name(group) == "transacGrp":
        left_out.add("transacGrp")
        return
    if not len(group):
        return
    main, *others = group
    take(level, main, left_out)
    kind = main.get("type") or local_name(main)
    for other in others:
        category = other.get("type") or local_name(other)
        if (
            _folded(category) == "source"
            and _folded(kind) == "context"
            and _attested(level, _Value(text_of(other), None, None))
        ):
            continue
        left_out.add(f"{category[:40]} of {kind[:40]}")


def _folded(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name).lower()


def _shown(category: str, value: _Value) -> str:
    """A value of a picklist says what is lost; running text and dates do not."""
    if _folded(category) in _PICKLISTS and value.text and len(value.text) <= _LONGEST_VALUE:
        return f" {value.text}"
    return ""


def _status(level: Level, value: _Value) -> bool:
    status = status_named(value.text)
    if level.term is None or status is None:
        return False
    level.term.status = level.term.status or status
    return True


def _term_type(level: Level, value: _Value) -> bool:
    kind = term_type_named(value.text)
    if level.term is None or kind is None:
        return False
    level.term.term_type = kind
    return True


def _part_of_speech(level: Level, value: _Value) -> bool:
    part = part_of_speech_named(value.text)
    if level.term is None or part is None:
        return False
    level.term.part_of_speech = part
    return True


def _region(level: Level, value: _Value) -> bool:
    if level.term is None:
        return False
    level.term.region = value.text
    return True


def _reading(level: Level, value: _Value) -> bool:
    if level.term is None or level.term.reading is not None:
        return False
    level.term.reading = value.text
    return True


def _context(level: Level, value: _Value) -> bool:
    if level.term is None or level.term.context is not None:
        return False
    level.term.context = value.text
    return True


def _attested(level: Level, value: _Value) -> bool:
    if level.term is None or level.term.source is not None:
        return False
    level.term.source = value.text
    return True


def _subject_field(level: Level, value: _Value) -> bool:
    if level.draft.subject_field is not None:
        return False
    level.draft.subject_field = value.text
    return True


def _definition(level: Level, value: _Value) -> bool:
    level.draft.definitions.append((value.tag or level.tag, value.text))
    return True


def _note(level: Level, value: _Value) -> bool:
    if value.tag == READING_LANGUAGE:
        return _reading(level, value)
    if level.term is not None:
        level.term.notes.append((value.tag, value.text))
    else:
        level.draft.notes.append((value.tag, value.text))
    return True


def _reference(level: Level, value: _Value) -> bool:
    """At a term a reference names what to use instead, at a concept a related one."""
    if level.term is not None:
        level.term.use = value.text
        if value.target:
            level.uses.append((level.term, value.target))
        return True
    level.draft.related += ((value.target or value.text).removeprefix("#"),)
    return True


def _address(level: Level, value: _Value) -> bool:
    level.draft.xrefs += (value.target or value.text,)
    return True


_Take = Callable[[Level, _Value], bool]

# By name without case, blanks and hyphens: TermWeb writes "Usage note", MultiTerm "Status".
_TAKES: dict[str, _Take] = {
    "administrativestatus": _status,
    "usagestatus": _status,
    "normativeauthorization": _status,
    "status": _status,
    "termstatus": _status,
    "termtype": _term_type,
    "partofspeech": _part_of_speech,
    "geographicalusage": _region,
    "reading": _reading,
    "pinyin": _reading,
    "context": _context,
    "example": _context,
    "source": _attested,
    "subjectfield": _subject_field,
    "domain": _subject_field,
    "definition": _definition,
    "descrip": _definition,  # Weblate's explanation has no type
    "explanation": _definition,
    "note": _note,
    "usagenote": _note,
    "crossreference": _reference,
    "externalcrossreference": _address,
}
_PICKLISTS = frozenset(
    {"administrativestatus", "usagestatus", "normativeauthorization", "status", "termtype", "partofspeech"}
)
