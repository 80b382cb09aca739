"""YAML that an editor writes: read with the line of every value, so that each complaint can name it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from translations.complaints import Complaint, ContentError

# libyaml where the wheel carries it, some ten times as fast; the same language either way.
_Loader: type[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Place = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed YAML file: plain `data`, and the line on which each value begins."""

    path: Path
    data: Any
    lines: dict[Place, int] = field(repr=False)

    def line(self, place: Place) -> int:
        """Return the line of the value at `place`, or of the nearest thing around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def complaint(self, place: Place, message: str, mend: str) -> Complaint:
        """Complain about the value at `place`, for instance ``("concepts", 3, "id")``."""
        return Complaint(str(self.path), self.line(place), _shown(self.value(place)), message, mend)

    def value(self, place: Place) -> Any:
        """Return the value at `place`, or None where there is none."""
        value = self.data
        for step in place:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return None
        return value


def read_document(path: Path) -> Document:
    """Read the YAML file at `path`; `ContentError` when it is no UTF-8, no YAML, or repeats a key.

    Every scalar stays the text that the editor wrote, so that ``no`` and ``2025-12`` are not
    turned into something else (YAML 1.2's failsafe schema).
    """
    octets = _octets(path)
    try:
        return _parse(path, octets.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = octets[: error.start].count(b"\n") + 1
        fault = Complaint(str(path), line, "", "the file is not UTF-8", "save it as UTF-8")
        raise ContentError([fault]) from error


def _octets(path: Path) -> bytes:
    try:
        if path.exists() and not path.is_file():  # a pipe would keep us waiting
            fault = Complaint(str(path), 0, "", "this is no file", "remove it, or give it another name")
            raise ContentError([fault])
        return path.read_bytes()
    except OSError as error:
        fault = Complaint(str(path), 0, "", f"{error.strerror}", "put a file there that can be read")
        raise ContentError([fault]) from error


def _parse(path: Path, text: str) -> Document:
    reading = _Reading(str(path))
    try:
        node = yaml.compose(text, Loader=_Loader)
        data = reading.plain(node, ()) if node is not None else None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        message = f"the file is not YAML: {error.problem}"
        mend = "check quotes, colons and indentation on this line and the one before"
        raise ContentError([Complaint(str(path), line, _line_of(text, line), message, mend)]) from error
    except RecursionError as error:
        fault = Complaint(
            str(path), 1, "", "the file is nested without end", "write it as docs/content.md shows"
        )
        raise ContentError([fault]) from error
    except yaml.YAMLError as error:  # control characters
        told = " ".join(str(error).split())[:200]
        fault = Complaint(str(path), 1, "", f"the file is not YAML: {told}", "remove what is named")
        raise ContentError([fault]) from error
    if reading.faults:
        raise ContentError(reading.faults)
    return Document(path, data, reading.lines)


class _Reading:
    """One walk over the nodes of a file: plain data comes out, lines and faults stay here."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Place, int] = {}
        self.faults: list[Complaint] = []
        self._walked: set[int] = set()

    def plain(self, node: yaml.Node, place: Place) -> Any:
        self.lines[place] = node.start_mark.line + 1
        if isinstance(node, yaml.ScalarNode):
            return None if node.tag == "tag:yaml.org,2002:null" else node.value
        if id(node) in self._walked:  # an alias: a few of them nested grow without bound
            self._fault(node, "", "anchors and aliases are not read here", "write the value out")
            return None
        self._walked.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(item, (*place, n)) for n, item in enumerate(node.value)]
        return {key: self.plain(value, (*place, key)) for key, value in self._unique(node)}

    def _unique(self, node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
        seen = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                self._fault(key, name, "this key stands twice in one mapping", "keep one of them")
            else:
                seen.add(name)
                yield name, value

    def _fault(self, node: yaml.Node, value: str, message: str, mend: str) -> None:
        self.faults.append(Complaint(self.file, node.start_mark.line + 1, value, message, mend))


def _line_of(text: str, line: int) -> str:
    lines = text.splitlines()
    return _shown(lines[line - 1].strip()) if line <= len(lines) else ""


def _shown(value: Any) -> str:
    text = "" if value is None or isinstance(value, dict | list) else str(value)
    return text if len(text) <= 60 else text[:59] + "…"
