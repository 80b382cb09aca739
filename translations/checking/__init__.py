"""Whether a translation says the same amounts and dates as its source."""

from translations.checking.check import check_figures, check_segment, compare_readings
from translations.checking.model import Check, Issue, IssueKind, Segment, Severity, Span, Verdict

__all__ = [
    "Check",
    "Issue",
    "IssueKind",
    "Segment",
    "Severity",
    "Span",
    "Verdict",
    "check_figures",
    "check_segment",
    "compare_readings",
]
