"""What every authoring file shares: each fault gets one line with file, line, value and mend."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations import LocalizedText
from translations.authoring import (
    AuthoringSchema,
    Choice,
    ContentError,
    Text,
    identifier,
    listed,
    load,
    localized,
    nested,
    read_document,
)


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


class PartSchema(AuthoringSchema):
    name = Text(required=True)
    colour = Choice(Colour)


class ThingSchema(AuthoringSchema):
    id = identifier(required=True)
    title = localized()
    parts = listed(nested(PartSchema))
    made_of = nested(PartSchema)


def read(path: Path, content: bytes | str) -> object:
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return load(read_document(path), ThingSchema())


def complaints(folder: Path, content: bytes | str) -> list[str]:
    with pytest.raises(ContentError) as told:
        read(folder / "thing.yaml", content)
    assert str(told.value) == "\n".join(map(str, told.value.complaints))
    return [str(complaint).removeprefix(f"{folder}/") for complaint in told.value.complaints]


MEND_YAML = "check quotes, colons and indentation on this line and the one before"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"id: a\ntitle: \xff\n", ["thing.yaml:2: the file is not UTF-8; save it as UTF-8"]),
        ("id: a\n".encode("utf-16"), ["thing.yaml:1: the file is not UTF-8; save it as UTF-8"]),
        (
            "id: a\nparts: [one, two\n",
            [
                "thing.yaml:3: the file is not YAML: did not find expected ',' or ']';"
                " check quotes, colons and indentation on this line and the one before"
            ],
        ),
        (
            "id: a\ntitle: {en: note: this}\n",
            [
                "thing.yaml:2: 'title: {en: note: this}': the file is not YAML:"
                f" did not find expected ',' or '}}'; {MEND_YAML}"
            ],
        ),
        (
            "id: a\n\tparts: []\n",
            [
                "thing.yaml:2: 'parts: []': the file is not YAML:"
                f" found a tab character that violates indentation; {MEND_YAML}"
            ],
        ),
        (
            "id: a\nid: b\nparts:\n  - {name: x, name: y}\n",
            [
                "thing.yaml:2: 'id': this key stands twice in one mapping; keep one of them",
                "thing.yaml:4: 'name': this key stands twice in one mapping; keep one of them",
            ],
        ),
        (
            "id: a\nmade_of: &m {name: x}\nparts: [*m]\n",
            ["thing.yaml:2: anchors and aliases are not read here; write the value out"],
        ),
        ("", ["thing.yaml:1: the file holds no mapping; begin it as docs/content.md shows"]),
        ("- id: a\n", ["thing.yaml:1: the file holds no mapping; begin it as docs/content.md shows"]),
        (
            "just words\n",
            ["thing.yaml:1: 'just words': the file holds no mapping; begin it as docs/content.md shows"],
        ),
        ("title: {}\n", None),
        (
            "id: a\npart: []\n",
            ["thing.yaml:2: part: this field is not known here; did you mean parts?"],
        ),
        (
            "id: a\nxyz: 5\n",
            [
                "thing.yaml:2: '5': xyz: this field is not known here;"
                " the fields here are id, title, parts, made_of"
            ],
        ),
        ("parts: []\n", ["thing.yaml:1: id: this field is missing; add it"]),
        ("id:\n", ["thing.yaml:1: id: this field is empty; write its value or remove the line"]),
        ("id: ''\n", ["thing.yaml:1: id: this field is empty; write its value or remove the line"]),
        ("id: '  '\n", ["thing.yaml:1: '  ': id: this field is empty; write its value or remove the line"]),
        ("id: ~\n", ["thing.yaml:1: id: this field is empty; write its value or remove the line"]),
        (
            "id: [a]\n",
            [
                "thing.yaml:1: id: this is no text; write it on one line, in quotes if it has a colon or braces"
            ],
        ),
        (
            "id: Ünïcode\n",
            [
                "thing.yaml:1: 'Ünïcode': id: this is no id;"
                " use small letters, digits and hyphens, a letter first"
            ],
        ),
        (
            "id: a\nparts: x\n",
            ["thing.yaml:2: 'x': parts: this is not a list; write it as - lines, or [a, b]"],
        ),
        (
            "id: a\nmade_of: x\n",
            [
                "thing.yaml:2: 'x': made_of: this is not a mapping;"
                " write it as key: value lines, or {key: value, …}"
            ],
        ),
        (
            "id: a\ntitle: {en: Title, zh-Hans: 题}\n",
            ["thing.yaml:2: zh-Hant: this field is missing; add it"],
        ),
        (
            "id: a\ntitle: {en: Title, zh-Hans: 题, zh-Hant: 題, de: Titel}\n",
            [
                "thing.yaml:2: 'Titel': de: this field is not known here;"
                " the fields here are zh-Hans, zh-Hant, en"
            ],
        ),
        (
            "id: a\nparts:\n  - {name: x, colour: gren}\n  - {name: x, colour: blue}\n",
            [
                "thing.yaml:3: 'gren': colour: this is not a value of colour; did you mean green?",
                "thing.yaml:4: 'blue': colour: this is not a value of colour; write one of red, green",
            ],
        ),
        (
            'id: a\nparts: [{name: "two\\nlines"}]\n',
            [
                "thing.yaml:2: 'two\\nlines': name: this has a control character or a line separator; remove it"
            ],
        ),
        (
            "id: a\nparts: [{name: e\u0301}]\n",
            [
                "thing.yaml:2: 'e\u0301': name: this is not in Unicode's NFC form;"
                " type it again, with composed letters"
            ],
        ),
        (
            f"id: a\nparts: [{{name: {'x' * 4001}}}]\n",
            [f"thing.yaml:2: '{'x' * 59}…': name: this is longer than 4000 characters; shorten it"],
        ),
    ],
)
def test_each_fault_is_one_line(tmp_path: Path, content: bytes | str, told: list[str] | None) -> None:
    if told is not None:
        assert complaints(tmp_path, content) == told
    else:
        assert len(complaints(tmp_path, content)) == 4


def test_control_characters_are_no_yaml(tmp_path: Path) -> None:
    (line,) = complaints(tmp_path, "id: a\x00b\n")
    assert line.startswith("thing.yaml:1: ")
    assert "the file is not YAML: " in line


def test_a_bomb_of_aliases_is_refused_at_once(tmp_path: Path) -> None:
    """Nine nested anchors of nine aliases each: a billion values when written out."""
    levels = ["l0: &l0 [x]"] + [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]" for n in range(1, 10)]
    told = complaints(tmp_path, "id: a\n" + "\n".join(levels) + "\n")
    assert told[0] == "thing.yaml:2: anchors and aliases are not read here; write the value out"
    assert len(told) < 100


def test_nesting_without_end_is_refused(tmp_path: Path) -> None:
    (line,) = complaints(tmp_path, "id: " + "[" * 3_000 + "]" * 3_000 + "\n")
    assert line == "thing.yaml:1: the file is nested without end; write it as docs/content.md shows"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as told:
        read_document(tmp_path / "none.yaml")
    assert (
        str(told.value)
        == f"{tmp_path}/none.yaml: No such file or directory; put a file there that can be read"
    )
    with pytest.raises(ContentError) as told:
        read_document(tmp_path)
    assert str(told.value) == f"{tmp_path}: this is no file; remove it, or give it another name"


def test_every_fault_of_a_file_is_told_at_once(tmp_path: Path) -> None:
    assert complaints(tmp_path, "id: A\nparts:\n  - {nam: x}\ntitel: 5\n") == [
        "thing.yaml:1: 'A': id: this is no id; use small letters, digits and hyphens, a letter first",
        "thing.yaml:3: name: this field is missing; add it",
        "thing.yaml:3: 'x': nam: this field is not known here; did you mean name?",
        "thing.yaml:4: '5': titel: this field is not known here; did you mean title?",
    ]


def test_what_is_right_is_read_as_it_was_typed(tmp_path: Path) -> None:
    text = (
        "\ufeffid: no-1\ntitle: {en: 2025-12, zh-Hans: 是, zh-Hant: yes}\nparts: [{name: 007, colour: red}]\n"
    )
    assert read(tmp_path / "thing.yaml", text) == {
        "id": "no-1",
        "title": LocalizedText("是", "yes", "2025-12"),
        "parts": [{"name": "007", "colour": Colour.RED}],
    }


@given(
    st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
)
def test_no_file_makes_a_traceback(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.yaml"
    try:
        read(path, content)
    except ContentError as error:
        for complaint in error.complaints:
            assert complaint.file == str(path)
            assert complaint.line >= 1
            assert complaint.message
            assert complaint.mend
