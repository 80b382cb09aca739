"""What the other browser tests rely on: a page that does what it may not fails its test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import OpenPage, watch

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ARTICLE = "/zh-Hans+en/articles/softbank-ai"

MISDEEDS = """() => {
    const script = document.createElement("script");
    script.textContent = "1";
    const image = new Image();
    image.src = "http://elsewhere.example/pixel.png";
    document.body.append(script, image);
    setTimeout(() => { throw new Error("thrown"); });
    return fetch("/static/gone.js").then(() => {});
}"""


@pytest.mark.parametrize("js", [True, False])
def test_the_article_opens_without_a_complaint_or_a_cookie(open_page: OpenPage, js: bool) -> None:
    page = open_page(ARTICLE, js=js)
    assert page.locator("h1").is_visible()
    assert page.context.cookies() == []


def test_a_page_that_says_what_is_not_there_is_no_complaint(open_page: OpenPage) -> None:
    assert open_page("/en/nowhere", touch=True, width=390).locator("h1").is_visible()


def test_what_a_page_may_not_do_is_told(site: str, browser: Browser) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    watch(page, site, complaints)
    page.goto(site + ARTICLE)
    page.evaluate(MISDEEDS)
    page.close()
    told = "\n".join(complaints)
    assert "Executing inline script violates" in told
    assert "http://elsewhere.example/pixel.png" in told
    assert ": thrown" in told
    assert "/static/gone.js" in told
