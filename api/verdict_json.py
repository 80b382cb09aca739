"""What a check found in a segment, as the API and the command line send it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from api.offsets import Offsets
from translations.checking import Issue, Segment, Span, Verdict

_Count = Callable[[int], int]


def verdict_json(
    segment: Segment, verdict: Verdict, offsets: Offsets = Offsets.CODE_POINTS
) -> dict[str, Any]:
    """Return the verdict on `segment`."""
    source, target = offsets.counter(segment.source), offsets.counter(segment.target)
    return {"ok": verdict.ok, "issues": [_issue(issue, source, target) for issue in verdict.issues]}


def _issue(issue: Issue, source: _Count, target: _Count) -> dict[str, Any]:
    told = {
        "kind": issue.kind.value,
        "severity": issue.severity.value,
        "message": issue.message,
        "source": _span(issue.source, source),
        "target": _span(issue.target, target),
        "suggestion": issue.suggestion,
    }
    return {**told, "term_id": issue.term_id} if issue.term_id else told


def _span(span: Span | None, count: _Count) -> dict[str, Any] | None:
    return {"start": count(span.start), "end": count(span.end), "text": span.text} if span else None
