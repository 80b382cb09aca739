"""The articles: sections, sentence pairs, figures and charts, how they are read from files, stored and shown. No web in here."""

from summaries.json_form import (
    bibliography_to_json,
    chart_to_json,
    decimal_text,
    figure_to_json,
    quantity_to_json,
)
from summaries.markup import Rendered, Span
from summaries.model import Article, Bar, Chart, Figure, Section, Sentence
from summaries.rendering import render_pair, render_sentence, write_figure, write_figure_period
from summaries.store import FigureFilter, Page, Summaries, write_summaries

__all__ = [
    "Article",
    "Bar",
    "Chart",
    "Figure",
    "FigureFilter",
    "Page",
    "Rendered",
    "Section",
    "Sentence",
    "Span",
    "Summaries",
    "bibliography_to_json",
    "chart_to_json",
    "decimal_text",
    "figure_to_json",
    "quantity_to_json",
    "render_pair",
    "render_sentence",
    "write_figure",
    "write_figure_period",
    "write_summaries",
]
