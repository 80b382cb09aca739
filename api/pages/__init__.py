"""The pages: what a reader sees, at an address for each language and for each two side by side."""

from api.pages import (
    alphabet,
    articles,
    chart_files,
    chart_page,
    exports,
    figure_files,
    figure_page,
    figures,
    opensearch,
    term,
    terms,
)
from api.pages.blueprint import pages
from api.pages.docs import docs_page
from api.pages.problem import problem_page

__all__ = [
    "alphabet",
    "articles",
    "chart_files",
    "chart_page",
    "docs_page",
    "exports",
    "figure_files",
    "figure_page",
    "figures",
    "opensearch",
    "pages",
    "problem_page",
    "term",
    "terms",
]
