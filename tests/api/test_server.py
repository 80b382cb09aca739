"""``duizhao serve`` as whoever runs it sees it: a real process on a real port."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.loopback

_SERVE = [sys.executable, "-c", "from api.cli import main; main()", "serve", "--port"]


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("served")


@pytest.fixture(scope="module")
def server(instance: Path) -> Iterator[tuple[subprocess.Popen[str], int]]:
    """Start a server on a free port; yield it and the port that it printed."""
    environment = {**os.environ, "DUIZHAO_INSTANCE": str(instance), "HOME": str(instance / "home")}
    process = subprocess.Popen([*_SERVE, "0"], env=environment, stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdout is not None
    announced = process.stdout.readline()
    match = re.fullmatch(r"Duizhao is at http://127\.0\.0\.1:(\d+)/  \(Ctrl-C stops it\)\n", announced)
    assert match, announced
    try:
        yield process, int(match[1])
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def _get(port: int, path: str, **headers: str) -> tuple[int, http.client.HTTPMessage, str]:
    for attempt in range(100):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        except (ConnectionError, http.client.HTTPException):  # not up yet, or just killed
            if attempt == 99:
                raise
            time.sleep(0.05)
        finally:
            connection.close()
    raise AssertionError


def test_it_answers_where_it_said(server: tuple[subprocess.Popen[str], int]) -> None:
    status, headers, body = _get(server[1], "/api/v1/format?value=5.3e12&unit=JPY&locale=de")
    assert (status, headers["Content-Language"]) == (200, "de")
    assert json.loads(body)["formatted"]["text"] == "5,3 Billionen Japanische Yen"


def test_a_page_comes_without_a_cookie(server: tuple[subprocess.Popen[str], int]) -> None:
    status, headers, _ = _get(server[1], "/", **{"Accept-Language": "zh-TW"})
    assert (status, headers["Location"], headers["Set-Cookie"]) == (302, "/zh-Hant/", None)


def test_a_port_that_is_taken_is_refused_in_one_line(
    server: tuple[subprocess.Popen[str], int], instance: Path
) -> None:
    environment = {**os.environ, "DUIZHAO_INSTANCE": str(instance)}
    done = subprocess.run(
        [*_SERVE, str(server[1])], env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 2
    assert done.stderr == (
        f"Error: cannot listen on 127.0.0.1:{server[1]}: Address already in use;"
        " choose another with --host or --port\n"
    )


def test_it_stops_on_sigterm_and_leaves_nothing_but_its_index(
    server: tuple[subprocess.Popen[str], int], instance: Path
) -> None:
    process, port = server
    assert _get(port, "/healthz")[0] == 200
    process.send_signal(signal.SIGTERM)
    assert process.wait(timeout=20) == 0
    assert sorted(path.suffix for path in instance.iterdir()) == [".sqlite3", ".terms"]


def _workers_of(process: subprocess.Popen[str]) -> list[int]:
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    if not children.exists():
        pytest.skip("the children of a process are found in /proc")
    found = [int(child) for child in children.read_text().split()]
    return [c for c in found if b"resource_tracker" not in Path(f"/proc/{c}/cmdline").read_bytes()]


def test_whatever_becomes_of_content_and_index_it_goes_on_serving(own_content: Path, tmp_path: Path) -> None:
    """The content is broken, the index deleted, a worker killed: what was served is served."""
    environment = {**os.environ, "DUIZHAO_INSTANCE": str(tmp_path / "instance")}
    command = [*_SERVE, "0", "--workers", "1", "--host", "localhost", "--content", str(own_content)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, encoding="utf-8")
    try:
        assert process.stdout is not None
        match = re.fullmatch(
            r"Duizhao is at http://localhost:(\d+)/  \(Ctrl-C stops it\)\n", process.stdout.readline()
        )
        assert match
        port = int(match[1])
        before = _get(port, "/readyz")
        assert before[0] == 200
        (own_content / "glossary" / "technology.yaml").write_text("a:\n\t- b")
        (worker,) = _workers_of(process)
        os.kill(worker, signal.SIGKILL)
        assert _get(port, "/readyz")[2] == before[2]
        next((tmp_path / "instance").glob("*.sqlite3")).unlink()
        assert _get(port, "/api/v1/terms?locale=en")[0] == 200
    finally:
        process.terminate()
        assert process.wait(timeout=20) == 0
        if process.stdout:
            process.stdout.close()
