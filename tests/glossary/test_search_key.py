"""Queries and terms made comparable."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary import search_key


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("数据中心", "数据中心"),
        ("數據中心", "数据中心"),
        ("Ｄａｔａ　Ｃｅｎｔｅｒ", "datacenter"),
        ("data-center", "datacenter"),
        ("DATA CENTER", "datacenter"),
        ("Data\u00a0Center", "datacenter"),
        ("Moody’s", "moodys"),
        ("AT＆T", "atandt"),
        ("Straße", "strasse"),
        ("São Paulo", "saopaulo"),
        ("Č", "c"),
        ("《信息通信白皮书》", "信息通信白皮书"),
        ("“三角联盟”", "三角联盟"),
        ("乾", "干"),
        ("幹", "干"),
        ("%", "%"),
        ("", ""),
        ("  ", ""),
    ],
)
def test_golden(written: str, key: str) -> None:
    assert search_key(written) == key


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert search_key(search_key(text)) == search_key(text)


@given(st.text())
def test_a_text_with_a_letter_has_a_key(text: str) -> None:
    letters = any(unicodedata.category(c)[0] in "LN" for c in text)
    assert search_key(text) or not letters


@given(st.text())
def test_width_and_case_do_not_matter(text: str) -> None:
    assert search_key(unicodedata.normalize("NFKC", text)) == search_key(text)
    assert search_key(text.casefold()) == search_key(text)
