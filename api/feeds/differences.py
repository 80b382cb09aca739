"""What one edition says otherwise than another, in words of each language."""

from __future__ import annotations

from collections.abc import Iterator

from api.editions.model import Edition
from api.feeds.facts import Fact, facts
from api.messages import Message, message
from api.pages.words import locale_name
from translations import CONTENT_LANGUAGES, N_, catalog, resolve

_CHANGED = N_("{what}: {old} → {new}")
_ADDED = N_("{what}: {new} (new)")
_DROPPED = N_("{what}: {old} (no longer there)")
_ELSEWHERE = N_("Changed in {languages}.")
_NOT_TOLD = N_("A detail has changed that is not told here.")


def differences(old: Edition, new: Edition, language: str) -> list[str]:
    """Return what is other in `new` than in `old`, in sentences of `language`; at least one."""
    return list(_told(facts(old, language), facts(new, language), language)) or [
        in_language(_elsewhere(old, new, language), language)
    ]


def in_language(text: Message, language: str) -> str:
    """Return `text` in a content `language`."""
    values = {
        name: in_language(value, language) if isinstance(value, Message) else value
        for name, value in text.values.items()
    }
    return Message(text.id, values).told(catalog(language))


def _elsewhere(old: Edition, new: Edition, language: str) -> Message:
    """Return what to say where nothing has changed that is told in `language`."""
    locale = resolve(language).formatting
    others = [locale_name(tag, locale) for tag in CONTENT_LANGUAGES if facts(old, tag) != facts(new, tag)]
    return message(_ELSEWHERE, languages=", ".join(others)) if others else message(_NOT_TOLD)


def _told(old: dict[Fact, str], new: dict[Fact, str], language: str) -> Iterator[str]:
    for fact in {**new, **old}:
        before, after = old.get(fact), new.get(fact)
        if before == after:
            continue
        what = message(fact.what, which=fact.which)
        pattern = _CHANGED if before and after else _ADDED if after else _DROPPED
        yield in_language(message(pattern, what=what, old=before, new=after), language)
