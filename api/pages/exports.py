"""The forms in which the glossary can be had, for a person to choose one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import url_for

from api.exporting import profiles
from api.negotiation import words
from api.pages.blueprint import page
from api.pages.view import View
from glossary.interchange.writing import Profile

# What most come for; the address may name any two languages.
_PAIRS = (("zh-Hans", "en"), ("zh-Hant", "en"), ("en", "zh-Hans"), ("en", "zh-Hant"))


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file in two languages, or in all (no `source`)."""

    source: str
    target: str
    href: str


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form: its id, what it is for, and its files."""

    id: str
    purpose: str
    files: tuple[FileLink, ...]


@dataclass(frozen=True, slots=True)
class ExportsPage:
    """exports.html"""

    rows: tuple[FormRow, ...]


@page("/exports", "exports.html")
def exports(view: View, query: dict[str, Any]) -> ExportsPage:
    """List the forms, with their files in the usual languages."""
    return ExportsPage(tuple(_row(profile) for profile in profiles()))


def _row(profile: Profile) -> FormRow:
    form: dict[str, Any] = {"profile": profile.id, "ext": profile.extension}
    files = [
        FileLink(source, target, url_for("exports.export_pair", **form, source=source, target=target))
        for source, target in _PAIRS
    ]
    if not profile.flat:
        files.append(FileLink("", "", url_for("exports.export_all", **form)))
    return FormRow(profile.id, words().gettext(profile.purpose), tuple(files))
