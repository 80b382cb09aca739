"""A concept at a glance, as a page shows it where a term stands in its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from flask.testing import FlaskClient

from api.library import library
from api.pages.names import Name
from api.pages.term_notes import TermNotes, Usage
from api.pages.view import View
from api.pages.words import Words
from glossary import Glossary, Status

pytestmark = pytest.mark.both_stores


def test_a_note_says_what_a_reader_asks(tiny_client: FlaskClient) -> None:
    with tiny_client.application.test_request_context("/en/"):
        note = TermNotes(library(), View.of("en")).note("data-center")
    assert note is not None
    assert note.href == "/en/terms/data-center"
    assert note.names == (Name("en", "data center", ""),)
    assert note.others == (
        Name("zh-Hans", "数据中心", "shù jù zhōng xīn"),
        Name("zh-Hant", "資料中心", "zī liào zhōng xīn"),
    )
    assert note.definition == (Words("en", "Building that houses servers."),)
    assert note.field == (Words("en", "Technology"),)


def test_a_note_side_by_side_has_both_languages(tiny_client: FlaskClient) -> None:
    with tiny_client.application.test_request_context("/"):
        note = TermNotes(library(), View.of("zh-Hant", "en")).note("computing-power")
    assert note is not None
    assert [name.text for name in note.names] == ["算力", "computing power"]
    assert not note.others  # the page is to stay small
    assert note.definition == (Words("zh-Hant", "運算的能力。"), Words("en", "Capacity to compute."))


@pytest.mark.parametrize(
    ("text", "lang", "usage"),
    [
        ("data center", "en", None),
        ("Data Centre", "en", Usage(Status.ADMITTED, "")),
        ("data hub", "en", Usage(Status.DEPRECATED, "data center")),
        ("數據中心", "zh-Hant", Usage(Status.ADMITTED, "")),
        ("data centers", "en", None),
        ("数据中心", "en", None),
    ],
)
def test_a_term_that_is_not_the_preferred_one_says_so(
    tiny_client: FlaskClient, text: str, lang: str, usage: Usage | None
) -> None:
    with tiny_client.application.test_request_context("/"):
        note = TermNotes(library(), View.of("en")).note("data-center")
    assert note is not None
    assert note.usage(text, lang) == usage


def test_the_notes_of_a_page_are_read_at_once(tiny_client: FlaskClient) -> None:
    asked: list[str] = []
    with tiny_client.application.test_request_context("/"):
        shelf = library()

        def query(sql: str, values: Sequence[object]) -> list[tuple[Any, ...]]:
            asked.append(sql)
            return shelf.index.query(sql, values)

        watched = replace(shelf, glossary=Glossary(query))
        notes = TermNotes(watched, View.of("en"), ("data", "chip", "semiconductor", "nothing"))
        found = [notes.note(id_) for id_ in ("data", "chip", "semiconductor", "nothing", "data")]
    assert [note and note.names[0].text for note in found] == ["data", "chip", "semiconductor", None, "data"]
    assert len([sql for sql in asked if "FROM concept" in sql]) == 1
