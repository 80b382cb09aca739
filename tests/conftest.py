"""What every test may use: the shipped service, the service over the tiny content, and closed sockets."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings as hypothesis_settings

from api import create_app
from api.content import Content, read_content
from api.database_url import DatabaseUrl
from api.folders import ContentFolders
from api.settings import Settings
from tests.postgres import Server, any_server

DATA = Path(__file__).with_name("data")
# A machine that is busy is no fault of the code.
# CI judges a change, not the luck of the draw; new examples are found on laptops.
hypothesis_settings.register_profile("duizhao", deadline=None, derandomize="CI" in os.environ)
hypothesis_settings.load_profile("duizhao")

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes many seconds; left out unless asked for with -m slow")
    config.addinivalue_line("markers", "loopback: may connect to this machine")
    config.addinivalue_line("markers", "both_stores: runs over a SQLite file and over PostgreSQL")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "store" in metafunc.fixturenames and metafunc.definition.get_closest_marker("both_stores"):
        stores = ("sqlite", pytest.param("postgresql", marks=pytest.mark.loopback))
        metafunc.parametrize("store", stores, indirect=True, scope="session")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.option.markexpr:
        slow = [item for item in items if item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if item not in slow]


@pytest.fixture(autouse=True)
def _closed_sockets(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test talk to another machine, nor to this one unless it is marked so."""
    connect = socket.socket.connect
    local = request.node.get_closest_marker("loopback") is not None

    def guarded(self: socket.socket, address: Any) -> None:
        if not (local and (self.family == socket.AF_UNIX or address[0] in _LOOPBACK)):
            raise AssertionError(f"a test connects to {address}; mark it loopback if that is this machine")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """A PostgreSQL server."""
    with any_server() as server:
        yield server


@pytest.fixture(scope="session")
def store(request: pytest.FixtureRequest) -> Iterator[Callable[[], DatabaseUrl | None]]:
    """Return a function that makes a place for an index: None for a file, or an empty database.

    Tests marked ``both_stores`` run over the one and the other, all others over a file.
    """
    if getattr(request, "param", "sqlite") == "sqlite":
        yield lambda: None
        return
    server: Server = request.getfixturevalue("postgres")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("api.postgres.store.LOOK_SECONDS", 0)  # a test does not wait for a second to pass
        yield lambda: DatabaseUrl(server.database())


@pytest.fixture
def database(store: Callable[[], DatabaseUrl | None]) -> DatabaseUrl | None:
    """A new place for an index."""
    return store()


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory, store: Callable[[], DatabaseUrl | None]) -> Settings:
    """The shipped content, with an instance folder of our own."""
    return Settings(instance=tmp_path_factory.mktemp("instance"), database=store())


@pytest.fixture(scope="session")
def app(settings: Settings) -> Flask:
    return create_app(settings)


@pytest.fixture(scope="session")
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture(scope="session")
def shipped_content() -> Content:
    return read_content(ContentFolders.at(None))


@pytest.fixture(scope="session")
def tiny() -> Path:
    """The tiny content folder (tests/data/README.md); to be read only."""
    return DATA / "tiny"


@pytest.fixture(scope="session")
def tiny_content(tiny: Path) -> Content:
    return read_content(ContentFolders.at(tiny))


@pytest.fixture(scope="session")
def tiny_client(
    tiny: Path, tmp_path_factory: pytest.TempPathFactory, store: Callable[[], DatabaseUrl | None]
) -> FlaskClient:
    settings = Settings(tmp_path_factory.mktemp("tiny"), content=tiny, database=store())
    return create_app(settings).test_client()


@pytest.fixture
def own_content(tiny: Path, tmp_path: Path) -> Path:
    """A copy of the tiny content that a test may change."""
    return Path(shutil.copytree(tiny, tmp_path / "content"))


@pytest.fixture
def edit(own_content: Path) -> Callable[[str, str, str], Path]:
    """Return a function that replaces the only `old` of a file of `own_content` and returns the content folder."""

    def replace(file: str, old: str, new: str) -> Path:
        path = own_content / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return own_content

    return replace
