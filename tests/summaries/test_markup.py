"""Sentences with references: parsed, rendered, and where their spans lie."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from api.content import Content
from summaries import (
    Rendered,
    Sentence,
    Span,
    render_pair,
    render_sentence,
    write_figure,
    write_figure_period,
)
from summaries.markup import FORMS, Reference, parse, references, render
from translations import LocalizedText, resolve
from translations.writing import Written


def shown(figure: str, form: str) -> str:
    return f"<{figure} {form}>"


@pytest.mark.parametrize(
    ("markup", "parts"),
    [
        ("", []),
        ("no reference", ["no reference"]),
        ("[](figure:a)", [Reference("figure", "a")]),
        ("[](figure:a/short)", [Reference("figure", "a", form="short")]),
        ("[words](term:a-b)", [Reference("term", "a-b", "words")]),
        (
            "A [b](term:c), [](figure:d/period).",
            ["A ", Reference("term", "c", "b"), ", ", Reference("figure", "d", form="period"), "."],
        ),
        ("[算力](term:a)[](figure:b)", [Reference("term", "a", "算力"), Reference("figure", "b")]),
        ("[x](term:A)", ["[x](term:A)"]),
        ("[x](http://a)", ["[x](http://a)"]),
        ("[x] (term:a)", ["[x] (term:a)"]),
        ("[[x](term:a)]", ["[", Reference("term", "a", "x"), "]"]),
    ],
)
def test_parsing(markup: str, parts: list[str | Reference]) -> None:
    assert list(parse(markup)) == parts


def test_references_of_one_kind() -> None:
    markup = "[a](term:b) [](figure:c) [](figure:d/long)"
    assert references(markup, "figure") == [Reference("figure", "c"), Reference("figure", "d", form="long")]
    assert references(markup, "term") == [Reference("term", "b", "a")]


def test_rendering() -> None:
    assert render("The [AI](term:ai) 𠮷 [](figure:f/long).", shown) == Rendered(
        "The AI 𠮷 <f long>.", (Span(4, 6, "term", "ai"), Span(9, 17, "figure", "f"))
    )


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        ("about half", "About half."),
        ("one", "One."),
        ("ﬁve", "ﬁve."),
        ("约一半", "约一半."),
        ("5", "5."),
        ("", "."),
    ],
)
def test_a_sentence_that_begins_with_a_figure_is_capitalized(figure: str, text: str) -> None:
    rendered = render("[](figure:f).", lambda id_, form: figure)
    assert rendered == Rendered(text, (Span(0, len(figure), "figure", "f"),))


PLAIN = st.text(st.characters(exclude_characters="[]", exclude_categories=["Cs"]), max_size=12)
IDS = st.from_regex(r"[a-z][a-z0-9-]{0,8}", fullmatch=True)
REFERENCES = st.builds(lambda words, id_: Reference("term", id_, words), PLAIN, IDS) | st.builds(
    lambda id_, form: Reference("figure", id_, form=form), IDS, st.sampled_from(FORMS)
)


def written(part: str | Reference) -> str:
    if isinstance(part, str):
        return part
    form = "" if part.form == "text" else f"/{part.form}"
    return f"[{part.words}]({part.kind}:{part.id}{form})"


@given(st.lists(PLAIN | REFERENCES, max_size=8), st.text(max_size=8))
def test_every_span_holds_what_was_referred_to(parts: list[str | Reference], figure: str) -> None:
    markup = "".join(map(written, parts))
    rendered = render(markup, lambda id_, form: figure)
    wanted = [part for part in parts if isinstance(part, Reference)]
    assert [(span.kind, span.id) for span in rendered.spans] == [(part.kind, part.id) for part in wanted]
    plain = "".join(part if isinstance(part, str) else part.words for part in parts)
    assert len(rendered.text) == len(plain) + len(figure) * sum(part.kind == "figure" for part in wanted)
    for span, part in zip(rendered.spans, wanted, strict=True):
        held = rendered.text[span.start : span.end]
        words = part.words if part.kind == "term" else figure
        assert held == words or (span.start == 0 and held == words[:1].upper() + words[1:])


@given(st.lists(PLAIN | REFERENCES, max_size=8))
def test_parsing_takes_apart_what_was_put_together(parts: list[str | Reference]) -> None:
    markup = "".join(map(written, parts))
    assert "".join(map(written, parse(markup))) == markup
    assert [part for part in parse(markup) if isinstance(part, Reference)] == [
        part for part in parts if isinstance(part, Reference)
    ]


@given(st.text())
def test_any_text_is_rendered(text: str) -> None:
    rendered = render(text, shown)
    for span in rendered.spans:
        assert 0 <= span.start <= span.end <= len(rendered.text)


def test_a_pair_is_rendered_in_every_language(tiny_content: Content) -> None:
    figures = {figure.id: figure for figure in tiny_content.figures}
    sentence = tiny_content.articles[0].sections[1].sentences[1]
    pair = render_pair(sentence, figures, resolve("zh-HK"))
    assert {tag: rendered.text for tag, rendered in pair.items()} == {
        "zh-Hans": "占比上升29.7个百分点，算力售出三分之一。",
        "zh-Hant": "占比上升29.7個百分點，算力售出三分之一。",
        "en": "The share rose by 29.7 percentage points, and one third of the computing power is sold.",
    }
    assert pair["zh-Hant"].spans == (
        Span(4, 12, "figure", "harbor-growth"),
        Span(13, 15, "term", "computing-power"),
        Span(17, 21, "figure", "harbor-third"),
    )


def test_each_form_of_a_figure(tiny_content: Content) -> None:
    figures = {figure.id: figure for figure in tiny_content.figures}
    forms = ", ".join(f"[](figure:harbor-investment-jpy/{form})" for form in FORMS)
    sentence = Sentence("s1.1", LocalizedText(forms, forms, forms))
    rendered = {tag: render_sentence(sentence, tag, figures, resolve("en")).text for tag in ("en", "zh-Hant")}
    assert rendered == {
        "en": "About 5.3 trillion Japanese yen, 5.3 trillion Japanese yen, JP¥5.3T,"
        " 5,300,000,000,000 Japanese yen, fiscal 2022",
        "zh-Hant": "約5.3兆日圓, 5.3兆日圓, 5.3兆日圓, 5,300,000,000,000日圓, 2022財年",
    }


@pytest.mark.parametrize(
    ("tag", "text", "period"),
    [
        ("en", "12 sites", None),
        ("zh_Hans", "12座", None),
        ("zh_Hant_HK", "12座", None),
        ("yue_Hant", "12座", None),
        ("de", "12", None),
        ("ja", "12", None),
    ],
)
def test_what_is_counted_is_named_where_we_have_the_word(
    tiny_content: Content, tag: str, text: str, period: str | None
) -> None:
    figure = next(figure for figure in tiny_content.figures if figure.id == "harbor-sites")
    assert write_figure(figure, Locale.parse(tag)).text == text
    assert write_figure_period(figure, Locale.parse(tag)) is period
    assert figure.quantity.value == Decimal(12)


def test_a_figure_in_four_forms(tiny_content: Content) -> None:
    figure = next(figure for figure in tiny_content.figures if figure.id == "harbor-rate")
    assert write_figure(figure, Locale("zh", script="Hans")) == Written(
        "100日元约合4.5元人民币", "100日元合4.5元人民币", "100日元≈4.5元人民币", "100日元合4.5元人民币"
    )
