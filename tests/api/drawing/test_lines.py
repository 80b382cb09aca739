"""Text of a picture in lines: nothing lost, nothing too wide, punctuation where it belongs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.drawing.lines import broken, ems


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Short", 20, ("Short",)),
        ("", 20, ()),
        ("Share of people who have used generative AI", 20, ("Share of people who have used", "generative AI")),
        ("使用过生成式AI的民众占比，以及其他", 13, ("使用过生成式AI的民众占比，", "以及其他")),
        ("一二三四五，六七", 5, ("一二三四五，", "六七")),
        ("一二三四「五六", 5, ("一二三四「五", "六")),
        ("Unbreakablyextraordinarilylong", 5, ("Unbreakablyextraordinarilylong",)),
    ],
)  # fmt: skip
def test_lines(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert broken(text, width) == lines


@given(st.text("abc 日本，。「」", max_size=60))
def test_nothing_is_lost_but_blanks(text: str) -> None:
    lines = broken(text, 6)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line[0] in "，。」" for line in lines[1:])


def test_han_is_wider_than_latin() -> None:
    assert ems("日本") == 2
    assert ems("il") < ems("an") < ems("MW") < 2
