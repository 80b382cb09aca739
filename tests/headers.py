"""The headers of every route as docs/headers.md tells them; ``python -m tests.headers`` brings that up to date."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from api import create_app
from api.embedding.script import script
from api.settings import Settings

DOCUMENT = Path(__file__).parents[1] / "docs" / "headers.md"
_COLUMNS = ("Route", "Example", "Cache-Control", "ETag", "Vary", "Origins", "Policy", "Content-Language")
# What a browser sends; what is negotiated or compressed shows.
ASKED = {"Accept-Language": "zh-TW", "Accept-Encoding": "gzip"}

_CHART = "/en/articles/softbank-ai/charts/ai-use"
_TERMS = "/reconcile/en"

# An address for each rule; more where an answer depends on what is asked for.
EXAMPLES: dict[str, tuple[str, ...]] = {
    "/": ("/",),
    "/<view:view>/": ("/zh-Hans+en/",),
    "/<view:view>/articles/<article_id>": ("/en/articles/softbank-ai",),
    "/<view:view>/articles/<article_id>/charts/<chart_id>": (_CHART,),
    "/<view:view>/articles/<article_id>/charts/<chart_id>.<any(svg, png, csv, json):form>": (
        f"{_CHART}.svg",
        f"{_CHART}.png",
        f"{_CHART}.csv",
        f"{_CHART}.json",
    ),
    "/<view:view>/articles/<article_id>/figures": ("/en/articles/softbank-ai/figures",),
    "/<view:view>/articles/<article_id>/figures.csv": ("/en/articles/softbank-ai/figures.csv",),
    "/<view:view>/articles/<article_id>/sections/<section_id>": ("/en/articles/softbank-ai/sections/s2",),
    "/<view:view>/exports": ("/en/exports",),
    "/<view:view>/figures/<figure_id>": ("/en/figures/vision-fund-loss-fy2022-jpy",),
    "/<view:view>/index": ("/en/index",),
    "/<view:view>/opensearch.xml": ("/en/opensearch.xml",),
    "/<view:view>/terms": ("/en/terms?q=算力",),
    "/<view:view>/terms/<term_id>": ("/en/terms/computing-power",),
    "/<view:view>/terms/<term_id>/concept.tbx": ("/en/terms/computing-power/concept.tbx",),
    "/api/v1/articles": ("/api/v1/articles", "/api/v1/articles?locale=en"),
    "/api/v1/articles/<article_id>": ("/api/v1/articles/softbank-ai?locale=en",),
    "/api/v1/articles/<article_id>/figures": ("/api/v1/articles/softbank-ai/figures?locale=en",),
    "/api/v1/articles/<article_id>/sections": ("/api/v1/articles/softbank-ai/sections?locale=en",),
    "/api/v1/articles/<article_id>/sections/<section_id>": (
        "/api/v1/articles/softbank-ai/sections/s2?locale=en",
    ),
    "/api/v1/changes": ("/api/v1/changes?locale=en",),
    "/api/v1/check": ("/api/v1/check",),
    "/api/v1/docs": ("/api/v1/docs?locale=en",),
    "/api/v1/figures/<figure_id>": ("/api/v1/figures/vision-fund-loss-fy2022-jpy?locale=de",),
    "/api/v1/figures/extract": ("/api/v1/figures/extract",),
    "/api/v1/format": ("/api/v1/format?value=5.3e12&unit=JPY&locale=de",),
    "/api/v1/openapi.json": ("/api/v1/openapi.json",),
    "/api/v1/suggest": ("/api/v1/suggest?q=sl&locale=en",),
    "/api/v1/terms": ("/api/v1/terms?q=算力&locale=en",),
    "/api/v1/terms/<term_id>": ("/api/v1/terms/computing-power?locale=en",),
    "/api/v1/terms/lookup": ("/api/v1/terms/lookup",),
    "/api/v1/terms/recognize": ("/api/v1/terms/recognize",),
    "/embed/<view:view>/<item:item>": ("/embed/zh-Hans+en/section/softbank-ai/s2",),
    "/embed/<view:view>/<item:item>.json": ("/embed/zh-Hans+en/section/softbank-ai/s2.json",),
    "/embed/<view:view>/<item:item>.png": ("/embed/zh-Hans+en/section/softbank-ai/s2.png",),
    "/embed.<version>.js": ("/embed.{script}.js",),
    "/embed.js": ("/embed.js",),
    "/exports/": ("/exports/",),
    "/exports/<profile>/<source>_<target>.<ext>": ("/exports/csv/zh-Hans_en.csv",),
    "/exports/<profile>/all.<ext>": ("/exports/tbx/all.tbx",),
    "/healthz": ("/healthz",),
    "/readyz": ("/readyz",),
    "/<view:view>/<any(feed, changes):name>.<any(atom, json):form>": (
        "/en/feed.atom",
        "/zh-Hans+en/feed.json",
        "/en/changes.atom",
        "/en/changes.json",
    ),
    "/oembed": ("/oembed?url=http://localhost/en/terms/computing-power",),
    "/oembed/<view:view>/<item:item>.<any(json, xml):form>": (
        "/oembed/en/term/computing-power.json",
        "/oembed/en/term/computing-power.xml",
    ),
    "/reconcile": ("/reconcile",),
    "/reconcile/<language>/preview/<term_id>": (f"{_TERMS}/preview/computing-power",),
    "/reconcile/<language>/properties": (f"{_TERMS}/properties?type=concept",),
    "/reconcile/<language>/suggest/entity": (f"{_TERMS}/suggest/entity?prefix=sl",),
    "/reconcile/<language>/suggest/property": (f"{_TERMS}/suggest/property?prefix=def",),
    "/reconcile/<language>/suggest/type": (f"{_TERMS}/suggest/type?prefix=con",),
    "/static/<path:filename>": ("/static/icon.svg",),
    "/static/<string(length=12):version>/<path:filename>": ("/static/{version}/duizhao.css",),
}

# What is sent to the routes that take something.
_BODIES: dict[str, dict[str, Any]] = {
    "/api/v1/check": {
        "json": {
            "source_lang": "zh-Hans",
            "target_lang": "en",
            "segments": [{"source": "算力", "target": "computing power"}],
        }
    },
    "/api/v1/figures/extract": {"json": {"text": "5%", "lang": "en"}},
    "/api/v1/terms/lookup": {"json": {"queries": ["算力"]}},
    "/api/v1/terms/recognize": {"json": {"text": "算力"}},
    "/reconcile": {"data": {"queries": '{"q0": {"query": "算力"}}'}},
}


@dataclass(frozen=True, slots=True)
class Example:
    """A route, and one request that it answers."""

    method: str
    rule: str
    address: str

    def send(self, client: FlaskClient, **headers: str) -> TestResponse:
        """Return the answer to who asks for `ASKED` and sends `headers`."""
        sent = _BODIES.get(self.rule, {}) if self.method == "POST" else {}
        return client.open(self.address, method=self.method, headers={**ASKED, **headers}, **sent)


def examples(app: Flask) -> Iterator[Example]:
    """Yield an example for every route of `app`; `KeyError` names a rule that has none."""
    with app.test_request_context():
        style = app.url_for("static", filename="duizhao.css")
    for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule):
        for address in EXAMPLES[rule.rule]:
            address = address.replace("{version}", style.split("/")[2]).replace("{script}", script().version)
            yield Example(_method(rule), rule.rule, address)


def table(client: FlaskClient) -> str:
    """Return the table of every route, as Markdown."""
    rows = [_COLUMNS, tuple("---" for _ in _COLUMNS)]
    rows += [_row(example, client) for example in examples(client.application)]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _method(rule: Rule) -> str:
    return "POST" if "POST" in (rule.methods or ()) else "GET"


def _row(example: Example, client: FlaskClient) -> tuple[str, ...]:
    headers = example.send(client).headers
    etag = headers.get("ETag")
    address = example.address
    if "/static/" in address and address.count("/") > 2:
        address = address.replace(address.split("/")[2], "…")
    address = address.replace(script().version, "…")
    return (
        f"{example.method} `{example.rule}`",
        f"`{address}`",
        headers.get("Cache-Control", ""),
        ("weak" if etag.startswith("W/") else "strong") if etag else "",
        headers.get("Vary", ""),
        _origins(headers.get("Access-Control-Allow-Origin"), headers.get("Cross-Origin-Resource-Policy")),
        _policy(headers.get("Content-Security-Policy")),
        headers.get("Content-Language", ""),
    )


def _origins(cors: str | None, policy: str | None) -> str:
    return ("shown" if policy else "asked") if cors else ""


def _policy(policy: str | None) -> str:
    if policy is None:
        return ""
    return "frame" if "sandbox" in policy else "page" if "script-src 'self'" in policy else "inert"


def written(document: str, made: str) -> str:
    """Return `document` with `made` in place of its table."""
    before, _, rest = document.partition("| Route |")
    after = rest.partition("\n\n")[2]
    return f"{before}{made}\n{after}"


def main() -> None:
    """Write the table anew."""
    with tempfile.TemporaryDirectory() as instance:
        client = create_app(Settings(Path(instance))).test_client()
        DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8"), table(client)), encoding="utf-8")


if __name__ == "__main__":
    main()
