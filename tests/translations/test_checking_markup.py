"""Markup leaves a segment, and every place in what is left is found again in the segment as given."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.checking.markup import PLACEHOLDER, strip_markup

P = PLACEHOLDER


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("5<b>.3</b> 万亿", "5.3 万亿"),
        ('投资 <g id="1">83</g> 亿', "投资 83 亿"),
        ("<a href=\"x>y\" class='n'>12</a>%", "12%"),
        ('<sdl:x a:b="1"/>7', "7"),
        ("<!-- 3 -->x<!-- - -- > -->y", "xy"),
        ("<![CDATA[5 亿]]>", "5 亿"),
        ("<1>12</1> <f0>5<x2/>", "12 5"),
        ("{1>营收<1} 5 亿", "营收 5 亿"),
        ("[2}x{2] 3", "x 3"),
        ("[2}3", "3"),
    ],
)
def test_tags_vanish(text: str, plain: str) -> None:
    assert strip_markup(text).plain == plain


@pytest.mark.parametrize("tag", ["<br>", "<br/>", "<BR />", "</p>", '<td class="n">', "<br1/>", "<h2>"])
def test_a_tag_that_breaks_the_line_keeps_numbers_apart(tag: str) -> None:
    assert strip_markup(f"2024{tag}300").plain == "2024\n300"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("AT&amp;T &lt;5&gt; &#160;&#xA0;&nbsp;&yen;5", "AT&T <5> \xa0\xa0\xa0¥5"),
        ("&amp;lt;", "&lt;"),
        ("AT&T; R&D &zzz; &#; &#99999999;", "AT&T; R&D &zzz; &#; &#99999999;"),
    ],
)
def test_entities_become_their_character(text: str, plain: str) -> None:
    assert strip_markup(text).plain == plain


@pytest.mark.parametrize(
    "placeholder",
    [
        "{0}",
        "{}",
        "{name}",
        "{user.name}",
        "{items[0]}",
        "{0:.2f}",
        "{0:N2}",
        "{0,10}",
        "{0,number,#.##}",
        "{{total}}",
        "${a.b}",
        "#{a}",
        "%{a}",
        "%s",
        "%d",
        "%2d",
        "%05.1f",
        "%(name)s",
        "%(n)d",
        "%1$s",
        "%2$d",
        "%@",
        "%ld",
        "%zu",
        "%1",
        "%L2",
    ],
)
def test_a_placeholder_is_one_character_and_no_number(placeholder: str) -> None:
    assert strip_markup(f"共{placeholder}个").plain == f"共{P}个"


def test_a_placeholder_with_blanks() -> None:
    assert strip_markup("{{ total | format }}亿").plain == f"{P}亿"
    assert strip_markup("{count, number}").plain == P


@pytest.mark.parametrize(
    "text",
    [
        "a < b > c",
        "<5%",
        "x <5 and y> 3",
        "30% discount",
        "30 % discount",
        "30%d",
        "同比增长 5%。",
        "五成（50%）",
        "$5 billion",
        "{2024}",
        "{1, 2}",
        "{a",
        "<b",
        "<!-- 5",
        "https://example.org/%E4%BD%A0",
        "{count, plural, =1 {# item} other {{n} items}}",
        "{g, select, a {5} other {<b>6</b>}} years",
        "{count, plural, other {",
    ],
)
def test_what_is_no_markup_stays(text: str) -> None:
    stripped = strip_markup(text)
    assert stripped.plain == text
    assert stripped.place(1, 2) == (1, 2)


def test_a_doubled_percent_sign_is_one() -> None:
    assert strip_markup("100%% of %d").plain == f"100% of {P}"


def test_markup_goes_on_after_a_plural_message() -> None:
    assert strip_markup("{n, plural, other {5}} {0}").plain == f"{{n, plural, other {{5}}}} {P}"


def test_places() -> None:
    text = "共 5<b>.3</b> 万亿&nbsp;{0}"
    stripped = strip_markup(text)
    assert stripped.plain == f"共 5.3 万亿\xa0{P}"
    at = stripped.plain.index("5.3")
    start, end = stripped.place(at, at + 3)
    assert text[start:end] == "5<b>.3"
    start, end = stripped.place(at + 1, at + 3)
    assert text[start:end] == ".3"
    start, end = stripped.place(len(stripped.plain) - 2, len(stripped.plain))
    assert text[start:end] == "&nbsp;{0}"
    assert stripped.place(0, len(stripped.plain)) == (0, len(text))
    assert stripped.place(2, 2) == (2, 2)


def test_text_without_signs_is_itself() -> None:
    text = "2025 年营收 5.3 万亿日元"
    assert strip_markup(text).plain is text
    assert strip_markup("增长 5%").place(3, 5) == (3, 5)


TOKENS = [
    "<b>",
    "</b>",
    "<br/>",
    "<!--",
    "x",
    "-->",
    "&amp;",
    "&nbsp;",
    "&#65;",
    "{0}",
    "{{n}}",
    "%s",
    "%1$d",
    "30%",
    "%",
    "<",
    ">",
    "{",
    "}",
    "&",
    "{1>",
    "<1}",
    "<x/>",
]
PIECES = st.lists(
    st.one_of(
        st.sampled_from([*TOKENS, "{n, plural, other {5}}", "%%", "[1}", "万亿", "😀", '<g id="1">']),
        st.text(max_size=5),
    ),
    max_size=20,
).map("".join)


@given(PIECES)
def test_every_character_stands_where_its_place_says(text: str) -> None:
    stripped = strip_markup(text)
    before = 0
    for index, character in enumerate(stripped.plain):
        start, end = stripped.place(index, index + 1)
        assert before <= start < end <= len(text)
        before = end
        written = text[start:end]
        if written != character:
            assert character in (P, "\n", unescape(written)) or written == "%%"
    if stripped.plain:
        assert stripped.place(0, len(stripped.plain))[1] <= len(text)


WORDS = st.text(st.characters(exclude_characters="<&{}%[", exclude_categories=["Cs"]), max_size=8)
MARKS = st.sampled_from(
    [
        ("<b>", ""),
        ("</b>", ""),
        ("<br/>", "\n"),
        ("<!-- 5 -->", ""),
        ("&amp;", "&"),
        ("{0}", P),
        ("${n}", P),
        ("{{n}}", P),
    ]
)


@given(st.lists(st.tuples(WORDS, MARKS)))
def test_nothing_else_is_lost(pieces: list[tuple[str, tuple[str, str]]]) -> None:
    text = "".join(word + mark for word, (mark, _) in pieces)
    assert strip_markup(text).plain == "".join(word + left for word, (_, left) in pieces)


@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<!--",
        "<!-- -",
        '<a b="c" ',
        '<a b="',
        "{",
        "{{",
        "{a,plural,",
        "{a:",
        "{0,",
        "${",
        "&",
        "&a",
        "%",
        "%(a",
        "%0",
        "[1",
        "<b>",
        "5%",
        "%AA",
        "{a[]",
        "<a ",
    ],
)
def test_whatever_is_repeated_comes_to_an_end(piece: str) -> None:
    text = piece * (800_000 // len(piece))
    stripped = strip_markup(text)
    assert len(stripped.plain) <= len(text)
