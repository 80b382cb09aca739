"""The index file: made at the first start, kept while it is current, never half written, never somebody else's."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.index_file import APPLICATION_ID, LAYOUT, UnusableIndex
from api.settings import Settings
from translations.authoring import ContentError

Edit = Callable[[str, str, str], Path]
FIELD = "glossary/finance.yaml"


@pytest.fixture
def own(own_content: Path, tmp_path: Path) -> Settings:
    """An instance folder that does not exist yet, over content that a test may change."""
    return Settings(instance=tmp_path / "deep" / "instance", content=own_content)


def start(settings: Settings) -> FlaskClient:
    return create_app(settings).test_client()


def total(client: FlaskClient) -> int:
    return int(client.get("/api/v1/terms").json["total"])


def mark(path: Path) -> tuple[int, int, bytes]:
    status = path.stat()
    return status.st_ino, status.st_mtime_ns, path.read_bytes()


def files(settings: Settings) -> list[str]:
    """What is in the instance folder, the patterns of the index by their beginning and end."""
    names = sorted(path.name for path in settings.index.parent.iterdir())
    return [f"{settings.index.name}.….terms" if name.endswith(".terms") else name for name in names]


def index_and_patterns(settings: Settings) -> list[str]:
    return [settings.index.name, f"{settings.index.name}.….terms"]


def database(path: Path, *statements: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()
    return path


def test_the_first_start_makes_it_and_nothing_else(own: Settings) -> None:
    assert total(start(own)) == 7
    assert files(own) == index_and_patterns(own)
    connection = sqlite3.connect(own.index)
    pragmas = [
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    ]
    connection.close()
    assert pragmas == [APPLICATION_ID, LAYOUT]


def test_unchanged_content_leaves_it_alone(own: Settings) -> None:
    start(own)
    before = mark(own.index)
    assert total(start(own)) == 7
    assert mark(own.index) == before


def test_a_touched_file_with_the_same_words_leaves_it_alone(own: Settings, own_content: Path) -> None:
    start(own)
    before = mark(own.index)
    os.utime(own_content / FIELD)
    start(own)
    assert mark(own.index) == before


def test_changed_content_makes_it_anew(own: Settings, edit: Edit) -> None:
    old = start(own)
    inode = own.index.stat().st_ino
    assert old.get("/api/v1/terms?q=capex").json["total"] == 1
    edit(FIELD, "{term: capex,", "{term: CAPEX spending,")
    new = start(own)
    assert own.index.stat().st_ino != inode
    assert new.get("/api/v1/terms?q=capexspending").json["total"] == 1
    assert files(own) == index_and_patterns(own)


def test_a_service_that_runs_goes_over_to_the_new_one(own: Settings, edit: Edit) -> None:
    old = start(own)
    revision = old.get("/readyz").json["revision"]
    edit(FIELD, "{term: capex,", "{term: CAPEX spending,")
    new = start(own)
    assert old.get("/readyz").json["revision"] == new.get("/readyz").json["revision"] != revision
    assert old.get("/api/v1/terms?q=capex").json["items"][0]["matched"]["term"] == "CAPEX spending"


def test_a_service_that_runs_leaves_an_index_of_another_layout_alone(own: Settings, tmp_path: Path) -> None:
    """An upgrade builds beside the old release, which goes on with what it can read."""
    client = start(own)
    other = tmp_path / "other"
    shutil.copy(own.index, other)
    database(other, f"PRAGMA user_version = {LAYOUT + 1}", "DROP TABLE term_key")
    other.replace(own.index)
    assert client.get("/api/v1/terms?q=capex").json["total"] == 1
    assert client.get("/readyz").status_code == 200


def test_a_new_file_and_a_removed_one_are_noticed(own: Settings, own_content: Path) -> None:
    start(own)
    text = (own_content / FIELD).read_text(encoding="utf-8")
    head, _, concept = text.partition("  - id: harbor-data\n")
    (own_content / FIELD).write_text(head, encoding="utf-8")
    names = "subject_field: names\ntitle: {en: Names, zh-Hans: 名称, zh-Hant: 名稱}\nconcepts:\n  - id: harbor-data\n"
    (own_content / "glossary/names.yaml").write_text(names + concept, encoding="utf-8")
    assert start(own).get("/api/v1/terms/harbor-data").json["subject_field"] == "names"
    (own_content / "glossary/names.yaml").unlink()
    (own_content / FIELD).write_text(text, encoding="utf-8")
    assert start(own).get("/api/v1/terms/harbor-data").json["subject_field"] == "finance"


def test_broken_content_is_complained_about_and_the_old_file_stays(own: Settings, edit: Edit) -> None:
    running = start(own)
    before = mark(own.index)
    edit(FIELD, "{term: capex,", "{trem: capex,")
    with pytest.raises(ContentError) as told:
        start(own)
    assert "trem: this field is not known here; did you mean term?" in str(told.value)
    assert mark(own.index) == before
    assert files(own) == index_and_patterns(own)
    assert total(running) == 7


def test_broken_content_at_the_first_start_leaves_nothing(own: Settings, edit: Edit) -> None:
    edit(FIELD, "{term: capex,", "{trem: capex,")
    with pytest.raises(ContentError):
        start(own)
    assert not own.index.exists()


@pytest.mark.parametrize("exists", [True, False])
def test_a_folder_without_content(tmp_path: Path, exists: bool) -> None:
    content = tmp_path / "content"
    if exists:
        content.mkdir()
    fault = "no content here" if exists else "no such folder"
    with pytest.raises(ContentError) as told:
        start(Settings(instance=tmp_path / "instance", content=content))
    mend = "put YAML files into glossary/ and summaries/ARTICLE/ in it (docs/content.md)"
    assert str(told.value) == f"{content}: {fault}; {mend}"
    assert not (tmp_path / "instance").exists()


def refusal(settings: Settings) -> str:
    """Start, and return why that is refused; the file must be as it was."""
    before = mark(settings.index)
    with pytest.raises(UnusableIndex) as told:
        start(settings)
    assert mark(settings.index) == before
    assert set(files(settings)) <= set(index_and_patterns(settings))
    return str(told.value)


def test_somebody_elses_database_is_refused(own: Settings) -> None:
    database(own.index, "CREATE TABLE invoices (n)", "INSERT INTO invoices VALUES (1)")
    why = "a database, but not Duizhao's; it is left alone: name another with --database"
    assert refusal(own) == f"{own.index}: {why}"


@pytest.mark.parametrize("content", [b"invoices\n" * 1000, b"\0" * 4096], ids=["text", "zeros"])
def test_a_file_that_is_no_database_is_refused(own: Settings, content: bytes) -> None:
    own.index.parent.mkdir(parents=True)
    own.index.write_bytes(content)
    why = "file is not a database; name another file with --database, or remove this one"
    assert refusal(own) == f"{own.index}: {why}"


def test_an_empty_file_is_filled(own: Settings) -> None:
    own.index.parent.mkdir(parents=True)
    own.index.touch()
    assert total(start(own)) == 7


def test_a_later_layout_is_refused(own: Settings) -> None:
    start(own)
    database(own.index, f"PRAGMA user_version = {LAYOUT + 1}")
    why = f"made by a later Duizhao (layout {LAYOUT + 1}, this one knows {LAYOUT})"
    assert refusal(own) == f"{own.index}: {why}; upgrade, or name another file with --database"


def test_an_earlier_layout_is_made_anew(own: Settings) -> None:
    start(own)
    database(own.index, f"PRAGMA user_version = {LAYOUT - 1}", "DROP TABLE term_key")
    assert total(start(own)) == 7


def test_an_earlier_layout_with_imports_is_kept(own: Settings) -> None:
    """The content can be read again; what was imported is nowhere else."""
    start(own)
    database(
        own.index,
        f"PRAGMA user_version = {LAYOUT - 1}",
        "UPDATE about SET value = '1' WHERE name = 'imported'",
    )
    before = own.index.read_bytes()
    why = f"made by an earlier Duizhao (layout {LAYOUT - 1}, this one writes {LAYOUT})"
    assert refusal(own) == (
        f"{own.index}: {why}, and nobody else has what was imported into it; write it out with that one"
        " (duizhao export json), remove the file, and import what was written"
    )
    assert own.index.read_bytes() == before


def test_a_folder_in_its_place_is_refused(own: Settings) -> None:
    own.index.mkdir(parents=True)
    with pytest.raises(UnusableIndex, match="this is no file; name another with --database"):
        start(own)


def test_a_folder_that_cannot_be_written_is_named(own: Settings, own_content: Path) -> None:
    """Root may write everywhere, so that a file stands where the folder should be."""
    own.instance.parent.mkdir()
    own.instance.write_text("", encoding="utf-8")
    with pytest.raises(UnusableIndex) as told:
        start(own)
    mend = "make the folder writable, or name another with DUIZHAO_INSTANCE or --database"
    assert str(told.value) in (f"{own.index}: File exists; {mend}", f"{own.index}: Not a directory; {mend}")


def test_a_read_only_folder_serves_what_is_current_and_refuses_what_is_not(own: Settings, edit: Edit) -> None:
    start(own)
    own.instance.chmod(0o500)
    if os.access(own.instance, os.W_OK):
        pytest.skip("root may write into a read-only folder")
    try:
        assert total(start(own)) == 7
        edit(FIELD, "{term: capex,", "{term: CAPEX spending,")
        before = mark(own.index)
        with pytest.raises(UnusableIndex, match="Permission denied; make the folder writable"):
            start(own)
        assert mark(own.index) == before
    finally:
        own.instance.chmod(0o700)


def test_a_database_that_another_process_locks_still_answers(own: Settings) -> None:
    running = start(own)
    holder = sqlite3.connect(own.index, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        assert total(running) == 7
        assert total(start(own)) == 7
        assert running.get("/readyz").status_code == 200
    finally:
        holder.close()


def test_three_processes_that_build_at_once(own: Settings) -> None:
    code = "from api import create_app; print(create_app().test_client().get('/api/v1/terms').json['total'])"
    environment = {**os.environ, "DUIZHAO_INSTANCE": str(own.instance), "DUIZHAO_CONTENT": str(own.content)}
    processes = [
        subprocess.Popen(
            [sys.executable, "-W", "error", "-c", code],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(3)
    ]
    answers = [process.communicate(timeout=60) for process in processes]
    assert answers == [("7\n", "")] * 3
    assert files(own)[:2] == index_and_patterns(own)
    answer = start(own).post("/api/v1/terms/recognize", json={"text": "数据中心"})
    assert [match["term_id"] for match in answer.json["matches"]] == ["data-center"]


def test_patterns_that_are_gone_are_made_anew(own: Settings) -> None:
    running = start(own)
    (patterns,) = own.instance.glob("*.terms")
    patterns.unlink()
    for client in (running, start(own)):
        answer = client.post("/api/v1/terms/recognize", json={"text": "数据中心"})
        assert [match["term_id"] for match in answer.json["matches"]] == ["data-center"]
    assert files(own) == index_and_patterns(own)


@pytest.mark.parametrize("fault", ["garbage", "empty", "half"])
def test_patterns_that_are_damaged_are_a_problem(own: Settings, fault: str) -> None:
    start(own)
    (patterns,) = own.instance.glob("*.terms")
    whole = patterns.read_bytes()
    patterns.write_bytes(
        {"garbage": b"garbage" * 5000, "empty": b"", "half": whole[: len(whole) // 2]}[fault]
    )
    client = start(own)
    answer = client.post("/api/v1/terms/recognize?locale=en", json={"text": "数据中心"})
    assert (answer.status_code, answer.mimetype) == (503, "application/problem+json")
    assert client.get("/api/v1/terms?q=data").status_code == 200


def test_an_index_deleted_under_a_service_is_served_on(own: Settings) -> None:
    client = start(own)
    own.index.unlink()
    assert client.get("/api/v1/terms").json["total"] == 7
    assert client.get("/readyz").status_code == 200


def test_a_table_that_is_missing_is_not_ready(own: Settings) -> None:
    start(own)
    with sqlite3.connect(own.index) as connection:
        connection.execute("DROP TABLE posting")
        connection.execute("DROP TABLE figure")
    connection.close()
    assert start(own).get("/readyz").status_code == 503


@pytest.mark.parametrize("fault", ["garbage", "empty", "first page"])
def test_an_index_that_goes_bad_is_a_problem_not_a_traceback(own: Settings, fault: str) -> None:
    client = start(own)
    whole = own.index.read_bytes()
    own.index.write_bytes({"garbage": b"garbage" * 5000, "empty": b"", "first page": whole[:4096]}[fault])
    answer = client.get("/api/v1/terms?q=data&locale=en")
    assert answer.status_code == 503
    assert answer.mimetype == "application/problem+json"
    assert answer.json == {
        "type": "about:blank",
        "title": "Temporarily unavailable",
        "status": 503,
        "detail": "The index cannot be read just now. Try again in a moment.",
    }
    assert answer.headers["Retry-After"] == "5"
    assert "Traceback" not in answer.text
    assert str(own.instance) not in answer.text
    ready = client.get("/readyz")
    assert (ready.status_code, ready.json["title"]) == (503, "Temporarily unavailable")
    assert client.get("/healthz").status_code == 200


def test_each_content_folder_has_its_own_index(tiny: Path, tmp_path: Path) -> None:
    shipped, own = Settings(tmp_path), Settings(tmp_path, content=tiny)
    assert shipped.index == tmp_path / "index.sqlite3"
    assert own.index.parent == tmp_path
    assert own.index != shipped.index
    assert Settings(tmp_path, database=tmp_path / "other.db").index == tmp_path / "other.db"


def test_a_disk_that_is_full_changes_nothing(own: Settings, edit: Edit) -> None:
    start(own)
    before = mark(own.index)
    edit(FIELD, "{term: capex,", "{term: CAPEX spending,")
    code = "import resource; from api import create_app; resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192)); create_app()"
    environment = {**os.environ, "DUIZHAO_INSTANCE": str(own.instance), "DUIZHAO_CONTENT": str(own.content)}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True)
    assert done.returncode == 1
    last = done.stderr.splitlines()[-1]
    assert last.startswith(f"api.index_file.UnusableIndex: {own.index}: ")
    assert last.endswith("; nothing was changed")
    assert mark(own.index) == before
    assert files(own) == index_and_patterns(own)
