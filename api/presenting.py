"""Articles and figures as the API sends them: rendered for the reader, joined with the glossary's names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from api.library import Library
from summaries import (
    Article,
    Figure,
    Section,
    Sentence,
    bibliography_to_json,
    figure_to_json,
    render_pair,
    write_figure,
    write_figure_period,
)
from translations import ReaderLocale


class Presenter:
    """Puts articles and figures into the form that `reader` gets."""

    def __init__(self, library: Library, reader: ReaderLocale) -> None:
        self._library = library
        self._reader = reader

    def article_card(self, article: Article) -> dict[str, Any]:
        """What a list says of an article."""
        return {
            **bibliography_to_json(article),
            "sections": [{"id": s.id, "title": dict(s.title.items())} for s in article.sections],
        }

    def article(self, article: Article) -> dict[str, Any]:
        """The article with its summary."""
        figures = self._library.summaries.figures_by_id(article.id)
        return {**self.article_card(article), "summary": self._pairs(article.abstract, figures)}

    def sections(self, article: Article, sections: Iterable[Section]) -> list[dict[str, Any]]:
        """Some of an article's sections, each with its summary."""
        figures = self._library.summaries.figures_by_id(article.id)
        return [
            {
                "id": section.id,
                "article": article.id,
                "title": dict(section.title.items()),
                "summary": self._pairs(section, figures),
            }
            for section in sections
        ]

    def figures(self, figures: Iterable[Figure]) -> list[dict[str, Any]]:
        """Figures, each written in the reader's locale, with the name of who says so."""
        listed = list(figures)
        names = self._library.glossary.names(f.said_by for f in listed if f.said_by)
        return [self._figure(figure, names) for figure in listed]

    def _figure(self, figure: Figure, names: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
        locale = self._reader.formatting
        data = figure_to_json(figure)
        data["period"] = figure.period and {
            "value": str(figure.period),
            "formatted": write_figure_period(figure, locale),
        }
        data["said_by"] = figure.said_by and {"id": figure.said_by, "name": names.get(figure.said_by, {})}
        return {**data, "formatted": asdict(write_figure(figure, locale))}

    def _pairs(self, section: Section, figures: Mapping[str, Figure]) -> list[dict[str, Any]]:
        return [self._pair(sentence, figures) for sentence in section.sentences]

    def _pair(self, sentence: Sentence, figures: Mapping[str, Figure]) -> dict[str, Any]:
        rendered = render_pair(sentence, figures, self._reader)
        return {
            "id": sentence.id,
            "text": {tag: r.text for tag, r in rendered.items()},
            "spans": {tag: [asdict(span) for span in r.spans] for tag, r in rendered.items()},
        }
