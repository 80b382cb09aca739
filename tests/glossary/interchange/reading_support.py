"""What the tests of readers share: a file read to its end, and concepts told in lines that a person can check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from glossary import Concept, PartOfSpeech, SubjectField, Term, TermType
from glossary.interchange.reading import Format, Options, Refused, Seen, SubjectFields, open_glossary
from translations import PartialText


@dataclass(frozen=True)
class Read:
    """All that is in a file."""

    format: Format
    concepts: list[Concept]
    refused: list[Refused]
    left_out: dict[str, int]
    fields: list[SubjectField]

    @property
    def lines(self) -> list[str]:
        """The concepts in lines."""
        return [line for concept in self.concepts for line in told(concept)]

    @property
    def complaints(self) -> list[str]:
        """What is refused, without the folder."""
        return [str(refused.complaint).rpartition("/glossaries/")[2] for refused in self.refused]


def read(path: Path, options: Options = Options()) -> Read:  # noqa: B008 - frozen
    fields, seen = SubjectFields(options.known_fields, options.subject_field), Seen()
    reading = open_glossary(path, options, fields, seen)
    entries = list(reading.entries)
    seen.close()
    return Read(
        reading.format,
        [entry for entry in entries if isinstance(entry, Concept)],
        [entry for entry in entries if isinstance(entry, Refused)],
        dict(reading.left_out.counts),
        list(fields),
    )


def told(concept: Concept) -> Iterator[str]:
    """Tell a concept: what is as usual goes without saying."""
    yield " ".join(
        [f"{concept.id} ({concept.subject_field})"]
        + [
            f"{name}={', '.join(values)}"
            for name, values in (("related", concept.related), ("xrefs", concept.xrefs))
            if values
        ]
        + [f"definition {_text(concept.definition)}"] * (concept.definition is not None)
        + [f"note {_text(concept.note)}"] * (concept.note is not None)
    )
    for term in concept.terms:
        yield "  " + " ".join(_term(term))


def _term(term: Term) -> Iterator[str]:
    yield f"{term.lang} {term.term}"
    if term.reading:
        yield f"[{term.reading}]"
    yield term.status.value
    if term.term_type is not TermType.FULL_FORM:
        yield term.term_type.value
    if term.part_of_speech is not PartOfSpeech.OTHER:
        yield term.part_of_speech.value
    for name in ("geographical_usage", "use", "context", "source"):
        if getattr(term, name) is not None:
            yield f"{name}={getattr(term, name)}"
    if term.note:
        yield f"note {_text(term.note)}"


def _text(text: PartialText | None) -> str:
    return " ".join(f"{tag}: {words}" for tag, words in text.items()) if text else ""
