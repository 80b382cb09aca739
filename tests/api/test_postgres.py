"""The index in PostgreSQL: when the server goes away and comes back, who may build, what is refused, and what is left behind."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.database_url import DatabaseUrl
from api.imports import import_concepts
from api.index import open_index, store_at
from api.index_file import LAYOUT, UnusableIndex
from api.settings import Settings
from api.terms_json import hit_json
from glossary import Concept, Glossary, TermQuery
from tests.concepts import concept
from tests.postgres import PASSWORD, Cluster, Server, own_cluster

pytestmark = pytest.mark.loopback

Edit = Callable[[str, str, str], Path]
FIELD = "glossary/finance.yaml"


@pytest.fixture
def url(postgres: Server, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("api.postgres.store.LOOK_SECONDS", 0)
    return postgres.database()


@pytest.fixture
def own(own_content: Path, tmp_path: Path, url: str) -> Settings:
    return Settings(tmp_path / "instance", content=own_content, database=DatabaseUrl(url))


def start(settings: Settings) -> FlaskClient:
    return create_app(settings).test_client()


def total(client: FlaskClient) -> int:
    return int(client.get("/api/v1/terms").json["total"])


def schemas(server: Server, url: str) -> list[str]:
    rows = server.run(
        "SELECT nspname::text FROM pg_namespace WHERE nspname LIKE 'duizhao%' ORDER BY oid", url
    )
    return [str(name) for (name,) in rows]


def refusal(settings: Settings) -> str:
    with pytest.raises(UnusableIndex) as told:
        start(settings)
    assert "\n" not in str(told.value)
    assert PASSWORD not in str(told.value)
    return str(told.value)


def files(own: Settings) -> list[str]:
    return sorted(path.suffix for path in own.instance.iterdir())


def test_the_first_start_makes_it_and_leaves_the_patterns_alone_on_the_disk(
    own: Settings, postgres: Server, url: str
) -> None:
    assert total(start(own)) == 7
    assert files(own) == [".terms"]
    assert schemas(postgres, url) == ["duizhao", "duizhao_1"]


def test_unchanged_content_leaves_it_alone_and_changed_content_makes_it_anew(
    own: Settings, postgres: Server, url: str, edit: Edit
) -> None:
    old = start(own)
    assert total(start(own)) == 7
    assert schemas(postgres, url) == ["duizhao", "duizhao_1"]
    revision = old.get("/readyz").json["revision"]
    edit(FIELD, "{term: capex,", "{term: CAPEX spending,")
    new = start(own)
    assert old.get("/readyz").json["revision"] == new.get("/readyz").json["revision"] != revision
    assert old.get("/api/v1/terms?q=capex").json["items"][0]["matched"]["term"] == "CAPEX spending"


def test_what_is_being_read_is_not_dropped_and_what_is_not_is(
    own: Settings, postgres: Server, url: str
) -> None:
    reader = open_index(own)
    fragments = Glossary(reader.query).fragments()
    first = next(fragments)
    import_concepts(own, [concept("c1", "码头", "quay")])
    import_concepts(own, [concept("c2", "海", "sea")])
    assert schemas(postgres, url) == ["duizhao", "duizhao_1", "duizhao_3"]
    assert len([first, *fragments]) == 7
    reader.close()
    import_concepts(own, [concept("c3", "船", "ship")])
    assert schemas(postgres, url)[-1] == "duizhao_4"
    assert "duizhao_1" not in schemas(postgres, url)


def test_three_processes_that_build_at_once_build_one(own: Settings, postgres: Server, url: str) -> None:
    code = "from api import create_app; print(create_app().test_client().get('/api/v1/terms').json['total'])"
    places = {
        "DUIZHAO_INSTANCE": str(own.instance),
        "DUIZHAO_CONTENT": str(own.content),
        "DUIZHAO_DATABASE": url,
    }
    processes = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", code],
            env={**os.environ, **places},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    assert [process.communicate(timeout=60) for process in processes] == [("7\n", "")] * 3
    assert schemas(postgres, url) == ["duizhao", "duizhao_1"]


def test_imports_at_once_are_all_kept(own: Settings) -> None:
    start(own)
    told: list[BaseException] = []

    def bring(number: int) -> None:
        try:
            import_concepts(own, [concept(f"c{number}", f"码头{number}", f"quay {number}")])
        except BaseException as error:
            told.append(error)

    threads = [threading.Thread(target=bring, args=(number,)) for number in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert told == []
    assert total(start(own)) == 10


def test_another_machine_recognizes_terms_with_a_copy_of_the_patterns(own: Settings, tmp_path: Path) -> None:
    start(own)
    other = replace(own, instance=tmp_path / "other machine")
    client = start(other)
    assert not other.instance.exists()
    for _ in range(2):
        found = client.post("/api/v1/terms/recognize", json={"text": "数据中心"}).json["matches"]
        assert [match["term_id"] for match in found] == ["data-center"]
        assert files(other) == [".terms"]
    import_concepts(own, [concept("c1", "码头", "quay")])
    found = client.post("/api/v1/terms/recognize", json={"text": "码头"}).json["matches"]
    assert [match["term_id"] for match in found] == ["c1"]
    assert files(other) == files(own) == [".terms"]


def test_a_folder_that_cannot_hold_the_patterns(own: Settings, tmp_path: Path) -> None:
    start(own)
    (tmp_path / "other").write_text("", encoding="utf-8")
    client = start(replace(own, instance=tmp_path / "other"))
    assert total(client) == 7
    assert client.post("/api/v1/terms/recognize", json={"text": "数据中心"}).status_code == 503


def test_the_server_is_asked_once_a_second_what_is_served(
    own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.postgres.store.LOOK_SECONDS", 1.0)
    now = 1_000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    client = start(own)
    assert total(client) == 7
    import_concepts(own, [concept("c1", "码头", "quay")])
    assert total(client) == 7
    now += 1.1
    assert total(client) == 8


def test_a_process_that_was_forked_makes_its_own_connection(own: Settings) -> None:
    index = open_index(own)
    asked = "SELECT pg_backend_pid()"
    mine = index.query(asked, ())[0][0]
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.write(write, str(index.query(asked, ())[0][0]).encode())
        os._exit(0)
    os.waitpid(child, 0)
    theirs = int(os.read(read, 20))
    os.close(read)
    os.close(write)
    assert theirs != mine
    assert index.query(asked, ())[0][0] == mine
    index.close()


@pytest.fixture
def cluster() -> Iterator[Cluster]:
    """A server of the test's own, to be stopped."""
    with own_cluster() as cluster:
        yield cluster


def test_a_server_that_goes_away_and_comes_back(
    cluster: Cluster, own: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = replace(own, database=DatabaseUrl(cluster.database()))
    now = 1_000.0
    monkeypatch.setattr("time.monotonic", lambda: now)
    client = start(own)
    assert total(client) == 7
    cluster.stop()
    for path in ("/api/v1/terms?q=data&locale=en", "/readyz", "/api/v1/articles/harbor?locale=en"):
        answer = client.get(path)
        assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
        assert answer.headers["Retry-After"] == "5"
        assert "postgresql" not in answer.text
    assert client.get("/en/terms?q=data").status_code == 503
    assert client.get("/healthz").status_code == 200
    refused = refusal(own)
    assert refused.startswith(f"{own.database}: no server is reached (")
    with pytest.raises(UnusableIndex, match="no server is reached"):
        import_concepts(own, [concept("c1", "码头", "quay")])
    cluster.start()
    now += 1.1
    assert total(client) == 7
    assert client.get("/readyz").status_code == 200
    import_concepts(own, [concept("c1", "码头", "quay")])
    now += 1.1
    assert total(client) == 8


def test_processes_that_serve_outlive_the_server(cluster: Cluster, own: Settings, url: str) -> None:
    url = cluster.database()
    places = {
        "DUIZHAO_INSTANCE": str(own.instance),
        "DUIZHAO_CONTENT": str(own.content),
        "DUIZHAO_DATABASE": url,
    }
    serving = subprocess.Popen(
        [sys.executable, "-c", "from api.cli import main; main()", "serve", "--port", "0"],
        env={**os.environ, **places},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert serving.stdout is not None
    try:
        address = serving.stdout.readline().split()[3]
        assert _waited_for(address, 200) == 7
        cluster.stop()
        assert _waited_for(address, 503) is None
        cluster.start()
        assert _waited_for(address, 200) == 7
    finally:
        serving.terminate()
        told = serving.communicate(timeout=20)[0]
    assert quote(PASSWORD, safe="") not in told
    assert PASSWORD not in told
    assert "no server is reached" in told


def _waited_for(address: str, status: int) -> int | None:
    """Ask until the answer has the status; return how many terms there are."""
    for attempt in range(200):
        try:
            with urlopen(f"{address}api/v1/terms?limit=1&offset={attempt % 7}", timeout=10) as answer:  # noqa: S310 - ours
                if answer.status == status:
                    return int(json.load(answer)["total"])
        except HTTPError as error:
            if error.code == status:
                return None
        except URLError:  # not up yet
            pass
        time.sleep(0.1)
    raise AssertionError(f"no {status}")


def test_a_connection_that_is_cut_is_made_anew_within_the_request(
    own: Settings, postgres: Server, url: str
) -> None:
    client = start(own)
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    assert len(postgres.run(cut, url)) == 1
    assert total(client) == 7


def test_a_builder_whose_connection_is_cut_changes_nothing(own: Settings, postgres: Server, url: str) -> None:
    client = start(own)
    cut = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"

    def concepts() -> Iterator[Concept]:
        yield concept("c1", "码头", "quay")
        postgres.run(cut, url)

    with pytest.raises(UnusableIndex, match="nothing was changed"):
        import_concepts(own, concepts())
    assert files(own) == [".terms"]
    assert total(client) == 7
    assert schemas(postgres, url) == ["duizhao", "duizhao_1"]


def test_a_wrong_password(own: Settings, cluster: Cluster) -> None:
    wrong = cluster.url_of("postgres", "keeper", "not/it")
    told = refusal(replace(own, database=DatabaseUrl(wrong)))
    assert told.endswith(": the server does not let this user in; correct the user or the password")


def test_no_such_database(own: Settings, postgres: Server) -> None:
    told = refusal(replace(own, database=DatabaseUrl(postgres.url_of("no_such"))))
    assert told.endswith(
        "/no_such?host="
        + told.rpartition("host=")[2].partition(":")[0]
        + ": there is no such database; create it, or name another database with DUIZHAO_DATABASE"
    )


def test_who_may_only_read_serves_what_is_there_and_is_refused_the_rest(
    own: Settings, postgres: Server, url: str, edit: Edit
) -> None:
    name = f"reader_{os.getpid()}"
    postgres.run(f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}'")
    reader = replace(
        own, database=DatabaseUrl(postgres.url_of(url.partition("?")[0].rpartition("/")[2], name, PASSWORD))
    )
    try:
        postgres.run(f"ALTER DEFAULT PRIVILEGES GRANT USAGE ON SCHEMAS TO {name}", url)
        postgres.run(f"ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO {name}", url)
        assert refusal(reader).endswith("; grant what docs/postgres.md lists; nothing was changed")
        start(own)
        client = start(reader)
        assert total(client) == 7
        import_concepts(own, [concept("c1", "码头", "quay")])
        assert total(client) == 8
        edit(FIELD, "{term: capex,", "{term: CAPEX spending,")
        assert "permission denied" in refusal(reader)
        assert files(own) == [".terms"]
    finally:
        postgres.run(f"DROP OWNED BY {name}", url)
        postgres.run(f"DROP ROLE {name}")


def test_another_programs_schema_is_left_alone(own: Settings, postgres: Server, url: str) -> None:
    postgres.run("CREATE SCHEMA duizhao", url)
    assert refusal(own) == (
        f"{own.database}: has a schema duizhao that is not Duizhao's; it is left alone: name another database"
    )
    assert schemas(postgres, url) == ["duizhao"]


def test_a_later_layout_is_refused_and_an_earlier_one_made_anew(
    own: Settings, postgres: Server, url: str
) -> None:
    start(own)
    postgres.run("UPDATE duizhao.index SET layout = layout + 1", url)
    assert refusal(own) == (
        f"{own.database}: made by a later Duizhao (layout {LAYOUT + 1}, this one knows {LAYOUT});"
        " upgrade, or name another database"
    )
    postgres.run("UPDATE duizhao.index SET layout = layout - 2", url)
    assert total(start(own)) == 7
    assert "duizhao_2" in schemas(postgres, url)
    import_concepts(own, [concept("c1", "码头", "quay")])
    postgres.run("UPDATE duizhao.index SET layout = layout - 1", url)
    assert "nobody else has what was imported into it" in refusal(own)


def test_a_server_that_is_too_old(own: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.postgres.registry.OLDEST_SERVER", 999)
    assert ": this is PostgreSQL " in refusal(own)
    assert refusal(own).endswith("; 999 or later is needed")


def test_a_database_of_another_encoding(own: Settings, postgres: Server) -> None:
    url = postgres.database("ENCODING LATIN1 LOCALE 'C'")
    told = refusal(replace(own, database=DatabaseUrl(url)))
    assert told.endswith(": the database has the encoding LATIN1; create one with ENCODING 'UTF8'")


def test_a_driver_that_is_missing(own: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "asyncpg", None)
    assert refusal(own) == (
        f"{own.database}: the driver of PostgreSQL is missing; pip install 'duizhao[postgres]'"
    )


@pytest.mark.parametrize("options", ["LOCALE 'C'", "LOCALE_PROVIDER icu ICU_LOCALE 'zh' LOCALE 'C.UTF-8'"])
def test_the_locale_of_the_database_changes_no_answer(
    own: Settings, postgres: Server, tmp_path: Path, options: str
) -> None:
    (version,) = postgres.run("SHOW server_version_num")[0]
    if "icu" in options and int(str(version)) < 150000:
        pytest.skip("a database has a locale of ICU's since PostgreSQL 15")
    concepts = [concept(f"c{n}", zh, en) for n, (zh, en) in enumerate(_TERMS)]
    stores = [
        replace(own, database=DatabaseUrl(postgres.database(f"ENCODING UTF8 {options}"))),
        Settings(tmp_path / "file", content=own.content),
    ]
    answers, keys = [], []
    for store in stores:
        import_concepts(store, concepts)
        glossary = Glossary(store_at(store.index).open().query)
        pages = (glossary.search(TermQuery(text)) for text in _ASKED)
        answers.append([[hit_json(hit) for hit in page.hits] for page in pages])
        keys.append(glossary.by_keys(_ASKED))
    assert answers[0] == answers[1]
    assert keys[0] == keys[1]
    assert [text for text, hits in zip(_ASKED, answers[0], strict=True) if not hits] == ["no such thing"]


# Their order is another in each collation.
_TERMS = [
    ("码头", "quay"), ("码头费", "Quay dues"), ("𠮷野家", "co-op"), ("一", "coop"), ("丁一", "résumé"), ("ａｂｃ公司", "ABC Co."),
    ("\u2f00号", "zebra"), ("éa", "Zebra crossing"), ("\ufa0e", "æther"), ("ｱ", "\U0001f600 smile"), ("a\tb\\n", "back\\slash"),
]  # fmt: skip
_ASKED = [
    "码",
    "一",
    "𠮷",
    "co",
    "zeb",
    "re",
    "a",
    "abc",
    "quay",
    "matou",
    "yi",
    "zebar",
    "smile",
    "back",
    "no such thing",
]
