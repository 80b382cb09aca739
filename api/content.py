"""A content folder read whole: the glossary and the articles, and what only the two together can be checked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from api.folders import ContentFolders
from glossary.authoring import Authored, GlossaryFiles, read_glossary
from summaries import Article, Chart, Figure
from summaries.authoring import ArticleFiles, read_articles
from summaries.markup import references
from translations import CONTENT_LANGUAGES
from translations.authoring import Complaint, ContentError


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a content folder says."""

    glossary: GlossaryFiles
    article_files: tuple[ArticleFiles, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles."""
        return tuple(files.article for files in self.article_files)

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The figures of all articles."""
        return tuple(figure for files in self.article_files for figure in files.figures)

    @property
    def charts(self) -> tuple[Chart, ...]:
        """The charts of all articles."""
        return tuple(chart for files in self.article_files for chart in files.charts)


def read_content(folders: ContentFolders) -> Content:
    """Read and check `folders`; `ContentError` with every complaint when anything is wrong."""
    complaints: list[Complaint] = []
    glossary = GlossaryFiles((), ())
    articles: tuple[ArticleFiles, ...] = ()
    try:
        glossary = read_glossary(folders.glossary)
    except ContentError as error:
        complaints += error.complaints
    try:
        articles = read_articles(folders.summaries)
    except ContentError as error:
        complaints += error.complaints
    content = Content(glossary, articles)
    if not complaints:  # references into a broken half would only be complained about twice
        complaints = [
            *_sections_exist(content),
            *_speakers_exist(content),
            *_terms_in_sentences_exist(content),
        ]
    if complaints:
        raise ContentError(complaints)
    return content


def _sections_exist(content: Content) -> Iterator[Complaint]:
    known = {f"{article.id}/{section.id}" for article in content.articles for section in article.sections}
    for entry in content.glossary.authored:
        for n, name in enumerate(entry.concept.sections):
            if name not in known:
                mend = f"the sections are {', '.join(sorted(known)) or 'none'}"
                yield entry.complaint(("sections", n), "no article has this section", mend)


def _speakers_exist(content: Content) -> Iterator[Complaint]:
    known = {concept.id for concept in content.glossary.concepts}
    for files in content.article_files:
        for figure in files.figures:
            if figure.said_by and figure.said_by not in known:
                yield files.figure_complaint(
                    figure, "said_by", "no concept has this id", "name one of the glossary"
                )


def _terms_in_sentences_exist(content: Content) -> Iterator[Complaint]:
    by_id = {entry.concept.id: entry for entry in content.glossary.authored}
    for files in content.article_files:
        for section in files.all_sections():
            for sentence in section.sentences:
                for language in CONTENT_LANGUAGES:
                    for reference in references(sentence.markup[language], "term"):
                        fault = _term_fault(by_id.get(reference.id), reference.words, language)
                        if fault:
                            yield files.sentence_complaint(
                                sentence, language, f"term:{reference.id}: {fault[0]}", fault[1]
                            )


def _term_fault(entry: Authored | None, words: str, language: str) -> tuple[str, str] | None:
    if entry is None:
        return "no concept has this id", "name one of the glossary"
    usable = [term.term for term in entry.concept.terms_in(language) if term.status.usable]
    if any(_is_form_of(words, term, language) for term in usable):
        return None
    return f"{words!r} is no usable term of it", f"write one of {', '.join(usable)}"


def _is_form_of(words: str, term: str, language: str) -> bool:
    """Whether `words` are `term`, in English also inflected: plural, possessive, another verb form, capitalized.

    A summary is set with ’, a term is written with the ' that is typed.
    """
    if language != "en":
        return words == term
    words = words.replace("’", "'")
    stem = re.escape(term.casefold()[: -1 if term.casefold().endswith(("e", "y")) else None])
    return (
        re.fullmatch(rf"{stem}(?:e|y|ies|ied|es|ed|d|s|ing|[a-z]ing|[a-z]ed)?(?:'s?)?", words.casefold())
        is not None
    )
