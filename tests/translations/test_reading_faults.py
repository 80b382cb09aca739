"""Whatever the text: no error, honest spans, bounded time, and the same figures however it is typed."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from translations.reading import DateMention, Mention, Reading, read

# --- what holds for any text --------------------------------------------------------------------------------


def assert_sound(text: str, reading: Reading) -> None:
    """Spans rise, do not overlap, lie in the text and are its slices; a figure has a value or two ends."""
    for mentions in (reading.figures, reading.dates, together(reading)):
        end = 0
        for mention in mentions:
            assert end <= mention.start < mention.end <= len(text)
            assert mention.text == text[mention.start : mention.end]
            end = mention.end
    for figure in reading.figures:
        quantity = figure.quantity
        if quantity.value is None:
            assert quantity.low is not None
            assert quantity.high is not None
            assert quantity.low < quantity.high
        else:
            assert quantity.low is quantity.high is None
            assert quantity.value.is_finite()
        assert figure.quantum > 0
        assert quantity.unit
        assert quantity.unit not in figure.alternatives
        assert (quantity.ratio is not None) == (quantity.unit == "ratio")


def together(reading: Reading) -> list[Mention | DateMention]:
    return sorted([*reading.figures, *reading.dates], key=lambda mention: mention.start)


def figures(text: str, lang: str | None = None) -> list[tuple[object, ...]]:
    """What is said in `text`, without the places."""
    return [
        (figure.quantity, figure.quantum, figure.sense, figure.alternatives)
        for figure in read(text, lang).figures
    ]


_TOKENS = (
    "0 1 2 7 10 12 24 45 90 100 300 2024 2025 1.5 5.30 1,057.73 1,000 007 ٣ ½ ² Ⅳ 〇 零 一 两 二 三 五 半 十 百 千 万 亿 兆 壹 佰 拾 萬 億 兩 几 数 多 余 来"
    " 成 折 分之 % ％ ‰ 倍 番 翻 个 个百分点 基点 bp 元 块 毛 角 美元 日元 港币 人民币 RMB US$ HK$ NT$ $ € £ ¥ ￥ JPY CNY 元人民币 家 家公司 座 人 名 年 月 日 季度 周 天 小时"
    " 上半年 财年 FY Q3 度 公斤 吉瓦 兆瓦 GW km/h cm 约 近 逾 超过 至少 高达 不足 以上 以内 左右 内 only about nearly over"
    " more than at least or so 至 到 - – — ~ ～ to and between 从 升至 the a one in five hundred million billion trillion bn m k K thousand dozen half third"
    " quarter percent pp percentage points times x -fold doubled twice dollars yen yuan euros cents companies people years of per / : . , ， 。 、 ( ) （ ） + − 第 号 图 No."
    " GPT-4 5G 万一 十分 亿万富翁 24/7 http:// www. @ # 😀 é \u0301 \u200b \ufeff \x00 \n \t \u3000 \u00a0"
)
tokens = st.lists(st.sampled_from([*_TOKENS.split(" "), " ", " ", " "]), max_size=14).map("".join)
languages = st.sampled_from([None, "zh-Hans", "zh-Hant", "zh-HK", "en", "en-AU", "ja", "x", ""])


@settings(max_examples=500)
@given(tokens, languages)
@example("美元½", None)
@example("9960名员工", None)
def test_any_row_of_tokens_is_read_soundly(text: str, lang: str | None) -> None:
    assert_sound(text, read(text, lang))


@settings(max_examples=300)
@given(st.text(max_size=60), languages)
def test_any_text_is_read_soundly(text: str, lang: str | None) -> None:
    assert_sound(text, read(text, lang))


@given(
    st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF, categories=["Cs", "Cc", "Cn", "Mn", "Nd"]))
)
def test_surrogates_controls_and_marks_are_read_soundly(text: str) -> None:
    assert_sound(text, read(text))
    framed = f"5亿元{text}5%"
    assert_sound(framed, read(framed))


# --- the same text, typed in another way --------------------------------------------------------------------

# Tokens whose meaning stands by itself, so that no neighbour changes with the typing.
_CLAUSES = (
    "营收达5.3万亿日元 增长45% 约合8300亿美元 上升29.7个百分点 裁员2800人 三分之一的收入 投资3至5亿元 增长两倍 近百亿元"
    " 逾50亿美元 超过18座核电站 利润翻一番 至少5年 百分之四十五 三成半 十多亿美元 数百亿元 -5.2亿元 US$30bn $3-5bn 1,200MW 12万8千元"
)
clauses = st.lists(st.sampled_from(_CLAUSES.split()), min_size=1, max_size=4).map("，".join)

_WIDE = {code: code + 0xFEE0 for code in range(0x30, 0x3A)} | {
    ord(sign): ord(sign) + 0xFEE0 for sign in ".,%$-"
}
_TRADITIONAL = str.maketrans("万亿两约个点数营达长员", "萬億兩約個點數營達長員")


@given(clauses)
def test_full_width_digits_and_signs_say_the_same(text: str) -> None:
    assert figures(text.translate(_WIDE)) == figures(text)


@given(clauses)
def test_traditional_characters_say_the_same(text: str) -> None:
    assert figures(text.translate(_TRADITIONAL)) == figures(text)


@given(clauses, st.sampled_from(["\u3000", "\u00a0", "\u2009", "\u202f"]))
def test_every_space_is_a_space(text: str, space: str) -> None:
    spaced = re.sub(r"(?<=\d)(?=[万亿个家座人年])", " ", f" {text} ")
    assert figures(spaced.replace(" ", space)) == figures(spaced) == figures(text)


@given(
    clauses,
    st.sampled_from(["今天天气很好。", "The market was calm.\n", "😀😀。", "《一二三四》。", "第一，"]),
)
def test_a_sentence_before_only_moves_the_spans(text: str, before: str) -> None:
    alone, moved = read(text), read(before + text)
    assert [figure.start + len(before) for figure in alone.figures] == [
        figure.start for figure in moved.figures
    ]
    assert figures(before + text) == figures(text)


@settings(max_examples=300)
@given(st.one_of(clauses, tokens), st.sampled_from(["。", "\n"]))
@example("half", "。")
def test_a_full_stop_changes_nothing(text: str, stop: str) -> None:
    assert read(text + stop) == read(text)


@given(clauses, clauses)
def test_two_sentences_say_what_each_says(first: str, second: str) -> None:
    assert figures(f"{first}。{second}") == figures(first) + figures(second)


# --- texts that nobody writes -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\x00",
        "\ud800",
        "\udfff 元 \ud83d",
        "ارتفعت الأسعار ٤٥٪ في عام ٢٠٢٥",
        "ราคาเพิ่มขึ้น ๔๕ เปอร์เซ็นต์",
        "Цены выросли на треть",
        "😀👍🏽👨‍👩‍👧‍👦",
        "\u0301\u0302\u20e3",
        "\u202e元亿5\u202c",
        "\ufeff",
        "±∞≠",
        "ⅣⅤⅥ",
        "①②③",
    ],
    ids=ascii,
)
def test_nothing_is_read_where_nothing_is_said(text: str) -> None:
    assert read(text) == Reading((), ())


@pytest.mark.parametrize(
    ("text", "start", "end", "slice_"),
    [
        ("😀5亿元", 1, 4, "5亿元"),
        ("👨‍👩‍👧涨3%", 6, 8, "3%"),
        ("𠀀𠀁约5亿元😀", 3, 6, "5亿元"),
        ("\ud83d 5亿元", 2, 5, "5亿元"),
        ("\x00\x005亿元", 2, 5, "5亿元"),
        ("e\u0301 rose 5%", 8, 10, "5%"),
        ("５亿元", 0, 3, "５亿元"),
        ("\u202b5亿元", 1, 4, "5亿元"),
    ],
    ids=ascii,
)
def test_offsets_count_code_points(text: str, start: int, end: int, slice_: str) -> None:
    (figure,) = read(text).figures
    assert (figure.start, figure.end, figure.text) == (start, end, slice_)


def test_a_figure_is_not_read_through_a_control_character() -> None:
    assert all("\x00" not in figure.text for figure in read("5\x00亿元 5\x005亿元 5%\x00至6%").figures)


def test_a_combining_character_changes_no_neighbour() -> None:
    assert unicodedata.combining("\u0301")
    assert [figure.text for figure in read("cafe\u0301 5% and 7% cafe\u0301").figures] == ["5%", "7%"]


# --- time ---------------------------------------------------------------------------------------------------

# A second for each megabyte is what a plain text takes on a slow machine; a quadratic scan would take days.
MEGABYTE = {
    "a million digits": "9" * 1_000_000,
    "a million digits and a unit": "9" * 1_000_000 + "亿元",
    "a million digits behind a currency": "US$" + "9" * 1_000_000,
    "a million zeros behind a point": "0." + "0" * 1_000_000 + "1%",
    "亿": "亿" * 1_000_000,
    "一": "一" * 1_000_000,
    "characters": "字" * 1_000_000,
    "letters": "a" * 1_000_000,
    "capitals": "A" * 1_000_000,
    "spaces": " " * 1_000_000,
    "an amount behind spaces": "5" + " " * 1_000_000 + "%",
    "combining characters": "5" + "\u0301" * 1_000_000 + "%",
    "surrogates": "\ud800" * 1_000_000,
    "emoji": "😀" * 1_000_000,
    "lines": "软件业务收入增长，公司表示满意。\n" * 60_000,
}


@pytest.mark.parametrize("text", MEGABYTE.values(), ids=MEGABYTE)
def test_a_megabyte_of_one_thing_is_read(text: str) -> None:
    """A scan that backtracked over the text would not come to an end; benchmarks/reading_speed.py has the times."""
    assert_sound(text, read(text))


_REPEATED = (
    "2024年|5亿元|5至|三分之|百分之|约|about |5%左右|约美国的|US$|人民币|two hundred and |twenty-|one in |between "
    "|翻|-|http://|5月|May |(5|十|百|点|million |5亿|5万5千|from 5% to |从5%|3至5|一至两|低于|至少|hundreds of |tens of |“5"
    "|3月5日至|2024-|5, and |No. 5 |第5|1/|5.|5,|5:|5—|5–|5～|5，|5·|5 |5\u00a0|5’|5_|5+|5%|5e|5^|5x|5 x |,|.|$|¥|%|:|/"
)


@pytest.mark.parametrize("piece", _REPEATED.split("|"))
def test_whatever_is_repeated_is_read(piece: str) -> None:
    text = piece * 10_000
    assert_sound(text, read(text))
