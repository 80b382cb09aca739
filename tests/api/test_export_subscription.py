"""An OmegaT team project that names our address, updated from a real server as OmegaT does it.

OmegaT itself is not run. `Subscriber` does what its HTTPRemoteRepository.java does (omegat-org/omegat, commit 1827417).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree

pytestmark = pytest.mark.loopback

SERVE = [sys.executable, "-c", "from api.cli import main; main()", "serve", "--workers", "1", "--port", "0"]
SUBSCRIBE = Path(__file__).parents[2] / "docs" / "subscribe.md"


@contextmanager
def serving(content: Path, instance: Path) -> Iterator[str]:
    """Serve `content` on a free port; yield the address."""
    environment = {**os.environ, "DUIZHAO_INSTANCE": str(instance), "DUIZHAO_CONTENT": str(content)}
    process = subprocess.Popen(SERVE, env=environment, stdout=subprocess.PIPE, encoding="utf-8")
    assert process.stdout is not None
    try:
        found = re.match(r"Duizhao is at (http://[^/]+)/", process.stdout.readline())
        assert found
        yield found[1]
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


@dataclass
class Subscriber:
    """OmegaT's side: a folder with the file and, in ``.etags``, the tag of each."""

    folder: Path
    etags: dict[str, str] = field(default_factory=dict)
    answers: list[int] = field(default_factory=list)

    def update(self, repository: str, mapping: str) -> Path:
        """Get ``repository + mapping`` unless it has not changed, and put it where the mapping says."""
        address = urlsplit(repository + mapping)
        out = self.folder / mapping
        out.parent.mkdir(parents=True, exist_ok=True)
        headers = {"If-None-Match": self.etags[mapping]} if mapping in self.etags else {}
        status, etag, body = self._get(address.netloc, address.path, headers)
        self.answers.append(status)
        if status == 304:
            return out
        if status != 200:
            raise RuntimeError(f"HTTP response code: {status}")
        out.write_bytes(body)
        self.etags[mapping] = etag
        return out

    def _get(self, host: str, path: str, headers: dict[str, str]) -> tuple[int, str, bytes]:
        for attempt in range(100):
            connection = HTTPConnection(host, timeout=10)
            try:
                connection.request("GET", path, headers=headers)
                answer = connection.getresponse()
                return answer.status, answer.headers["ETag"], answer.read()
            except ConnectionError:  # not up yet
                if attempt == 99:
                    raise
                time.sleep(0.05)
            finally:
                connection.close()
        raise AssertionError


def team_project() -> tuple[str, str, str]:
    """Return address, mapped path and local path of the fragment in docs/subscribe.md."""
    (fragment,) = re.findall(
        r"<repository .*?</repository>", SUBSCRIBE.read_text(encoding="utf-8"), re.DOTALL
    )
    repository = etree.fromstring(fragment)
    (mapping,) = repository
    return repository.get("url"), mapping.get("repository"), mapping.get("local")


def entries(file: Path) -> dict[str, list[str]]:
    """Read the glossary as OmegaT's GlossaryReaderTSV does."""
    found: dict[str, list[str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        tokens = line.rstrip("\t").split("\t")
        if not line.startswith("#") and len(tokens) >= 2 and tokens[0].strip():
            found.setdefault(tokens[0].strip(), []).append(tokens[1].strip())
    return found


def test_a_team_project_follows_the_glossary(
    own_content: Path, tmp_path: Path, edit: Callable[[str, str, str], Path]
) -> None:
    url, mapping, local = team_project()
    assert local.startswith("glossary/")
    omegat = Subscriber(tmp_path / "project")
    with serving(own_content, tmp_path / "a") as address:
        repository = url.replace("https://duizhao.example.org", address)
        first = entries(omegat.update(repository, mapping))
        assert entries(omegat.update(repository, mapping)) == first
    edit("glossary/technology.yaml", "term: semiconductor,", "term: semi-conductor,")
    with serving(own_content, tmp_path / "b") as address:
        repository = url.replace("https://duizhao.example.org", address)
        changed = entries(omegat.update(repository, mapping))
        omegat.update(repository, mapping)
    assert omegat.answers == [200, 304, 200, 304]
    assert first["半导体"] == ["semiconductor", "chip"]
    assert first["数据中心"] == ["data center", "data centre"]
    assert changed == first | {"半导体": ["semi-conductor", "chip"]}
