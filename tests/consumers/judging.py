"""What a consumer shows, held against what a reader has to see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from tests.consumers.consumers import Consumer, Seen
from tests.consumers.items import Pasted, primary

# What can be shown of an item, by field of `Seen`; what the columns of docs/compat.md are called.
FIELDS = {
    "title": "title",
    "text": "description",
    "image": "image",
    "alt": "what the image shows",
    "lang": "language",
    "html": "the card itself",
}

_FRAME = re.compile(r'<iframe[^>]* src="([^"#]+)')
_QUOTATION = re.compile(r'<blockquote[^>]*>(?:<p>)?<a href="([^"]+)"[^>]*>(.*?)</a>')


def faults(consumer: Consumer, seen: Seen, item: Pasted, site: str, view: str) -> Iterator[tuple[str, str]]:
    """Yield field and fault of what `consumer` shows wrong of `item`."""
    for field in consumer.shows:
        told = getattr(seen, field)
        if not told or not _is_right(consumer, field, told, item, site, view):
            yield field, f"{consumer.name} shows {told!r} as {FIELDS[field]} of {item.address('', view)}"


def _is_right(consumer: Consumer, field: str, told: str, item: Pasted, site: str, view: str) -> bool:
    match field:
        case "title":
            return told == item.title(view)
        case "text":
            return item.described_in(told, view)
        case "image":
            return told.split("?")[0] == item.image(site, view)  # a smaller one where there is less room
        case "alt":
            return item.titles[primary(view)] in told
        case "lang":
            return told == consumer.languages[primary(view)]
        case _:
            return _embeds(told, item, site, view)


def _embeds(html: str, item: Pasted, site: str, view: str) -> bool:
    """Whether `html` has the card in a frame, and before it a quotation for who has no frames."""
    frame, quotation = _FRAME.search(html), _QUOTATION.search(html)
    return bool(
        frame
        and quotation
        and unescape(frame[1]) == item.frame(site, view)
        and unescape(quotation[1]) == item.address(site, view)
        and unescape(quotation[2]) == item.title(view)
    )
