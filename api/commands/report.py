"""Verdicts for a person to read: an issue at a time, as a compiler tells them, and a line that sums up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from api.commands.bilingual import Bilingual, Checked
from api.commands.terminal import harmless, in_context, shortened
from translations import ReaderLocale, resolve
from translations.bitexts import Skip
from translations.checking import Issue, Span

_LABEL_WIDTH = 8
_LONGEST_TEXT = 60


def write_report(files: Bilingual, reader: ReaderLocale, echo: Callable[[str], object]) -> int:
    """Write each issue as it is found, then the counts; return the number of issues."""
    kinds: Counter[str] = Counter()
    segments = 0
    for found in files.checked(reader):
        segments += 1
        for issue in found.verdict.issues:
            kinds[_words(issue.kind)] += 1
            echo("\n".join(_told(issue, found, files)) + "\n")
    echo(_summary(segments, files.bitext.skipped, kinds))
    return kinds.total()


def _told(issue: Issue, found: Checked, files: Bilingual) -> Iterator[str]:
    segment = found.segment
    yield f"{_place(found, files)}: {issue.severity}: {_words(issue.kind)}: {harmless(issue.message)}"
    yield _line("source", _quoted(segment.source, issue.source, segment.source_lang))
    yield _line("target", _quoted(segment.target, issue.target, segment.target_lang))
    if issue.suggestion is not None:
        yield _line("write" if issue.target else "add", harmless(issue.suggestion))


def _place(found: Checked, files: Bilingual) -> str:
    line = f":{found.line}" if found.line else ""
    name = f": {shortened(harmless(found.unit.id), _LONGEST_TEXT)}" if found.unit.id else ""
    return f"{files.target}{line}{name}"


def _quoted(text: str, span: Span | None, tag: str) -> str:
    """The span in quotation marks of its language, among its neighbours; without a span how the text begins."""
    if span is None:
        return shortened(harmless(text.strip()), _LONGEST_TEXT)
    marks = "“”" if resolve(tag).content == "en" else "「」"
    return in_context(text, span.start, span.end, marks)


def _line(label: str, text: str) -> str:
    return f"  {label:<{_LABEL_WIDTH}}{text}"


def _summary(segments: int, skipped: Counter[Skip], kinds: Counter[str]) -> str:
    passed = "".join(f", {number} {_words(reason)}" for reason, number in skipped.most_common())
    listed = f" ({', '.join(f'{number} {kind}' for kind, number in kinds.most_common())})" if kinds else ""
    issues = f"{kinds.total() or 'no'} issue{'' if kinds.total() == 1 else 's'}"
    return f"{segments} segment{'' if segments == 1 else 's'} checked{passed}: {issues}{listed}"


def _words(name: str) -> str:
    return name.replace("_", " ")
