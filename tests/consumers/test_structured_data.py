"""What structured-data-testing-tool asks for Google, Facebook and X is there, but for what we do not have."""

from __future__ import annotations

from typing import Any

import pytest

from tests.consumers.consumers import run
from tests.consumers.items import ITEMS, VIEWS

# The day on which a summary was published is not in the content; that of the article, to the month, is in `isBasedOn`.
_DAYS = {"NewsArticle[0].datePublished", "NewsArticle[0].dateModified"}
# Duizhao has no account at X.
_ACCOUNTS = {"twitter:site", "twitter:creator"}
# What each kind is said to be, beside the WebPage whose name WeChat reads.
_SCHEMAS = {
    "article": {"NewsArticle"},
    "section": {"NewsArticle", "DefinedTermSet", "Dataset"},
    "figure": {"WebPage", "Dataset"},
    "chart": {"WebPage", "Dataset"},
    "term": {"WebPage", "DefinedTerm"},
}


@pytest.fixture(scope="module")
def tested(site: str) -> dict[str, Any]:
    """What it says of each address."""
    return run("structured-data-testing-tool", [item.address(site, view) for item in ITEMS for view in VIEWS])


def test_nothing_is_missing_that_we_know(tested: dict[str, Any]) -> None:
    missing = {name for told in tested.values() for name in (*told["failed"], *told["warnings"])}
    assert missing <= _DAYS | _ACCOUNTS
    assert all(len(told["passed"]) >= 20 for told in tested.values())


def test_each_kind_is_said_to_be_what_it_is(site: str, tested: dict[str, Any]) -> None:
    for item in ITEMS:
        for view in VIEWS:
            told = tested[item.address(site, view)]
            assert set(told["schemas"]) - {"WebPage"} == _SCHEMAS[item.kind] - {"WebPage"}
