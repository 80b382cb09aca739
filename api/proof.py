"""Content held against a copy of its article: every quotation stands there, every figure says what was quoted."""

from __future__ import annotations

from collections.abc import Iterator

from api.content import Content
from glossary import Concept, Term
from summaries import Figure
from summaries.authoring import ArticleFiles
from summaries.source import SectionNotFound, SourceText, cut
from translations import Kind, Quantity
from translations.authoring import Complaint
from translations.reading import read


def prove_against_source(content: Content, article: ArticleFiles, text: str) -> list[Complaint]:
    """Complain about every `as_written` and every section of a term that `text`, the article, does not bear out.

    What an `as_written` says is read, and must be the figure's own quantity.
    """
    try:
        source = cut(article.article, text)
    except SectionNotFound as error:
        mend = "give begins: the first characters of that line"
        return [article.article_document.complaint(("sections",), str(error), mend)]
    return [
        *_quotations(article, source),
        *_wordings(article, source),
        *_occurrences(content, article, source),
    ]


def _quotations(files: ArticleFiles, source: SourceText) -> Iterator[Complaint]:
    for figure in files.figures:
        if not source.contains(figure.section, figure.as_written):
            message = f"this does not stand in section {figure.section} of the source"
            yield files.figure_complaint(figure, "as_written", message, "copy the article's own characters")


def _wordings(files: ArticleFiles, source: SourceText) -> Iterator[Complaint]:
    for figure in files.figures:
        if not source.contains(figure.section, figure.as_written):
            continue  # complained about already
        said = tuple(mention.quantity for mention in read(figure.as_written, files.article.language).figures)
        if said != _amounts(figure):
            message = f"{figure.as_written} reads {', '.join(map(_told, said)) or 'as no quantity'}"
            yield files.figure_complaint(
                figure, "as_written", message, "correct the value, unit or modifier, or quote enough words"
            )


def _amounts(figure: Figure) -> tuple[Quantity, ...]:
    """The quantity as it is read; of a rate, both its amounts."""
    quantity = figure.quantity
    if quantity.per is None:
        return (quantity,)
    quoted = Quantity(Kind.MONEY, quantity.unit, quantity.value, modifier=quantity.modifier)
    return quantity.per, quoted


def _told(quantity: Quantity) -> str:
    numbers = [
        f"{number:f}" for number in (quantity.value, quantity.low, quantity.high) if number is not None
    ]
    return " ".join([*([quantity.modifier] if quantity.modifier else []), "..".join(numbers), quantity.unit])


def _occurrences(content: Content, files: ArticleFiles, source: SourceText) -> Iterator[Complaint]:
    for entry in content.glossary.authored:
        for n, name in enumerate(entry.concept.sections):
            article, _, section = name.partition("/")
            if article == files.article.id and not any(
                source.mentions(section, term.term)
                for term in _source_terms(entry.concept, files.article.language)
            ):
                message = f"no term of {entry.concept.id} occurs in this section of the source"
                yield entry.complaint(
                    ("sections", n), message, "remove the section, or add the term as it occurs"
                )


def _source_terms(concept: Concept, language: str) -> list[Term]:
    """The terms that may stand in the source: its own language's, and Latin names within it."""
    return [*concept.terms_in(language), *concept.terms_in("en")]
