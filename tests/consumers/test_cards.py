"""Every consumer shows every kind of item, in every view, as a reader has to see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from tests.consumers.consumers import CONSUMERS, Consumer, Seen
from tests.consumers.items import ITEMS, VIEWS
from tests.consumers.judging import faults

Sights = Callable[[Consumer], Mapping[str, Seen]]


@pytest.mark.parametrize("consumer", CONSUMERS, ids=lambda consumer: consumer.name)
def test_what_it_shows_is_right_in_the_right_language(sights: Sights, site: str, consumer: Consumer) -> None:
    seen = sights(consumer)
    found = [
        fault
        for item in ITEMS
        for view in VIEWS
        for _, fault in faults(consumer, seen[item.address(site, view)], item, site, view)
    ]
    assert not found, "\n".join(found)
