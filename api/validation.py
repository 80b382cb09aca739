"""``duizhao validate``: what content says, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from api.content import Content, read_content
from api.folders import ContentFolders
from api.json_text import legible
from api.proof import prove_against_source
from api.settings import BadSetting
from glossary.self_tests import FoundHit, failures
from summaries.authoring import ArticleFiles
from translations.complaints import Complaint, ContentError


@dataclass(frozen=True, slots=True)
class Report:
    """What was read, and every complaint."""

    folder: str
    concepts: int = 0
    articles: int = 0
    figures: int = 0
    tests: int = 0
    proved_against: str | None = None
    complaints: list[Complaint] = field(default_factory=list)


def validated(path: Path | None, source: Path | None, article: str | None) -> Report:
    """Check the content at `path` (shipped content: None), against the text in `source` when there is one."""
    folder = str(path) if path else "shipped content"
    if article and not source:
        raise BadSetting("--article says which article --source is; name the file, too")
    folders = ContentFolders.at(path)
    try:
        content = read_content(folders)
    except ContentError as error:
        return Report(folder, complaints=error.complaints)
    complaints = [*_failed_tests(content)]
    if source:
        complaints += prove_against_source(content, _chosen(content, article), _read(source))
    return Report(
        folder,
        len(content.glossary.concepts),
        len(content.articles),
        len(content.figures),
        len(content.glossary.tests),
        str(source) if source else None,
        complaints,
    )


def report_json(report: Report) -> str:
    """Return the report as JSON."""
    return legible({"ok": not report.complaints, **asdict(report)})


def report_lines(report: Report) -> str:
    """Return a line for each complaint, and one that sums up."""
    if report.complaints:
        count = len(report.complaints)
        return "\n".join([*map(str, report.complaints), f"{count} complaint{'s' if count > 1 else ''}"])
    proved = (
        f"; every quotation stands in {report.proved_against} and says its figure"
        if report.proved_against
        else ""
    )
    numbers = (
        (report.concepts, "concept"),
        (report.articles, "article"),
        (report.figures, "figure"),
        *([(report.tests, "test")] if report.tests else []),
    )
    counts = ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in numbers)
    return f"{report.folder}: {counts}: no complaint{proved}"


def _failed_tests(content: Content) -> Iterator[Complaint]:
    """Yield a complaint for each text in which the glossary does not find what its test says."""
    if not content.glossary.tests:
        return
    from glossary.recognition.of_concepts import reader  # numpy

    read = reader(content.glossary.concepts)

    def find(text: str, lang: str | None) -> list[FoundHit]:
        return [
            FoundHit(term.text, (term.meaning.concept.id, *term.meaning.others))
            for term in read(text, lang).terms
        ]

    yield from failures(content.glossary.tests, find)


def _chosen(content: Content, wanted: str | None) -> ArticleFiles:
    by_id = {files.article.id: files for files in content.article_files}
    if wanted is None and len(by_id) == 1:
        return next(iter(by_id.values()))
    if wanted not in by_id:
        raise BadSetting(
            f"--article: name the article that the source is: {', '.join(by_id) or 'there is none'}"
        )
    return by_id[wanted]


def _read(source: Path) -> str:
    try:
        return source.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadSetting(f"{source}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise BadSetting(f"{source}: not UTF-8 (byte {error.start}); convert it first") from error
