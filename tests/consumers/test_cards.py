"""Every consumer shows every kind of item, in every view, as a reader has to see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.request import urlopen

import pytest
from lxml import html

from tests.consumers.consumers import CONSUMERS, Consumer, Seen, package
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


def test_micawber_shows_the_picture_whose_address_is_pasted(site: str) -> None:
    micawber = package("micawber")
    registry = micawber.ProviderRegistry()
    registry.register(rf"{site}/\S*", micawber.Provider(f"{site}/oembed"))
    for item in ITEMS:
        address = item.image(site, "zh-Hans+en")
        (image,) = html.fragment_fromstring(registry.parse_html(f"<p>{address}</p>", maxwidth=720)).iter(
            "img"
        )
        assert (image.get("src"), image.get("alt")) == (f"{address}?width=600", item.title("zh-Hans+en"))
        with urlopen(f"{address}?width=600") as answer:  # noqa: S310 - the service on this machine
            assert answer.headers["Content-Type"] == "image/png"
