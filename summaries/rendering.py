"""Sentences and figures as a reader in one locale sees them."""

from __future__ import annotations

from collections.abc import Mapping

from babel import Locale

from summaries.markup import Rendered, render
from summaries.model import Figure, Sentence
from translations import CONTENT_LANGUAGES, ReaderLocale, locale_for_content, resolve, tag_of
from translations.writing import Written, write, write_period


def write_figure(figure: Figure, locale: Locale) -> Written:
    """Write the quantity of `figure` in `locale`, with what is counted where we have the words."""
    content = resolve(tag_of(locale))
    ours = content.formatting.language in ("zh", "yue", "en")
    return write(figure.quantity, locale, figure.nouns.get(content.content) if ours else None)


def write_figure_period(figure: Figure, locale: Locale) -> str | None:
    """Write the period of `figure` in `locale`, None when it has none."""
    return write_period(figure.period, locale) if figure.period else None


def render_sentence(
    sentence: Sentence, language: str, figures: Mapping[str, Figure], reader: ReaderLocale
) -> Rendered:
    """Render `sentence` in a content `language`, its figures from `figures` as `reader` writes numbers."""
    locale = locale_for_content(language, reader)

    def shown(figure_id: str, form: str) -> str:
        figure = figures[figure_id]
        if form == "period":
            return write_period(figure.period, locale, bare=True) if figure.period else ""
        return str(getattr(write_figure(figure, locale), form))

    return render(sentence.markup[language], shown)


def render_pair(
    sentence: Sentence, figures: Mapping[str, Figure], reader: ReaderLocale
) -> dict[str, Rendered]:
    """Render `sentence` in every content language."""
    return {language: render_sentence(sentence, language, figures, reader) for language in CONTENT_LANGUAGES}
