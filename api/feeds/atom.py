"""A feed as Atom 1.0 (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterator

from api.feeds.forms import ATOM, JSON, html
from api.feeds.model import Entry, Feed, Link
from api.pages.words import in_one_line
from glossary.interchange.writing.characters import xml_attribute, xml_text

NAMESPACE = "http://www.w3.org/2005/Atom"
XHTML = "http://www.w3.org/1999/xhtml"


def atom(feed: Feed) -> str:
    """Return `feed` as an Atom document."""
    return "".join(_document(feed))


def _document(feed: Feed) -> Iterator[str]:
    language = feed.view.primary
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f"<feed xmlns={xml_attribute(NAMESPACE)} xml:lang={xml_attribute(language)}>\n"
    yield _element("id", feed.id)
    yield _element("title", feed.title)
    yield _element("subtitle", feed.subtitle)
    yield _element("updated", feed.updated)
    yield _author(feed.author)
    yield _element("icon", feed.icon)
    yield from map(_link, _links(feed))
    for entry in feed.entries:
        yield from _entry(entry, language)
    yield "</feed>\n"


def _links(feed: Feed) -> Iterator[Link]:
    """Yield where the feed is, what it is of, and the same in the other form and the other languages."""
    language = feed.view.primary
    yield Link("self", feed.here[ATOM], ATOM, language)
    yield Link("alternate", feed.home, "text/html", language)
    yield Link("alternate", feed.here[JSON], JSON, language)
    for other, addresses in feed.elsewhere.items():
        yield Link("alternate", addresses[ATOM], ATOM, other)


def _entry(entry: Entry, language: str) -> Iterator[str]:
    yield "<entry>\n"
    yield _element("id", entry.id)
    yield _element("title", in_one_line(entry.title))
    yield _element("updated", entry.updated)
    if entry.published:
        yield _element("published", entry.published)
    yield _link(Link("alternate", entry.href, "text/html", language))
    yield from map(_link, entry.links)
    yield f"<category term={xml_attribute(entry.kind)}/>\n"
    for words in entry.text[:1]:  # an entry may have one summary; its content is in every language
        yield f"<summary xml:lang={xml_attribute(words.lang)}>{xml_text(words.text)}</summary>\n"
    yield f'<content type="xhtml">\n<div xmlns={xml_attribute(XHTML)}>\n{html(entry, "lang", "xml:lang")}</div>\n</content>\n'
    yield "</entry>\n"


def _author(name: str) -> str:
    return f"<author><name>{xml_text(name)}</name></author>\n"


def _link(link: Link) -> str:
    told = {"rel": link.relation, "type": link.media_type, "hreflang": link.hreflang, "title": link.title}
    attributes = "".join(f" {name}={xml_attribute(value)}" for name, value in told.items() if value)
    return f"<link{attributes} href={xml_attribute(link.href)}/>\n"


def _element(name: str, text: str) -> str:
    return f"<{name}>{xml_text(text)}</{name}>\n"
