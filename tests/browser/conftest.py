"""The shipped service in Debian's Chromium, as a reader has it: real HTTP, real layout, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import OpenPage, Scheme, chromium, watch
from tests.serving import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let every test here talk to this machine: the service is on it."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.loopback)


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of a running service over the shipped content: ``http://127.0.0.1:PORT``."""
    with serving(tmp_path_factory.mktemp("site")) as origin:
        yield origin


# Not for the session: while Playwright runs, this thread has an event loop, and asyncio.run refuses.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    with chromium() as started:
        yield started


@pytest.fixture
def open_page(site: str, browser: Browser) -> Iterator[OpenPage]:
    """Return a function that opens pages; the test fails if one of them complains or asks another host for anything."""
    complaints: list[str] = []
    contexts = []

    def open_(
        path: str,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: Scheme = "light",
        js: bool = True,
        touch: bool = False,
        locale: str = "en",
    ) -> Page:
        context = browser.new_context(
            base_url=site,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=js,
            has_touch=touch,
            is_mobile=touch,
            locale=locale,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        watch(page, site, complaints)
        page.goto(path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not complaints, "\n".join(complaints)
