"""Tones as marks and as numbers."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.keys.pinyin import is_pinyin, pinyin_key, to_tone_marks, to_tone_numbers
from glossary.keys.syllables import is_joined, syllables


@pytest.mark.parametrize(
    ("numbers", "marks"),
    [
        ("ruan3 yin2", "ruǎn yín"),
        ("Ruan3 yin2", "Ruǎn yín"),
        ("RUAN3 YIN2", "RUǍN YÍN"),
        ("lu:4", "lǜ"),
        ("nu:3 r5", "nǚ r"),
        ("Lu:e4", "Lüè"),
        ("LU:4", "LǛ"),
        ("dong1 xi5", "dōng xi"),
        ("hao3 hui4 liu2 gui1 dou4 xue2 er2 zhuang4", "hǎo huì liú guī dòu xué ér zhuàng"),
        ("xiong2 jiao1 kuai4 yuan2 yue4 yong3", "xióng jiāo kuài yuán yuè yǒng"),
        ("A1 la1 bo2", "Ā lā bó"),
        ("E2 luo2 si1", "É luó sī"),
        ("AI xin1 pian4", "AI xīn piàn"),
        ("san1 Q", "sān Q"),
        ("4S dian4", "4S diàn"),
        ("m2 ng4 hng5 hm5", "ḿ ǹg hng hm"),
        ("xx5", "xx5"),
        ("", ""),
    ],
)
def test_numbers_and_marks(numbers: str, marks: str) -> None:
    assert to_tone_marks(numbers) == marks
    if "hng" not in marks:  # without a mark they are no more to be told from Latin
        assert to_tone_numbers(marks) == numbers


@pytest.mark.parametrize(
    ("numbers", "marks"),
    [
        ("ruan3yin2", "ruǎn yín"),
        ("nv3", "nǚ"),
        ("lve4", "lüè"),
        ("nü3", "nǚ"),
        ("dong1 xi0", "dōng xi"),
        ("dong1xi5", "dōng xi"),
        ("ruan", "ruan"),
        ("ruan6", "ruan6"),
        ("ruǎn yin2", "ruǎn yin2"),  # it has marks already
        ("3G", "3G"),
        ("mp3", "mp3"),
        ("  ruan3\tyin2 ", "ruǎn yín"),
    ],
)
def test_numbers_as_people_write_them(numbers: str, marks: str) -> None:
    assert to_tone_marks(numbers) == marks


_numbered = st.builds(
    lambda syllable, tone, capital: (
        (syllable.capitalize() if capital else syllable).replace("v", "u:") + str(tone)
    ),
    st.sampled_from(sorted(syllables())),
    st.integers(1, 5),
    st.booleans(),
)


@given(st.lists(_numbered, min_size=1, max_size=5).map(" ".join))
def test_marks_keep_every_syllable(numbers: str) -> None:
    marks = to_tone_marks(numbers)
    assert unicodedata.is_normalized("NFC", marks)
    assert is_pinyin(marks) or marks.isupper()
    if not any(part.isupper() for part in marks.split()):  # E for E5: a capital alone is Latin
        assert to_tone_numbers(marks) == numbers


@given(st.text())
def test_any_text_is_turned(text: str) -> None:
    to_tone_marks(text), to_tone_numbers(text), is_pinyin(text)


@pytest.mark.parametrize(
    ("reading", "yes"),
    [
        ("ruǎn yín", True),
        ("Ruǎn Yín", True),
        ("ruǎn", True),
        ("dōng xi", True),
        ("AI xīn piàn", True),
        ("yuàn jǐng jī jīn 1 hào", True),
        ("yī bù zuò , èr bù xiū", True),
        ("r", True),
        ("ruǎnyín", False),
        ("rúan yín", False),
        ("ruán\u0301 yín", False),
        ("ruan3 yin2", False),
        ("data center", False),
        ("OpenAI", False),
        ("ㄖㄨㄢˇ", False),
        ("软银", False),
        ("xīn 芯", False),
        ("", False),
    ],
)
def test_is_pinyin(reading: str, yes: bool) -> None:
    assert is_pinyin(reading) is yes


def test_there_are_412_syllables() -> None:
    assert len(syllables()) == 412
    assert {"zhuang", "a", "nve", "lv", "er", "yo", "o"} <= syllables()
    assert not {"jv", "bue", "fi", "fong", "rong2", "v", "ng", "din", "kiu", "wong", "yai"} & syllables()


@pytest.mark.parametrize(
    ("letters", "joined"),
    [
        ("ruanyin", True),
        ("ruany", False),
        ("ruanyinzh", False),
        ("yidianr", True),
        ("r", False),
        ("rr", False),
        ("subsidiaries", False),
        ("bcd", False),
        ("", False),
    ],
)
def test_joined(letters: str, joined: bool) -> None:
    assert is_joined(letters) is joined


def test_the_syllables_of_another_dictionary_are_known() -> None:
    """Pypinyin has its own: but for interjections and dialect, its syllables are ours."""
    from pypinyin.constants import PINYIN_DICT

    common = (PINYIN_DICT.get(code, "") for code in range(0x4E00, 0x9FA6))
    read = {pinyin_key(reading) for readings in common for reading in readings.split(",") if reading}
    assert read - syllables() == {"m", "n", "ng", "hng", "hm", "fiao", "len"}
