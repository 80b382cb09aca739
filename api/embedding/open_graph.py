"""What the head of a page says to chat apps: Open Graph, X's card, and the names that WeChat and QQ read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from api.addresses import full_address
from api.drawing.card import HEIGHT, WIDTH
from api.embedding.card import Card
from api.embedding.describing import description_of
from api.embedding.image_words import image_alt
from api.embedding.items import ItemKind
from api.embedding.snippets import title_of
from api.pages.words import isolated
from translations import CONTENT_LANGUAGES, N_, catalog

_SITE = N_("Duizhao")
# Facebook's own list (https://ogp.me/#optional): language and territory, which decides the script.
_LOCALES = {"en": "en_US", "zh-Hans": "zh_CN", "zh-Hant": "zh_TW"}
_ARTICLES = (ItemKind.ARTICLE, ItemKind.SECTION)


@dataclass(frozen=True, slots=True)
class Meta:
    """A ``<meta>``; `attribute` is the one that names it: ``name``, ``property`` or ``itemprop``."""

    attribute: str
    name: str
    content: str


def metas(card: Card) -> tuple[Meta, ...]:
    """Return what stands in the head of the page of `card`, ``name=description`` among it."""
    title, description, alt = isolated(title_of(card)), description_of(card), image_alt(card)
    image = full_address(card.image)
    return (
        Meta("name", "description", description),
        *(Meta("property", name, content) for name, content in _open_graph(card, title, description)),
        *(Meta("property", name, content) for name, content in _picture(image, alt)),
        Meta("name", "twitter:card", "summary_large_image"),
        Meta("name", "twitter:title", title),
        Meta("name", "twitter:description", description),
        Meta("name", "twitter:image", image),
        Meta("name", "twitter:image:alt", alt),
        Meta("itemprop", "name", title),
        Meta("itemprop", "description", description),
        Meta("itemprop", "image", image),
    )


def _open_graph(card: Card, title: str, description: str) -> Iterator[tuple[str, str]]:
    is_article = card.item.kind in _ARTICLES
    yield "og:type", "article" if is_article else "website"
    yield "og:title", title
    yield "og:description", description
    yield "og:url", full_address(card.href)
    yield "og:site_name", str(catalog(card.lang).gettext(_SITE))
    yield "og:locale", _LOCALES[card.lang]
    for language in dict.fromkeys((*card.view.languages, *CONTENT_LANGUAGES)):
        if language != card.lang:
            yield "og:locale:alternate", _LOCALES[language]
    if is_article and card.article:
        yield "article:published_time", card.article.published


def _picture(image: str, alt: str) -> Iterator[tuple[str, str]]:
    yield "og:image", image
    yield "og:image:type", "image/png"
    yield "og:image:width", str(WIDTH)
    yield "og:image:height", str(HEIGHT)
    yield "og:image:alt", alt
