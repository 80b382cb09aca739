"""Our JSON export, read a concept at a time, however it is laid out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NoReturn

from glossary.interchange.reading.concepts import ConceptBuilder
from glossary.interchange.reading.fields import SubjectFields
from glossary.interchange.reading.model import Options, Refused
from glossary.interchange.reading.plain import NoConcept, draft_of
from glossary.model import Concept
from translations import CONTENT_LANGUAGES, LocalizedText
from translations.files import BadFile
from translations.files.textfile import TextFile

_CHUNK = 1 << 16
_LONGEST_VALUE = 4 << 20
_BLANKS = " \t\n\r"
_MEND = "export it again; docs/importing.md shows the form"


def read_json(
    file: TextFile, options: Options, builder: ConceptBuilder, fields: SubjectFields
) -> Iterator[Concept | Refused]:
    """Yield the ``concepts`` of an object, or the members of an array."""
    text = _Text(file, options)
    opening = text.next_mark()
    if opening == "[":
        yield from _concepts(text, builder)
    elif opening == "{":
        yield from _members(text, builder, fields)
    else:
        text.bad("this is neither an object nor an array")


def _members(text: _Text, builder: ConceptBuilder, fields: SubjectFields) -> Iterator[Concept | Refused]:
    any_concepts = False
    while (mark := text.peek()) != "}":
        if mark == ",":
            text.next_mark()
        key = text.value()
        if not isinstance(key, str) or text.next_mark() != ":":
            text.bad("a key is expected here")
        if key in ("concepts", "items"):
            if text.next_mark() != "[":
                text.bad(f"{key} is no array")
            any_concepts = True
            yield from _concepts(text, builder)
        else:
            value = text.value()
            if key == "subject_fields":
                _add_fields(value, fields)
    if not any_concepts:
        text.bad("the object has no concepts")


def _concepts(text: _Text, builder: ConceptBuilder) -> Iterator[Concept | Refused]:
    """Yield the concepts of the array that is open."""
    while (mark := text.peek()) != "]":
        if mark == ",":
            text.next_mark()
            text.peek()
        line = text.line
        data = text.value()
        try:
            draft = draft_of(data, lambda place, line=line: line, builder.left_out)  # type: ignore[misc]
        except NoConcept as error:
            yield builder.refused(line, error.value, str(error), _MEND)
        else:
            yield from builder.build(draft)
    text.next_mark()


def _add_fields(value: object, fields: SubjectFields) -> None:
    for field in value if isinstance(value, list) else ():
        title = field.get("title") if isinstance(field, dict) else None
        if not isinstance(title, dict) or not isinstance(field.get("id"), str):
            continue
        if all(isinstance(title.get(tag), str) for tag in CONTENT_LANGUAGES):
            fields.titled(field["id"], LocalizedText.from_mapping(title))


class _Text:
    """The text of a file as it is decoded, value by value, with no more of it in memory than a value needs."""

    def __init__(self, file: TextFile, options: Options) -> None:
        self._path = file.path
        self._pieces = file.read(_CHUNK, watch=options.watch)
        self._decoder = json.JSONDecoder()
        self._buffer = ""
        self._at = 0
        self._ends_before = 0

    @property
    def line(self) -> int:
        """The line of what comes next."""
        return 1 + self._ends_before + self._buffer.count("\n", 0, self._at)

    def bad(self, fault: str) -> NoReturn:
        """Complain about what comes next."""
        raise BadFile(self._path, self.line, f"is not such JSON as Duizhao writes: {fault}", _MEND)

    def peek(self) -> str:
        """Return the next character that is no blank."""
        while True:
            while self._at < len(self._buffer) and self._buffer[self._at] in _BLANKS:
                self._at += 1
            if self._at < len(self._buffer):
                return self._buffer[self._at]
            if not self._more(_CHUNK):
                self.bad("it ends too early")

    def next_mark(self) -> str:
        """Take the next character that is no blank."""
        mark = self.peek()
        self._at += 1
        return mark

    def value(self) -> object:
        """Take the next value."""
        self.peek()
        wanted = _CHUNK
        while True:
            try:
                value, end = self._decoder.raw_decode(self._buffer, self._at)
            except json.JSONDecodeError as error:
                if not self._more(wanted):
                    self._at = min(error.pos, len(self._buffer))
                    self.bad(error.msg)
                wanted *= 2
            except RecursionError:
                self.bad("it is nested without end")
            else:
                # A number may go on in the next piece; no value of ours ends with one.
                self._at = end
                return value

    def _more(self, wanted: int) -> bool:
        """Read some `wanted` characters more, False when there are none."""
        if len(self._buffer) - self._at > _LONGEST_VALUE:
            self.bad(f"a value is longer than {_LONGEST_VALUE:,} characters, or is not closed")
        self._ends_before += self._buffer.count("\n", 0, self._at)
        pieces = [self._buffer[self._at :]]
        self._at = 0
        got = 0
        while got < wanted and (piece := next(self._pieces, "")):
            pieces.append(piece)
            got += len(piece)
        self._buffer = "".join(pieces)
        return got > 0
