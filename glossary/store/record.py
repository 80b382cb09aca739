"""A concept as it is stored: a shape, which many concepts share, and the texts that it fills the shape with.

The shape is the concept's JSON with gaps for its texts, and which of the texts are its terms, their keys and
readings. So a record takes little room, and its JSON is there by one join, without parsing.
"""

from __future__ import annotations

import base64
import json
import re
import sys
import zlib
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Any, NamedTuple

from glossary.json_form import concept_to_json
from glossary.model import Concept
from glossary.store.keys import WEIGHTS, Entry
from translations import CONTENT_LANGUAGES

# ASCII's unit separator: JSON writes control characters as escapes, and keys have none.
_UNIT = b"\x1f"
_MOST_SHAPES = 4096  # what comes later carries its shape itself
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_TEXT = re.compile(
    r'"(?:concept_type|subject_field|status|term_type|part_of_speech|geographical_usage)":"[^"\\]*"'
    r'|"(?:[^"\\]|\\.)*":'
    r'|"((?:[^"\\]|\\.)*)"'
)


class TermLine(NamedTuple):
    """A term as a search needs it; `key` is folded, `reading` the one it is found by; ``""`` where there is none."""

    key: str
    lang: str
    status: str
    term: str
    use: str
    reading: str


class Line(NamedTuple):
    """A term of a shape: which texts are its key, itself, its reading and what to use instead (0: there is none)."""

    key: int
    term: int
    reading: int
    use: int
    lang: str
    status: str
    weight: int


class Group(NamedTuple):
    """Terms of a shape that have the same key, or the same key and reading, and by the reader's language the one to name."""

    key: int
    lines: tuple[Line, ...]
    named: dict[str, Line]


class Shape:
    """What records have in common."""

    def __init__(self, deflated: bytes) -> None:
        data = json.loads(zlib.decompress(deflated))
        self.field: str = data["field"]
        self.lines = tuple(Line._make([*line, WEIGHTS[line[-1]]]) for line in data["lines"])
        self.keyed = _groups(self.lines, attrgetter("key"))
        self.read = _groups(self.lines, attrgetter("key", "reading"), read=True)
        self._sections: list[int] = data["sections"]
        pieces = [_encoded(piece) for piece in data["pieces"]]
        self._pieces = [piece for pair in zip(pieces, pieces, strict=True) for piece in pair][:-1]
        self._end = self._pieces[-1].removesuffix(b"}")
        self._texts: Callable[[Sequence[bytes]], Iterable[bytes]] = _getter(data["gaps"])

    def filled(self, texts: Sequence[bytes]) -> list[bytes]:
        """Return the concept's JSON in pieces to be joined."""
        pieces = self._pieces[:]
        pieces[1::2] = self._texts(texts)
        return pieces

    def filled_open(self, texts: Sequence[bytes]) -> list[bytes]:
        """Return the concept's JSON in pieces, without the brace that closes it."""
        pieces = self.filled(texts)
        pieces[-1] = self._end
        return pieces

    def sections(self, texts: Sequence[bytes]) -> tuple[str, ...]:
        """Return the sections that use the concept."""
        return tuple(unescaped(texts[at]) for at in self._sections)


class Record:
    """A stored concept. Nothing is made of its texts before it is asked for: an answer has twenty of them."""

    __slots__ = ("shape", "texts")

    def __init__(self, shape: Shape, texts: list[bytes]) -> None:
        self.shape = shape
        self.texts = texts

    @property
    def fragment(self) -> str:
        """The concept as ready JSON."""
        return b"".join(self.shape.filled(self.texts)).decode()

    @property
    def field(self) -> str:
        """The subject field."""
        return self.shape.field

    @property
    def sections(self) -> tuple[str, ...]:
        """The sections that use it."""
        return self.shape.sections(self.texts)

    def line(self, line: Line) -> TermLine:
        """Return a term with its texts."""
        texts = self.texts
        return TermLine(
            texts[line.key].decode(),
            line.lang,
            line.status,
            unescaped(texts[line.term]),
            unescaped(texts[line.use]) if line.use else "",
            unescaped(texts[line.reading]) if line.reading else "",
        )


class RecordReader:
    """Reads records by the shapes of their index, each of which is read once."""

    def __init__(self, deflated: Callable[[int], bytes]) -> None:
        self._deflated = deflated
        self._shapes: dict[bytes, Shape] = {}

    def read(self, data: bytes) -> Record:
        """Return the record that `Shapes` numbered."""
        texts = data.split(_UNIT)
        shape = self._shapes.get(texts[0])
        return Record(shape or self._shape(texts), texts)

    def _shape(self, texts: list[bytes]) -> Shape:
        number = texts[0]
        if not number:
            return Shape(base64.b64decode(texts.pop(1)))
        self._shapes[number] = Shape(self._deflated(int(number)))
        return self._shapes[number]


def reader_over(query: Callable[[str, Sequence[object]], list[tuple[Any, ...]]]) -> RecordReader:
    """Return the reader of the records of the index behind `query`."""
    return RecordReader(
        lambda number: bytes(query("SELECT shape FROM shape WHERE number = ?", (number,))[0][0])
    )


class Unshaped(NamedTuple):
    """A record on its way into an index: its shape, which has no number yet, and its texts."""

    shape: str
    texts: bytes


def unshaped(concept: Concept, entries: Sequence[Entry]) -> Unshaped:
    """Return what is stored of `concept`, whose terms are `entries`."""
    chinese = {
        escaped(text) for e in entries if e.term.lang != "en" for text in (e.term.term, e.reading) if text
    }
    draft = _Draft(_ENCODER.encode(concept_to_json(concept)), chinese)
    shape = {
        "field": concept.subject_field,
        "lines": [draft.line(entry) for entry in entries],
        "sections": [draft.place(escaped(section)) for section in concept.sections],
        "pieces": draft.pieces,
        "gaps": draft.gaps,
    }
    # One object for each shape: pickled once where many records go from one process to another.
    text = sys.intern(_ENCODER.encode(shape))
    return Unshaped(text, _UNIT.join(part.encode() for part in draft.texts))


class Shapes:
    """The shapes of an index while it is written."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def record(self, record: Unshaped) -> bytes:
        """Return the record as it is stored."""
        number = self._numbers.get(record.shape)
        if number is None and len(self._numbers) < _MOST_SHAPES:
            number = self._numbers[record.shape] = len(self._numbers) + 1
        # No byte of base64 is the separator.
        head = _UNIT + base64.b64encode(_deflated(record.shape)) if number is None else b"%d" % number
        return _UNIT.join((head, record.texts))

    def numbered(self) -> Iterator[tuple[int, bytes]]:
        """Yield each shape with its number."""
        return ((number, _deflated(text)) for text, number in self._numbers.items())


def _deflated(shape: str) -> bytes:
    return zlib.compress(shape.encode(), 9)


class _Draft:
    """A record while its texts are taken out of its JSON.

    Only `shared` texts, which are there twice as a rule, are kept once: every text that happens to be like another would
    make another shape.
    """

    def __init__(self, fragment: str, shared: Container[str]) -> None:
        self.texts: list[str] = []
        self.pieces: list[str] = []
        self.gaps: list[int] = []
        self._places: dict[str, int] = {}
        end = 0
        for found in _TEXT.finditer(fragment):
            text = found[1]
            if text is not None:
                self.pieces.append(fragment[end : found.start(1)])
                self.gaps.append(self.place(text) if text in shared else self._new_place(text))
                end = found.end(1)
        self.pieces.append(fragment[end:])

    def place(self, text: str) -> int:
        """Return where `text` stands among the texts; the first place is the shape's."""
        return self._places.get(text) or self._new_place(text)

    def line(self, entry: Entry) -> list[Any]:
        term = entry.term
        use = self.place(escaped(term.use)) if term.use else 0
        reading = self.place(escaped(entry.reading)) if entry.reading else 0
        key = self._new_place(entry.folded) if term.lang == "en" else self.place(entry.folded)
        return [key, self.place(escaped(term.term)), reading, use, term.lang, term.status.value]

    def _new_place(self, text: str) -> int:
        self.texts.append(text)
        self._places.setdefault(text, len(self.texts))
        return len(self.texts)


def escaped(text: str) -> str:
    """Return `text` as it stands between the quotes of JSON."""
    return _ENCODER.encode(text)[1:-1]


def unescaped(data: bytes) -> str:
    """Return what stands between the quotes of JSON."""
    text = data.decode()
    return str(json.loads(f'"{text}"')) if "\\" in text else text


@lru_cache(maxsize=4096)
def _encoded(piece: str) -> bytes:
    """Return a piece of JSON as bytes, which the shapes that have it share."""
    return piece.encode()


def _groups(
    lines: Iterable[Line], same: Callable[[Line], object], *, read: bool = False
) -> tuple[Group, ...]:
    found: dict[object, list[Line]] = {}
    for line in lines:
        if line.reading or not read:
            found.setdefault(same(line), []).append(line)
    return tuple(_group(tuple(own)) for own in found.values())


@lru_cache(maxsize=4096)
def _group(lines: tuple[Line, ...]) -> Group:
    """Return the group of `lines`, which the shapes that have it share."""
    return Group(lines[0].key, lines, _named(lines))


def _named(lines: Iterable[Line]) -> dict[str, Line]:
    return {
        reader: min(lines, key=lambda line: (line.weight, line.lang != reader))
        for reader in CONTENT_LANGUAGES
    }


def _getter(places: list[int]) -> Callable[[Sequence[bytes]], Iterable[bytes]]:
    if len(places) == 1:
        return lambda texts: (texts[places[0]],)
    return itemgetter(*places)
