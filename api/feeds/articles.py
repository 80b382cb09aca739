"""The feed of what there is to read: articles, and their sections."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from api.addresses import full_address
from api.editions.making import EditionMaker
from api.editions.model import Edition, ItemKind
from api.embedding.card import Card, card_of, plain
from api.embedding.items import embed_path
from api.feeds.making import make_feed, tag
from api.feeds.model import Entry, Feed, Link
from api.library import library
from api.pages.view import View
from api.pages.words import Texts, Words
from summaries import Article
from translations import N_

NAME = "feed"
TITLE = N_("Articles")
_SUBTITLE = N_(
    "Summaries sentence by sentence, every term with its translation, every figure as your locale writes it."
)

_MOST = 100  # entries
_READ = (ItemKind.ARTICLE, ItemKind.SECTION)


def articles_feed(view: View) -> Feed:
    """Return the feed in `view`."""
    return make_feed(view, NAME, TITLE, _SUBTITLE, islice(_entries(view), _MOST))


def _entries(view: View) -> Iterator[Entry]:
    """Yield the articles that were changed or published last, each before its sections."""
    shelf = library()
    changed = {kind: shelf.editions.changed_at(kind) for kind in _READ}
    articles = sorted(
        shelf.summaries.articles().items,
        key=lambda article: changed[ItemKind.ARTICLE].get(article.id, published_at(article)),
        reverse=True,
    )
    make = EditionMaker(shelf.summaries, shelf.glossary)
    for article in articles:
        for edition in make.to_read(article):
            item = edition.item
            yield _entry(edition, view, article, changed[item.kind].get(item.id, published_at(article)))


def published_at(article: Article) -> str:
    """Return the first moment of the time in which `article` was published, of which it says no more."""
    day = article.published + "-01" * (2 - article.published.count("-"))
    return f"{day}T00:00:00Z"


def _entry(edition: Edition, view: View, article: Article, updated: str) -> Entry:
    card = card_of(edition, view)
    data = full_address(embed_path(card.item, view, "json"))
    return Entry(
        id=tag(full_address(card.href)),
        href=full_address(card.href),
        title=card.title,
        text=card.text,
        paragraphs=(*_sentences(card), card.source),
        kind=card.item.kind.value,
        updated=max(updated, published_at(article)),
        published=published_at(article),
        image=full_address(card.image),
        links=(Link("alternate", data, "application/json"),),
        about={
            "kind": card.item.kind.value,
            "id": card.item.id,
            "revision": card.revision,
            "embed": full_address(card.frame),
            "card": data,
        },
    )


def _sentences(card: Card) -> Iterator[Texts]:
    for line in card.lines:
        yield tuple(Words(run.lang, plain(run)) for run in line.runs)
