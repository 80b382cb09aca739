"""``duizhao extract`` as somebody at a prompt sees it."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXT = "软银将投资约5.3万亿日元。\r\n2024财年，营收增长两倍；\n12座，三分之一\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "text.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_a_line_for_each_figure_and_date(run: Run, file: Path) -> None:
    done = run("extract", str(file))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "1:7   5.3万亿日元  about 5.3 trillion Japanese yen  money\n"
        "2:1   2024财年     FY2024                           date\n"
        "2:12  两倍         3 times                          multiple, growth\n"
        "3:1   12座         12                               count, 座\n"
        "3:5   三分之一     one third                        ratio\n"
    )


def test_amounts_are_written_in_the_locale(run: Run, file: Path) -> None:
    assert "約5.3兆日圓" in run("extract", str(file), "--locale", "zh-TW").stdout
    assert "≈5,3 Billionen Japanische Yen" in run("extract", str(file), LC_ALL="de_DE.UTF-8").stdout


def test_json_is_what_the_api_sends(run: Run, file: Path) -> None:
    done = run("extract", str(file), "--json")
    assert done.returncode == 0
    found = json.loads(done.stdout)
    assert list(found) == ["figures", "dates"]
    for mention in (*found["figures"], *found["dates"]):
        assert TEXT[mention["start"] : mention["end"]] == mention["text"]
    assert found["figures"][0] == {
        "start": 6,
        "end": 13,
        "text": "5.3万亿日元",
        "kind": "money",
        "unit": "JPY",
        "value": "5300000000000",
        "modifier": "about",
    }


def test_standard_input(run: Run) -> None:
    done = run("extract", "-", typed="价格是500元".encode())
    assert done.stdout.split() == ["1:4", "500元", "500", "Chinese", "yuan", "money"]


def test_the_language_of_the_text(run: Run) -> None:
    done = run("extract", "-", "--lang", "zh-TW", typed="價格是500元".encode())
    assert "500 New Taiwan dollars" in done.stdout


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_that_say_what_they_are(run: Run, encoding: str) -> None:
    assert "5.3万亿日元" in run("extract", "-", typed=TEXT.encode(encoding)).stdout


@pytest.mark.parametrize("typed", [b"", "没有数字。".encode(), b"no numbers"])
def test_nothing_found(run: Run, typed: bytes) -> None:
    done = run("extract", "-", typed=typed)
    assert (done.returncode, done.stdout, done.stderr) == (1, "no figure or date found\n", "")
    done = run("extract", "-", "--json", typed=typed)
    assert (done.returncode, json.loads(done.stdout)) == (1, {"figures": [], "dates": []})


def test_what_a_terminal_would_obey_is_left_out(run: Run) -> None:
    done = run("extract", "-", typed="\x1b[2J价格\x07 5\u00a0亿元 \u202e90亿元".encode())
    assert done.returncode == 0
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout
    assert "\u202e" not in done.stdout


@pytest.mark.parametrize(
    ("arguments", "typed", "complaint"),
    [
        (["/nowhere"], b"", "/nowhere: No such file or directory"),
        (["/"], b"", "/: Is a directory"),
        (["-"], b"90\xff", "standard input: is not UTF-8 at byte 2; save it as UTF-8"),
        (["-"], "90亿元".encode("gb18030"), "standard input: is not UTF-8 at byte 2; save it as UTF-8"),
        (["-"], b"\xff\xfe9", "standard input: is not UTF-16 at byte 2; save it as UTF-8"),
        (
            ["-"],
            "90".encode("utf-16-le"),
            "standard input: there is a NUL: this is no text, or UTF-16 without a byte order mark; save it as UTF-8",
        ),
        (
            ["-", "--lang", "de"],
            b"",
            "--lang de: only Chinese and English are read; write zh-Hans, zh-Hant or en",
        ),
        (
            ["-", "--lang", "zh_TW"],
            b"",
            "'zh_TW' is not a BCP 47 language tag; write one like zh-Hant or en-GB",
        ),
        ([], b"", "extract --help."),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(
    run: Run, arguments: list[str], typed: bytes, complaint: str
) -> None:
    done = run("extract", *arguments, typed=typed)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.strip().endswith(complaint)
    assert done.stderr.count("\n") == 1
