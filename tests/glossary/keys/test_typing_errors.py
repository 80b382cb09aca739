"""Typing errors: distances, and the index that finds what is near."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.keys.typing_errors import distance, without_one

_strings = st.text("ab软银", max_size=8)


@pytest.mark.parametrize(
    ("a", "b", "apart"),
    [
        ("", "", 0),
        ("vision", "vision", 0),
        ("vision", "vison", 1),
        ("vision", "viison", 1),
        ("vision", "visoin", 1),
        ("vision", "vizion", 1),
        ("subsidiary", "subsidary", 1),
        ("subsidiary", "subsidairy", 1),
        ("subsidiary", "subsadairy", 2),
        ("ca", "abc", 3),  # optimal string alignment: no character is touched twice
        ("softbank", "sfotbnak", 2),
        ("", "ab", 2),
        ("软银集团", "软银集国", 1),
        ("软银", "银软", 1),
        ("软银", "软件银行", 2),
    ],
)
def test_distance(a: str, b: str, apart: int) -> None:
    assert distance(a, b, 3) == distance(b, a, 3) == apart
    assert distance(a, b, apart) == apart
    if apart:
        assert distance(a, b, apart - 1) is None


def _full_table(a: str, b: str) -> int:
    rows = [[i + j if not i * j else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = [rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] != b[j - 1])]
            if i > 1 and j > 1 and a[i - 2 : i] == b[j - 2 : j][::-1]:
                cost.append(rows[i - 2][j - 2] + 1)
            rows[i][j] = min(cost)
    return rows[-1][-1]


@given(_strings, _strings, st.integers(0, 4))
def test_the_distance_is_that_of_the_full_table(a: str, b: str, most: int) -> None:
    full = _full_table(a, b)
    assert distance(a, b, most) == (full if full <= most else None)


@given(_strings, _strings)
def test_strings_one_error_apart_share_a_deletion(a: str, b: str) -> None:
    if distance(a, b, 1) is not None:
        assert {a, *without_one(a)} & {b, *without_one(b)}


def test_without_one() -> None:
    assert list(without_one("软银")) == ["银", "软"]
    assert list(without_one("aab")) == ["ab", "aa"]
    assert list(without_one("")) == []


def test_long_strings_are_bounded() -> None:
    assert distance("ab" * 5_000, "ba" * 5_000, 2) is not None
    assert distance("ab" * 5_000, "cd" * 5_000, 2) is None
    assert distance("\ud800💹", "💹\ud800", 1) == 1
