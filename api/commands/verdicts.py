"""The forms in which ``duizhao check`` tells what it found."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from api.commands.bilingual import Bilingual
from api.commands.json_report import write_json
from api.commands.report import write_report
from api.commands.sarif import write_sarif
from translations import ReaderLocale

# Writes all that was found, line by line, and returns the number of issues.
Writer = Callable[[Bilingual, ReaderLocale, Callable[[str], object]], int]

WRITERS: Mapping[str, Writer] = MappingProxyType(
    {"report": write_report, "json": write_json, "sarif": write_sarif}
)
