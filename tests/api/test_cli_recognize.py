"""``duizhao recognize`` as somebody at a prompt sees it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXT = "港湾数据建设數據中心。\r\nIts data hubs need chips;\n算力\x1b[2J\n"


@pytest.fixture
def content(tiny: Path) -> tuple[str, ...]:
    return ("--content", str(tiny))


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode())
    return str(path)


def test_a_line_for_each_term(run: Run, file: str, content: tuple[str, ...]) -> None:
    done = run("recognize", file, *content)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "1:1   港湾数据   Harbor Data      preferred\n"
        "1:7   數據中心   data center      admitted\n"
        "2:5   data hubs  -                deprecated: use data center\n"
        "2:20  chips      -                preferred; also semiconductor\n"
        "3:1   算力       computing power  preferred\n"
    )


def test_into_another_language(run: Run, file: str, content: tuple[str, ...]) -> None:
    done = run("recognize", file, "--lang", "en", "--target", "zh-TW", *content)
    assert done.stdout == (
        "2:5   data hubs  資料中心  deprecated: use data center\n"
        "2:20  chips      晶片      preferred; also semiconductor\n"
    )


def test_json_is_what_the_api_sends(run: Run, file: str, content: tuple[str, ...]) -> None:
    matches = json.loads(run("recognize", file, "--json", *content).stdout)["matches"]
    assert [match["term_id"] for match in matches] == [
        "harbor-data",
        "data-center",
        "data-center",
        "chip",
        "computing-power",
    ]
    for match in matches:
        assert TEXT[match["start"] : match["end"]] == match["text"]


def test_the_other_forms(run: Run, file: str, content: tuple[str, ...]) -> None:
    assert run("recognize", file, "--html", "--lang", "zh-TW", *content).stdout.startswith(
        '<div class="duizhao-terms" lang="zh-Hant">\n<p><mark'
    )
    assert run("recognize", file, "--xliff", *content).stdout.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>'
    )
    done = run("recognize", "-", "--prompt", "--max-bytes", "80", *content, typed="算力".encode())
    assert (done.returncode, done.stdout) == (0, "Terms (zh-Hans → en):\n算力 = computing power\n")


def test_nothing_found(run: Run, content: tuple[str, ...]) -> None:
    done = run("recognize", "-", *content, typed="什么也没有".encode())
    assert (done.returncode, done.stdout, done.stderr) == (1, "no term found\n", "")
    done = run("recognize", "-", "--json", *content, typed=b"")
    assert (done.returncode, done.stdout) == (1, '{"matches":[]}\n')


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["/nowhere"], "/nowhere: No such file or directory"),
        (["-", "--lang", "de"], "--lang de: only Chinese and English are read; write zh-Hans, zh-Hant or en"),
        (["-", "--max-bytes", "0"], "Invalid value for '--max-bytes'"),
        ([], "Missing argument 'FILE'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    run: Run, content: tuple[str, ...], arguments: list[str], complaint: str
) -> None:
    done = run("recognize", *arguments, *content, typed=b"")
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1
