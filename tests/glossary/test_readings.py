"""Pinyin readings, checked syllable by syllable."""

from __future__ import annotations

import pytest

from glossary.readings import count_han, reading_fault


@pytest.mark.parametrize(
    ("term", "reading"),
    [
        ("算力", "suàn lì"),
        ("AI芯片", "AI xīn piàn"),
        ("C端", "C duān"),
        ("Web3.0平台", "Web3.0 píng tái"),
        ("愿景基金1号", "yuàn jǐng jī jīn 1 hào"),
        ("一点儿", "yī diǎn r"),
        ("女儿", "nǚ ér"),
        ("二〇二五", "èr líng èr wǔ"),
        ("东西", "dōng xi"),
        ("95后", "jiǔ wǔ hòu"),
        ("95后", "95 hòu"),
        ("（ＡＩ）芯片", "AI xīn piàn"),
        ("战略", "zhàn lüè"),
        ("OpenAI", "OpenAI"),
        ("嗯", "ng"),
    ],
)
def test_right(term: str, reading: str) -> None:
    if term == "嗯":  # an interjection without a vowel is no business term
        assert reading_fault(term, reading) is not None
    else:
        assert reading_fault(term, reading) is None


@pytest.mark.parametrize(
    ("term", "reading", "fault"),
    [
        ("算力", "suàn", "算力 has 2 Han characters, its reading 1 syllables"),
        ("算力", "suàn lì lì", "算力 has 2 Han characters, its reading 3 syllables"),
        ("算力", "suànlì", "'suànlì' is no pinyin syllable"),
        ("算力", "sùan lì", "'sùan' is no pinyin syllable"),
        ("算力", "suan4 lì", "'suan4' is no pinyin syllable"),
        ("算力", "suòn lì", "'suòn' is no pinyin syllable"),
        ("绿色", "lù\u0308 sè", "'lù̈' is no pinyin syllable"),
        ("算力", "ㄙㄨㄢˋ lì", "'ㄙㄨㄢˋ' is no pinyin syllable"),
        ("算力", "suàn 力", "'力' is no pinyin syllable"),
        ("AI芯片", "BI xīn piàn", "AI芯片 has 2 Han characters, its reading 3 syllables"),
    ],
)
def test_wrong(term: str, reading: str, fault: str) -> None:
    assert reading_fault(term, reading) == fault


def test_han_characters_are_counted_beyond_the_first_plane() -> None:
    assert [count_han(text) for text in ("", "AI", "算力", "𠮷野家", "〇", "アー", "，。")] == [
        0,
        0,
        2,
        3,
        1,
        0,
        0,
    ]
