"""A card as data, for the element and for whoever draws one; oEmbed's extra keys are some of these."""

from __future__ import annotations

from typing import Any

from api.addresses import full_address
from api.embedding.card import Card, CardChart, CardFigure, CardTerm, plain
from api.embedding.items import embed_path, page_path
from api.negotiation import words
from api.pages.frame import sign
from api.pages.offers import offered_views
from api.pages.words import Texts
from translations import N_

# What whoever draws a card has to say in its language.
_LABELS = {
    "rest": N_("The rest of the summary"),
    "numbers": N_("The numbers"),
    "as_written": N_("As written in the article"),
}


def card_to_json(card: Card) -> dict[str, Any]:
    """Return `card` with full addresses; texts by language tag, in the order of its view."""
    return {
        "kind": card.item.kind.value,
        "id": card.item.id,
        "revision": card.revision,
        "lang": card.lang,
        "languages": list(card.view.languages),
        "url": full_address(card.href),
        "embed": full_address(card.frame),
        "image": full_address(card.image),
        "title": by_language(card.title),
        "kicker": by_language(card.kicker),
        "source": by_language(card.source),
        "text": by_language(card.text),
        "sentences": [
            {"id": line.id, "text": {run.lang: plain(run) for run in line.runs}} for line in card.lines
        ],
        "figures": figures_to_json(card),
        "chart": _chart(card.chart) if card.chart else None,
        "term": _term(card.term) if card.term else None,
        "labels": {name: words().gettext(label) for name, label in _LABELS.items()},
        "alternates": alternates(card),
        "cards": {
            str(view): full_address(embed_path(card.item, view, "json", card.at)) for view in offered_views()
        },
    }


def figures_to_json(card: Card) -> list[dict[str, Any]]:
    """Return the figures of `card`, written out."""
    return [_figure(figure) for figure in card.figures]


def alternates(card: Card) -> dict[str, str]:
    """Return the full address of the item's page in every view, by the view's name."""
    return {str(view): full_address(page_path(card.item, view)) for view in offered_views()}


def by_language(texts: Texts) -> dict[str, str]:
    """Return `texts` by language tag."""
    return {each.lang: each.text for each in texts}


def _figure(figure: CardFigure) -> dict[str, Any]:
    return {
        "id": figure.figure.id,
        "url": full_address(figure.href),
        "measures": by_language(figure.measures),
        "text": by_language(figure.numbers),
        "exact": by_language(figure.exact),
        "kind": figure.figure.quantity.kind.value,
        "value": figure.digits,
        "unit": figure.figure.quantity.unit,
        "as_written": figure.as_written.text,
        "period": by_language(figure.period),
        "said_by": by_language(figure.said_by),
    }


def _chart(chart: CardChart) -> dict[str, Any]:
    return {
        "id": chart.chart.id,
        "title": by_language(chart.title),
        "description": chart.plot.description,
        "comparison": by_language(chart.comparison),
        "caption": by_language(chart.caption),
        "bars": [
            {"figure": bar.figure, "label": dict(bar.label.items()), "highlight": bar.highlight}
            for bar in chart.chart.bars
        ],
    }


def _term(term: CardTerm) -> dict[str, Any]:
    return {
        "names": [
            {"lang": name.lang, "sign": sign(name.lang), "text": name.text, "reading": name.reading}
            for name in term.names
        ],
        "definition": by_language(term.definition),
    }
