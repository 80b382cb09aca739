"""``duizhao import`` at a prompt: real processes, killed ones among them, and a service that answers meanwhile."""

from __future__ import annotations

import gzip
import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

import pytest

from api.cli import import_
from glossary.interchange.reading import Format

Run = Callable[..., subprocess.CompletedProcess[str]]
DATA = Path(__file__).parents[1] / "data" / "glossaries"


@pytest.fixture
def harbor(run: Run, tiny: Path) -> Run:
    """`run` over the tiny content."""

    def duizhao(*arguments: str, **options: str) -> subprocess.CompletedProcess[str]:
        return run(*arguments, DUIZHAO_CONTENT=str(tiny), **options)

    return duizhao


def found(run: Run, text: str) -> list[str]:
    """Return the ids that a lookup finds."""
    answer = run("lookup", text, "--match", "exact", "--json")
    return [item["id"] for item in json.loads(answer.stdout)["items"]]


def test_a_term_base_is_found_beside_what_there_was(harbor: Run) -> None:
    done = harbor("import", str(DATA / "basic-2025.tbx"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        f"{DATA}/basic-2025.tbx: tbx, 1 concept\nconcepts: 1 added, 0 changed, 0 withdrawn, 7 unchanged\n"
    )
    assert found(harbor, "泊位") == ["berth"]
    assert found(harbor, "算力") == ["computing-power"]


def test_the_same_file_again_changes_nothing(harbor: Run) -> None:
    harbor("import", str(DATA / "omegat.txt"))
    done = harbor("import", str(DATA / "omegat.txt"))
    assert done.stdout.splitlines()[-1] == "concepts: 0 added, 0 changed, 0 withdrawn, 10 unchanged"


def test_replace_makes_it_the_glossary(harbor: Run) -> None:
    done = harbor("import", "--mode", "replace", str(DATA / "weblate.tbx"))
    assert done.stdout.splitlines()[-1] == "concepts: 2 added, 0 changed, 7 withdrawn, 0 unchanged"
    assert (found(harbor, "码头"), found(harbor, "算力")) == (["c-17"], [])


def test_what_is_refused_is_told_and_the_rest_imported(harbor: Run, tmp_path: Path) -> None:
    file = tmp_path / "client.csv"
    file.write_text(
        "id,zh-Hans,en,note\n1,泊位,berth,\n2,吃水\n3,码\0头,quay,\n".replace("\0", "\x07"), encoding="utf-8"
    )
    report = tmp_path / "refused.txt"
    done = harbor("import", str(file), "--report", str(report), "--prefix", "acme")
    complaints = (
        f"{file}:3: '2': the row has 2 cells, and the first row has 4;"
        " quote a cell that holds the separator, and fill up short rows\n"
        f"{file}:4: '码 头': this term has U+0007, a control character; remove it\n"
    )
    assert (done.returncode, done.stderr) == (1, complaints.replace("码 头", "码\\x07头"))
    assert report.read_text(encoding="utf-8") == done.stderr
    assert done.stdout == (
        f"{file}: csv, 1 concept, 2 refused\nconcepts: 1 added, 0 changed, 0 withdrawn, 7 unchanged\n"
    )
    assert found(harbor, "泊位") == ["acme-1"]


def test_strict_imports_nothing_where_anything_is_refused(harbor: Run) -> None:
    done = harbor("import", "--strict", str(DATA / "weblate.tbx"), str(DATA / "iate.tbx"))
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "nothing was imported")
    assert found(harbor, "码头") == []


def test_a_dry_run_tells_what_would_be(harbor: Run) -> None:
    done = harbor("import", "--dry-run", "--json", str(DATA / "iate.tbx"))
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "dry_run": True,
        "changes": {"added": 1, "changed": 0, "withdrawn": 0, "unchanged": 7, "afresh": False},
        "files": [
            {
                "file": f"{DATA}/iate.tbx",
                "format": "tbx",
                "taken": 1,
                "refused": 1,
                "taken_in_part": 0,
                "not_kept": {"reliabilityCode": 4, "language bg": 1, "language fr": 1},
            }
        ],
        "complaints": [
            {
                "file": f"{DATA}/iate.tbx",
                "line": 15,
                "value": "iate_900002",
                "message": "there is no term in Chinese or English",
                "mend": "add one",
                "imported_without_it": False,
            }
        ],
    }
    assert found(harbor, "port of call") == []


def test_a_broken_file_imports_nothing_of_the_others(harbor: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.tbx"
    broken.write_bytes((DATA / "weblate.tbx").read_bytes()[:-30])
    done = harbor("import", str(DATA / "basic-2025.tbx"), str(broken))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Error: {broken}:2")
    assert done.stderr.endswith("; export it again from the tool that wrote it; nothing was imported\n")
    assert (found(harbor, "泊位"), found(harbor, "码头")) == ([], [])


def test_a_file_that_is_not_there_is_said_to_be_so(harbor: Run, tmp_path: Path) -> None:
    done = harbor("import", str(DATA / "weblate.tbx"), str(tmp_path / "none.csv"))
    assert (done.returncode, done.stderr) == (2, f"Error: {tmp_path}/none.csv: No such file or directory\n")
    assert found(harbor, "码头") == []


def test_nothing_to_import_leaves_the_glossary_alone(harbor: Run, tmp_path: Path) -> None:
    """Even where it was to replace it."""
    empty = tmp_path / "empty.csv"
    empty.write_text("zh-Hans,en\n", encoding="utf-8")
    done = harbor("import", "--mode", "replace", str(empty))
    assert (done.returncode, done.stdout.splitlines()[-1]) == (1, "nothing was imported")
    assert found(harbor, "算力") == ["computing-power"]


def test_many_refusals_are_counted(harbor: Run, tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    file.write_text("zh-Hans,en\n泊位,berth\n" + "短\n" * 50, encoding="utf-8")
    done = harbor("import", str(file))
    lines = done.stderr.splitlines()
    assert (len(lines), lines[-1]) == (21, "… and 30 more; --report FILE writes all of them")


def test_fields_keep_the_names_that_files_give_them(harbor: Run) -> None:
    """Through later imports, too."""
    harbor("import", str(DATA / "termweb.tbx"))
    harbor("import", str(DATA / "deepl.tsv"), "--field", "Technology")
    exported = json.loads(harbor("export", "json").stdout)
    titles = {field["id"]: field["title"]["en"] for field in exported["subject_fields"]}
    assert titles == {"finance": "Finance", "technology": "Technology", "shipping": "Shipping"}
    fields = {concept["id"]: concept["subject_field"] for concept in exported["concepts"]}
    assert fields["berth-bb188a5b2566"] == "technology"


def test_the_prompt_knows_every_format() -> None:
    (option,) = (parameter for parameter in import_.params if parameter.name == "form")
    assert list(option.type.choices) == [each.value for each in Format]  # type: ignore[attr-defined]


def big(path: Path, count: int) -> Path:
    """Write a dictionary of `count` made-up entries."""
    han = "泊位吃水码头港口船舶货柜起重机引员"
    with gzip.open(path, "wt", encoding="utf-8") as stream:
        for n in range(count):
            word = "".join(han[(n // 17**k) % 17] for k in range(5))
            stream.write(f"{word} {word} [bo2 wei4 chi1 shui3 ma3] /word {n}/\n")
    return path


@pytest.mark.parametrize("moment", ["reading", "writing", "late"])
def test_a_killed_import_leaves_the_old_glossary_whole(
    harbor: Run, tiny: Path, tmp_path: Path, moment: str
) -> None:
    instance = tmp_path / "instance"
    harbor("import", str(DATA / "basic-2025.tbx"))
    (index,) = instance.glob("*.sqlite3")
    before = index.read_bytes()
    file = big(tmp_path / "big.u8.gz", 10_000)
    process = subprocess.Popen(
        [sys.executable, "-c", "from api.cli import main; main()", "import", str(file)],
        env={**os.environ, "DUIZHAO_INSTANCE": str(instance), "DUIZHAO_CONTENT": str(tiny)},
    )
    while process.poll() is None and not _is_at(moment, instance):
        time.sleep(0.005)
    assert process.poll() is None, "the import was done before it could be killed"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert index.read_bytes() == before
    assert (found(harbor, "泊位"), found(harbor, "算力")) == (["berth"], ["computing-power"])
    # And nothing that is left behind is in the way of the next one.
    assert harbor("import", str(DATA / "weblate.tbx")).returncode == 0


def _is_at(moment: str, instance: Path) -> bool:
    """The new index lies beside the old one from the beginning, and grows when it is written."""
    sizes = [path.stat().st_size for path in instance.glob("*.new")]
    return bool(sizes) and sizes[0] >= {"reading": 0, "writing": 100_000, "late": 2_000_000}[moment]


@pytest.mark.loopback
def test_a_service_answers_throughout_and_goes_over(run: Run, tiny: Path, tmp_path: Path) -> None:
    environment = {"DUIZHAO_INSTANCE": str(tmp_path / "instance"), "DUIZHAO_CONTENT": str(tiny)}
    file = big(tmp_path / "big.u8.gz", 5_000)
    command = [sys.executable, "-c", "from api.cli import main; main()"]
    with subprocess.Popen(
        [*command, "serve", "--port", "0", "--workers", "1"],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as server:
        try:
            assert server.stdout is not None
            port = int(re.findall(r":(\d+)/", server.stdout.readline())[0])
            assert total(port, "算力") == 1
            importing = subprocess.Popen([*command, "import", str(file)], env={**os.environ, **environment})
            while importing.poll() is None:
                # Old or new, each is whole.
                assert total(port, "算力") == 1
                assert total(port, "word 17") in (0, 1)
            assert importing.returncode == 0
            deadline = time.monotonic() + 30
            while total(port, "word 17") == 0 and time.monotonic() < deadline:
                time.sleep(0.05)
            assert (total(port, "word 17"), total(port, "算力")) == (1, 1)
        finally:
            server.kill()


def total(port: int, text: str) -> int:
    """Return how many concepts the service finds."""
    query = urlencode({"q": text, "match": "exact"})
    for attempt in range(100):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        try:
            connection.request("GET", f"/api/v1/terms?{query}")
            answer = connection.getresponse()
            assert answer.status == 200
            return int(json.loads(answer.read())["total"])
        except ConnectionError:  # not up yet
            if attempt == 99:
                raise
            time.sleep(0.05)
        finally:
            connection.close()
    raise AssertionError
