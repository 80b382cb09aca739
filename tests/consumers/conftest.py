"""The shipped service, and what programs that show cards of other sites' pages see of it."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import chromium
from tests.consumers.consumers import Consumer, Seen
from tests.consumers.items import ITEMS, VIEWS
from tests.serving import serving

if TYPE_CHECKING:
    from playwright.sync_api import Browser


# By name, whether a test has passed.
PASSED = pytest.StashKey[dict[str, bool]]()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let every test here talk to this machine: the service is on it. What is made from the others runs last."""
    config.stash.setdefault(PASSED, {})
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.loopback)
    items.sort(key=lambda item: item.path.name == "test_compat.py")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Note which tests have passed."""
    report = yield
    if report.when == "call":
        item.config.stash.setdefault(PASSED, {})[item.name] = report.passed
    return report


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The origin of a running service over the shipped content: ``http://127.0.0.1:PORT``."""
    with serving(tmp_path_factory.mktemp("consumed")) as origin:
        yield origin


@pytest.fixture(scope="package")
def sights(site: str) -> Callable[[Consumer], Mapping[str, Seen]]:
    """Return a function that runs a consumer over every item in every view, once."""
    addresses = tuple(item.address(site, view) for item in ITEMS for view in VIEWS)
    seen: dict[str, Mapping[str, Seen]] = {}

    def of(consumer: Consumer) -> Mapping[str, Seen]:
        if consumer.name not in seen:
            seen[consumer.name] = consumer.see(site, addresses)
        return seen[consumer.name]

    return of


# Not for the session: while Playwright runs, this thread has an event loop, and asyncio.run refuses.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Chromium without a window."""
    with chromium() as started:
        yield started
