"""A card as a picture, for chat apps and search engines: where on 1200 by 630 px everything goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from api.drawing.columns import Box, Columns, Text, tallest
from api.drawing.fitting import Phrase, Room

# The shape that chat apps show uncropped: 1.91 to 1.
WIDTH, HEIGHT = 1200, 630
_LEFT, _RIGHT, _STRIP = 76, 1136, 20
# The sign of the site, beside it its name.
_SIGN_TOP, _SIGN, _BRAND_LEFT, _BRAND = 36, 44, 136, Room(1, (36,))
_TOP, _BOTTOM = 98, 600
_KICKER, _BELOW_KICKER = Room(1, (28, 26)), 10
_SOURCE, _ABOVE_SOURCE, _SOURCE_BOTTOM = Room(2, (26, 24)), 14, 612


class Body(Protocol):
    """What stands between the kicker and the source."""

    def place(self, columns: Columns) -> None:
        """Add it to `columns`."""


@dataclass(frozen=True, slots=True)
class CardWords:
    """What a card says, each text in every language of its view, the first of them in `lang`.

    `kicker` and `source` are empty where there are none.
    """

    lang: str
    brand: Phrase
    kicker: tuple[Phrase, ...]
    source: tuple[Phrase, ...]
    body: Body


@dataclass(frozen=True, slots=True)
class CardSheet:
    """A card ready to be drawn; `sign` is left, top and size of the site's sign."""

    lang: str
    boxes: tuple[Box, ...]
    texts: tuple[Text, ...]
    sign: tuple[int, int, int] = (_LEFT, _SIGN_TOP, _SIGN)
    width: int = WIDTH
    height: int = HEIGHT


def card_sheet(words: CardWords) -> CardSheet:
    """Return where everything of a card goes."""
    head = Columns(_BRAND_LEFT, _RIGHT, _SIGN_TOP + 2, _TOP)
    head.row([words.brand], "brand", _BRAND)
    foot = _foot(words)
    columns = Columns(_LEFT, _RIGHT, _TOP, foot.boxes[0].y - _ABOVE_SOURCE if words.source else _BOTTOM)
    if words.kicker:
        columns.row(words.kicker, "kicker", _KICKER)
        columns.y += _BELOW_KICKER
    words.body.place(columns)
    return CardSheet(
        words.lang,
        (Box(0, 0, _STRIP, HEIGHT, "strip"), *columns.boxes, *foot.boxes),
        (*head.texts, *columns.texts, *foot.texts),
    )


def _foot(words: CardWords) -> Columns:
    """The source below a line, at the bottom."""
    foot = Columns(_LEFT, _RIGHT, 0, HEIGHT)
    if words.source:
        blocks = foot.fitted(words.source, _SOURCE)
        foot.y = _SOURCE_BOTTOM - tallest(blocks)
        foot.boxes.append(Box(_LEFT, foot.y - _ABOVE_SOURCE, _RIGHT - _LEFT, 2, "rule"))
        foot.blocks(blocks, "source")
    return foot
