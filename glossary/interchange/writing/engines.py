"""Glossaries of translation engines: each source once, and not a byte more than the engine takes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from glossary.interchange.writing.best import Best, Line
from glossary.interchange.writing.characters import cell_fault, on_one_line
from glossary.interchange.writing.model import Content
from glossary.interchange.writing.pairing import Row, Rule, pairs
from glossary.interchange.writing.remarks import nearest
from glossary.interchange.writing.spool import private_database
from glossary.interchange.writing.tables import csv_line, tsv_line
from glossary.model import PartOfSpeech, Status, Term


@dataclass(frozen=True, slots=True)
class _Limits:
    """The bytes of UTF-8 that an engine takes in a term and in a file."""

    term: int
    file: int


# DeepL's openapi.yaml; https://cloud.google.com/translate/quotas; Azure's service limits of document translation;
# Amazon's guidelines and quotas of custom terminology.
_DEEPL = _Limits(1024, 10 * 1024 * 1024)
_GOOGLE = _Limits(1024, 10_485_760)
_AZURE = _Limits(1024, 10_000_000)
_AMAZON = _Limits(200, 10_485_760)


def write_deepl(content: Content) -> Iterator[str]:
    """Write two columns of TSV without a heading."""
    yield from _fitting(
        content, _DEEPL, cell_fault, lambda row, target: tsv_line((row.source.term, target.term))
    )


def write_google(content: Content) -> Iterator[str]:
    """Write a unidirectional glossary: two columns of CSV without a heading."""
    yield from _fitting(
        content, _GOOGLE, cell_fault, lambda row, target: csv_line((row.source.term, target.term))
    )


def write_google_terms(content: Content) -> Iterator[str]:
    """Write an equivalent term set: CSV with a heading of language codes, a part of speech and a description."""
    yield csv_line((content.source.tag, content.target.tag, "pos", "description"))
    yield from _fitting(content, _GOOGLE, cell_fault, lambda row, target: _google_terms(row, target, content))


def write_azure(content: Content) -> Iterator[str]:
    """Write two columns of TSV without a heading."""
    yield from _fitting(
        content, _AZURE, cell_fault, lambda row, target: tsv_line((row.source.term, target.term))
    )


def write_amazon(content: Content) -> Iterator[str]:
    """Write two columns of CSV headed by language codes."""
    yield csv_line((content.source.tag, content.target.tag))
    yield from _fitting(
        content, _AMAZON, _amazon_fault, lambda row, target: csv_line((row.source.term, target.term))
    )


def _google_terms(row: Row, target: Term, content: Content) -> str:
    part = row.source.part_of_speech
    spoken = "" if part is PartOfSpeech.OTHER else "noun" if part is PartOfSpeech.PROPER_NOUN else part.value
    description = on_one_line(nearest(row.concept.definition, content.target))
    return csv_line((row.source.term, target.term, spoken, description))


def _amazon_fault(text: str) -> str | None:
    if text.startswith(("=", "+", "-", "@")):
        return f"begins with {text[0]}, which Amazon refuses"
    return cell_fault(text)


def _fitting(
    content: Content, limits: _Limits, rule: Rule, line: Callable[[Row, Term], str]
) -> Iterator[str]:
    def fault(text: str) -> str | None:
        # In this order: what has no UTF-8 has no bytes to count.
        return rule(text) or _too_long(text, limits.term)

    with private_database() as database:
        best = Best(database)
        for row, target in pairs(content, fault):
            # chip is the preferred term of one concept and a synonym in another: the first is what is meant.
            weight = int(row.source.status is not Status.PREFERRED)
            loser = best.offer(Line(row.source.term, weight, row.concept.id, line(row, target)))
            if loser is not None:
                content.omissions.add(loser, row.source.term, "stands there already")
        yield from _as_much_as_fits(best, limits.file, content)


def _as_much_as_fits(lines: Iterable[Line], most: int, content: Content) -> Iterator[str]:
    left = most - sum(len(language.tag) + 20 for language in content.languages)  # room for the heading
    for line in lines:
        left -= len(line.text.encode())
        if left < 0:
            reason = f"is beyond the {most:,} bytes that the engine takes"
            content.omissions.add(line.concept_id, line.source, reason)
        else:
            yield line.text


def _too_long(text: str, most: int) -> str | None:
    return f"is longer than {most} bytes" if len(text.encode()) > most else None
