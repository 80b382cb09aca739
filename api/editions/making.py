"""The editions of what an index says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from api.concepts import find_concept
from api.editions.model import Edition, Item, ItemKind
from glossary import Concept, Glossary
from summaries import Article, Chart, Figure, Section, Summaries
from summaries.markup import references
from translations import CONTENT_LANGUAGES


class EditionMaker:
    """Makes the editions of one index; what the items of an article have in common is read once."""

    def __init__(self, summaries: Summaries, glossary: Glossary) -> None:
        self._summaries, self._glossary = summaries, glossary
        self._figures: dict[str, dict[str, Figure]] = {}
        self._charts: dict[str, tuple[Chart, ...]] = {}
        self._names: dict[str, Mapping[str, str]] = {}

    def edition(self, item: Item) -> Edition | None:
        """Return what `item` says, None where there is no such item."""
        if item.kind is ItemKind.TERM:
            concept = find_concept(self._glossary, item.id)
            return Edition(item, concept=_shown_of(concept)) if concept else None
        if item.kind is ItemKind.FIGURE:
            figure = self._summaries.figure(item.id)
            article = figure and self._summaries.article(figure.article)
            return self._of_figure(item, article, figure) if figure and article else None
        article = self._summaries.article(item.steps[0])
        return self._of_article(item, article) if article else None

    def to_read(self, article: Article) -> Iterator[Edition]:
        """Yield the editions of `article` and of its sections."""
        yield self._of_section(Item(ItemKind.ARTICLE, article.id), article, article.abstract)
        for section in article.sections:
            item = Item(ItemKind.SECTION, f"{article.id}/{section.id}")
            yield self._of_section(item, article, section)

    def of_article(self, article: Article) -> Iterator[Edition]:
        """Yield the editions of `article` and of everything in it."""
        yield from self.to_read(article)
        for chart in self._charts_of(article):
            yield self._of_chart(Item(ItemKind.CHART, f"{article.id}/{chart.id}"), article, chart)
        for figure in self._figures_of(article).values():
            yield self._of_figure(Item(ItemKind.FIGURE, figure.id), article, figure)

    def _of_article(self, item: Item, article: Article) -> Edition | None:
        if item.kind is ItemKind.ARTICLE:
            return self._of_section(item, article, article.abstract)
        if item.kind is ItemKind.SECTION:
            section = next((s for s in article.sections if s.id == item.steps[1]), None)
            return self._of_section(item, article, section) if section else None
        chart = next((c for c in self._charts_of(article) if c.id == item.steps[1]), None)
        return self._of_chart(item, article, chart) if chart else None

    def _of_section(self, item: Item, article: Article, section: Section) -> Edition:
        chart = next((chart for chart in self._charts_of(article) if chart.section == section.id), None)
        shown = [*_figures_in(section), *(_drawn(chart) if chart else ())]
        figures = self._chosen(article, shown)
        return self._edition(item, article, figures, _shown_of_section(section), chart)

    def _of_chart(self, item: Item, article: Article, chart: Chart) -> Edition:
        return self._edition(item, article, self._chosen(article, _drawn(chart)), chart=chart)

    def _of_figure(self, item: Item, article: Article, figure: Figure) -> Edition:
        return self._edition(item, article, (figure,))

    def _edition(
        self,
        item: Item,
        article: Article,
        figures: Iterable[Figure],
        section: Section | None = None,
        chart: Chart | None = None,
    ) -> Edition:
        shown = {figure.id: replace(figure, replaces=()) for figure in figures}
        return Edition(
            item,
            article=_by_itself(article),
            section=section,
            chart=replace(chart, replaces=()) if chart else None,
            figures=shown,
            names=self._named(sorted({f.said_by for f in shown.values() if f.said_by})),
        )

    def _chosen(self, article: Article, ids: Iterable[str]) -> Iterator[Figure]:
        there_are = self._figures_of(article)
        return (there_are[id_] for id_ in dict.fromkeys(ids))

    def _figures_of(self, article: Article) -> dict[str, Figure]:
        if article.id not in self._figures:
            self._figures[article.id] = self._summaries.figures_by_id(article.id)
        return self._figures[article.id]

    def _charts_of(self, article: Article) -> tuple[Chart, ...]:
        if article.id not in self._charts:
            self._charts[article.id] = self._summaries.charts(article.id)
        return self._charts[article.id]

    def _named(self, ids: list[str]) -> dict[str, Mapping[str, str]]:
        unknown = [id_ for id_ in ids if id_ not in self._names]
        if unknown:
            self._names |= self._glossary.names(unknown)
        return {id_: self._names[id_] for id_ in ids if id_ in self._names}


def _by_itself(article: Article) -> Article:
    """Return what `article` is, without what it says: an edition is another when what it shows is."""
    return replace(article, abstract=replace(article.abstract, sentences=()), sections=())


def _shown_of_section(section: Section) -> Section:
    """Return `section` without what is for those who edit it."""
    return replace(section, begins="", ends="", replaces=())


def _shown_of(concept: Concept) -> Concept:
    """Return `concept` without what is for those who search and check: no card has it."""
    return replace(concept, distractors=(), related=(), sections=(), replaces=(), full_form_first=False)


def _drawn(chart: Chart) -> list[str]:
    return [bar.figure for bar in chart.bars]


def _figures_in(section: Section) -> list[str]:
    texts = (sentence.markup[tag] for sentence in section.sentences for tag in CONTENT_LANGUAGES)
    return [reference.id for text in texts for reference in references(text, "figure")]
