"""The two forms of a feed, and what they have in common."""

from __future__ import annotations

from api.feeds.model import Entry
from glossary.interchange.writing.characters import xml_attribute, xml_text

ATOM = "application/atom+xml"
JSON = "application/feed+json"
EXTENSIONS = {ATOM: "atom", JSON: "json"}


def html(entry: Entry, *naming: str) -> str:
    """Return what `entry` says as markup, each text with its language in the attributes `naming`; titled links follow it."""
    told = [(words.lang, xml_text(words.text)) for texts in entry.paragraphs for words in texts]
    links = [
        (link.hreflang, f"<a href={xml_attribute(link.href)}>{xml_text(link.title)}</a>")
        for link in entry.links
        if link.title
    ]
    return "".join(
        f"<p{''.join(f' {name}={xml_attribute(lang)}' for name in naming)}>{text}</p>\n"
        for lang, text in (*told, *links)
    )
