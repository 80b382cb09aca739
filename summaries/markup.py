"""Sentences as an editor writes them, with references to terms and figures, and as a reader sees them.

``[words](term:ID)`` shows the words; ``[](figure:ID)`` shows what the formatter writes for the figure,
``[](figure:ID/long)`` one of its other forms, ``[](figure:ID/period)`` its period.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

FORMS = ("text", "long", "short", "exact", "period")

_REFERENCE = re.compile(
    r"\[(?P<words>[^\[\]]*)\]\((?P<kind>term|figure):(?P<id>[a-z][a-z0-9-]*)(?:/(?P<form>[a-z]+))?\)"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference within a sentence: `kind` is ``term`` (shows `words`) or ``figure`` (shows its `form`)."""

    kind: str
    id: str
    words: str = ""
    form: str = "text"


@dataclass(frozen=True, slots=True)
class Span:
    """Where a term or figure stands in a rendered text; code points, `end` exclusive."""

    start: int
    end: int
    kind: str
    id: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A sentence as a reader sees it, and where its terms and figures stand."""

    text: str
    spans: tuple[Span, ...]


def parse(markup: str) -> Iterator[str | Reference]:
    """Split `markup` into plain text and references, in order."""
    end = 0
    for match in _REFERENCE.finditer(markup):
        if match.start() > end:
            yield markup[end : match.start()]
        yield Reference(match["kind"], match["id"], match["words"], match["form"] or "text")
        end = match.end()
    if end < len(markup):
        yield markup[end:]


def references(markup: str, kind: str) -> list[Reference]:
    """Return the references of one `kind` in `markup`, in order."""
    return [part for part in parse(markup) if isinstance(part, Reference) and part.kind == kind]


def render(markup: str, write_figure: Callable[[str, str], str]) -> Rendered:
    """Render `markup`; `write_figure` takes a figure's id and the form wanted."""
    text, spans = "", []
    for part in parse(markup):
        if isinstance(part, str):
            text += part
            continue
        shown = part.words if part.kind == "term" else write_figure(part.id, part.form)
        spans.append(Span(len(text), len(text) + len(shown), part.kind, part.id))
        text += shown
    return Rendered(_capitalized(text), tuple(spans))


def _capitalized(text: str) -> str:
    """Capitalize a sentence that begins with a figure ("about half of …"); Chinese has no case."""
    return text[:1].upper() + text[1:] if len(text[:1].upper()) == 1 else text
