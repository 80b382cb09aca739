"""One chart by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from api.articles import find_article, find_section
from api.pages.articles import ArticleCard, SectionLink, card_of, section_link
from api.pages.blueprint import page
from api.pages.charts import ChartView, chart_view, find_chart
from api.pages.view import View


@dataclass(frozen=True, slots=True)
class ChartPage:
    """chart.html"""

    card: ArticleCard
    section: SectionLink
    chart: ChartView


@page("/articles/<article_id>/charts/<chart_id>", "chart.html")
def chart(view: View, query: dict[str, Any], article_id: str, chart_id: str) -> ChartPage:
    """Show one chart with its numbers."""
    article = find_article(article_id)
    found = find_chart(article, chart_id)
    section = section_link(view, article, find_section(article, found.section))
    return ChartPage(card_of(view, article), section, chart_view(view, article, found))
