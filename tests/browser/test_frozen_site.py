"""A site of files in a browser: a plain file server, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import watch
from tests.freezing import file_server, freeze

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_VIEWS = ("en", "zh-Hant", "zh-Hans+en")


@pytest.fixture(scope="module")
def files(tiny: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the site of the tiny content is served, below a path as projects have it at GitHub Pages."""
    root = tmp_path_factory.mktemp("www")
    with file_server(root) as origin:
        home = f"{origin}/duizhao"
        options = ("--content", str(tiny), "--public-url", home)
        views = [option for view in _VIEWS for option in ("--view", view)]
        done = freeze(root / "duizhao", tmp_path_factory.mktemp("instance"), *options, *views)
        assert (done.returncode, done.stderr) == (0, "")
        yield home


@pytest.fixture
def page(files: str, browser: Browser) -> Iterator[Page]:
    """A page whose reader has Taiwan's Chinese; nothing on it may complain."""
    complaints: list[str] = []
    context = browser.new_context(locale="zh-TW", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    watch(page, files.removesuffix("/duizhao"), complaints)
    yield page
    context.close()
    assert complaints == []


def test_the_first_page_goes_on_to_the_language_of_the_browser(page: Page, files: str) -> None:
    page.goto(f"{files}/")
    page.wait_for_url(f"{files}/zh-Hant/")
    assert page.evaluate("document.documentElement.lang") == "zh-Hant"
    page.goto(f"{files}/#choose")
    assert page.locator("main a").all_inner_texts() == ["English", "繁體中文", "简体中文 + English"]


def test_without_a_script_the_first_page_offers_every_language(browser: Browser, files: str) -> None:
    context = browser.new_context(java_script_enabled=False, locale="zh-TW")
    page = context.new_page()
    page.goto(f"{files}/")
    page.get_by_role("link", name="繁體中文").click()
    assert page.url == f"{files}/zh-Hant/"
    context.close()


def test_a_page_has_its_styles_and_scripts_and_leads_on_without_a_detour(page: Page, files: str) -> None:
    page.goto(f"{files}/zh-Hans+en/articles/harbor/")
    pair = page.locator(".sentences > li .level").first
    left, right = (half.bounding_box() for half in pair.locator("> p").all())
    assert left is not None
    assert right is not None
    assert left["y"] == right["y"]  # the halves stand level: the style is there
    page.locator("a[data-n]").first.click()
    page.locator(".note:popover-open .actions a").first.click()
    assert page.url.startswith(f"{files}/zh-Hans+en/")
    assert page.url.endswith("/")
    assert page.evaluate("performance.getEntriesByType('navigation')[0].redirectCount") == 0
    assert page.locator("form, input[type=search]").count() == 0


def test_an_embed_page_switches_its_language_as_a_frame(page: Page, files: str) -> None:
    page.goto(f"{files}/en/")
    page.evaluate(
        "address => document.body.append(Object.assign(new Image(), { src: address }))",
        f"{files}/embed/en/figure/harbor-rate.png",
    )
    page.evaluate(
        "address => document.body.append(Object.assign(document.createElement('iframe'), { src: address }))",
        f"{files}/embed/en/figure/harbor-rate",
    )
    page.frame_locator("iframe").locator("a[hreflang=zh-Hant]").click()
    page.frame_locator("iframe").locator("html[lang=zh-Hant]").wait_for()
    assert page.evaluate("document.images[0].naturalWidth") == 1200
