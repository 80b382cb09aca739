"""What the copy box of a page offers: five ways to embed its item, the simplest first."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from api.addresses import full_address
from api.embedding.card import Card
from api.embedding.image_words import image_alt
from api.embedding.script import script_tag
from api.embedding.sizes import Size, frame_size
from api.pages.words import in_one_line
from translations import N_

# In CSS pixels: half of those of the picture, which is for screens of two to one.
_IMAGE = Size(600, 315)


@dataclass(frozen=True, slots=True)
class Snippet:
    """One way to embed: `title` and `what_for` are message ids, `code` is what is pasted."""

    id: str
    title: str
    what_for: str
    code: str


def snippets(card: Card) -> tuple[Snippet, ...]:
    """Return what can be pasted of `card`, with full addresses."""
    return (
        Snippet(
            "link",
            N_("Link"),
            N_("WordPress, Mastodon, Slack and others make a card of it."),
            full_address(card.href),
        ),
        Snippet("quote", N_("Quotation"), N_("Text only; works everywhere."), str(_quotation(card))),
        Snippet(
            "image", N_("Picture"), N_("Where neither frames nor scripts are allowed."), str(_figure(card))
        ),
        Snippet("frame", N_("Frame"), N_("The card with its links and numbers."), str(_frame(card))),
        Snippet(
            "script",
            N_("Element"),
            N_("The card as part of your page: follows its language and colors."),
            str(_element(card)),
        ),
    )


def title_of(card: Card) -> str:
    """Return the title of `card` in one line, in the languages of its view."""
    return in_one_line(card.title)


def link_to(card: Card) -> Markup:
    """Return the title of `card`, linked to its page."""
    return Markup('<a href="{}">{}</a>').format(full_address(card.href), title_of(card))


def _quotation(card: Card) -> Markup:
    paragraphs = Markup("").join(
        Markup('<p lang="{}">{}</p>').format(words.lang, words.text) for words in card.opening
    )
    return Markup('<blockquote cite="{}">{}<footer>{}</footer></blockquote>').format(
        full_address(card.href), paragraphs, link_to(card)
    )


def _figure(card: Card) -> Markup:
    return Markup(
        '<figure><a href="{}"><img src="{}" width="{}" height="{}" alt="{}"></a><figcaption>{}</figcaption></figure>'
    ).format(
        full_address(card.href),
        full_address(card.image),
        _IMAGE.width,
        _IMAGE.height,
        image_alt(card),
        link_to(card),
    )


def _frame(card: Card) -> Markup:
    size = frame_size(card)
    return Markup(
        '<iframe src="{}" width="{}" height="{}" title="{}" loading="lazy" style="border:0;max-width:100%"></iframe>'
    ).format(full_address(card.frame), size.width, size.height, title_of(card))


def _element(card: Card) -> Markup:
    inner = Markup("<blockquote>{}</blockquote>").format(link_to(card))
    return Markup('<duizhao-card src="{}">{}</duizhao-card>\n{}').format(
        full_address(card.frame), inner, escape(script_tag())
    )
