"""No page has anything that html-validate finds, as the service sends it.

html-validate.json has the rules of html-validate's presets but for three, which do not hold here. `aria-label-misuse` names
what may have a name by the specification and yet had better not; a list of links is told from the next by its name.
`no-redundant-role` does not know that a table whose rows are blocks on a phone is a table by its roles only. `require-sri` is for
files from elsewhere, and there are none.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

from tests.browser.addresses import PAGES, address
from tests.browser.node import module, node

RULES = Path(__file__).with_name("html-validate.json")
VIEWS = ("en", "zh-Hans+en")


def test_every_page_is_valid_html(site: str, tmp_path: Path) -> None:
    program = module("html-validate/bin/html-validate.mjs")
    for view in VIEWS:
        for name in PAGES:
            (tmp_path / f"{name} {view}.html").write_bytes(
                fetch(site + quote(address(name, view), safe="/?=+"))
            )
    done = subprocess.run(
        [node(), str(program), "--config", str(RULES), "--formatter", "text", "*.html"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout.replace(f"{tmp_path}/", "") + done.stderr


def fetch(url: str) -> bytes:
    """Return the page at `url`, a problem too."""
    try:
        with urlopen(url) as answer:  # noqa: S310 - the service on this machine
            return bytes(answer.read())
    except HTTPError as problem:
        with problem:
            return bytes(problem.read())
