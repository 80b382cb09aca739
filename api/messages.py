"""Sentences to the reader that are put into words only when the reader's language is known."""

from __future__ import annotations

from dataclasses import dataclass, field

from babel.support import NullTranslations

from translations import N_


@dataclass(frozen=True)
class Message:
    """A message id of the catalogs and what fills its braces."""

    id: str
    values: dict[str, object] = field(default_factory=dict)

    def told(self, words: NullTranslations) -> str:
        """Return the message in the language of `words`."""
        return str(words.gettext(self.id)).format(**self.values)


def message(id_: str, **values: object) -> Message:
    """Return a message; mark its id for translation with ``N_`` where it is written."""
    return Message(id_, values)


MISSING = message(N_("This parameter is missing. Add it."))
NOT_TEXT = message(N_("This is not text. Send a string."))
NOT_A_NUMBER = message(
    N_("This is not a number. Write digits, with a point and an exponent if need be: 5.3e12.")
)
NOT_A_WHOLE_NUMBER = message(N_("This is not a whole number. Write digits only."))
NOT_A_COUNT = message(N_("This is not a whole number. Send digits, without quotation marks."))
NOT_AN_OBJECT = message(N_("This is not a JSON object. Send one, in braces."))
NOT_A_LIST = message(N_("This is not a list. Send an array, in brackets."))
NOT_A_FLAG = message(N_("This is neither true nor false. Send one of them, without quotes."))
