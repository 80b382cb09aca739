"""What the service tells a consumer of a page: its head, and the answers of ``/oembed`` that the head leads to."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.request import urlopen

from lxml import html
from lxml.html import HtmlElement

from tests.consumers.items import Pasted


@dataclass(frozen=True)
class Told:
    """The page of an item in a view, at `address`."""

    site: str
    item: Pasted
    view: str

    @property
    def address(self) -> str:
        """The address that is pasted."""
        return self.item.address(self.site, self.view)

    @cached_property
    def page(self) -> bytes:
        """The page as it is sent."""
        return fetch(self.address)[0]

    @cached_property
    def tree(self) -> HtmlElement:
        """The page as it is read."""
        return html.document_fromstring(self.page, parser=html.HTMLParser(encoding="utf-8"))

    def meta(self, name: str) -> str | None:
        """Return what a ``<meta>`` says, be it named by ``property`` or by ``name``."""
        found: list[str] = self.tree.xpath("//meta[@property=$name or @name=$name]/@content", name=name)
        return found[0] if found else None

    def link(self, **attributes: str) -> str | None:
        """Return where a ``<link>`` leads."""
        condition = " and ".join(f"@{name}=${name}" for name in attributes)
        found: list[str] = self.tree.xpath(f"//link[{condition}]/@href", **attributes)
        return found[0] if found else None

    @cached_property
    def data_blocks(self) -> list[str]:
        """The blocks of JSON-LD, as they are written."""
        return [block.text for block in self.tree.xpath('//script[@type="application/ld+json"]')]

    @cached_property
    def endpoint(self) -> str:
        """The address of the answer of ``/oembed`` in JSON, as the page gives it."""
        return self.link(type="application/json+oembed") or ""

    @cached_property
    def oembed(self) -> dict[str, Any]:
        """That answer."""
        answer: dict[str, Any] = json.loads(fetch(self.endpoint)[0])
        return answer


def fetch(url: str) -> tuple[bytes, str]:
    """Return what is at `url` on this machine, and its media type."""
    with urlopen(url) as answer:  # noqa: S310 - the service on this machine
        return answer.read(), answer.headers["Content-Type"]
