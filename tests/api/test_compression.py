"""Pages, styles and scripts over real HTTP: in gzip for who takes it, and never more than once for the same answer."""

from __future__ import annotations

import gzip
import http.client
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from tests.serving import serving

pytestmark = pytest.mark.loopback

ARTICLE = "/zh-Hans+en/articles/softbank-ai"
DOCS = "/api/v1/docs"
STYLE = "/static/duizhao.css"
BROWSER = "gzip, deflate, br, zstd"


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("served")) as at:
        yield at


def ask(
    origin: str, path: str, method: str = "GET", **headers: str
) -> tuple[int, http.client.HTTPMessage, bytes]:
    """Return what comes over the wire, not decoded; `headers` with _ for -."""
    connection = http.client.HTTPConnection(urlsplit(origin).netloc, timeout=10)
    connection.putrequest(method, path, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, answer.headers, body


@pytest.mark.parametrize("path", [ARTICLE, DOCS, STYLE])
def test_who_takes_gzip_gets_the_same_in_gzip(origin: str, path: str) -> None:
    _, plain, page = ask(origin, path)
    assert (plain["Content-Encoding"], plain["Content-Length"]) == (None, str(len(page)))
    for _ in range(2):  # made, and kept
        status, headers, body = ask(origin, path, Accept_Encoding=BROWSER)
        assert (status, headers["Content-Encoding"], headers["Content-Length"]) == (
            200,
            "gzip",
            str(len(body)),
        )
        assert gzip.decompress(body) == page
        assert len(body) < len(page) / 3
        for name in ("ETag", "Vary", "Content-Type", "Content-Language", "Cache-Control"):
            assert headers[name] == plain[name], name
    assert "Accept-Encoding" in plain["Vary"]


@pytest.mark.parametrize("accepted", ["br", "identity", "gzip;q=0", "gzip;q=0, *", ""])
def test_who_takes_no_gzip_gets_none(origin: str, accepted: str) -> None:
    _, headers, body = ask(origin, ARTICLE, Accept_Encoding=accepted)
    assert headers["Content-Encoding"] is None
    assert body.startswith(b"<!doctype html>")


@pytest.mark.parametrize("path", [ARTICLE, DOCS, STYLE])
def test_head_and_304_say_what_get_says(origin: str, path: str) -> None:
    _, got, _ = ask(origin, path, Accept_Encoding=BROWSER)
    status, head, body = ask(origin, path, "HEAD", Accept_Encoding=BROWSER)
    assert (status, body) == (200, b"")
    for name in ("Content-Encoding", "Content-Length", "ETag", "Vary"):
        assert head[name] == got[name], name
    for encoding in (BROWSER, "identity"):  # the tag is of the page, however it is sent
        status, unchanged, body = ask(origin, path, Accept_Encoding=encoding, If_None_Match=got["ETag"])
        assert (status, body) == (304, b"")
        assert [unchanged[name] for name in ("ETag", "Vary", "Content-Encoding")] == [
            got["ETag"],
            got["Vary"],
            None,
        ]


@pytest.mark.parametrize(
    "path", ["/api/v1/terms", "/api/v1/articles/softbank-ai/figures", "/exports/csv/zh-Hans_en.csv"]
)
def test_what_programs_ask_for_is_sent_as_it_is(origin: str, path: str) -> None:
    _, headers, body = ask(origin, path, Accept_Encoding=BROWSER)
    assert headers["Content-Encoding"] is None
    assert "Accept-Encoding" not in (headers["Vary"] or "")
    assert len(body) > 2000


def test_what_a_page_loads_is_kept_for_a_year_and_found_again_when_it_is_another(origin: str) -> None:
    page = ask(origin, ARTICLE)[2].decode()
    (style,) = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    script = re.findall(r'<script type="module" src="([^"]+)"', page)[0]
    folder = style.removesuffix("duizhao.css")
    assert re.fullmatch("/static/[0-9a-f]{12}/", folder)
    assert script.startswith(f"{folder}js/")  # what it imports is of the same version
    for path in (style, script):
        status, headers, _ = ask(origin, path)
        assert (status, headers["Cache-Control"]) == (200, "public, max-age=31536000, immutable")
    for gone in ("/static/duizhao.css", "/static/0123456789ab/duizhao.css"):
        status, headers, body = ask(origin, gone)
        assert (status, headers["Cache-Control"]) == (200, "no-cache")
        assert body == ask(origin, style)[2]
    for nothing in ("/static/nothing.css", f"{folder}nothing.css", f"{folder}..%2f__init__.py", "/static/js"):
        assert ask(origin, nothing)[0] == 404
