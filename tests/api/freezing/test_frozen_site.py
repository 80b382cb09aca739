"""A site of files says what the service says, and every link on it leads somewhere."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urldefrag, urljoin
from urllib.request import urlopen

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.freezing.site import StaticSite
from api.settings import Settings
from tests.freezing import file_server, freeze

pytestmark = pytest.mark.loopback

PUBLIC = "https://user.example/duizhao"
VIEWS = ("en", "zh-Hans+en")
_OEMBED = re.compile(rb'<link rel="alternate" type="[a-z/]+\+oembed"[^>]*>')
# What the file server's own table says of an ending; what is not in it is no matter of ours.
_TYPES = {
    ".html": "text/html",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".css": "text/css",
    ".js": "text/javascript",
    ".csv": "text/csv",
}


@dataclass(frozen=True, slots=True)
class Frozen:
    """The folder, and where it is served: below the path that the public address has, too."""

    folder: Path
    origin: str

    def get(self, address: str) -> tuple[str, bytes]:
        """Return address, after any redirect, and body of what is served at `address`, a full one of the site's own."""
        local = address.replace(PUBLIC, f"{self.origin}/duizhao", 1)
        with urlopen(local) as answer:  # noqa: S310 - our own server
            kind = _TYPES.get(Path(answer.url).suffix or ".html")
            assert kind in (None, answer.headers.get_content_type()), address
            return answer.url.replace(f"{self.origin}/duizhao", PUBLIC, 1), answer.read()

    def files(self) -> list[str]:
        """Return every file but those for servers."""
        paths = (path for path in self.folder.rglob("*") if path.is_file())
        names = (path.relative_to(self.folder).as_posix() for path in paths)
        return sorted(name for name in names if not name.startswith((".", "_")))


@pytest.fixture(scope="module")
def instance(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("instance")


@pytest.fixture(scope="module")
def frozen(tiny: Path, instance: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Frozen]:
    root = tmp_path_factory.mktemp("www")
    views = [option for view in VIEWS for option in ("--view", view)]
    done = freeze(
        root / "duizhao", instance, "--content", str(tiny), "--public-url", PUBLIC, "--json", *views
    )
    assert (done.returncode, done.stderr) == (0, "")
    folder = root / "duizhao"
    told = json.loads(done.stdout)
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file() and path.name != _MARK]
    assert (told["files"], told["bytes"]) == (len(sizes), sum(sizes))
    with file_server(root) as origin:
        yield Frozen(folder, origin)


_MARK = ".duizhao.json"


@pytest.fixture(scope="module")
def live(tiny: Path, instance: Path) -> FlaskClient:
    return create_app(Settings(instance, content=tiny, public_url=PUBLIC, views=VIEWS)).test_client()


@pytest.fixture(scope="module")
def static(tiny: Path, instance: Path) -> FlaskClient:
    settings = Settings(instance, content=tiny, public_url=PUBLIC, views=VIEWS, static=True)
    app = create_app(settings)
    assert isinstance(app, StaticSite)
    return app.test_client()


def asked(file: str) -> str:
    """Return the address of the service whose answer is in `file`: the steps that are parameters are its query."""
    path, _, query = re.sub(r"(/|\.html|^)index\.html$", "/", file).rstrip("/").partition("/")[0:3]
    steps = re.sub(r"(^|/)index\.html$", "", file).split("/")
    is_data = file.startswith(("api/", "exports.json", "exports/locale="))
    first = next((n for n, step in enumerate(steps) if "=" in step), len(steps))
    path, query = "/".join(steps[:first]), "/".join(steps[first:])
    extension = ""
    if query and not file.endswith("/index.html"):
        query, _, extension = query.rpartition(".")
    elif is_data and not file.endswith("openapi.json"):
        path = path.removesuffix(".json")
    if extension and not is_data:
        path += f".{extension}"
    if path in ("exports", "", *VIEWS):
        path += "/" if path else ""
    named = re.sub(r"/(?=[a-z_]+=)", "&", query)
    return f"/{path}?{named}" if named else f"/{path}"


def test_each_file_has_the_bytes_that_the_service_answers(
    frozen: Frozen, live: FlaskClient, static: FlaskClient
) -> None:
    files = frozen.files()
    assert len(files) > 400
    for file in files:
        _, body = frozen.get(f"{PUBLIC}/{quote(file)}")
        is_read = file.endswith(".html") and not file.startswith("embed/")
        answer = (static if is_read else live).get(asked(file), base_url=PUBLIC, follow_redirects=True)
        assert answer.status_code == 200, (file, asked(file))
        assert _OEMBED.sub(b"", body) == _OEMBED.sub(b"", answer.data), file


class _Links(HTMLParser):
    """Collects the addresses that a page names, and the elements that would need a server."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.elements: set[str] = set()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        told = dict(attributes)
        self.addresses += filter(None, (told.get("href"), told.get("src")))
        if tag == "meta" and (told.get("property") or "").startswith("og:"):
            self.addresses += [value for value in (told.get("content"),) if value and "://" in value]


def test_every_link_on_every_page_leads_to_a_file_and_nothing_asks_a_question(frozen: Frozen) -> None:
    known: dict[str, bytes] = {}
    waiting = [f"{PUBLIC}/"]
    while waiting:
        address = waiting.pop()
        if address in known:
            continue
        try:
            at, known[address] = frozen.get(address)
        except HTTPError as error:
            pytest.fail(f"{address}: {error}")
        if not (at.endswith("/") or at.endswith(".html")):
            continue
        page = _Links()
        page.feed(known[address].decode())
        assert not page.elements & {"form", "select"}, address
        for named in page.addresses:
            full = urldefrag(urljoin(at, named)).url
            if named.startswith("#") or not full.startswith(PUBLIC.rpartition("/")[0]):
                continue
            assert full.startswith(f"{PUBLIC}/"), (address, named)
            assert "?" not in full, (address, named)
            waiting.append(full)
    pages = [address for address in known if "/embed/" not in address and address.endswith("/")]
    assert len(pages) > 50
    for named in ("en/index/letter=C/", "en/terms/field=finance/", "zh-Hans+en/articles/harbor/sections/s1/"):
        assert f"{PUBLIC}/{named}" in known
    assert all(f"{PUBLIC}/{other}/" not in known for other in ("zh-Hant", "zh-Hans", "en+zh-Hans"))


def test_only_the_views_that_were_chosen_are_there(frozen: Frozen) -> None:
    pages = [file for file in frozen.files() if file.endswith("index.html")]
    steps = {file.removeprefix("embed/").partition("/")[0] for file in pages}
    assert steps == {*VIEWS, "index.html"}
    assert "zh-Hans+en" in frozen.get(f"{PUBLIC}/en/")[1].decode()


def test_lists_of_the_api_are_there_to_the_end(frozen: Frozen) -> None:
    whole = json.loads(frozen.get(f"{PUBLIC}/api/v1/terms.json")[1])
    assert {concept["id"] for concept in whole["items"]} >= {"chip", "data-center"}
    chip = json.loads(frozen.get(f"{PUBLIC}/api/v1/terms/chip/locale=zh-Hans.json")[1])
    assert chip["id"] == "chip"


def test_a_server_that_reads_headers_is_told_those_of_the_service(frozen: Frozen) -> None:
    rules = (frozen.folder / "_headers").read_text(encoding="utf-8")
    embed = next(rule for rule in rules.split("\n\n") if rule.startswith("/embed/*\n"))
    assert "frame-ancestors *" in embed
    assert "\n  Access-Control-Allow-Origin: *\n" in embed
    assert "/static/*\n  Cache-Control: public, max-age=31536000, immutable\n" in rules


def test_what_did_not_change_keeps_its_age(frozen: Frozen, tiny: Path, instance: Path) -> None:
    page, before = frozen.folder / "en" / "index.html", {}
    for file in frozen.files():
        before[file] = (frozen.folder / file).stat().st_mtime_ns
    page.write_text("changed by hand", encoding="utf-8")
    views = [option for view in VIEWS for option in ("--view", view)]
    done = freeze(frozen.folder, instance, "--content", str(tiny), "--public-url", PUBLIC, *views)
    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(rf"{frozen.folder}: \d+ files, \d\.\d MB, \d+\.\d s\n", done.stdout)
    changed = [file for file in frozen.files() if (frozen.folder / file).stat().st_mtime_ns != before[file]]
    assert changed == ["en/index.html"]
    assert [path.name for path in frozen.folder.parent.iterdir()] == ["duizhao"]
