"""``duizhao lookup`` of several terms, and of the lines of a file."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_several_terms_come_one_below_the_other(run: Run, tiny: Path) -> None:
    done = run("lookup", "算力", "capex", "--content", str(tiny))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "── 算力\n"
        "computing-power  (technology)\n"
        "  zh-Hans  算力 [suàn lì]\n"
        "  zh-Hant  算力 [suàn lì]\n"
        "  en       computing power\n"
        "           Capacity to compute.\n"
        "\n"
        "── capex\n"
        "capital-expenditure  (finance)\n"
        "  zh-Hans  资本支出 [zī běn zhī chū]\n"
        "  zh-Hant  資本支出 [zī běn zhī chū]\n"
        "  en       capital expenditure; capex\n"
        "           Spending on lasting assets.\n"
    )


def test_the_lines_of_a_file_are_looked_up_and_the_blank_ones_passed_over(run: Run, tiny: Path) -> None:
    typed = f"算力\r\n\r\n  {'长' * 201}\n数据中\n".encode()
    done = run("lookup", "--file", "-", "--match", "exact", "--content", str(tiny), typed=typed)
    assert done.returncode == 1
    assert [line for line in done.stdout.splitlines() if line.startswith("── ")] == [
        "── 算力", f"── {'长' * 59}…", "── 数据中",
    ]  # fmt: skip
    assert "this has 201 characters; 200 are taken at most: shorten it\n" in done.stdout
    assert done.stdout.endswith("── 数据中\nnothing found for '数据中'; did you mean 数据中心?\n")


def test_a_text_without_end_is_told_in_one_line(run: Run, tiny: Path) -> None:
    done = run("lookup", "数" * 10_000, "--content", str(tiny))
    assert (done.returncode, done.stdout) == (1, f"nothing found for '{'数' * 79}…'\n")


def test_as_json_it_is_what_the_api_answers(
    run: Run, tiny: Path, tiny_client: FlaskClient, tmp_path: Path
) -> None:
    file = tmp_path / "terms.txt"
    file.write_bytes("\ufeff数据\nchip\n没有\n".encode())
    done = run("lookup", "--file", str(file), "--json", "--limit", "3", "--content", str(tiny))
    assert done.returncode == 1
    queries = {"queries": ["数据", "chip", "没有"]}
    assert json.loads(done.stdout) == tiny_client.post("/api/v1/terms/lookup", json=queries).json


@pytest.mark.parametrize(
    ("arguments", "typed", "complaint"),
    [
        ([], b"", "there is nothing to look up; give a TEXT, or --file FILE with one a line"),
        (["--file", "-"], b"\n \n", "standard input: there is nothing to look up; write one term a line"),
        (["--file", "-"], b"\xff\xfeA", "standard input: is not UTF-16 at byte 0; save it as UTF-8"),
        (["--file", "/nowhere"], b"", "/nowhere: No such file or directory"),
    ],
)
def test_what_cannot_be_looked_up_is_refused_in_one_line(
    run: Run, arguments: list[str], typed: bytes, complaint: str
) -> None:
    done = run("lookup", *arguments, typed=typed)
    assert done.returncode == 2
    assert (done.stdout, done.stderr.count("\n")) == ("", 1)
    assert complaint.split(" at byte")[0] in done.stderr
