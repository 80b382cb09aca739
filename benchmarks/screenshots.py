"""A picture of each type of page, in two views, on a phone and a desk, light and dark; and those that the documentation shows.

    python benchmarks/screenshots.py [FOLDER] [--pages article,term] [--docs docs/screenshots]

Look at them: what a test cannot tell is whether one would want to read there.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

sys.path.insert(0, str(Path(__file__).parent.parent))

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.addresses import PAGES, address
from tests.serving import serving

Scheme = Literal["light", "dark"]

SCHEMES: tuple[Scheme, ...] = ("light", "dark")
WIDTHS = {"phone": 390, "desk": 1280}
HEIGHT = 900
TALLEST = 3 * HEIGHT  # of a page that goes on and on, its beginning
READ = ("home", "article", "section")  # where there are sentences to set side by side


@dataclass(frozen=True, slots=True)
class Shown:
    """A picture in the documentation; `prepare` does what a reader would have done."""

    name: str
    page: str
    view: str
    width: int
    height: int
    scheme: Scheme
    prepare: Callable[[Page], object]


def open_a_note(page: Page) -> None:
    """Tap the first term of the summary."""
    page.locator(".sentences a.term").first.tap()
    page.locator(":popover-open").wait_for()
    page.wait_for_timeout(1000)  # a phone shows for a moment where it was touched


def scroll_to_the_summary(page: Page) -> None:
    """Have the first sentences at the top."""
    page.locator("#s0").evaluate("(heading) => heading.scrollIntoView()")


def fit_the_card(page: Page) -> None:
    """Make the window as high as the card, as a host does."""
    height = page.evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
    page.set_viewport_size({"width": 720, "height": height})


def open_as_it_is(page: Page) -> None:
    """Nothing."""


SHOWN = (
    Shown("side-by-side", "article", "zh-Hans+en", 1280, 450, "light", scroll_to_the_summary),
    Shown("term-on-a-phone", "article", "zh-Hans+en", 390, 720, "dark", open_a_note),
    Shown("embedded", "embedded section", "zh-Hans+en", 720, 900, "light", fit_the_card),
    Shown("charts", "figures", "en", 1280, 720, "light", open_as_it_is),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path(".venv/screenshots"))
    parser.add_argument("--docs", type=Path, default=Path("docs/screenshots"))
    parser.add_argument("--pages", type=lambda text: text.split(","), default=list(PAGES))
    told = parser.parse_args()
    for folder in (told.folder, told.docs):
        folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as instance,
        serving(Path(instance)) as origin,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for name in told.pages:
            take_all(browser, origin, name, told.folder)
        for shown in SHOWN:
            take_shown(browser, origin, shown, told.docs)
        browser.close()
    print(f"{told.folder}: {len(told.pages) * 8} pictures; {told.docs}: {len(SHOWN)}")


def take_all(browser: Browser, origin: str, name: str, folder: Path) -> None:
    """Take the eight pictures of a type of page."""
    views = ("en", "zh-Hans+en" if name in READ else "zh-Hant")
    for view, form, scheme in product(views, WIDTHS, SCHEMES):
        page = open_page(browser, origin + address(name, view), WIDTHS[form], HEIGHT, scheme)
        height = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
        page.set_viewport_size({"width": WIDTHS[form], "height": max(height, HEIGHT)})
        page.screenshot(path=folder / f"{name.replace(' ', '-')} {view} {form} {scheme}.png")
        page.context.close()


def take_shown(browser: Browser, origin: str, shown: Shown, folder: Path) -> None:
    """Take a picture for the documentation."""
    page = open_page(
        browser, origin + address(shown.page, shown.view), shown.width, shown.height, shown.scheme
    )
    shown.prepare(page)
    page.screenshot(path=folder / f"{shown.name}.png", animations="disabled")
    page.context.close()


def open_page(browser: Browser, url: str, width: int, height: int, scheme: Scheme) -> Page:
    """Open `url` as a phone or a desk does."""
    phone = width < 768
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,
        has_touch=phone,
        is_mobile=phone,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.goto(url, wait_until="networkidle")
    return page


if __name__ == "__main__":
    main()
