"""A card in a sentence or two of plain text, for what shows no more of it: a chat app, a search engine, a feed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from api.embedding.card import Card, plain

# What a card of a chat app or a result of a search engine has room for.
MOST_CHARACTERS = 200
_BETWEEN_LANGUAGES = " / "
_ELLIPSIS = "…"
_SENTENCE = re.compile(r".+?(?:[。！？]+[”」』）]*|[.!?]+[”’\")]*(?=\s|$)|$)\s*", re.DOTALL)
# Where a sentence that is too long is cut: behind a word or, in Chinese, behind any character.
_WORD = re.compile(r"\s*(?:[^\s⺀-￯]+|[⺀-￯])")


def description_of(card: Card) -> str:
    """Return what `card` says first, in the languages of its view: whole sentences as far as they fit, one at least begun."""
    languages = [words.lang for words in card.text]
    most = (MOST_CHARACTERS - len(_BETWEEN_LANGUAGES) * (len(languages) - 1)) // max(len(languages), 1)
    return _BETWEEN_LANGUAGES.join(cut(_sentences(card, n), most) for n in range(len(languages)))


def cut(sentences: Iterable[str], most: int) -> str:
    """Return as many whole `sentences` as `most` characters hold; the beginning of the first where that is longer."""
    told = ""
    for sentence in sentences:
        if len((told + sentence).rstrip()) > most:
            return told.rstrip() or _begun(sentence, most)
        told += sentence
    return told.rstrip()


def _sentences(card: Card, n: int) -> list[str]:
    """Return what the `n`-th text of `card` is made of, each sentence with the blank behind it."""
    if card.lines:
        blank = "" if card.view.languages[n].startswith("zh") else " "
        return [" ".join(plain(line.runs[n]).split()) + blank for line in card.lines]
    return _SENTENCE.findall(" ".join(card.text[n].text.split()))


def _begun(sentence: str, most: int) -> str:
    told = ""
    for word in _WORD.findall(sentence):
        if len(told + word + _ELLIPSIS) > most:
            break
        told += word
    return (told or sentence[: most - 1]).rstrip(" ，、；：,;:·—(（") + _ELLIPSIS
