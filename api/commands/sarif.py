"""Verdicts as SARIF 2.1.0 (OASIS), for code scanning and editors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

from api.commands.bilingual import Bilingual, Checked
from api.commands.sarif_rules import rules
from api.json_text import legible
from translations import ReaderLocale
from translations.checking import Issue, IssueKind, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
# SARIF's schema knows regions, but no scripts.
_LANGUAGES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "en": "en"}
_RULES = {kind: n for n, kind in enumerate(IssueKind)}


def write_sarif(files: Bilingual, reader: ReaderLocale, echo: Callable[[str], object]) -> int:
    """Write one SARIF log; return the number of issues.

    It is written at the end: only segments that are wrong are in it, and no viewer takes more than
    some thousands.
    """
    seen: Counter[str] = Counter()
    results = [
        _result(issue, found, files, seen)
        for found in files.checked(reader)
        for issue in found.verdict.issues
    ]
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(results, reader)]}
    echo(legible(log))
    return len(results)


def _run(results: list[dict[str, Any]], reader: ReaderLocale) -> dict[str, Any]:
    driver = {"name": "Duizhao", "version": version("duizhao"), "rules": rules()}
    return {
        "tool": {"driver": driver},
        "language": _LANGUAGES[reader.content],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }


def _result(issue: Issue, found: Checked, files: Bilingual, seen: Counter[str]) -> dict[str, Any]:
    target = _location(files.target, found.line, found.segment.target, issue.target, files.aligned)
    source = _location(files.source, found.unit.line, found.segment.source, issue.source, files.aligned)
    result = {
        "ruleId": issue.kind.value,
        "ruleIndex": _RULES[issue.kind],
        "level": issue.severity.value,
        "message": {"text": "\n".join(_message(issue))},
        "locations": [target | _name(found)],
        "relatedLocations": [
            {"id": 1, **source, "message": {"text": _words(issue.source, found.segment.source)}}
        ],
        "partialFingerprints": {"duizhao/v1": _fingerprint(issue, found, seen)},
    }
    fix = _fix(issue, target)
    return {**result, "fixes": [fix]} if fix else result


def _message(issue: Issue) -> Iterator[str]:
    yield issue.message
    if issue.suggestion is not None:
        yield f"→ {issue.suggestion}"


def _location(path: Path, line: int | None, text: str, span: Span | None, aligned: bool) -> dict[str, Any]:
    """Where `span` of `text` stands: exactly in a text whose lines are its segments, else in the unit at `line`."""
    physical: dict[str, Any] = {"artifactLocation": _artifact(path)}
    if line is not None:
        physical["region"] = {"startLine": line, "snippet": {"text": text}}
        if aligned and span is not None:
            exact = {"startColumn": span.start + 1, "endColumn": span.end + 1, "snippet": {"text": span.text}}
            physical["region"] |= exact
            physical["contextRegion"] = {"startLine": line, "snippet": {"text": text}}
    return {"physicalLocation": physical}


def _artifact(path: Path) -> dict[str, Any]:
    """Name `path` from the working directory, where code scanning looks; a file elsewhere by its whole address."""
    try:
        return {"uri": quote(path.resolve().relative_to(Path.cwd()).as_posix()), "uriBaseId": "%SRCROOT%"}
    except ValueError:
        return {"uri": path.resolve().as_uri()}


def _name(found: Checked) -> dict[str, Any]:
    return {"logicalLocations": [{"name": found.unit.id}]} if found.unit.id else {}


def _words(span: Span | None, text: str) -> str:
    return span.text if span else text


def _fingerprint(issue: Issue, found: Checked, seen: Counter[str]) -> str:
    """What stays the same when other segments come or go; a segment that stands twice has a second one."""
    spans = (span.text if span else "" for span in (issue.source, issue.target))
    told = "\0".join([issue.kind, *spans, found.segment.source])
    seen[told] += 1
    if seen[told] > 1:
        told += f"\0{seen[told]}"
    return sha256(told.encode("utf-8", "replace")).hexdigest()


def _fix(issue: Issue, location: dict[str, Any]) -> dict[str, Any] | None:
    physical = location["physicalLocation"]
    region = physical.get("region", {})
    if issue.suggestion is None or "startColumn" not in region:
        return None
    place = {name: region[name] for name in ("startLine", "startColumn", "endColumn")}
    replacement = {"deletedRegion": place, "insertedContent": {"text": issue.suggestion}}
    changes = [{"artifactLocation": physical["artifactLocation"], "replacements": [replacement]}]
    return {"description": {"text": issue.suggestion}, "artifactChanges": changes}
