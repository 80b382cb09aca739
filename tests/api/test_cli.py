"""The command line as somebody at a prompt sees it: a real process, its two outputs and its exit code."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_format_writes_the_four_forms(run: Run) -> None:
    done = run("format", "5.3e12", "JPY", "--modifier", "about", "--locale", "zh-Hant")
    assert done.stdout == (
        "text   約5.3兆日圓\nlong   5.3兆日圓\nshort  5.3兆日圓\nexact  5,300,000,000,000日圓\n"
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_format_takes_the_locale_of_the_terminal(run: Run) -> None:
    done = run("format", "9e9", "USD", LC_ALL="de_DE.UTF-8")
    assert done.stdout.splitlines()[0] == "text   9 Milliarden US-Dollar"


def test_format_as_json_is_what_the_api_sends(run: Run) -> None:
    done = run("format", "70..90", "percent", "--json", "--locale", "en")
    assert json.loads(done.stdout) == {
        "kind": "percent",
        "unit": "percent",
        "low": "70",
        "high": "90",
        "modifier": None,
        "locale": "en",
        "formatted": {"text": "70–90%", "long": "70–90%", "short": "70–90%", "exact": "70–90%"},
    }


def test_format_takes_a_negative_number(run: Run) -> None:
    assert run("format", "-0.5", "percent").stdout.splitlines()[1] == "long   -0.5%"


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["nan", "JPY"], "'nan' is no number: write digits, a point and perhaps an exponent, as in 5.3e12"),
        (
            ["1e400", "JPY"],
            "1E+400 cannot be written: give a finite number of at most 40 digits between 1e-30 and 1e31",
        ),
        (["1e999999999", "ratio"], "'1e999999999' is no fraction: write one as 1/9"),
        (["90..70", "percent"], "'90..70' does not rise: write the smaller number first"),
        (
            ["5", "yens"],
            "'yens' is no unit; use an ISO 4217 code (JPY), a CLDR unit (gigawatt, year) or one of"
            " percent, percentage_point, basis_point, times, ratio, count",
        ),
        (
            ["5", "JPY", "--locale", "zh_TW"],
            "'zh_TW' is not a BCP 47 language tag; write one like zh-Hant or en-GB",
        ),
    ],
)
def test_format_refuses_in_one_line(run: Run, arguments: list[str], complaint: str) -> None:
    done = run("format", *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"Error: {complaint}\n")


def test_lookup_shows_readings_both_scripts_and_what_to_avoid(run: Run, tiny: Path) -> None:
    done = run("lookup", "數據中心", "--content", str(tiny), "--match", "exact")
    assert done.returncode == 0
    assert "shù jù zhōng xīn" in done.stdout
    assert "資料中心 [zī liào zhōng xīn]" in done.stdout


def test_lookup_of_a_deprecated_term_says_what_to_use(run: Run) -> None:
    done = run("lookup", "Sun Zhengyi")
    assert "! " in done.stdout
    assert "Sun Zhengyi is deprecated: use Masayoshi Son" in done.stdout


def test_lookup_that_finds_nothing_says_so_and_exits_1(run: Run) -> None:
    done = run("lookup", "没有这个词")
    assert (done.returncode, done.stdout, done.stderr) == (1, "nothing found for '没有这个词'\n", "")


def test_lookup_as_json_is_what_the_api_sends(run: Run) -> None:
    found = json.loads(run("lookup", "算力", "--json", "--match", "exact").stdout)
    assert found["total"] == 1
    assert found["items"][0]["matched"] == {
        "form": "算力",
        "kind": "exact",
        "term": "算力",
        "lang": "zh-Hans",
        "status": "preferred",
        "use": None,
    }


def test_validate_sums_up(run: Run, tiny: Path) -> None:
    done = run("validate", str(tiny))
    assert done.returncode == 0
    assert done.stdout.endswith(" figures: no complaint\n")


def test_validate_names_file_line_value_and_mend(
    run: Run, edit: Callable[[str, str, str], Path], tiny: Path
) -> None:
    file = next((tiny / "glossary").glob("*.yaml"))
    text = file.read_text(encoding="utf-8")
    line = next(n for n, words in enumerate(text.splitlines(), 1) if words.startswith("subject_field:"))
    value = text.splitlines()[line - 1].partition(": ")[2]
    folder = edit(f"glossary/{file.name}", f"subject_field: {value}", "subject_field: No Id")
    done = run("validate", str(folder))
    assert done.returncode == 1
    assert done.stdout == (
        f"{folder}/glossary/{file.name}:{line}: 'No Id': subject_field: this is no id;"
        " use small letters, digits and hyphens, a letter first\n1 complaint\n"
    )


def test_validate_says_what_a_content_folder_is(run: Run, tmp_path: Path) -> None:
    done = run("validate", str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(
        f"Error: {tmp_path}: no content here; put YAML files into glossary/ and summaries/ARTICLE/"
    )


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["serve", "--database", "mysql://db/duizhao"], "SQLite and PostgreSQL are known"),
        (["serve", "--content", "/nowhere"], "/nowhere: no such folder; put YAML files into"),
        (["serve", "--host", "203.0.113.1"], "cannot listen on 203.0.113.1:8000"),
        (["validate", "--source", "/nowhere"], "/nowhere: No such file or directory"),
        (["lookup", "x", "--database", "/dev/null/index"], "make the folder writable, or name another"),
        (["lookup", "x", "--database", ":memory:"], "--database names no file"),
        (
            ["lookup", "x", "--database", f"/{'x' * 300}"],
            "File name too long; name another file",
        ),
        (["serve", "--host", "no.such.host.invalid"], "cannot listen on no.such.host.invalid:8000"),
        (["lookup", "x", "--match", "sound"], "'sound' is not one of 'auto', 'exact', 'prefix', 'infix',"),
        (["format", "5"], "Missing argument 'UNIT'."),
        (["formt"], "No such command 'formt'."),
        (["validate", "--article", "x"], "--article says which article --source is; name the file, too"),
        (["lookup", b"\xff".decode(errors="surrogateescape")], "'?' is not UTF-8; type it again"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(run: Run, arguments: list[str], complaint: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
