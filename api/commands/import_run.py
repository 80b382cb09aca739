"""An import from its files to the report: all in one swap, with a progress bar where somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Self

import click

from api.commands.import_report import Report
from api.commands.options import Refusal
from api.commands.terminal import harmless
from api.imports import ImportMode, import_concepts
from api.index import open_index
from api.settings import Settings
from glossary import Concept, Glossary, SubjectField
from glossary.interchange.reading import Format, Options, Reading, Refused, Seen, SubjectFields, open_glossary
from glossary.store.changes import ChangeCounts
from translations.files import BadFile


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says of an import; `strict` imports nothing where anything is refused."""

    mode: ImportMode
    dry_run: bool
    strict: bool
    options: Options


def run_import(
    settings: Settings,
    paths: tuple[Path, ...],
    mode: str,
    form: str | None,
    said: Mapping[str, Any],
    report_file: Path | None,
    *,
    dry_run: bool,
    strict: bool,
    as_json: bool,
) -> bool:
    """Do what the command line says (`said` is the rest of it), and tell it; return whether every entry was taken."""
    options = Options(
        subject_field=said["field"],
        source_lang=said["source_lang"],
        target_lang=said["target_lang"],
        columns=said["columns"],
        prefix=said["prefix"],
        format=Format(form) if form else None,
    )
    wanted = Wanted(ImportMode(mode), dry_run, strict, options)
    with report_file.open("w", encoding="utf-8") if report_file else nullcontext() as file:
        report = Report(lambda line: click.echo(line, err=True), file)
        complete = bring_in(settings, paths, wanted, report)
    for line in report.rest():
        click.echo(line, err=True)
    if as_json:
        click.echo(report.as_json(dry_run=dry_run))
    else:
        for line in report.lines(dry_run=dry_run):
            click.echo(harmless(line))
    return complete


class _NotImported(Exception):
    """Stops an import before anything is changed; the report says why."""


def bring_in(settings: Settings, paths: Sequence[Path], wanted: Wanted, report: Report) -> bool:
    """Import the glossaries at `paths` and fill `report`; return whether every entry was taken.

    `Refusal` where a file cannot be read; then, as in every other failure, nothing is changed.
    """
    options = replace(wanted.options, known_fields=_known_fields(settings))
    fields = SubjectFields(options.known_fields, options.subject_field)
    with closing(Seen()) as seen:
        try:
            with _Progress(paths) as progress:
                watched = replace(options, watch=progress.update)
                # Each is opened before anything is built: a file that is not there is no fault of the index.
                readings = [open_glossary(path, watched, fields, seen) for path in paths]
                concepts = _taken(readings, report, progress, strict=wanted.strict)
                changes = _imported(settings, concepts, fields, wanted)
        except BadFile as error:
            raise Refusal(f"{error}; nothing was imported") from error
        except _NotImported:
            return False
    report.changes = changes
    return not report.refused


def _imported(
    settings: Settings, concepts: Iterator[Concept], fields: SubjectFields, wanted: Wanted
) -> ChangeCounts:
    return import_concepts(settings, concepts, wanted.mode, subject_fields=fields, dry_run=wanted.dry_run)


def _known_fields(settings: Settings) -> tuple[SubjectField, ...]:
    with closing(open_index(settings)) as index:
        return Glossary(index.query).subject_fields()


def _taken(
    readings: Iterable[Reading], report: Report, progress: _Progress, *, strict: bool
) -> Iterator[Concept]:
    """Yield the concepts and tell `report` of all else; `_NotImported` where the end shows that nothing may be."""
    for reading in readings:
        report.begin(reading)
        for entry in reading.entries:
            if isinstance(entry, Refused):
                report.refuse(entry)
            else:
                report.take()
                yield entry
    if not report.taken or (strict and report.complaints):
        raise _NotImported
    progress.all_is_read()


class _Progress:
    """A bar over the bytes of the files, on standard error where somebody is watching."""

    def __init__(self, paths: Iterable[Path]) -> None:
        stream = sys.stderr
        size = sum(path.stat().st_size for path in paths if path.is_file())
        self._bar = click.progressbar(length=size, label="Reading", file=stream) if stream.isatty() else None

    def update(self, count: int) -> None:
        """Move on by so many bytes."""
        if self._bar:
            self._bar.update(count)

    def all_is_read(self) -> None:
        """Say what takes the rest of the time."""
        if self._bar:
            self._bar.finish()
            self._bar.render_finish()
            self._bar = None
            click.echo("Making the index", err=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        if self._bar:
            self._bar.render_finish()
