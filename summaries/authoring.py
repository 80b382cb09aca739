"""Reads a folder of articles: YAML in, articles and figures out, a complaint for every fault (docs/content.md)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from summaries.charts import chart_faults
from summaries.files import ARTICLE, FIGURES, article_folders
from summaries.markup import FORMS, parse, references
from summaries.model import Article, Chart, Figure, Section, Sentence
from summaries.schema import ArticleFileSchema, FiguresFileSchema
from translations import CONTENT_LANGUAGES
from translations.authoring import Complaint, ContentError, Document, Place, load, read_document

# A number typed into a sentence would not follow the reader's locale.
_TYPED_NUMBER = re.compile(
    r"[0-9][0-9.,]*\s*(?:%|％|[万亿萬億兆倍]|个百分点|個百分點|percent\b|[mbtr]+illion\b)|[$€£¥￥]\s*[0-9][0-9.,]*"
)


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """One article as its folder says it, with the documents for later complaints."""

    article: Article
    figures: tuple[Figure, ...]
    charts: tuple[Chart, ...]
    article_document: Document
    figures_document: Document

    def figure_complaint(self, figure: Figure, name: str, message: str, mend: str) -> Complaint:
        """Complain about the field `name` of `figure`."""
        place: Place = ("figures", self.figures.index(figure), name)
        return self.figures_document.complaint(place, message, mend)

    def sentence_complaint(self, sentence: Sentence, language: str, message: str, mend: str) -> Complaint:
        """Complain about `sentence` in `language`."""
        section, _, number = sentence.id.partition(".")
        at: Place = (
            ("sections", [s.id for s in self.article.sections].index(section), "summary")
            if section != "s0"
            else ("abstract",)
        )
        return self.article_document.complaint((*at, int(number) - 1, language), message, mend)

    def all_sections(self) -> tuple[Section, ...]:
        """Return the abstract and the sections."""
        return (self.article.abstract, *self.article.sections)


def read_articles(folder: Path) -> tuple[ArticleFiles, ...]:
    """Read every article folder in `folder`; `ContentError` with all complaints when any is broken."""
    complaints: list[Complaint] = []
    articles: list[ArticleFiles] = []
    for path in article_folders(folder):
        try:
            articles.append(_read_article(path))
        except ContentError as error:
            complaints += error.complaints
    complaints += [fault for files in articles for rule in _RULES for fault in rule(files)]
    complaints += _unique_figures(articles)
    complaints += _replaced_figures_are_gone(articles)
    if complaints:
        raise ContentError(sorted(complaints))
    return tuple(articles)


def _read_article(folder: Path) -> ArticleFiles:
    complaints: list[Complaint] = []
    loaded = []
    for name, schema in ((ARTICLE, ArticleFileSchema()), (FIGURES, FiguresFileSchema())):
        try:
            document = read_document(folder / name)
            loaded.append((document, load(document, schema)))
        except ContentError as error:
            complaints += error.complaints
    if complaints:
        raise ContentError(complaints)
    (article_document, article), (figures_document, drawn) = loaded
    figures = tuple(replace(figure, article=article.id) for figure in drawn.figures)
    sections = {figure.id: figure.section for figure in figures}
    charts = tuple(
        replace(chart, article=article.id, section=sections.get(chart.bars[0].figure, ""))
        for chart in drawn.charts
    )
    return ArticleFiles(article, figures, charts, article_document, figures_document)


def _unique_figures(articles: Iterable[ArticleFiles]) -> Iterator[Complaint]:
    seen: set[str] = set()
    for files in articles:
        for figure in files.figures:
            if figure.id in seen:
                yield files.figure_complaint(figure, "id", "this id is taken", "choose another")
            seen.add(figure.id)


def _replaced_figures_are_gone(articles: Iterable[ArticleFiles]) -> Iterator[Complaint]:
    listed = [(files, figure) for files in articles for figure in files.figures]
    seen = {figure.id for _, figure in listed}
    for files, figure in listed:
        for n, fault in _replacing_faults(figure.replaces, seen):
            place: Place = ("figures", files.figures.index(figure), "replaces", n)
            yield files.figures_document.complaint(place, *fault)


def _replaced_parts_are_gone(files: ArticleFiles) -> Iterator[Complaint]:
    for document, name, parts in (
        (files.article_document, "sections", [(s.id, s.replaces) for s in files.article.sections]),
        (files.figures_document, "charts", [(c.id, c.replaces) for c in files.charts]),
    ):
        seen = {id_ for id_, _ in parts}
        for at, (_, replaced) in enumerate(parts):
            for n, fault in _replacing_faults(replaced, seen):
                yield document.complaint((name, at, "replaces", n), *fault)


def _replacing_faults(replaced: Iterable[str], seen: set[str]) -> Iterator[tuple[int, tuple[str, str]]]:
    """Yield what is wrong with ids that are said to be replaced, by their place; `seen` are those that cannot be."""
    for n, id_ in enumerate(replaced):
        if id_ in seen:
            yield n, (f"{id_} is still there, or replaced already", "name what is no more, once")
        seen.add(id_)


def _folder_is_named_after_the_article(files: ArticleFiles) -> Iterator[Complaint]:
    if files.article_document.path.parent.name != files.article.id:
        mend = f"name the folder {files.article.id}, or the article after its folder"
        yield files.article_document.complaint(("id",), "the folder has another name", mend)


def _sections_are_unique(files: ArticleFiles) -> Iterator[Complaint]:
    ids = [section.id for section in files.article.sections]
    for n, section in enumerate(ids):
        if section in ids[:n]:
            yield files.article_document.complaint(
                ("sections", n, "id"), "this id is taken", "number the sections on"
            )


def _figures_name_their_section(files: ArticleFiles) -> Iterator[Complaint]:
    known = [section.id for section in files.article.sections]
    for figure in files.figures:
        if figure.section not in known:
            yield files.figure_complaint(
                figure, "section", "no such section", f"write one of {', '.join(known)}"
            )


def _equal_figures_point_at_each_other(files: ArticleFiles) -> Iterator[Complaint]:
    by_id = {figure.id: figure for figure in files.figures}
    for figure in files.figures:
        for other in figure.equals:
            if other not in by_id or figure.id not in by_id[other].equals:
                mend = f"name a figure whose own equals names {figure.id}"
                yield files.figure_complaint(figure, "equals", f"{other} does not point back", mend)


def _charts_can_be_drawn(files: ArticleFiles) -> Iterator[Complaint]:
    by_id = {figure.id: figure for figure in files.figures}
    ids = [chart.id for chart in files.charts]
    for n, chart in enumerate(files.charts):
        if chart.id in ids[:n]:
            place: Place = ("charts", n, "id")
            yield files.figures_document.complaint(place, "this id is taken", "choose another")
        for fault in chart_faults(chart, by_id):
            yield files.figures_document.complaint(("charts", n, *fault.place), fault.message, fault.mend)


def _each_sentence(
    rule: Callable[[ArticleFiles, Sentence, str], Iterable[tuple[str, str]]],
) -> Callable[[ArticleFiles], Iterator[Complaint]]:
    def check(files: ArticleFiles) -> Iterator[Complaint]:
        for section in files.all_sections():
            for sentence in section.sentences:
                for language in CONTENT_LANGUAGES:
                    for message, mend in rule(files, sentence, language):
                        yield files.sentence_complaint(sentence, language, message, mend)

    return check


def _references_resolve(files: ArticleFiles, sentence: Sentence, language: str) -> Iterator[tuple[str, str]]:
    by_id = {figure.id: figure for figure in files.figures}
    for reference in references(sentence.markup[language], "figure"):
        figure = by_id.get(reference.id)
        if figure is None:
            yield f"figure:{reference.id} does not exist", "name a figure of figures.yaml"
        elif reference.form not in FORMS:
            yield f"/{reference.form} is no form of a figure", f"write one of {', '.join(FORMS)}"
        elif reference.form == "period" and figure.period is None:
            yield f"{reference.id} has no period", "give it one, or write the date in words"


def _same_figures_in_every_language(
    files: ArticleFiles, sentence: Sentence, language: str
) -> Iterator[tuple[str, str]]:
    def ids(tag: str) -> list[str]:
        return sorted({reference.id for reference in references(sentence.markup[tag], "figure")})

    if ids(language) != ids("en"):
        yield (
            f"its figures differ from the English: {', '.join(ids('en')) or 'none'}",
            "use the same in each language",
        )


def _nothing_typed_that_is_a_reference(
    files: ArticleFiles, sentence: Sentence, language: str
) -> Iterator[tuple[str, str]]:
    plain = "\0".join(part for part in parse(sentence.markup[language]) if isinstance(part, str))
    number = _TYPED_NUMBER.search(plain)
    if number:
        yield f"the number {number[0]} is typed", "refer to its figure: [](figure:ID)"
    if "](" in plain:
        yield "a reference is not closed or not known", "write [words](term:ID) or [](figure:ID)"


_RULES: tuple[Callable[[ArticleFiles], Iterable[Complaint]], ...] = (
    _folder_is_named_after_the_article,
    _sections_are_unique,
    _figures_name_their_section,
    _equal_figures_point_at_each_other,
    _charts_can_be_drawn,
    _replaced_parts_are_gone,
    _each_sentence(_references_resolve),
    _each_sentence(_same_figures_in_every_language),
    _each_sentence(_nothing_typed_that_is_a_reference),
)
