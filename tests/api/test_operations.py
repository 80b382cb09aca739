"""Running it: health, readiness, the settings of the environment."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api.settings import BadSetting, Settings, database_at


def test_health(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/healthz")
    assert (answer.status_code, answer.json) == (200, {"status": "ok"})
    assert answer.headers["Cache-Control"] == "no-store"


def test_readiness_names_the_revision(tiny_client: FlaskClient) -> None:
    answer = tiny_client.get("/readyz")
    assert (answer.status_code, answer.json["status"]) == (200, "ok")
    assert re.fullmatch("[0-9a-f]{16}-[0-9a-f]{8}-1", answer.json["revision"])
    assert answer.headers["Cache-Control"] == "no-store"


def test_settings_come_from_the_environment(tmp_path: Path) -> None:
    environment = {
        "DUIZHAO_INSTANCE": str(tmp_path / "instance"),
        "DUIZHAO_CONTENT": str(tmp_path / "content"),
        "DUIZHAO_DATABASE": f"sqlite:///{tmp_path}/index.db",
        "DUIZHAO_LONGEST_TEXT": "5000",
        "DUIZHAO_MOST_SEGMENTS": "7",
        "DUIZHAO_LONGEST_SEGMENT": "50",
    }
    wanted = Settings(tmp_path / "instance", tmp_path / "content", tmp_path / "index.db", 5000, 7, 50)
    assert Settings.from_environment(environment) == wanted


@pytest.mark.parametrize(
    "environment", [{}, {"DUIZHAO_INSTANCE": "", "DUIZHAO_CONTENT": "", "DUIZHAO_DATABASE": ""}]
)
def test_an_empty_environment_means_the_shipped_content(
    environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", "/venv")
    wanted = Settings(Path("/venv/var/duizhao-instance"))
    assert Settings.from_environment(environment) == wanted


def test_without_a_virtual_environment_the_index_is_the_users(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert Settings.from_environment({}).instance == tmp_path / ".local" / "state" / "duizhao"
    assert Settings.from_environment({"XDG_STATE_HOME": "/state"}).instance == Path("/state/duizhao")


def test_relative_paths_are_those_of_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = Settings.from_environment(
        {"DUIZHAO_INSTANCE": "i", "DUIZHAO_CONTENT": "c", "DUIZHAO_DATABASE": "d"}
    )
    assert settings == Settings(tmp_path / "i", tmp_path / "c", tmp_path / "d")


_NO_ADDRESS = (
    "--database postgresql://…: this is no address of a database; write"
    " postgresql://USER:PASSWORD@HOST/DATABASE, with %40 for @ in a password and the like"
)


@pytest.mark.parametrize(
    ("database", "why"),
    [
        (
            "mysql://me:secret@localhost/duizhao",
            "--database mysql://…: SQLite and PostgreSQL are known; give a path, sqlite:///PATH or"
            " postgresql://USER@HOST/DATABASE",
        ),
        ("postgresql://me:sec/ret@localhost/duizhao", _NO_ADDRESS),
        ("postgresql://me:sec@ret@localhost/duizhao", _NO_ADDRESS),
        ("postgresql://me:secret@localhost/duizhao#1", _NO_ADDRESS),
        (
            "sqlite:///",
            "--database names no file; give a path, sqlite:///PATH or postgresql://USER@HOST/DATABASE",
        ),
    ],
)
def test_a_database_that_is_not_known(database: str, why: str) -> None:
    with pytest.raises(BadSetting) as told:
        database_at(database)
    assert str(told.value) == why


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://me:s%40cret@db.example:5433/terms", "postgresql://me@db.example:5433/terms"),
        ("postgres://me@localhost/terms?password=secret&sslmode=require", "postgresql://me@localhost/terms"),
        (
            "postgresql:///terms?host=/run/postgresql&sslpassword=secret",
            "postgresql:///terms?host=/run/postgresql",
        ),
        ("postgresql://me:secret@one:5432,two:5432/terms", "postgresql://me@one:5432,two:5432/terms"),
    ],
)
def test_an_address_is_shown_without_its_password(url: str, shown: str) -> None:
    settings = Settings.from_environment({"DUIZHAO_DATABASE": url, "DUIZHAO_INSTANCE": "/srv"})
    assert str(settings.index) == str(settings.database) == shown
    assert "cret" not in repr(settings)
    assert "cret" not in repr(settings.index)


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/api/v1/openapi.json", "/api/v1/docs"])
def test_what_is_not_negotiated_is_strict_all_the_same(client: FlaskClient, path: str) -> None:
    assert client.get(path).headers["Content-Language"] == "en"
    assert client.get(f"{path}?verbose=1").status_code == 422
    assert client.get(f"{path}?locale=zh_TW").status_code == 400


def test_a_redirect_names_no_host(client: FlaskClient) -> None:
    answer = client.get("/en", headers={"Host": "example.org"})
    assert (answer.status_code, answer.headers["Location"]) == (308, "/en/")


def test_the_docs_page_says_the_language_it_is_in(client: FlaskClient) -> None:
    assert client.get("/api/v1/docs?locale=de").headers["Content-Language"] == "en"
    assert client.get("/api/v1/docs?locale=zh-TW").headers["Content-Language"] == "zh-Hant"


@pytest.mark.parametrize("name", ["DUIZHAO_LONGEST_TEXT", "DUIZHAO_MOST_SEGMENTS", "DUIZHAO_LONGEST_SEGMENT"])
@pytest.mark.parametrize("value", ["0", "-1", "many", "1e6", "1_000", "٣", " 5", "9" * 5000])
def test_a_limit_that_is_no_number_is_refused(name: str, value: str) -> None:
    with pytest.raises(
        BadSetting, match=f"^{name}=.*: this is no number from 1 to 9999999999; write digits"
    ) as raised:
        Settings.from_environment({name: value})
    assert len(str(raised.value)) < 200


def test_the_body_grows_with_the_longest_text(tmp_path: Path) -> None:
    assert Settings(tmp_path).longest_body == 8_000_000
    assert Settings(tmp_path, longest_text=3_000_000).longest_body == 24_000_000
