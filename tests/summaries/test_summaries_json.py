"""Figures and articles go through JSON and come back as they were."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.content import Content
from summaries import Article, Figure, Section, Sentence, figure_to_json
from summaries.json_form import (
    article_from_json,
    article_to_json,
    decimal_text,
    figure_from_json,
    quantity_from_json,
    quantity_to_json,
)
from translations import CountNoun, Kind, LocalizedText, Modifier, Quantity, Ratio
from translations.writing import parse_period

DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, places=3) | st.builds(
    lambda digits, exponent: Decimal(digits).scaleb(exponent),
    st.integers(-(10**12), 10**12),
    st.integers(-12, 18),
)
PER = st.builds(lambda value: Quantity(Kind.MONEY, "JPY", value), DECIMALS)
QUANTITIES = st.one_of(
    st.builds(
        Quantity,
        st.sampled_from(Kind),
        st.just("JPY"),
        DECIMALS,
        modifier=st.none() | st.sampled_from(Modifier),
    ),
    st.builds(Quantity, st.just(Kind.PERCENT), st.just("percent"), low=DECIMALS, high=DECIMALS),
    st.builds(
        Quantity,
        st.just(Kind.RATIO),
        st.just("ratio"),
        DECIMALS,
        ratio=st.builds(Ratio, st.integers(0, 999), st.integers(1, 999)),
    ),
    st.builds(Quantity, st.just(Kind.RATE), st.just("CNY"), DECIMALS, per=PER),
)
TEXT = st.text(min_size=1, max_size=12)
TEXTS = st.builds(LocalizedText, TEXT, TEXT, TEXT)
PERIODS = st.sampled_from(
    ["2025", "2025-06", "2025-06-30", "2025-Q3", "FY2024-Q3", "2021/2023", "<=2025-06-30", "~2030"]
)
NOUNS = st.fixed_dictionaries(
    {
        "en": st.builds(lambda one, other: CountNoun((("one", one), ("other", other))), TEXT, TEXT),
        "zh-Hans": st.builds(lambda word: CountNoun((("other", word),)), TEXT),
    }
)
FIGURES = st.builds(
    Figure,
    id=TEXT,
    article=TEXT,
    section=TEXT,
    as_written=TEXT,
    quantity=QUANTITIES,
    measures=TEXTS,
    period=st.none() | PERIODS.map(parse_period),
    said_by=st.none() | TEXT,
    equals=st.lists(TEXT, max_size=2).map(tuple),
    note=st.none() | TEXTS,
    nouns=st.just({}) | NOUNS,
    replaces=st.lists(TEXT, max_size=2).map(tuple),
)
SENTENCES = st.lists(st.builds(Sentence, TEXT, TEXTS), max_size=3).map(tuple)
SECTIONS = st.builds(
    Section,
    TEXT,
    TEXTS,
    SENTENCES,
    TEXT,
    st.just("") | TEXT,
    st.lists(TEXT, max_size=2).map(tuple),
)
ARTICLES = st.builds(
    Article, TEXT, TEXTS, TEXTS, TEXTS, TEXT, TEXT, TEXTS, SECTIONS, st.lists(SECTIONS, max_size=2).map(tuple)
)


@given(DECIMALS)
def test_a_decimal_keeps_its_value(value: Decimal) -> None:
    assert Decimal(decimal_text(value)) == value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("5.3e12", "5300000000000"),
        ("9e9", "9000000000"),
        ("26.7", "26.7"),
        ("4.50", "4.50"),
        ("0", "0"),
        ("0.00", "0.00"),
        ("1e-7", "0.0000001"),
        ("5.30e12", "5.30E+12"),
        ("100", "100"),
    ],
)
def test_a_decimal_is_written_in_full_unless_digits_would_be_lost(value: str, text: str) -> None:
    assert decimal_text(Decimal(value)) == text


@given(QUANTITIES)
def test_any_quantity(quantity: Quantity) -> None:
    assert quantity_from_json(json.loads(json.dumps(quantity_to_json(quantity)))) == quantity


@given(FIGURES)
def test_any_figure(figure: Figure) -> None:
    assert figure_from_json(json.loads(json.dumps(figure_to_json(figure)))) == figure


@given(ARTICLES)
def test_any_article(article: Article) -> None:
    assert article_from_json(json.loads(json.dumps(article_to_json(article)))) == article


def test_the_tiny_content(tiny_content: Content) -> None:
    for figure in tiny_content.figures:
        assert figure_from_json(figure_to_json(figure)) == figure
    for article in tiny_content.articles:
        assert article_from_json(article_to_json(article)) == article


def test_one_figure_in_full(tiny_content: Content) -> None:
    rate = next(figure for figure in tiny_content.figures if figure.id == "harbor-rate")
    assert figure_to_json(rate) == {
        "id": "harbor-rate",
        "article": "harbor",
        "section": "s2",
        "as_written": "100 日元约合 4.5 元人民币",
        "kind": "rate",
        "unit": "CNY",
        "value": "4.5",
        "per": {"value": "100", "unit": "JPY"},
        "modifier": "about",
        "period": None,
        "measures": {"zh-Hans": "汇率", "zh-Hant": "匯率", "en": "Exchange rate"},
        "said_by": None,
        "equals": [],
        "note": None,
        "noun": None,
        "replaces": [],
    }
