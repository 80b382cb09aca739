"""The picture of a card: all of it within the picture, nothing on top of anything, numbers never cut."""

from __future__ import annotations

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st

from api.drawing.card import HEIGHT, WIDTH, Body, CardSheet, CardWords, card_sheet
from api.drawing.card_bodies import Entry, Naming, Number, Statement, Summary
from api.drawing.card_chart import Bar, Drawing, Label
from api.drawing.fitting import Block, Phrase, Room, fitted
from api.fonts import widths
from api.fonts.subset import width_lines

FONTS = {"en": "DuizhaoSans.otf", "zh-Hans": "DuizhaoSansSC.otf", "zh-Hant": "DuizhaoSansTC.otf"}
LARGE_TO_SMALL = Room(1, (40, 30)), Room(2, (30, 20))


def words(body: Body, *languages: str, title: str = "") -> CardWords:
    kicker = tuple(Phrase(tag, title) for tag in languages) if title else ()
    return CardWords(languages[0], Phrase(languages[0], "对照"), kicker, kicker, body)


def lines(sheet: CardSheet) -> list[tuple[str, str, int]]:
    return [(text.style, text.text, text.size) for text in sheet.texts]


def holds(sheet: CardSheet) -> None:
    """Nothing sticks out of the picture, and no text stands on another."""
    extents = []
    for text in sheet.texts:
        wide = widths.width(text.text, text.lang) * text.size
        assert text.x >= 76
        assert text.x + wide <= 1136 + 0.01
        assert text.size <= text.y < HEIGHT - text.size * 0.25
        extents.append((text.x, text.x + wide, text.y - text.size * 0.75, text.y + text.size * 0.2))
    for n, (left, right, top, bottom) in enumerate(extents):
        for other_left, other_right, other_top, other_bottom in extents[n + 1 :]:
            apart = right <= other_left + 0.01 or other_right <= left + 0.01
            assert apart or bottom <= other_top or other_bottom <= top
    for box in sheet.boxes:
        assert box.x == 0 or box.x > 70
        assert box.x + box.width <= WIDTH
        assert box.y + box.height <= HEIGHT


@pytest.mark.parametrize("language", FONTS)
def test_the_table_of_widths_is_that_of_the_fonts(language: str) -> None:
    font = TTFont(widths.TABLE.with_name(FONTS[language]))
    table = widths.TABLE.read_text(encoding="utf-8").splitlines()
    listed = [line.removeprefix(f"{language} ") for line in table if line.startswith(f"{language} ")]
    assert listed == list(width_lines(font)), "make the fonts anew: make fonts"


@pytest.mark.parametrize(
    ("lang", "text", "block"),
    [
        ("en", "Short", Block("en", ("Short",), 40)),
        ("en", "A title of several words", Block("en", ("A title of", "several words"), 30)),
        ("en", "A title of very many words which nothing holds", Block("en", ("A title of very many", "words which..."), 20)),
        ("en", " A\u00a0word\t\x00\ud800", Block("en", ("A word",), 40)),
        ("en", "Donaudampfschifffahrtsgesellschaft", Block("en", ("Donaudampfschifff", "ahrtsgesellschaft"), 20)),
        ("zh-Hans", "十个字的标题，写成两行", Block("zh-Hans", ("十个字的标题，", "写成两行"), 20)),
        ("zh-Hant", "這個標題實在太長了，無論怎樣都放不下，只好省略", Block("zh-Hant", ("這個標題實在太長了，", "無論怎樣都放不下…"), 20)),
    ],
)  # fmt: skip
def test_text_is_as_large_as_there_is_room_for(lang: str, text: str, block: Block) -> None:
    assert fitted(Phrase(lang, text), 200, *LARGE_TO_SMALL) == block


def test_chinese_within_english_is_in_its_own_font() -> None:
    body = Statement((Phrase("en", "Sum"),), (Phrase("en", "1"),), ((Phrase("en", "As written: 12 座."),),))
    drawn = [(text.lang, text.text) for text in card_sheet(words(body, "en")).texts if text.style == "note"]
    assert drawn == [("en", "As written: 12 "), ("zh-Hans", "座"), ("en", ".")]


TEXT = st.text(st.sampled_from("ab WM mil，。「」（）·日本投資“”…1,.%"), min_size=1, max_size=90).filter(
    str.strip
)
NUMBER = st.sampled_from(
    ["约5.3万亿日元", "about 5.3 trillion Japanese yen", "100 Japanese yen ≈ 4.5 Chinese yuan", "¥1"]
)
PAIRS = st.sampled_from([("en",), ("zh-Hans",), ("zh-Hans", "en"), ("en", "zh-Hant")])


@st.composite
def bodies(draw: st.DrawFn, languages: tuple[str, ...]) -> Body:
    def each(strategy: st.SearchStrategy[str]) -> tuple[Phrase, ...]:
        return tuple(Phrase(tag, draw(strategy)) for tag in languages)

    kind = draw(st.sampled_from(["summary", "statement", "drawing", "entry"]))
    if kind == "summary":
        numbers = draw(st.integers(0, 3))
        return Summary(
            each(TEXT), tuple(Number(each(NUMBER), each(TEXT)) for _ in range(numbers)), each(TEXT)
        )
    if kind == "statement":
        return Statement(each(TEXT), each(NUMBER), (each(TEXT), each(TEXT)))
    if kind == "entry":
        names = tuple(Naming(name, "zī liào", Phrase("en", "English")) for name in each(TEXT))
        return Entry(names, each(TEXT), names[: draw(st.integers(0, 1))])
    bars = [
        Bar(tuple(Label(*pair) for pair in zip(each(TEXT), each(NUMBER), strict=True)), 0.5, highlight=True)
        for _ in range(draw(st.integers(2, 9)))
    ]
    ticks = tuple(Phrase(languages[0], tick) for tick in ("0%", "50%", "100%"))
    return Drawing(each(TEXT), tuple(bars), ticks)


@settings(max_examples=150, deadline=None)
@given(st.data(), PAIRS, TEXT)
def test_whatever_is_said_stays_within_the_picture(
    data: st.DataObject, languages: tuple[str, ...], title: str
) -> None:
    sheet = card_sheet(words(data.draw(bodies(languages)), *languages, title=title))
    holds(sheet)
    for text in sheet.texts:
        if text.style in ("number", "value"):
            assert "…" not in text.text
            assert "..." not in text.text


def test_a_concept_without_a_name_that_may_be_used_has_a_picture() -> None:
    body = Entry((), (Phrase("en", "Something."),), ())
    assert ("text", "Something.", 36) in lines(card_sheet(words(body, "en")))


def test_bars_that_there_is_no_room_for_are_counted() -> None:
    label = Label(Phrase("en", "Bar"), Phrase("en", "1"))
    ticks = tuple(Phrase("en", tick) for tick in ("0", "1", "2"))
    body = Drawing(
        (Phrase("en", "Many"),), tuple(Bar((label,), 0.5, highlight=False) for _ in range(12)), ticks
    )
    drawn = lines(card_sheet(words(body, "en")))
    assert sum(style == "label" for style, _, _ in drawn) == 5
    assert ("note", "… +7", 26) in drawn
