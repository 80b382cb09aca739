"""What a page says to search engines and to Mastodon: JSON-LD in the words of schema.org, a block for each thing.

The first block is a plain object without ``@graph``, the only form that Mastodon reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from flask import url_for
from markupsafe import Markup

from api.addresses import full_address
from api.articles import find_article, find_section
from api.embedding.card import DOT, Card
from api.embedding.describing import description_of
from api.embedding.items import Item, ItemKind, embed_path, page_path
from api.embedding.observations import in_language, in_languages, observation
from api.embedding.snippets import title_of
from api.json_text import compact
from api.library import library
from api.pages.offers import offered_views
from api.pages.view import View
from glossary import Concept, concept_from_fragment
from summaries.markup import references
from translations import CONTENT_LANGUAGES, N_, catalog, resolve

_SITE, _GLOSSARY = N_("Duizhao"), N_("Glossary")
_LINKED = ("https://", "http://")

Node = dict[str, Any]


def linked_data(card: Card) -> tuple[Node, ...]:
    """Return the blocks of the page of `card`, the page itself first."""
    match card.item.kind:
        case ItemKind.ARTICLE:
            return (_article(card),)
        case ItemKind.SECTION:
            return ({**_news(card), **_part_of(card)}, *_terms(card), *_dataset(card))
    if card.term:
        return _page(card, "#concept"), _term(card.term.concept, card.view)
    return (_page(card, "#data"), *_dataset(card))


def script(block: Node) -> Markup:
    """Return `block` as a data block, which no text within it ends.

    https://www.w3.org/TR/json-ld11/#restrictions-for-contents-of-json-ld-script-elements
    """
    text = compact({"@context": "https://schema.org", **block}).replace("<", "\\u003c")
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text))  # noqa: S704 - escaped above


def _article(card: Card) -> Node:
    """The article by the addresses of its sections: what they say is theirs to tell, or the page would be twice as heavy."""
    sections = find_article(card.item.id).sections
    parts = (Item(ItemKind.SECTION, f"{card.item.id}/{section.id}") for section in sections)
    return {**_news(card), "hasPart": [{"@id": full_address(page_path(part, card.view))} for part in parts]}


def _news(card: Card) -> Node:
    """Our summary, which is by us; what it is a summary of is what it is based on."""
    site = _site(card)
    return {
        "@type": "NewsArticle",
        **_common(card),
        "abstract": description_of(card),
        "author": site,
        "publisher": {**site, "logo": _logo()},
        "mainEntityOfPage": full_address(card.href),
        **_translations(card),
        **_based_on(card),
    }


def _page(card: Card, entity: str) -> Node:
    """A page of one thing, which is no article; the `entity` is another block."""
    return {
        "@type": "WebPage",
        **_common(card),
        "description": description_of(card),
        "publisher": {**_site(card), "logo": _logo()},
        "mainEntity": {"@id": full_address(card.href) + entity},
        **(_part_of(card) if card.article else {}),
    }


def _common(card: Card) -> Node:
    return {
        "@id": full_address(card.href),
        "url": full_address(card.href),
        "headline": title_of(card),
        "inLanguage": card.lang,  # Mastodon reads one
        "image": full_address(card.image),
    }


def _site(card: Card) -> Node:
    return {
        "@type": "Organization",
        "name": str(catalog(card.lang).gettext(_SITE)),
        "url": full_address(url_for("pages.home", view=card.view)),
    }


def _logo() -> Node:
    address = full_address(url_for("static", filename="logo.png"))
    return {"@type": "ImageObject", "url": address}


def _translations(card: Card) -> Node:
    """Of the language versions, that in the article's own language is the work, the others are translations of it."""
    if card.article is None:
        return {}
    work = resolve(card.article.language).content
    there_are = [tag for tag in CONTENT_LANGUAGES if View.of(tag) in offered_views()]
    versions = {tag: {"@id": full_address(page_path(card.item, View.of(tag)))} for tag in there_are}
    if card.lang != work:
        return {"translationOfWork": versions[work]} if work in versions else {}
    return {"workTranslation": [version for tag, version in versions.items() if tag != work]}


def _based_on(card: Card) -> Node:
    """The original, in its own language. Whether its author is a person is not known: it is no more than a name."""
    article = card.article
    if article is None:
        return {}
    lang = resolve(article.language).content
    original = {
        "@type": "Article",
        "headline": article.title[lang],
        "inLanguage": article.language,
        "author": article.author[lang],
        "publisher": {"@type": "Organization", "name": article.publisher[lang]},
        "datePublished": article.published,
    }
    return {"isBasedOn": original}


def _part_of(card: Card) -> Node:
    article = card.article
    if article is None:
        return {}
    path = page_path(Item(ItemKind.ARTICLE, article.id), card.view)
    return {"isPartOf": {"@type": "NewsArticle", "@id": full_address(path)}}


def _terms(card: Card) -> tuple[Node, ...]:
    """The glossary with those of its terms that a section uses."""
    article_id, section_id = card.item.steps
    sentences = find_section(find_article(article_id), section_id).sentences
    texts = (sentence.markup[language] for sentence in sentences for language in CONTENT_LANGUAGES)
    ids = dict.fromkeys(reference.id for text in texts for reference in references(text, "term"))
    concepts = map(concept_from_fragment, library().glossary.concepts(ids).values())
    terms = [_named(concept, card.view) for concept in concepts]
    return ({**_glossary(card.view), "hasDefinedTerm": terms},) if terms else ()


def _term(concept: Concept, view: View) -> Node:
    names = set(_names(concept).items())
    others = [term for term in concept.terms if term.status.usable and (term.lang, term.term) not in names]
    elsewhere = [uri for uri in concept.xrefs if uri.startswith(_LINKED)]
    return {
        **_named(concept, view),
        **({"alternateName": [in_language(term.lang, term.term) for term in others]} if others else {}),
        **({"description": in_languages(concept.definition)} if concept.definition else {}),
        **({"sameAs": elsewhere} if elsewhere else {}),
        "inDefinedTermSet": _glossary(view),
    }


def _named(concept: Concept, view: View) -> Node:
    address = full_address(page_path(Item(ItemKind.TERM, concept.id), view))
    return {
        "@type": "DefinedTerm",
        "@id": f"{address}#concept",
        "name": in_languages(_names(concept)),
        "termCode": concept.id,
        "url": address,
    }


def _names(concept: Concept) -> dict[str, str]:
    preferred = ((tag, concept.preferred(tag)) for tag in CONTENT_LANGUAGES)
    return {tag: term.term for tag, term in preferred if term}


def _glossary(view: View) -> Node:
    return {
        "@type": "DefinedTermSet",
        "@id": full_address(url_for("pages.terms", view=view)),
        "name": str(catalog(view.primary).gettext(_GLOSSARY)),
    }


def _dataset(card: Card) -> tuple[Node, ...]:
    """The figures of `card`, with the files that have them."""
    if not card.figures:
        return ()
    title = title_of(card)
    data = {
        "@type": "Dataset",
        "@id": full_address(card.href) + "#data",
        "name": title,
        "description": DOT.join((title, description_of(card))),
        "url": full_address(card.href),
        "inLanguage": card.lang,
        "creator": _site(card),
        **_based_on(card),
        "distribution": [_download(path, media_type) for path, media_type in _files(card)],
        "mainEntity": [observation(shown) for shown in card.figures],
    }
    return (data,)


def _download(path: str, media_type: str) -> Node:
    return {"@type": "DataDownload", "contentUrl": full_address(path), "encodingFormat": media_type}


def _files(card: Card) -> Iterator[tuple[str, str]]:
    """Yield address and media type of each file that has the figures of `card`, in its own language."""
    one = View.of(card.lang)
    yield embed_path(card.item, card.view, "json"), "application/json"
    match card.item.kind:
        case ItemKind.CHART:
            article_id, chart_id = card.item.steps
            csv = url_for("pages.chart_file", view=one, article_id=article_id, chart_id=chart_id, form="csv")
            yield csv, "text/csv"
        case ItemKind.SECTION:
            article_id, section_id = card.item.steps
            yield (
                url_for("pages.figures_file", view=one, article_id=article_id, section=section_id),
                "text/csv",
            )
