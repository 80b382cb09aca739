"""What ``duizhao freeze`` refuses, before it touches anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from api.cli import main
from api.freezing.addresses import Form, Unwritable, file_of, frozen_address
from api.freezing.site import Named


def freeze(folder: Path, *options: str) -> Result:
    """Say what comes of freezing into `folder`."""
    return CliRunner().invoke(main, ["freeze", str(folder), *options], prog_name="duizhao")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (
            ("--public-url", "example.org"),
            "Error: --public-url example.org: this is no address of a service; write one like https://example.org/terms\n",
        ),
        (
            ("--view", "fr"),
            "Error: --view fr: there is no such view; there are: zh-Hans, zh-Hant, en, zh-Hans+zh-Hant, zh-Hans+en,"
            " zh-Hant+zh-Hans, zh-Hant+en, en+zh-Hans, en+zh-Hant\n",
        ),
        (
            ("--workers", "0"),
            "Error: Invalid value for '--workers': 0 is not in the range 1<=x<=64. See duizhao freeze --help.\n",
        ),
    ],
)
def test_an_option_that_cannot_be_used(tmp_path: Path, options: tuple[str, ...], told: str) -> None:
    done = freeze(tmp_path / "site", *options)
    assert (done.exit_code, done.stdout, done.stderr) == (2, "", told)
    assert not (tmp_path / "site").exists()


def test_a_folder_with_something_of_another_s(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "CNAME").write_text("example.org\n", encoding="utf-8")
    done = freeze(folder)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        f"Error: {folder}: CNAME was not written by duizhao freeze, and would be lost; move it away, or name an empty"
        " folder\n"
    )
    (folder / ".duizhao.json").write_text(json.dumps({"written": ["en"]}), encoding="utf-8")
    assert freeze(folder).exit_code == 2
    assert sorted(path.name for path in folder.iterdir()) == [".duizhao.json", "CNAME"]


def test_a_file_and_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("", encoding="utf-8")
    for folder in (file, tmp_path / "missing" / "site"):
        done = freeze(folder)
        assert done.exit_code == 2
        assert done.stderr.startswith(f"Error: {folder}: ")
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("path", "query", "form", "frozen", "file"),
    [
        ("/", "", Form.PAGE, "/", "index.html"),
        ("/en/", "", Form.PAGE, "/en/", "en/index.html"),
        ("/en/index", "letter=B", Form.PAGE, "/en/index/letter=B/", "en/index/letter=B/index.html"),
        (
            "/en/terms",
            "section=harbor/s2&offset=20",
            Form.PAGE,
            "/en/terms/offset=20/section=harbor/s2/",
            "en/terms/offset=20/section=harbor/s2/index.html",
        ),
        ("/en/terms/node.js", "", Form.PAGE, "/en/terms/node.js", "en/terms/node.js/index.html"),
        ("/exports/", "", Form.JSON, "/exports.json", "exports.json"),
        (
            "/api/v1/terms/chip",
            "locale=en",
            Form.JSON,
            "/api/v1/terms/chip/locale=en.json",
            "api/v1/terms/chip/locale=en.json",
        ),
        (
            "/en/articles/harbor/figures.csv",
            "section=s2",
            Form.FILE,
            "/en/articles/harbor/figures/section=s2.csv",
            "en/articles/harbor/figures/section=s2.csv",
        ),
        ("/en/terms/%E7%AE%97", "", Form.PAGE, "/en/terms/%E7%AE%97", "en/terms/算/index.html"),
    ],
)
def test_an_address_without_a_query(path: str, query: str, form: Form, frozen: str, file: str) -> None:
    assert frozen_address(path, query, form) == frozen
    assert file_of(frozen, form) == file


def test_one_file_is_written_once_whatever_the_order_of_the_parameters() -> None:
    file = "api/v1/terms/limit=20/offset=20.json"
    there_are = {
        Named("/api/v1/terms?offset=20&limit=20", file),
        Named("/api/v1/terms?limit=20&offset=20", file),
    }
    assert len(there_are) == 1


@pytest.mark.parametrize("address", ["/en/terms/..", "/en/%2E%2E/x", "/en//x", "/en/a%00b"])
def test_an_address_that_is_no_file_below_the_folder(address: str) -> None:
    with pytest.raises(Unwritable):
        file_of(address, Form.PAGE)
