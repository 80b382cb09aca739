"""Both generations of TBX, and what tools write, come to the same statuses."""

from __future__ import annotations

import pytest

from glossary import Status, TermType
from glossary.interchange.tbx_terms import STATUS_VALUES, part_of_speech_named, status_named, term_type_named


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("preferredTerm-admn-sts", Status.PREFERRED),
        ("preferred", Status.PREFERRED),
        ("preferredTerm", Status.PREFERRED),
        ("admittedTerm-admn-sts", Status.ADMITTED),
        ("deprecatedTerm-admn-sts", Status.DEPRECATED),
        ("Forbidden", Status.DEPRECATED),
        ("notRecommended", Status.DEPRECATED),
        ("not recommended", Status.DEPRECATED),
        ("supersededTerm-admn-sts", Status.SUPERSEDED),
        ("obsolete", Status.SUPERSEDED),
        ("", None),
        ("new", None),
    ],
)
def test_a_status_is_read_in_any_of_its_words(value: str, status: Status | None) -> None:
    assert status_named(value) is status


def test_what_is_written_is_read_as_the_same() -> None:
    assert [status_named(value) for value in STATUS_VALUES.values()] == list(Status)
    assert term_type_named("fullForm") is TermType.FULL_FORM
    assert term_type_named("initialism") is TermType.ACRONYM
    assert part_of_speech_named("no such thing") is None
