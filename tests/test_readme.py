"""Both readmes are true: their commands give what they print, their Python runs, their links lead somewhere."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask.testing import FlaskClient

from api.cli import main

ROOT = Path(__file__).parent.parent
READMES = ("README.md", "README.zh.md")
_CONSOLE = re.compile(r"```console\n\$ (?P<command>.+)\n(?P<output>(?:.*\n)*?)```")


def _examples(program: str) -> list[tuple[str, str, str]]:
    return [
        (name, match["command"], match["output"])
        for name in READMES
        for match in _CONSOLE.finditer((ROOT / name).read_text(encoding="utf-8"))
        if match["command"].startswith(program)
    ]


@pytest.mark.parametrize(("readme", "command", "output"), _examples("duizhao "))
def test_commands_print_what_the_readme_says(
    monkeypatch: pytest.MonkeyPatch, readme: str, command: str, output: str
) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(main, shlex.split(command)[1:])
    found_issues = ": error: " in output
    assert (done.exit_code, done.output.replace("\u00a0", " ")) == (int(found_issues), output)


@pytest.mark.parametrize(("readme", "command", "output"), _examples("curl "))
def test_requests_are_answered_as_the_readme_says(
    client: FlaskClient, readme: str, command: str, output: str
) -> None:
    words = shlex.split(command)[1:]
    headers = dict(words[n + 1].split(": ", 1) for n, word in enumerate(words) if word == "-H")
    address = words[-1].removeprefix("http://127.0.0.1:8000")
    if "--json" in words:
        body = words[words.index("--json") + 1]
        answer = client.post(address, data=body, headers=headers, content_type="application/json")
    else:
        answer = client.get(address, headers=headers)
    assert answer.text == output


@pytest.mark.parametrize("readme", READMES)
def test_python_examples_run(readme: str) -> None:
    found = doctest.testfile(str(ROOT / readme), module_relative=False, encoding="utf-8")
    assert (found.failed, found.attempted) == (0, 6)


@pytest.mark.parametrize("readme", READMES)
def test_links_lead_somewhere(readme: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / readme).read_text(encoding="utf-8")):
        assert (ROOT / target).exists(), target


def test_both_readmes_have_the_same_examples() -> None:
    english, chinese = ((ROOT / name).read_text(encoding="utf-8") for name in READMES)
    assert _CONSOLE.findall(english) == _CONSOLE.findall(chinese)
    assert english.count("\n## ") == chinese.count("\n## ")


@pytest.mark.parametrize(
    "page", sorted(str(path.relative_to(ROOT)) for path in (ROOT / "docs").rglob("*.md"))
)
def test_links_of_the_docs_lead_somewhere(page: str) -> None:
    path = ROOT / page
    for target in re.findall(r"\]\(([^)#:]+\.md)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target
