"""The home page, an article, a section of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask import url_for

from api.articles import find_article, find_section
from api.library import library
from api.pages.blueprint import PageQuerySchema, page
from api.pages.charts import ChartView, charts_of
from api.pages.currencies import CurrencyQuery, currency_options, reader_currency
from api.pages.forms import Option
from api.pages.frame import REVEAL
from api.pages.mentions import Mentions
from api.pages.notes import Note, notes_of
from api.pages.parts import part_links
from api.pages.sentences import Line, Sentences
from api.pages.view import View
from api.pages.words import Texts, texts
from api.requests import ListSchema, one_of
from summaries import Article, Section
from translations.writing import parse_period, write_period


class ReadingQuerySchema(PageQuerySchema, CurrencyQuery):
    """How the sentences of two languages are shown, and in which currency amounts are told besides."""

    show = one_of("the second language of a sentence is hidden until asked for", (REVEAL,))


class HomeQuerySchema(PageQuerySchema, ListSchema):
    """Which part of the list of articles."""


@dataclass(frozen=True, slots=True)
class SectionLink:
    """A section by name."""

    id: str
    title: Texts
    href: str


@dataclass(frozen=True, slots=True)
class ArticleCard:
    """What an article is; `published` is written out."""

    id: str
    title: Texts
    original: str
    language: str
    author: Texts
    publisher: Texts
    published: str
    published_iso: str
    published_note: Texts
    href: str
    figures: str
    sections: tuple[SectionLink, ...]


@dataclass(frozen=True, slots=True)
class Teaser:
    """An article on the home page."""

    card: ArticleCard
    abstract: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class HomePage:
    """home.html"""

    teasers: tuple[Teaser, ...]
    parts: dict[str, str]


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section with its summary."""

    link: SectionLink
    lines: tuple[Line, ...]
    charts: tuple[ChartView, ...]


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """article.html"""

    card: ArticleCard
    abstract: tuple[Line, ...]
    sections: tuple[SectionText, ...]
    notes: tuple[Note, ...]
    currencies: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class SectionPage:
    """section.html; `before` and `after` are its neighbours."""

    card: ArticleCard
    section: SectionText
    figures: str
    terms: str
    before: SectionLink | None
    after: SectionLink | None
    notes: tuple[Note, ...]
    currencies: tuple[Option, ...]


@page("/", "home.html", HomeQuerySchema)
def home(view: View, query: dict[str, Any]) -> HomePage:
    """Show what there is to read."""
    listed = library().summaries.articles(query["limit"], query["offset"])
    teasers = tuple(_teaser(view, article) for article in listed.items)
    return HomePage(teasers, part_links(listed.total, query["limit"], query["offset"]))


@page("/articles/<article_id>", "article.html", ReadingQuerySchema)
def article(view: View, query: dict[str, Any], article_id: str) -> ArticlePage:
    """Show the summary of an article and of each of its sections."""
    found = find_article(article_id)
    mentions, currency = Mentions(), reader_currency(view, query)
    sentences = Sentences(view, found, library().summaries.figures_by_id(found.id), mentions)
    charts = charts_of(view, found)

    def place(other: View) -> str:
        return url_for("pages.article", view=other, article_id=found.id)

    return ArticlePage(
        card_of(view, found),
        sentences.of_section(found.abstract, place),
        tuple(
            SectionText(
                section_link(view, found, section),
                sentences.of_section(section, place),
                tuple(chart for chart in charts if chart.section == section.id),
            )
            for section in found.sections
        ),
        notes_of(library(), view, found, mentions, currency),
        currency_options(view, currency),
    )


@page("/articles/<article_id>/sections/<section_id>", "section.html", ReadingQuerySchema)
def section(view: View, query: dict[str, Any], article_id: str, section_id: str) -> SectionPage:
    """Show the summary of a section."""
    whole = find_article(article_id)
    found = find_section(whole, section_id)
    card = card_of(view, whole)
    here = whole.sections.index(found)

    def place(other: View) -> str:
        return url_for("pages.section", view=other, article_id=whole.id, section_id=found.id)

    mentions, currency = Mentions(), reader_currency(view, query)
    sentences = Sentences(view, whole, library().summaries.figures_by_id(whole.id), mentions)
    return SectionPage(
        card,
        SectionText(
            card.sections[here], sentences.of_section(found, place), charts_of(view, whole, found.id)
        ),
        figures=url_for("pages.figures", view=view, article_id=whole.id, section=found.id),
        terms=url_for("pages.terms", view=view, section=f"{whole.id}/{found.id}"),
        before=card.sections[here - 1] if here else None,
        after=card.sections[here + 1] if here + 1 < len(card.sections) else None,
        notes=notes_of(library(), view, whole, mentions, currency),
        currencies=currency_options(view, currency),
    )


def card_of(view: View, article: Article) -> ArticleCard:
    """Return what a page says of an article."""
    return ArticleCard(
        id=article.id,
        title=texts(article.title, view),
        original=article.title[article.language] if article.language in dict(article.title.items()) else "",
        language=article.language,
        author=texts(article.author, view),
        publisher=texts(article.publisher, view),
        published=write_period(parse_period(article.published), view.locale),
        published_iso=article.published,
        published_note=texts(article.published_note, view),
        href=url_for("pages.article", view=view, article_id=article.id),
        figures=url_for("pages.figures", view=view, article_id=article.id),
        sections=tuple(section_link(view, article, section) for section in article.sections),
    )


def section_link(view: View, article: Article, section: Section) -> SectionLink:
    """Return a link to a section's page."""
    href = url_for("pages.section", view=view, article_id=article.id, section_id=section.id)
    return SectionLink(section.id, texts(section.title, view), href)


def _teaser(view: View, article: Article) -> Teaser:
    def place(other: View) -> str:
        return url_for("pages.article", view=other, article_id=article.id)

    figures = library().summaries.figures_by_id(article.id)
    lines = Sentences(view, article, figures).of_section(article.abstract, place, anchored=False)
    return Teaser(card_of(view, article), lines)
