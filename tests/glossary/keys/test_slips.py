"""What may have been meant by mistyped pinyin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.keys.pinyin import slips
from glossary.keys.syllables import is_joined, syllables

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_JOINED = re.compile(f"(?:{'|'.join(sorted(syllables()))})+")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zongxin", "zhongxin"),
        ("zhongxing", "zhongxin"),
        ("zongxing", "zhongxin"),
        ("yinhan", "yinhang"),
        ("luanyin", "ruanyin"),
        ("suju", "shuju"),
        ("lanzi", "nanzi"),
        ("feizhou", "heizhou"),
        ("celue", "celve"),
        ("nver", "nuer"),
        ("yidianer", "yidianr"),
        ("sishichangcheng", "shishichangcheng"),
        ("raunyin", "ruanyin"),
        ("ruanyni", "ruanyin"),
        ("ruannyin", "ruanyin"),
        ("ruanyn", "ruanyin"),
        ("runyin", "ruanyin"),
        ("ruanyim", "ruanyin"),
        ("shujhu", "shuju"),
        ("xinpain", "xinpian"),
    ],
)
def test_what_was_meant_comes_early(typed: str, meant: str) -> None:
    assert meant in list(slips(typed))[:10]


def test_golden() -> None:
    assert " ".join(slips("ruanyn")) == (
        "ruanyan ruanyin ruanyun ruanun ruanan ruanen ruanin ruanya ruanye ruanyi ruanyo ruanyu"
    )
    assert " ".join(slips("zongxin")) == (
        "zhongxin zongxing zhongxing zongxi "
        "azongxin ezongxin ozongxin zongaxin zongexin zongoxin zongxian zongxien zongxina zongxine zongxini "
        "zongxinu zongxinv zongxino "
        "songxin zongxun "
        "congxin dongxin gongxin hongxin kongxin longxin nongxin rongxin tongxin yongxin zangxin zengxin zongbin "
        "zongjin zonglin zongmin zongnin zongpin zongqin zongxia zongxie zongxiu zongyin zongxio"
    )


@pytest.mark.parametrize(
    "key", ["", "subsidiary", "bcd", "ruan3", "软银", "RUAN", "ruan yin", "a" * 61, "\ud800", "x" * 10_000]
)
def test_no_pinyin_has_none(key: str) -> None:
    assert list(slips(key)) == []


_keys = st.lists(st.sampled_from(sorted(syllables())), min_size=1, max_size=3).map("".join)
_mistyped = st.builds(
    lambda key, at, letter, cut: key[: at % len(key)] + letter + key[at % len(key) + cut :],
    _keys,
    st.integers(0, 20),
    st.sampled_from(["", *_LETTERS]),
    st.integers(0, 2),
)


@given(_mistyped)
def test_slips_are_other_sequences_of_syllables_few_and_always_the_same(key: str) -> None:
    found = list(slips(key))
    assert found == list(slips(key))
    assert len(found) == len(set(found)) <= 300
    assert key not in found
    assert all(map(is_joined, found))


@given(_mistyped.filter(lambda key: 0 < len(key) < 7))
def test_every_slip_of_one_finger_is_undone(key: str) -> None:
    swapped = {key[:at] + key[at + 1] + key[at] + key[at + 2 :] for at in range(len(key) - 1)}
    shorter = {key[:at] + key[at + 1 :] for at in range(len(key))}
    longer = {key[:at] + letter + key[at:] for at in range(len(key) + 1) for letter in _LETTERS}
    wrong = {key[:at] + letter + key[at + 1 :] for at in range(len(key)) for letter in _LETTERS}
    undone = {meant for meant in swapped | shorter | longer | wrong if _JOINED.fullmatch(meant)} - {key}
    found = list(slips(key))
    assert undone <= set(found) or len(found) == 300


def test_hostile_keys_are_bounded() -> None:
    for key in ("a" * 60, "nana" * 15, "xian" * 15, "e" * 59 + "v", "r" * 60):
        assert len(list(slips(key))) <= 300
