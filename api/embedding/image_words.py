"""What the picture of a card says, and what it says to who cannot see it."""

from __future__ import annotations

from collections.abc import Iterable

from api.drawing.card import Body, CardWords
from api.drawing.card_bodies import Entry, Naming, Number, Statement, Summary
from api.drawing.card_chart import Bar, Drawing, Label
from api.drawing.fitting import Phrase
from api.drawing.plot import Bar as PlotBar
from api.embedding.card import DOT, Card, CardChart, CardFigure, CardTerm
from api.embedding.items import ItemKind
from api.pages.names import Name
from api.pages.words import Texts, in_one_line
from translations import CONTENT_LANGUAGES, ENDONYMS, N_, catalog, resolve

_BRAND = N_("Duizhao")
_AS_WRITTEN = N_("As written in the article")
_CHINESE_BRAND = "对照"


def card_words(card: Card) -> CardWords:
    """Return what the picture of `card` says."""
    return CardWords(
        lang=card.lang,
        brand=_brand(card.lang),
        kicker=_phrases(card.kicker),
        source=_phrases(card.source),
        body=_body(card),
    )


def image_alt(card: Card) -> str:
    """Return the alternative text of the picture: what stands on it, in the languages of the card and no other."""
    title = in_one_line(card.title)
    if card.chart and card.item.kind is ItemKind.CHART:
        return f"{title}{DOT}{card.chart.plot.description}"
    if card.term:
        return DOT.join([title, *(words.text for words in card.term.definition[:1])])
    told = [f"{figure.measures[0].text} {figure.numbers[0].text}" for figure in card.key_figures]
    if card.item.kind is ItemKind.FIGURE:
        return DOT.join([title, card.figures[0].numbers[0].text])
    return DOT.join([title, *(told or [card.opening[0].text])])


def _brand(lang: str) -> Phrase:
    name = str(catalog(lang).gettext(_BRAND))
    return Phrase(lang, f"{name} {_CHINESE_BRAND}" if lang == "en" else name)


def _body(card: Card) -> Body:
    if card.term:
        return _entry(card, card.term)
    if card.item.kind is ItemKind.CHART and card.chart:
        return _drawing(card, card.chart)
    if card.item.kind is ItemKind.FIGURE:
        return _statement(card, card.figures[0])
    numbers = tuple(
        Number(_phrases(figure.numbers), _phrases(figure.measures)) for figure in card.key_figures
    )
    return Summary(_phrases(card.title), numbers, _phrases(card.text))


def _statement(card: Card, figure: CardFigure) -> Statement:
    notes = [tuple(Phrase(tag, _written(tag, figure)) for tag in card.view.languages)]
    beside = [
        Phrase(tag, DOT.join(texts[n].text for texts in (figure.period, figure.said_by) if texts))
        for n, tag in enumerate(card.view.languages)
    ]
    if figure.period or figure.said_by:
        notes.append(tuple(beside))
    return Statement(_phrases(card.title), _phrases(figure.numbers), tuple(notes))


def _written(lang: str, figure: CardFigure) -> str:
    label = str(catalog(lang).gettext(_AS_WRITTEN))
    return f"{label}{': ' if lang == 'en' else '：'}{figure.as_written.text}"


def _drawing(card: Card, chart: CardChart) -> Drawing:
    bars = tuple(_bar(bar, card.view.languages) for bar in chart.plot.bars)
    ticks = tuple(Phrase(card.lang, tick.text) for tick in chart.plot.ticks)
    return Drawing(_phrases(card.title), bars, ticks)


def _bar(bar: PlotBar, languages: Iterable[str]) -> Bar:
    """Return `bar` with the halves of its labels together again."""
    labels = tuple(
        Label(
            Phrase(tag, "".join(line.name for line in bar.lines if line.lang == tag)),
            Phrase(tag, "".join(line.number for line in bar.lines if line.lang == tag)),
        )
        for tag in languages
    )
    return Bar(labels, float(bar.width.rstrip("%")) / 100, bar.highlight)


def _entry(card: Card, term: CardTerm) -> Entry:
    names = tuple(map(_naming, term.names))
    own = tuple(naming for naming in names if naming.name.lang in card.view.languages) or names[:1]
    others = tuple(naming for naming in names if naming not in own)
    return Entry(own, _phrases(term.definition), others)


def _naming(name: Name) -> Naming:
    lang = _drawn_as(name.lang)
    return Naming(Phrase(lang, name.text), name.reading, Phrase(lang, ENDONYMS[lang]))


def _phrases(texts: Texts) -> tuple[Phrase, ...]:
    return tuple(Phrase(_drawn_as(words.lang), words.text) for words in texts)


def _drawn_as(lang: str) -> str:
    """Return the content language whose font a text in `lang` is drawn with."""
    return lang if lang in CONTENT_LANGUAGES else resolve(lang).content
