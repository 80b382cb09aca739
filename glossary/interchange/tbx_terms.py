"""TBX's words for what a term is, in both of its generations and as tools are known to write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from glossary.model import PartOfSpeech, Status, TermType

NAMESPACE = "urn:iso:std:iso:30042:ed-2"

# The language of a note that is a term's reading; TBX-Basic has no category for one (IANA registry: variant pinyin).
READING_LANGUAGE = "zh-Latn-pinyin"

# TBX-Basic schema 1.2.1 (2023), termNote/@type=administrativeStatus; TBX v2 has the same values.
STATUS_VALUES: Mapping[Status, str] = MappingProxyType(
    {
        Status.PREFERRED: "preferredTerm-admn-sts",
        Status.ADMITTED: "admittedTerm-admn-sts",
        Status.DEPRECATED: "deprecatedTerm-admn-sts",
        Status.SUPERSEDED: "supersededTerm-admn-sts",
    }
)

# The categories under which a status stands: the second is that of LTAC's test files of 2025.
STATUS_CATEGORIES = ("administrativeStatus", "usageStatus")

# TBX-Basic's picklist has no proper noun.
BASIC_PARTS_OF_SPEECH: Mapping[PartOfSpeech, str] = MappingProxyType(
    {part: "noun" if part is PartOfSpeech.PROPER_NOUN else part.value for part in PartOfSpeech}
)

# Keys as `_plain` leaves them. standardized, legal and regulated are TBX v2's; approved, forbidden, obsolete and
# notRecommended those of TermWeb, Weblate and others. proposed is none of ours: such a term may be used.
_STATUSES = {
    "preferred": Status.PREFERRED,
    "standardized": Status.PREFERRED,
    "regulated": Status.PREFERRED,
    "legal": Status.PREFERRED,
    "approved": Status.PREFERRED,
    "admitted": Status.ADMITTED,
    "proposed": Status.ADMITTED,
    "deprecated": Status.DEPRECATED,
    "forbidden": Status.DEPRECATED,
    "notrecommended": Status.DEPRECATED,
    "nonstandard": Status.DEPRECATED,
    "superseded": Status.SUPERSEDED,
    "obsolete": Status.SUPERSEDED,
}

_TERM_TYPES = {value.value.lower(): value for value in TermType} | {
    "initialism": TermType.ACRONYM,  # TBX v2's picklist is longer
    "fullname": TermType.FULL_FORM,
    "entryterm": TermType.FULL_FORM,
    "shortname": TermType.SHORT_FORM,
    "synonym": TermType.VARIANT,
    "phraseologicalunit": TermType.PHRASE,
    "setphrase": TermType.PHRASE,
}

_PARTS_OF_SPEECH = {value.value.lower(): value for value in PartOfSpeech}


def status_named(value: str) -> Status | None:
    """Return the status that `value` names in either generation or a tool's own words, None when it names none."""
    return _STATUSES.get(re.sub(r"(term)?admnsts$", "", _plain(value)).removesuffix("term"))


def term_type_named(value: str) -> TermType | None:
    """Return the term type that `value` names, None when it names none of ours."""
    return _TERM_TYPES.get(_plain(value))


def part_of_speech_named(value: str) -> PartOfSpeech | None:
    """Return the part of speech that `value` names, None when it names none of ours."""
    return _PARTS_OF_SPEECH.get(_plain(value))


def _plain(value: str) -> str:
    return re.sub(r"[\s_-]+", "", value).lower()
