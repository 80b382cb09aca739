"""What an embedded item said at one time: all that its card is drawn from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from api.articles import find_article, find_section
from api.concepts import find_concept
from api.embedding.items import Item, ItemKind
from api.figures import find_figure
from api.library import Library, library
from api.pages.charts import find_chart
from api.problems import not_found, withdrawn
from glossary import Concept
from summaries import Article, Chart, Figure, Section
from summaries.markup import references
from translations import CONTENT_LANGUAGES, N_


@dataclass(frozen=True, slots=True)
class Edition:
    """An item with everything that its card shows, so that it needs nothing of the index that it came from.

    `article` says what the item is from, and has no sections; that of an article's own card has its abstract. `figures`
    are those that it shows, in that order, `names` are of who states them, by id and language.
    """

    item: Item
    article: Article | None = None
    section: Section | None = None
    chart: Chart | None = None
    figures: Mapping[str, Figure] = field(default_factory=dict)
    concept: Concept | None = None
    names: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


def current_edition(item: Item) -> Edition:
    """Return what `item` says now; the problem that there is none, or no more."""
    shelf = library()
    match item.kind:
        case ItemKind.TERM:
            return Edition(item, concept=_concept(shelf, item.id))
        case ItemKind.FIGURE:
            figure = find_figure(item.id)
            return _edition(shelf, item, find_article(figure.article), shown=(figure.id,))
    article = find_article(item.steps[0])
    match item.kind:
        case ItemKind.ARTICLE:
            return _edition(shelf, item, article, article.abstract)
        case ItemKind.SECTION:
            section = find_section(article, item.steps[1])
            return _edition(shelf, item, article, section, _first_chart(shelf, article, section))
        case _:
            return _edition(shelf, item, article, chart=find_chart(article, item.steps[1]))


def _edition(
    shelf: Library,
    item: Item,
    article: Article,
    section: Section | None = None,
    chart: Chart | None = None,
    shown: Iterable[str] = (),
) -> Edition:
    wanted = dict.fromkeys(shown)
    if section:
        wanted |= dict.fromkeys(_figures_in(section))
    if chart:
        wanted |= dict.fromkeys(bar.figure for bar in chart.bars)
    there_are = shelf.summaries.figures_by_id(article.id)
    figures = {id_: there_are[id_] for id_ in wanted}
    names = shelf.glossary.names(figure.said_by for figure in figures.values() if figure.said_by)
    return Edition(
        item,
        article=_by_itself(article),
        section=section,
        chart=chart,
        figures=figures,
        names={id_: dict(names[id_]) for id_ in sorted(names)},
    )


def _by_itself(article: Article) -> Article:
    """Return what `article` is, without what it says: an edition is another when what it shows is."""
    return replace(article, abstract=replace(article.abstract, sentences=()), sections=())


def _figures_in(section: Section) -> list[str]:
    texts = (sentence.markup[tag] for sentence in section.sentences for tag in CONTENT_LANGUAGES)
    return [reference.id for text in texts for reference in references(text, "figure")]


def _first_chart(shelf: Library, article: Article, section: Section) -> Chart | None:
    return next((chart for chart in shelf.summaries.charts(article.id) if chart.section == section.id), None)


def _concept(shelf: Library, term_id: str) -> Concept:
    found = find_concept(shelf.glossary, term_id)
    if found is None:
        if shelf.glossary.replacement(term_id) or shelf.history.was_withdrawn(term_id):
            raise withdrawn(N_("term"), term_id)
        raise not_found(N_("term"), term_id)
    return found
