"""``duizhao check`` as a translator at a prompt sees it, and as a program that reads its JSON and SARIF does."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An instance folder for all of these tests: an index of the shipped content takes its time to be made."""
    return str(tmp_path_factory.mktemp("instance"))


@pytest.fixture
def run(run: Run, instance: str) -> Run:
    """``duizhao`` with that instance folder."""
    return partial(run, DUIZHAO_INSTANCE=instance)


LANGUAGES = ("--source-lang", "zh-Hans", "--target-lang", "en")
SOURCE = "总投资90亿美元。\n\n七成来自借款。\n营收90亿元。\n"
TARGET = "The investment totals USD 90 billion.\n\n70% of it is borrowed.\nRevenue rose.\n"

TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="zh-CN" datatype="plaintext"/>
  <body>
    <tu tuid="one">
      <tuv xml:lang="zh-CN"><seg>总投资90亿美元。</seg></tuv>
      <tuv xml:lang="en-US"><seg>The investment totals USD 90 billion.</seg></tuv>
    </tu>
  </body>
</tmx>
"""
XLIFF = """<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
  <file original="a" source-language="zh-CN" target-language="en" datatype="plaintext">
    <body>
      <trans-unit id="one">
        <source>总投资<g id="1">90亿</g>美元。</source>
        <target>The investment totals <g id="1">USD 90 billion</g>.</target>
      </trans-unit>
      <trans-unit id="two"><source>5%</source></trans-unit>
    </body>
  </file>
</xliff>
"""
XLIFF2 = """<?xml version="1.0"?>
<xliff version="2.0" srcLang="zh-CN" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0">
  <file id="f">
    <unit id="one">
      <segment>
        <source>总投资90亿美元。</source>
        <target>The investment totals USD 90 billion.</target>
      </segment>
    </unit>
  </file>
</xliff>
"""
PO = """msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: en\\n"

msgid "总投资90亿美元。"
msgstr "The investment totals USD 90 billion."
"""
CSV = 'zh-CN,en\n总投资90亿美元。,"The investment totals USD 90 billion."\n'
TSV = "id\tzh-CN\ten\none\t总投资90亿美元。\tThe investment totals USD 90 billion.\n"

CLASSIC = """\
  source  总投资「90亿美元」。
  target  The investment totals “USD 90 billion”.
  write   USD 9 billion
"""
COPIED = "The digits were copied and 亿 was read as billion: the target says 10 times the amount."


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with two aligned texts."""
    (tmp_path / "zh.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "en.txt").write_text(TARGET, encoding="utf-8")
    return tmp_path


def check(run: Run, folder: Path, *options: str, **variables: str) -> subprocess.CompletedProcess[str]:
    return run("check", "zh.txt", "en.txt", *LANGUAGES, *options, cwd=folder, **variables)


def test_the_report_of_two_aligned_texts(run: Run, texts: Path) -> None:
    done = check(run, texts)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        f"en.txt:1: error: scale: {COPIED}\n"
        f"{CLASSIC}\n"
        "en.txt:4: error: missing: “90亿元” is missing from the target.\n"
        "  source  营收「90亿元」。\n"
        "  target  Revenue rose.\n"
        "  add     9 billion Chinese yuan\n"
        "\n"
        "3 segments checked, 1 empty: 2 issues (1 scale, 1 missing)\n"
    )


def test_messages_are_in_the_readers_language(run: Run, texts: Path) -> None:
    for done in (check(run, texts, "--locale", "zh-TW"), check(run, texts, LC_ALL="zh_TW.UTF-8")):
        assert "en.txt:1: error: scale: 數字照抄，把「亿」當成了「billion」" in done.stdout


def test_a_right_translation(run: Run, texts: Path) -> None:
    (texts / "en.txt").write_text(
        "It totals $9bn.\n\n70% is borrowed.\nRevenue was RMB 9bn.\n", encoding="utf-8"
    )
    done = check(run, texts)
    assert (done.returncode, done.stdout) == (0, "3 segments checked, 1 empty: no issues\n")


def test_nothing_to_check(run: Run, tmp_path: Path) -> None:
    for name in ("zh.txt", "en.txt"):
        (tmp_path / name).touch()
    done = check(run, tmp_path)
    assert (done.returncode, done.stdout) == (0, "0 segments checked: no issues\n")


@pytest.mark.parametrize(
    ("name", "content", "place", "summary"),
    [
        ("a.tmx", TMX, "a.tmx:5: one", "1 segment checked"),
        ("a.xlf", XLIFF, "a.xlf:5: one", "1 segment checked, 1 untranslated"),
        ("a.xliff", XLIFF2, "a.xliff:5: one", "1 segment checked"),
        ("a.po", PO, "a.po:4", "1 segment checked"),
        ("a.csv", CSV, "a.csv:2", "1 segment checked"),
        ("a.tsv", TSV, "a.tsv:2: one", "1 segment checked"),
    ],
)
def test_bilingual_files(run: Run, tmp_path: Path, name: str, content: str, place: str, summary: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    languages = LANGUAGES if name == "a.po" else ()
    done = run("check", name, *languages, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == f"{place}: error: scale: {COPIED}\n{CLASSIC}\n{summary}: 1 issue (1 scale)\n"


@pytest.mark.parametrize("columns", [("2", "3"), ("原文", "译文")])
def test_columns_by_number_or_heading(run: Run, tmp_path: Path, columns: tuple[str, str]) -> None:
    (tmp_path / "a.csv").write_text("旧译,原文,译文\n9亿,90亿美元,$90 billion\n", encoding="utf-8")
    done = run(
        "check",
        "a.csv",
        "--source-column",
        columns[0],
        "--target-column",
        columns[1],
        *LANGUAGES,
        cwd=tmp_path,
    )
    assert "$9 billion" in done.stdout
    assert "9亿" not in done.stdout.replace("90亿", "")


def test_a_long_segment_is_quoted_in_part(run: Run, tmp_path: Path) -> None:
    (tmp_path / "zh.txt").write_text("前" * 100 + "90亿美元" + "后" * 100, encoding="utf-8")
    words = "word " * 40
    (tmp_path / "en.txt").write_text(f"{words}$90 billion {words}", encoding="utf-8")
    lines = check(run, tmp_path).stdout.splitlines()
    assert lines[1] == f"  source  …{'前' * 32}「90亿美元」{'后' * 32}…"
    assert lines[2] == f"  target  …{'word ' * 6}“$90 billion”{' word' * 6}…"


def test_what_a_terminal_would_obey_is_left_out(run: Run, tmp_path: Path) -> None:
    (tmp_path / "zh.txt").write_text("\x1b[2J90亿美元\x07", encoding="utf-8")
    (tmp_path / "en.txt").write_text("\x1b]0;x\x07 $90 billion \u202e", encoding="utf-8")
    done = check(run, tmp_path)
    assert done.returncode == 1
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout)


def test_json_is_what_the_api_sends_and_where(run: Run, texts: Path) -> None:
    done = check(run, texts, "--json")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    assert list(found) == ["segments"]
    assert [(each["line"], each["ok"]) for each in found["segments"]] == [(1, False), (3, True), (4, False)]
    assert found["segments"][0] == {
        "id": None,
        "line": 1,
        "ok": False,
        "issues": [
            {
                "kind": "scale",
                "severity": "error",
                "message": COPIED,
                "source": {"start": 3, "end": 8, "text": "90亿美元"},
                "target": {"start": 22, "end": 36, "text": "USD 90 billion"},
                "suggestion": "USD 9 billion",
            }
        ],
    }


def test_json_of_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()
    done = run("check", "a.csv", "--json", *LANGUAGES, cwd=tmp_path)
    assert (done.returncode, json.loads(done.stdout)) == (0, {"segments": []})


@pytest.fixture(scope="module")
def sarif() -> Any:
    """A validator of SARIF 2.1.0 by its schema (tests/data/README.md)."""
    schema = json.loads((Path(__file__).parents[1] / "data/sarif-2.1.0.json").read_text(encoding="utf-8"))
    return jsonschema_rs.Draft4Validator(schema, validate_formats=True)


def test_sarif_of_two_aligned_texts(run: Run, texts: Path, sarif: Any) -> None:
    done = check(run, texts, "--sarif")
    assert done.returncode == 1
    log = json.loads(done.stdout)
    sarif.validate(log)
    (only,) = log["runs"]
    assert only["language"] == "en"
    driver = only["tool"]["driver"]
    assert driver["name"] == "Duizhao"
    assert [rule["id"] for rule in driver["rules"]] == [
        "scale", "value", "unit", "currency", "percent_points", "growth", "missing", "added", "swapped", "date",
        "term_missing", "term_deprecated", "term_pinyin", "term_inconsistent", "term_full_form", "term_region", "script",
    ]  # fmt: skip
    first, second = only["results"]
    assert driver["rules"][first["ruleIndex"]]["id"] == first["ruleId"] == "scale"
    assert (first["level"], first["message"]["text"]) == ("error", f"{COPIED}\n→ USD 9 billion")
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "en.txt", "uriBaseId": "%SRCROOT%"},
                "region": {
                    "startLine": 1,
                    "startColumn": 23,
                    "endColumn": 37,
                    "snippet": {"text": "USD 90 billion"},
                },
                "contextRegion": {
                    "startLine": 1,
                    "snippet": {"text": "The investment totals USD 90 billion."},
                },
            }
        }
    ]
    (fix,) = first["fixes"]
    (change,) = fix["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 23, "endColumn": 37},
            "insertedContent": {"text": "USD 9 billion"},
        }
    ]
    (source,) = first["relatedLocations"]
    assert source["physicalLocation"]["region"]["snippet"] == {"text": "90亿美元"}
    assert "startColumn" not in second["locations"][0]["physicalLocation"]["region"]
    assert "fixes" not in second


def test_sarif_of_a_bilingual_file(run: Run, tmp_path: Path, sarif: Any) -> None:
    folder = tmp_path / "a folder"
    folder.mkdir()
    (folder / "译文#1.tmx").write_text(TMX, encoding="utf-8")
    log = json.loads(run("check", "a folder/译文#1.tmx", "--sarif", cwd=tmp_path).stdout)
    sarif.validate(log)
    (result,) = log["runs"][0]["results"]
    (place,) = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "a%20folder/%E8%AF%91%E6%96%87%231.tmx"
    assert place["physicalLocation"]["region"]["startLine"] == 5
    assert place["logicalLocations"] == [{"name": "one"}]
    assert "fixes" not in result


def test_sarif_names_a_file_elsewhere_by_its_whole_address(run: Run, tmp_path: Path, sarif: Any) -> None:
    (tmp_path / "a.tmx").write_text(TMX, encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    log = json.loads(run("check", "../a.tmx", "--sarif", cwd=elsewhere).stdout)
    sarif.validate(log)
    (result,) = log["runs"][0]["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == (tmp_path / "a.tmx").as_uri()


def test_a_fingerprint_stays_when_lines_move(run: Run, texts: Path) -> None:
    def prints() -> list[str]:
        results = json.loads(check(run, texts, "--sarif").stdout)["runs"][0]["results"]
        return [result["partialFingerprints"]["duizhao/v1"] for result in results]

    before = prints()
    for name in ("zh.txt", "en.txt"):
        path = texts / name
        path.write_text("5%\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert prints() == before
    assert len(set(before)) == 2


def test_sarif_of_nothing_wrong(run: Run, texts: Path, sarif: Any) -> None:
    (texts / "en.txt").write_text("$9bn\n\n70%\nRMB 9bn\n", encoding="utf-8")
    done = check(run, texts, "--sarif")
    sarif.validate(json.loads(done.stdout))
    assert (done.returncode, json.loads(done.stdout)["runs"][0]["results"]) == (0, [])


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        (["zh.txt", "en.txt"], "zh.txt: does not say which language the source is in; add --source-lang, as zh-Hans or en"),
        (
            ["zh.txt", "en.txt", "--source-lang", "zh"],
            "en.txt: does not say which language the target is in; add --target-lang, as zh-Hans or en",
        ),
        (["zh.txt", "nowhere.txt", *LANGUAGES], "nowhere.txt: No such file or directory"),
        (["zh.txt", ".", *LANGUAGES], ".: is not a file; name a file"),
        (["short.txt", "en.txt", *LANGUAGES], "a translation stands on the line of its source"),
        (["zh.txt", "gb.txt", *LANGUAGES], "it looks like GB18030; save it as UTF-8"),
        (["a.tmx", "en.txt"], "a.tmx: is a bilingual file; give it without en.txt"),
        (["a.docx"], "is a zip package; unpack it"),
        (["bomb.tmx"], "entities are not read, and its DOCTYPE declares some"),
        (["broken.xlf"], "broken.xlf:1: "),
        (["de.tmx"], "de.tmx: the target is in 'de'; only Chinese and English are read"),
        (["zh.txt", "en.txt", "--source-lang", "de"], "--source-lang de: only Chinese and English are read"),
        (["zh.txt", "en.txt", "--source-lang", "zh_CN"], "'zh_CN' is not a BCP 47 language tag"),
        (["a.csv", "--source-column", "9", "--target-column", "1"], "there is no column 9; name one from 1 to 2"),
        (["a.tmx", "--max-bytes", "99"], "more than max_bytes = 99; split it, or raise the limit"),
        (["zh.txt", "en.txt", *LANGUAGES, "--max-units", "2"], "more than max_units = 2 translated units"),
        (["zh.txt", "en.txt", *LANGUAGES, "--max-segment", "5"], "longer than max_segment = 5 characters"),
        (["a.tmx", "--max-bytes", "0"], "Invalid value for '--max-bytes'"),
        ([], "Missing argument 'SOURCE'."),
    ],
)  # fmt: skip
def test_what_cannot_be_checked_is_said_in_one_line(
    run: Run, texts: Path, arguments: list[str], complaint: str
) -> None:
    (texts / "short.txt").write_text("1\n", encoding="utf-8")
    (texts / "gb.txt").write_bytes(SOURCE.encode("gb18030"))
    (texts / "a.docx").write_bytes(b"PK\x03\x04")
    (texts / "bomb.tmx").write_text('<!DOCTYPE tmx [<!ENTITY a "b">]>' + TMX[38:], encoding="utf-8")
    (texts / "broken.xlf").write_text("<xliff", encoding="utf-8")
    (texts / "de.tmx").write_text(TMX.replace("en-US", "de"), encoding="utf-8")
    (texts / "a.csv").write_text(CSV, encoding="utf-8")
    (texts / "a.tmx").write_text(TMX, encoding="utf-8")
    done = run("check", *arguments, cwd=texts)
    assert done.returncode == 2
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1
    assert "segments checked" not in done.stdout


@pytest.mark.parametrize("form", ["--json", "--sarif"])
def test_a_program_is_told_so_too(run: Run, texts: Path, form: str) -> None:
    done = run("check", "zh.txt", "nowhere.txt", *LANGUAGES, form, cwd=texts)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Error: nowhere.txt: No such file or directory\n"


NAMES = "孙正义看好数据中心，投资90亿美元。\n软银宣布发债。\n"
RENDERED = "Sun Zhengyi likes data centers, and invests $90 billion.\nSoftbank announced a bond issue.\n"


@pytest.fixture
def named(tmp_path: Path) -> Path:
    (tmp_path / "zh.txt").write_text(NAMES, encoding="utf-8")
    (tmp_path / "en.txt").write_text(RENDERED, encoding="utf-8")
    return tmp_path


def test_terms_beside_figures(run: Run, named: Path) -> None:
    done = check(run, named)
    assert (done.returncode, done.stderr) == (1, "")
    assert (
        done.stdout
        == f"""\
en.txt:1: error: term pinyin: “Sun Zhengyi” is the pinyin of 孙正义, not the name by which it is known in English: “Masayoshi Son”.
  source  「孙正义」看好数据中心，投资90亿美元。
  target  “Sun Zhengyi” likes data centers, and…
  write   Masayoshi Son

en.txt:1: error: scale: {COPIED}
  source  孙正义看好数据中心，投资「90亿美元」。
  target  …data centers, and invests “$90 billion”.
  write   $9 billion

en.txt:2: error: term deprecated: “Softbank” is not to be used for “软银”; use “SoftBank”. The B is a capital.
  source  「软银」宣布发债。
  target  “Softbank” announced a bond issue.
  write   SoftBank

2 segments checked: 3 issues (1 term pinyin, 1 scale, 1 term deprecated)
"""
    )


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (["--rules", "figures"], "1 issue (1 scale)"),
        (["--rules", "terms"], "2 issues (1 term pinyin, 1 term deprecated)"),
        (["--rules", "term_deprecated, scale"], "2 issues (1 scale, 1 term deprecated)"),
        (["--rules", "terms", "--severity", "note"], "issues ("),
        (["--rules", "script"], "no issues"),
    ],
)
def test_rules_and_severity_are_chosen(run: Run, named: Path, options: list[str], found: str) -> None:
    assert found in check(run, named, *options).stdout


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (
            ["--rules", "spelling"],
            "--rules spelling: there is no such rule; there are: figures, terms, scale,",
        ),
        (["--severity", "grave"], "'grave' is not one of 'error', 'warning', 'note'"),
        (["--content", "/nowhere"], "/nowhere: no such folder"),
    ],
)
def test_what_cannot_be_chosen_is_said_in_one_line(
    run: Run, named: Path, options: list[str], complaint: str
) -> None:
    done = check(run, named, *options)
    assert (done.returncode, done.stdout) == (2, "")
    assert complaint in done.stderr
    assert done.stderr.count("\n") == 1


def test_figures_alone_need_no_glossary(run: Run, named: Path) -> None:
    done = check(run, named, "--rules", "figures", "--content", "/nowhere")
    assert (done.returncode, done.stderr) == (1, "")


def test_terms_of_own_content(run: Run, named: Path, tiny: Path) -> None:
    (named / "en.txt").write_text("A data hub for $9 billion.\nBonds.\n", encoding="utf-8")
    assert (
        "“data hub” is not to be used for “数据中心”; use “data center”."
        in check(run, named, "--content", str(tiny)).stdout
    )


def test_sarif_of_terms(run: Run, named: Path, sarif: Any) -> None:
    log = json.loads(check(run, named, "--sarif").stdout)
    sarif.validate(log)
    results = log["runs"][0]["results"]
    assert [(result["ruleId"], result["level"]) for result in results] == [
        ("term_pinyin", "error"), ("scale", "error"), ("term_deprecated", "error"),
    ]  # fmt: skip
    fix = results[2]["fixes"][0]["artifactChanges"][0]["replacements"][0]
    assert (fix["deletedRegion"]["startLine"], fix["insertedContent"]["text"]) == (2, "SoftBank")
