"""Programs that show cards of other sites' pages, each run as it is: what they see at our addresses."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from tests.browser.node import MODULES, module, node
from tests.browser.opening import missing
from tests.consumers import wordpress
from tests.serving import page_at

_PROGRAMS = Path(__file__).with_name("node")

# A language as a consumer writes it.
AS_IS = {"zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant", "en": "en"}
OPEN_GRAPH = {"zh-Hans": "zh_CN", "zh-Hant": "zh_TW", "en": "en_US"}
WITHOUT_SCRIPT = {"zh-Hans": "zh", "zh-Hant": "zh", "en": "en"}


@dataclass(frozen=True, slots=True)
class Seen:
    """What a consumer makes of an address; None for what it has no place for. `html` is what it puts into a page."""

    title: str | None = None
    text: str | None = None
    image: str | None = None
    alt: str | None = None
    lang: str | None = None
    html: str | None = None


# Takes the origin of the service and addresses there, returns what is seen at each.
See = Callable[[str, Iterable[str]], Mapping[str, Seen]]


@dataclass(frozen=True, slots=True)
class Consumer:
    """A program that shows cards: what it `reads`, the fields of `Seen` that it `shows`, how it writes languages."""

    name: str
    origin: str
    reads: str
    shows: tuple[str, ...]
    see: See
    languages: Mapping[str, str]
    version: Callable[[], str]


def _micawber(site: str, addresses: Iterable[str]) -> dict[str, Seen]:
    micawber = package("micawber")
    registry = micawber.ProviderRegistry()
    registry.register(rf"{site}/\S*", micawber.Provider(f"{site}/oembed"))
    return {
        address: _told(registry.request(address, maxwidth=500), html=registry.parse_html(f"<p>{address}</p>"))
        for address in addresses
    }


def _pyoembed(_site: str, addresses: Iterable[str]) -> dict[str, Seen]:
    o_embed = package("pyoembed").oEmbed
    return {address: _told(o_embed(address, maxwidth=500, maxheight=900)) for address in addresses}


def _told(answer: Mapping[str, Any], html: str | None = None) -> Seen:
    """Return what `answer` of ``/oembed`` says, with our own keys."""
    return Seen(
        title=answer["title"],
        text=" / ".join(answer["text"].values()),
        image=answer["thumbnail_url"],
        lang=answer["lang"],
        html=html or answer["html"],
    )


def _extruct(_site: str, addresses: Iterable[str]) -> dict[str, Seen]:
    extruct = package("extruct")
    seen = {}
    for address in addresses:
        data = extruct.extract(page_at(address), base_url=address, syntaxes=["json-ld", "opengraph"])
        graph = dict(data["opengraph"][0]["properties"])
        article = data["json-ld"][0]
        seen[address] = Seen(
            title=graph["og:title"],
            text=graph["og:description"],
            image=graph["og:image"],
            alt=graph["og:image:alt"],
            lang=article["inLanguage"],
        )
    return seen


def _wordpress(site: str, addresses: Iterable[str]) -> dict[str, Seen]:
    return {
        address: Seen(title=link.data["title"], image=link.data["thumbnail_url"], html=link.html)
        for address, link in wordpress.paste(site, addresses).items()
    }


def run(program: str, addresses: Iterable[str]) -> dict[str, Any]:
    """Return what ``node/PROGRAM.cjs`` prints about `addresses`."""
    module(f"{_module_of(program)}/package.json")
    done = subprocess.run(
        [node(), str(_PROGRAMS / f"{program}.cjs")],
        input="\n".join(addresses),
        env={**os.environ, "NODE_PATH": str(MODULES)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _node(program: str, _site: str, addresses: Iterable[str]) -> dict[str, Seen]:
    known = Seen.__dataclass_fields__
    return {
        address: Seen(**{name: value for name, value in told.items() if name in known})
        for address, told in run(program, addresses).items()
    }


def _module_of(program: str) -> str:
    return "unfurl.js" if program == "unfurl" else program


def of_npm(name: str) -> str:
    """Return the version of a package that ``npm ci`` installed."""
    package: dict[str, str] = json.loads(module(f"{name}/package.json").read_text(encoding="utf-8"))
    return package["version"]


def of_pypi(name: str) -> str:
    """Return the version of a package that pip installed."""
    package(name)
    return version_of(name)


def package(name: str) -> Any:
    """Return a module that pip installed."""
    try:
        version_of(name)
    except PackageNotFoundError:
        missing(f"{name} is not installed: pip install --editable '.[dev]'")
    return __import__(name)


def _of_npm(program: str, reads: str, shows: tuple[str, ...], languages: Mapping[str, str]) -> Consumer:
    name = _module_of(program)
    return Consumer(name, "npm", reads, shows, partial(_node, program), languages, partial(of_npm, name))


def _of_pypi(name: str, see: See, reads: str, shows: tuple[str, ...]) -> Consumer:
    return Consumer(name, "PyPI", reads, shows, see, AS_IS, partial(of_pypi, name))


CONSUMERS = (
    Consumer(
        "WordPress",
        "Debian",
        "oEmbed, found by the link in the page",
        ("title", "image", "html"),
        _wordpress,
        {},
        wordpress.version,
    ),
    _of_pypi("micawber", _micawber, "oEmbed, told where", ("title", "text", "image", "lang", "html")),
    _of_pypi(
        "pyoembed",
        _pyoembed,
        "oEmbed, found by the link in the page",
        ("title", "text", "image", "lang", "html"),
    ),
    _of_pypi("extruct", _extruct, "Open Graph, JSON-LD", ("title", "text", "image", "alt", "lang")),
    _of_npm("unfurl", "oEmbed, Open Graph", ("title", "text", "image", "alt", "lang", "html"), OPEN_GRAPH),
    _of_npm("open-graph-scraper", "Open Graph", ("title", "text", "image", "alt", "lang"), OPEN_GRAPH),
    _of_npm(
        "metascraper",
        "Open Graph, JSON-LD, oEmbed",
        ("title", "text", "image", "lang", "html"),
        WITHOUT_SCRIPT,
    ),
)
