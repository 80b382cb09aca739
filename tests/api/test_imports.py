"""Concepts joining the index while it is served, and what happens when that goes wrong."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.database_url import DatabaseUrl
from api.imports import ImportMode, import_concepts
from api.index_file import UnusableIndex
from api.settings import Settings
from glossary import Concept
from tests.concepts import concept

pytestmark = pytest.mark.both_stores

Edit = Callable[[str, str, str], Path]


@pytest.fixture
def own(own_content: Path, tmp_path: Path, database: DatabaseUrl | None) -> Settings:
    return Settings(tmp_path / "instance", content=own_content, database=database)


@pytest.fixture
def client(own: Settings) -> FlaskClient:
    return create_app(own).test_client()


def strays(own: Settings) -> list[str]:
    """Return what the instance folder has beside the index and the patterns."""
    suffixes = sorted(path.suffix for path in own.instance.iterdir())
    for expected in (".sqlite3", ".terms") if isinstance(own.index, Path) else (".terms",):
        suffixes.remove(expected)
    return suffixes


def ids(client: FlaskClient, **query: str) -> list[str]:
    return [item["id"] for item in client.get("/api/v1/terms", query_string=query).json["items"]]


def test_a_service_that_runs_has_it_at_once(own: Settings, client: FlaskClient) -> None:
    assert ids(client, q="码头") == []
    counts = import_concepts(own, [concept("quay", "码头", "quay"), concept("sea", "海", "sea")])
    assert (counts.added, counts.changed, counts.withdrawn, counts.unchanged) == (2, 0, 0, 7)
    assert ids(client, q="码头") == ids(client, q="matou") == ids(client, q="quays") == ["quay"]
    assert ids(client)[-2:] == ["sea", "quay"]  # the editor's first, then the shorter headword
    assert ids(client, field="ports") == ["sea", "quay"]


def test_what_is_written_as_typed_comes_first(own: Settings, client: FlaskClient) -> None:
    import_concepts(own, [concept("queen", "后", "xian"), concept("behind", "後", "Xi'an")])
    assert ids(client, q="後") == ids(client, q="Xi'an") == ["behind", "queen"]
    assert ids(client, q="后")[0] == ids(client, q="xian")[0] == "queen"


def test_its_pages_do_without_what_it_lacks(own: Settings, client: FlaskClient) -> None:
    import_concepts(own, [concept("quay", "码头", "quay")])
    assert "<title>quay – Glossary · Duizhao</title>" in client.get("/en/terms/quay").text
    assert "<title>码头 – 術語表 · 對照</title>" in client.get("/zh-Hant/terms/quay").text
    assert ">码头</span></a></h3>" in client.get("/zh-Hant/terms?q=quay").text


def test_what_was_imported_outlives_a_change_of_the_content(
    own: Settings, client: FlaskClient, edit: Edit
) -> None:
    import_concepts(own, [concept("quay", "码头", "quay"), concept("chip", "芯片", "microchip")])
    edit("glossary/finance.yaml", "{term: capex,", "{term: CAPEX spending,")
    create_app(own)
    assert ids(client, q="quay") == ["quay"]
    assert ids(client, q="CAPEX spending") == ["capital-expenditure"]
    assert ids(client, q="microchip") == ["chip"]  # an import takes the place of the editor's


def test_replacing_leaves_nothing_else(own: Settings, client: FlaskClient) -> None:
    import_concepts(own, [concept("sea", "海", "sea")])
    counts = import_concepts(own, [concept("quay", "码头", "quay")], ImportMode.REPLACE)
    assert (counts.added, counts.changed, counts.withdrawn, counts.unchanged) == (1, 0, 8, 0)
    assert ids(client) == ["quay"]
    assert client.get("/api/v1/articles/harbor").status_code == 200
    assert client.get("/api/v1/articles/harbor/figures").status_code == 200
    assert client.get("/en/harbor/figures").status_code in (200, 404)


def test_a_dry_run_tells_and_changes_nothing(own: Settings, client: FlaskClient) -> None:
    before = client.get("/readyz").json
    counts = import_concepts(own, [concept("quay", "码头", "quay")], dry_run=True)
    assert counts.added == 1
    assert create_app(own).test_client().get("/readyz").json == before
    assert strays(own) == []
    assert ids(client, q="码头") == []


def test_concepts_that_cannot_be_read_to_the_end_change_nothing(own: Settings, client: FlaskClient) -> None:
    def broken() -> Iterator[Concept]:
        yield concept("quay", "码头", "quay")
        raise RuntimeError("the file ends here")

    with pytest.raises(RuntimeError, match="the file ends here"):
        import_concepts(own, broken())
    assert ids(client, q="码头") == []
    assert strays(own) == []


_SLOWLY = """
import sys, time
sys.path.insert(0, {root!r})
from api.imports import import_concepts
from api.settings import Settings
from tests.concepts import concept

def slowly():
    for number in range(100_000):
        yield concept(f"c{{number}}", "码头" + str(number), "quay")
        if number == {number}:
            print("there", flush=True)
            time.sleep(60)

import_concepts(Settings.from_environment(), slowly())
"""


@pytest.mark.parametrize("number", [0, 5_000])
def test_an_import_that_is_killed_leaves_the_old_one(own: Settings, client: FlaskClient, number: int) -> None:
    root = str(Path(__file__).parents[2])
    places = {"DUIZHAO_INSTANCE": str(own.instance), "DUIZHAO_CONTENT": str(own.content)}
    if isinstance(own.database, DatabaseUrl):
        places["DUIZHAO_DATABASE"] = own.database.secret
    process = subprocess.Popen(
        [sys.executable, "-c", _SLOWLY.format(root=root, number=number)],
        env={**os.environ, **places},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "there\n"
    assert ids(client, q="data") != []
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert ids(create_app(own).test_client()) == ids(client)
    assert len(ids(client)) == 7
    for left in own.instance.glob("*.new*"):  # the next import sweeps up what is older than an hour
        os.utime(left, (time.time() - 4000,) * 2)
    import_concepts(own, [concept("quay", "码头", "quay")])
    assert strays(own) == []


def test_a_disk_that_is_full_changes_nothing(own: Settings, client: FlaskClient) -> None:
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, before[1]))
    try:
        with pytest.raises(UnusableIndex, match="nothing was changed"):
            import_concepts(own, (concept(f"c{n}", f"码头{n}", f"quay {n}") for n in range(5_000)))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert len(ids(client)) == 7
    assert strays(own) == []
