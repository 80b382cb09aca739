"""WordPress itself, Debian's, without a database: what it makes of an address that an author pastes into a post."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.browser.opening import missing

_UNPACKED = Path(__file__).parents[2] / ".venv" / "wordpress" / "usr" / "share" / "wordpress"
_PROGRAM = Path(__file__).with_name("wordpress") / "embed.php"


@dataclass(frozen=True, slots=True)
class Link:
    """What became of an address: the one that was `asked` what to embed, and what is in the post.

    `data` is what was read from JSON, `from_xml` from XML; `html` is the post. Where nothing can be asked, these are empty.
    """

    asked: str
    data: dict[str, Any]
    from_xml: dict[str, Any]
    html: str


def paste(site: str, addresses: Iterable[str]) -> dict[str, Link]:
    """Return what WordPress makes of each of `addresses` of `site`, the only host that it may ask."""
    php = shutil.which("php") or missing("there is no php: apt-get install php-cli php-xml")
    done = subprocess.run(
        [php, str(_PROGRAM), str(folder()), site],
        input="\n".join(addresses),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr + done.stdout[-2000:]
    return {address: Link(**link) for address, link in json.loads(done.stdout).items()}


def folder() -> Path:
    """Return where WordPress is unpacked."""
    if not (_UNPACKED / "wp-settings.php").exists():
        missing("WordPress is not unpacked: make .venv/wordpress/.made")
    return _UNPACKED


def version() -> str:
    """Return the version of WordPress."""
    told = (folder() / "wp-includes" / "version.php").read_text(encoding="utf-8")
    found = re.search(r"\$wp_version = '([^']+)'", told)
    assert found
    return found[1]


def script() -> bytes:
    """Return the script that WordPress adds to a page with embedded posts."""
    return (folder() / "wp-includes" / "js" / "wp-embed.min.js").read_bytes()
