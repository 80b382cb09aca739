"""How a test opens a page, and what it is told about it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal, NoReturn, Protocol
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

Scheme = Literal["light", "dark"]

_FLAGS = ("--no-sandbox", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1")


class OpenPage(Protocol):
    """Open a page of the service in a context of its own, which has no storage and no cookies of another."""

    def __call__(
        self,
        path: str,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: Scheme = "light",
        js: bool = True,
        touch: bool = False,
        locale: str = "en",
    ) -> Page: ...


def missing(what: str) -> NoReturn:
    """Leave out a test on a laptop that has not what it takes; CI has."""
    if os.environ.get("CI"):
        pytest.fail(what)
    pytest.skip(what)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Run Debian's Chromium, which finds no other machine, until the block is left."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("Playwright is not installed: pip install --editable '.[dev]'")
    program = shutil.which("chromium") or missing("there is no chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=_FLAGS)
        try:
            yield started
        finally:
            started.close()


def watch(page: Page, site: str, complaints: list[str]) -> None:
    """Note errors in scripts, what the console calls an error (a violated policy is one), and requests to elsewhere."""

    def on_console(message: ConsoleMessage) -> None:
        # A page that says 404 is what the test asked for; a script or style that is not there is an error.
        is_the_page = message.location["url"] == page.url and "Failed to load resource" in message.text
        if message.type == "error" and not is_the_page:
            complaints.append(f"{page.url}: {message.text} ({message.location['url']})")

    def on_request(address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https", "ws", "wss") and f"{parts.scheme}://{parts.netloc}" != site:
            complaints.append(f"{page.url}: asks {address}")

    page.on("console", on_console)
    page.on("pageerror", lambda error: complaints.append(f"{page.url}: {error}"))
    page.on("request", lambda request: on_request(request.url))


def copied(page: Page, beginning: str) -> str:
    """Return what is on the clipboard once it begins so."""
    for _ in range(50):
        text = str(page.evaluate("navigator.clipboard.readText()")).replace("\u00a0", " ")
        if text.startswith(beginning):
            return text
        page.wait_for_timeout(100)
    raise AssertionError(f"{text!r} is copied, not {beginning!r}")
