"""A copy of the article cut into its sections."""

from __future__ import annotations

from dataclasses import replace

import pytest

from api.content import Content
from summaries import Article
from summaries.source import SectionNotFound, SourceText, cut

TEXT = "Title\n\nOne begins here.\nmore of one\n  Two begins\nmore of two\nRelated\nfurniture\n"


@pytest.fixture
def article(tiny_content: Content) -> Article:
    (article,) = tiny_content.articles
    one, two = article.sections
    return replace(article, sections=(replace(one, begins="One begins"), replace(two, begins="Two begins")))


def test_sections_run_to_the_next_one(article: Article) -> None:
    assert cut(article, TEXT) == SourceText(
        {
            "s1": "One begins here.\nmore of one\n",
            "s2": "  Two begins\nmore of two\nRelated\nfurniture\n",
        }
    )


def test_the_last_ends_where_it_says(article: Article) -> None:
    one, two = article.sections
    ended = replace(article, sections=(one, replace(two, ends="Related")))
    assert cut(ended, TEXT).sections["s2"] == "  Two begins\nmore of two\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_line_ends_do_not_matter(article: Article, newline: str) -> None:
    source = cut(article, TEXT.replace("\n", newline))
    assert source.contains("s1", "more of one")
    assert not source.contains("s1", "more of two")


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("One", "no line of the source begins with 'One begins' (s1)"),
        ("Two", "no line of the source begins with 'Two begins' (s2)"),
    ],
)
def test_a_section_that_is_missing_is_named(article: Article, missing: str, told: str) -> None:
    with pytest.raises(SectionNotFound) as error:
        cut(article, TEXT.replace(missing, "Xxx"))
    assert str(error.value) == told


@pytest.mark.parametrize(
    ("words", "contains", "mentions"),
    [
        ("5.3 万亿日元", True, True),
        ("5.3万亿日元", False, True),
        ("OPENAI", False, True),
        ("“三角联盟”", False, True),
        ("三角联盟", True, True),
        ("软银", False, False),
    ],
)
def test_quotations_are_exact_and_terms_are_not(words: str, contains: bool, mentions: bool) -> None:
    source = SourceText({"s1": '投入 5.3 万亿日元,OpenAI 的 " 三角联盟 "'})
    assert (source.contains("s1", words), source.mentions("s1", words)) == (contains, mentions)
    assert not source.contains("s2", words)
