"""``/embed.js``: small, pinned by its hash, and there for as long as somebody may have pinned it."""

from __future__ import annotations

import gzip
import html
import re
from base64 import b64encode
from hashlib import sha256, sha384

from flask.testing import FlaskClient

from api.embedding.script import FOLDER


def test_it_is_one_small_script_for_pages_of_any_origin(client: FlaskClient) -> None:
    answer = client.get("/embed.js")
    assert answer.content_type == "text/javascript; charset=utf-8"
    assert len(gzip.compress(answer.data, 9)) <= 4096
    assert answer.headers["Cache-Control"] == "public, max-age=300, stale-while-revalidate=86400"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"  # without which no browser checks a hash
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    # No markup is made of what comes, and nothing is kept.
    assert not re.search(rb"innerHTML|outerHTML|insertAdjacent|eval|cookie|localStorage", answer.data)


def test_the_copy_box_pins_what_there_is_for_ever(client: FlaskClient) -> None:
    page = html.unescape(client.get("/zh-Hant/terms/computing-power").text)
    found = re.search(
        r'<script type="module" src="http://localhost(/embed\.([0-9a-f]{16})\.js)" integrity="(sha384-[^"]+)"'
        r' crossorigin="anonymous"></script>',
        page,
    )
    assert found
    path, version, integrity = found.groups()
    answer = client.get(path)
    assert answer.data == client.get("/embed.js").data
    assert integrity == f"sha384-{b64encode(sha384(answer.data).digest()).decode()}"
    assert version == sha256(answer.data).hexdigest()[:16]
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"


def test_a_version_that_was_released_is_as_it_was_and_is_served(client: FlaskClient) -> None:
    released = sorted((FOLDER / "released").glob("*.js"))
    for path in released:
        assert path.stem == sha256(path.read_bytes()).hexdigest()[:16], "a released script is never changed"
        assert client.get(f"/embed.{path.stem}.js").data == path.read_bytes()


def test_no_other_version_is_there(client: FlaskClient) -> None:
    for version in ("0123456789abcdef", "..%2Fembed", ""):
        assert client.get(f"/embed.{version}.js").status_code == 404
