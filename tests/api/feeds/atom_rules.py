"""What RFC 4287 asks of a feed, as far as ours have to do with it."""

from __future__ import annotations

import re

from lxml import etree

ATOM, XHTML = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/1999/xhtml}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(?:-\d\d){0,2}:[!-~]*")  # RFC 4151
_ONCE = ("id", "title", "updated")


def checked(data: bytes) -> etree._Element:
    """Return the feed in `data`, which keeps the rules."""
    feed = etree.fromstring(data)
    assert feed.tag == f"{ATOM}feed"
    assert feed.get(XML_LANG)
    entries = feed.findall(f"{ATOM}entry")
    for each in (feed, *entries):
        for name in _ONCE:  # 4.1.1, 4.1.2
            assert len(each.findall(f"{ATOM}{name}")) == 1, name
        for name in ("updated", "published"):  # 3.3
            assert all(_TIME.fullmatch(time) for time in texts(each, name))
        (identifier,) = texts(each, "id")
        assert _TAG.fullmatch(identifier), identifier
        links = each.findall(f"{ATOM}link")
        alternates = [
            (link.get("type"), link.get("hreflang")) for link in links if link.get("rel") == "alternate"
        ]
        assert len(set(alternates)) == len(alternates) > 0  # 4.1.1, 4.1.2
        assert all(link.get("href", "").startswith("http://localhost/") for link in links)
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")].count("self") == 1
    assert feed.findall(f"{ATOM}author/{ATOM}name")  # 4.1.1: or in every entry
    assert len(set(texts(feed, "entry/id"))) == len(entries)
    assert texts(feed, "updated")[0] >= max(texts(feed, "entry/updated"), default="")
    for entry in entries:
        assert len(entry.findall(f"{ATOM}summary")) <= 1
        (content,) = entry.findall(f"{ATOM}content")
        assert (content.get("type"), [child.tag for child in content]) == (
            "xhtml",
            [f"{XHTML}div"],
        )  # 4.1.3.3
        assert all(p.get("lang") == p.get(XML_LANG) for p in content.iter(f"{XHTML}p"))
    return feed


def texts(element: etree._Element, path: str) -> list[str]:
    """Return the text of every element at `path`."""
    return [found.text or "" for found in element.findall("/".join(ATOM + step for step in path.split("/")))]
