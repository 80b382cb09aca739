"""The types of pages, one address of each; what is said of all pages is said of these."""

from __future__ import annotations

# By type, the address without its view; none is the same in every view.
PAGES = {
    "home": "/{view}/",
    "article": "/{view}/articles/softbank-ai",
    "section": "/{view}/articles/softbank-ai/sections/s2",
    "figures": "/{view}/articles/softbank-ai/figures",
    "figure": "/{view}/figures/vision-fund-loss-fy2022-jpy",
    "chart": "/{view}/articles/softbank-ai/charts/ai-use",
    "terms": "/{view}/terms",
    "search": "/{view}/terms?q=算力",
    "nothing found": "/{view}/terms?q=qqqq",
    "alphabet": "/{view}/index",
    "letter": "/{view}/index?letter=B",
    "term": "/{view}/terms/computing-power",
    "exports": "/{view}/exports",
    "problem": "/{view}/nowhere",
    "embedded article": "/embed/{view}/article/softbank-ai",
    "embedded section": "/embed/{view}/section/softbank-ai/s2",
    "embedded figure": "/embed/{view}/figure/vision-fund-loss-fy2022-jpy",
    "embedded chart": "/embed/{view}/chart/softbank-ai/ai-use",
    "embedded term": "/embed/{view}/term/computing-power",
    "embedded problem": "/embed/{view}/figure/nowhere",
    "docs": "/api/v1/docs?locale={language}",
}


def address(page: str, view: str) -> str:
    """Return the address of a type of page in `view`, ``zh-Hans+en`` or ``en``."""
    return PAGES[page].format(view=view, language=view.partition("+")[0])
