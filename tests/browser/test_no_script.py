"""The first view is whole without JavaScript, and nothing in it moves when scripts come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.addresses import PAGES, address
from tests.browser.opening import OpenPage

if TYPE_CHECKING:
    from playwright.sync_api import Page

# What only a script can do, it offers in buttons; what it has to tell stands in a status.
READ = """() => {
    const main = document.querySelector("main");
    for (const offer of main.querySelectorAll("button, [role=status]")) offer.style.display = "none";
    return main.innerText.split(/\\s+/).join(" ").trim();
}"""

SHIFTS = """() => new Promise((resolve) => {
    const shifts = [];
    new PerformanceObserver((list) => shifts.push(...list.getEntries())).observe({type: "layout-shift", buffered: true});
    setTimeout(() => resolve(shifts.map((s) => [s.value, ...s.sources.map((x) => x.node?.outerHTML?.slice(0, 80))])), 300);
})"""


@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_the_same_without_javascript(open_page: OpenPage, name: str) -> None:
    where = address(name, "zh-Hans+en")
    without = text(open_page(where, js=False))
    assert without
    assert text(open_page(where)) == without


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("name", ["article", "section", "figures", "chart", "terms"])
def test_nothing_moves_once_it_is_shown(open_page: OpenPage, name: str, width: int) -> None:
    page = open_page(address(name, "zh-Hans+en"), width=width, touch=width < 768)
    assert page.evaluate(SHIFTS) == []


def text(page: Page) -> str:
    """Return the words of the page that can be seen."""
    page.wait_for_load_state("load")
    return str(page.evaluate(READ))
