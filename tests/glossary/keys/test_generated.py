"""Readings made for terms that bring none."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.keys.generated import generated_reading
from glossary.readings import reading_fault


@pytest.mark.parametrize(
    ("term", "reading"),
    [
        ("重庆", "chóng qìng"),
        ("重慶", "chóng qìng"),
        ("银行行长", "yín háng háng zhǎng"),
        ("銀行行長", "yín háng háng zhǎng"),
        ("乾坤", "qián kūn"),
        ("乾淨", "gān jìng"),
        ("音樂", "yīn yuè"),
        ("子公司", "zǐ gōng sī"),
        ("我们", "wǒ men"),
        ("不是", "bù shì"),
        ("一点", "yī diǎn"),
        ("女儿", "nǚ ér"),
        ("二〇二五年", "èr líng èr wǔ nián"),
        ("AI芯片", "AI xīn piàn"),
        ("ＡＩ芯片", "AI xīn piàn"),
        ("（AI）芯片", "AI xīn piàn"),
        ("Web3.0平台", "Web3.0 píng tái"),
        ("愿景基金1号", "yuàn jǐng jī jīn 1 hào"),
        ("S&P 500指数", "S&P 500 zhǐ shù"),
        ("《信息通信白皮书》", "xìn xī tōng xìn bái pí shū"),
        ("A股、B股", "A gǔ B gǔ"),
        ("㈱软银", "ruǎn yín"),
        ("OpenAI", None),
        ("𠮷野家", None),
        ("", None),
        ("银" * 201, None),
    ],
)
def test_golden(term: str, reading: str | None) -> None:
    assert generated_reading(term) == reading


@given(st.text(st.one_of(st.characters(), st.sampled_from("银行重庆一不子儿乾AI1 （、")), max_size=20))
def test_what_is_generated_is_a_reading_of_the_term(term: str) -> None:
    reading = generated_reading(term)
    assert reading is None or reading_fault(term, reading) is None


def test_pypinyin_is_loaded_when_it_is_needed() -> None:
    check = "import sys, glossary.keys.generated, glossary.keys.pinyin; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0
