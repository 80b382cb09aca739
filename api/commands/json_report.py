"""Verdicts as JSON: what the API answers, with the place of each segment; written as it is found."""

from __future__ import annotations

import json
from collections.abc import Callable

from api.commands.bilingual import Bilingual
from api.verdict_json import verdict_json
from translations import ReaderLocale


def write_json(files: Bilingual, reader: ReaderLocale, echo: Callable[[str], object]) -> int:
    """Write one JSON document, a segment on each line; return the number of issues."""
    issues = 0
    before = '{"segments": ['
    for found in files.checked(reader):
        place = {"id": found.unit.id, "line": found.line}
        verdict = verdict_json(found.segment, found.verdict)
        echo(before)
        before = json.dumps({**place, **verdict}, ensure_ascii=False) + ","
        issues += len(found.verdict.issues)
    echo(before.removesuffix(","))
    echo("]}")
    return issues
