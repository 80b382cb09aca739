"""``duizhao export`` at the prompt."""

from __future__ import annotations

import json
import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def tiny_glossary(tiny: Path) -> list[str]:
    return ["--content", str(tiny)]


def test_without_a_profile_it_lists_them(run: Run) -> None:
    done = run("export")
    assert done.returncode == 0
    assert "omegat        .txt     OmegaT glossary; a team project can subscribe to it\n" in done.stdout
    listed = json.loads(run("export", "--json").stdout)
    assert listed["items"][0]["profile"] == "tbx"
    assert listed["total"] == len(done.stdout.splitlines())


def test_it_writes_what_the_service_serves(
    run: Run, tiny_glossary: list[str], tiny_client: FlaskClient, tmp_path: Path
) -> None:
    done = run("export", "utx", "--source", "zh_TW", "--target", "en", *tiny_glossary)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == tiny_client.get("/exports/utx/zh_TW_en.utx").text
    for name in ("tbx", "json", "jsonld"):
        assert (
            run("export", name, *tiny_glossary).stdout == tiny_client.get(f"/exports/{name}/all.{name}").text
        )
    file = tmp_path / "dictionary.zip"
    assert run("export", "yomitan", "-o", str(file), *tiny_glossary).returncode == 0
    assert file.read_bytes() == tiny_client.get("/exports/yomitan/zh-Hans_en.zip").data


def test_what_is_left_out_is_told_line_by_line(
    run: Run, own_content: Path, edit: Callable[[str, str, str], Path]
) -> None:
    edit("glossary/technology.yaml", "{term: semiconductor,", "{term: '#semi',")
    edit("glossary/technology.yaml", "- {term: data,", "- {term: '=data',")
    done = run("export", "omegat", "--content", str(own_content))
    assert done.returncode == 0
    assert done.stderr == (
        "left out: semiconductor: #semi: begins with #, as a comment does\n"
        "1 left out: 1 begins with #, as a comment does\n"
    )
    assert "\n半导体\tchip\tbàn dǎo tǐ · " in done.stdout
    done = run("export", "amazon", "--source", "en", "--target", "zh", "--content", str(own_content))
    assert done.stderr.splitlines() == [
        "left out: semiconductor: chip: stands there already",
        "left out: data: =data: begins with =, which Amazon refuses",
        "2 left out: 1 stands there already, 1 begins with =, which Amazon refuses",
    ]
    assert done.stdout.startswith("en,zh\r\n")
    done = run("export", "omegat", "--json", "--content", str(own_content))
    assert json.loads(done.stderr) == {
        "concept_id": "semiconductor",
        "text": "#semi",
        "reason": "begins with #, as a comment does",
    }


def test_the_address_of_the_service_goes_into_linked_data(run: Run, tiny_glossary: list[str]) -> None:
    done = run("export", "jsonld", "--base", "https://terms.example/", *tiny_glossary)
    assert '\n{"id":"https://terms.example/api/v1/terms/chip","type":"skos:Concept",' in done.stdout
    done = run("export", "jsonld", *tiny_glossary, DUIZHAO_PUBLIC_URL="https://public.example")
    assert '\n{"id":"https://public.example/api/v1/terms/chip","type":"skos:Concept",' in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nope"], "'nope' is no form; there are: tbx, tbx2, json,"),
        (["omegat", "--source", "ja"], "--source ja: the glossary is in zh-Hans, zh-Hant, en; write one,"),
        (["omegat", "--target", "zh-CN"], "--source zh-Hans and --target zh-CN are one language; name two"),
        (["omegat", "-o", "/no/such/folder/x.txt"], "/no/such/folder: there is no such folder; make it,"),
        (["omegat", "-o", "/"], "/: Is a directory"),
    ],
)
def test_it_refuses_in_one_line(
    run: Run, tiny_glossary: list[str], arguments: list[str], message: str
) -> None:
    done = run("export", *arguments, *tiny_glossary)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"Error: {message}")
    assert done.stderr.count("\n") == 1


def test_a_file_is_replaced_when_the_new_one_is_whole(
    run: Run, tiny_glossary: list[str], tmp_path: Path
) -> None:
    file = tmp_path / "out" / "terms.tsv"
    file.parent.mkdir()
    file.write_text("old")
    assert run("export", "deepl", "-o", str(file), "--content", str(tmp_path)).returncode == 2
    assert file.read_text() == "old"
    assert run("export", "deepl", "-o", str(file), *tiny_glossary).returncode == 0
    assert "算力\tcomputing power\n" in file.read_text(encoding="utf-8")
    assert os.listdir(file.parent) == ["terms.tsv"]
    assert stat.S_IMODE(file.stat().st_mode) & 0o400


def test_a_full_disk_is_told_in_one_line(run: Run, tiny_glossary: list[str]) -> None:
    done = run("export", "deepl", "-o", "/dev/full", *tiny_glossary)
    assert (done.returncode, done.stderr) == (2, "Error: output: No space left on device\n")


def test_a_device_stays_a_device(run: Run, tiny_glossary: list[str]) -> None:
    assert run("export", "deepl", "-o", "/dev/null", *tiny_glossary).returncode == 0
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
