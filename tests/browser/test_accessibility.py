"""No page has anything that axe-core finds, in either theme, on a phone, a tablet or a desk."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.addresses import PAGES, address
from tests.browser.node import module
from tests.browser.opening import OpenPage, Scheme

if TYPE_CHECKING:
    from playwright.sync_api import Page

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = (320, 768, 1280)
VIEWS = ("en", "zh-Hans+en", "zh-Hant", "en+zh-Hant")

RUN = """() => axe.run({
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
})"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core."""
    return module("axe-core/axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_no_width_scrolls_sideways(open_page: OpenPage, axe: str, name: str) -> None:
    """Every theme with every width, in two views by turns; which two is another matter on the next type of page."""
    pages = {view: open_page(address(name, view)) for view in views_of(name)}
    for page in pages.values():
        page.evaluate(axe)
    found = []
    for turn, (width, scheme) in enumerate(product(WIDTHS, SCHEMES)):
        view = views_of(name)[(turn + turn // 2) % 2]
        page = pages[view]
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # colours are as they come to be
        where = f"{address(name, view)} {scheme} {width}px"
        found += [f"{where}: {told}" for told in (*violations(page), *overflow(page))]
    assert not found, "\n".join(found)


def views_of(name: str) -> list[str]:
    """Return one language and two languages side by side for a type of page, others for the next."""
    start = 2 * list(PAGES).index(name)
    return [VIEWS[start % 4], VIEWS[(start + 1) % 4]]


def violations(page: Page) -> list[str]:
    """Return what axe-core finds on the page as it stands, a line for each element."""
    results: dict[str, Any] = page.evaluate(RUN)
    return [
        f"{rule['id']}: {node['target']} {node['any'][0]['message'] if node['any'] else rule['help']}"
        for rule in results["violations"]
        for node in rule["nodes"]
    ]


def overflow(page: Page) -> list[str]:
    """Return what stands out at the right of the window, if the page can be scrolled there."""
    wide: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll("body *")]
            .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
            .map((e) => `${e.tagName}.${e.className} ends at ${e.getBoundingClientRect().right}`)"""
    )
    return [f"scrolls sideways: {element}" for element in wide[:5]]
