"""Every page keeps to what consumers ask that are not run here."""

from __future__ import annotations

import pytest

from tests.consumers.items import ITEMS, VIEWS
from tests.consumers.rules import RULES, Rule
from tests.consumers.told import Told


@pytest.fixture(scope="module")
def told(site: str) -> list[Told]:
    """The page of every item in every view."""
    return [Told(site, item, view) for item in ITEMS for view in VIEWS]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.consumer}: {rule.says}")
def test_every_page_keeps_to_it(told: list[Told], rule: Rule) -> None:
    assert not [page.address for page in told if not rule.holds(page)]
