"""The feed of what changed: each entry is an edition that is no more, and what came after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from api.addresses import full_address
from api.editions.json_form import revision_of
from api.editions.kept import KeptEdition
from api.editions.making import EditionMaker
from api.editions.model import Edition, Item
from api.embedding.card import DOT, card_of
from api.embedding.items import embed_path, page_path
from api.feeds.differences import differences, in_language
from api.feeds.making import make_feed, tag
from api.feeds.model import Entry, Feed, Link
from api.library import Library, library
from api.messages import message
from api.pages.view import View
from api.pages.words import Texts, Words
from api.successors import replacement_of
from translations import N_

NAME = "changes"
TITLE = N_("What changed")
_SUBTITLE = N_(
    "Terms that were renamed, figures that were corrected, summaries that were mended: from what to what."
)

_WITHDRAWN = N_("Withdrawn.")
_REPLACED = N_("Withdrawn, replaced by {replacement}.")
_BEFORE, _AFTER = N_("Before"), N_("After")

_MOST = 100  # entries
_LONGEST_TITLE = 160  # characters


@dataclass(frozen=True, slots=True)
class Change:
    """An edition that is no more, what came after it (None: nothing did), and what stands in its place."""

    old: KeptEdition
    new: Edition | None
    replacement: Edition | None

    @property
    def item(self) -> Item:
        """What changed."""
        return self.old.edition.item


def changes_feed(view: View) -> Feed:
    """Return the feed in `view`."""
    return make_feed(view, NAME, TITLE, _SUBTITLE, (_entry(change, view) for change in _changes()))


def _changes() -> Iterator[Change]:
    """Yield the last changes, the latest first."""
    shelf = library()
    make = EditionMaker(shelf.summaries, shelf.glossary)
    for old in shelf.editions.latest(_MOST):
        new = None if old.withdrawn else _after(shelf, make, old)
        replacement = replacement_of(old.edition.item) if new is None else None
        yield Change(old, new, make.edition(replacement) if replacement else None)


def _after(shelf: Library, make: EditionMaker, old: KeptEdition) -> Edition | None:
    later = shelf.editions.after(old)
    return later.edition if later else make.edition(old.edition.item)


def _entry(change: Change, view: View) -> Entry:
    told = {language: _told(change, language) for language in view.languages}
    text: Texts = tuple(Words(language, DOT.join(told[language])) for language in view.languages)
    longest = max(map(len, told.values()))
    return Entry(
        id=tag(f"{full_address(page_path(change.item, view))}/{change.old.revision}/{change.old.until}"),
        href=full_address(_page(change, view)),
        title=_title(change, view, told),
        text=text,
        paragraphs=tuple(
            tuple(
                Words(language, told[language][n]) for language in view.languages if n < len(told[language])
            )
            for n in range(longest)
        ),
        kind=change.item.kind.value,
        updated=change.old.until,
        links=tuple(_links(change, view)),
        about=_about(change, view),
    )


def _told(change: Change, language: str) -> list[str]:
    if change.new:
        return differences(change.old.edition, change.new, language)
    if change.replacement:
        title = _name(change.replacement, language)
        return [in_language(message(_REPLACED, replacement=title), language)]
    return [in_language(message(_WITHDRAWN), language)]


def _title(change: Change, view: View, told: dict[str, list[str]]) -> Texts:
    edition = change.new or change.old.edition
    titles = ((tag, f"{_name(edition, tag)} – {told[tag][0]}") for tag in view.languages)
    return tuple(Words(language, _cut(title)) for language, title in titles)


def _name(edition: Edition, language: str) -> str:
    """Return what an item is called in a content `language`, in another where it has no name there."""
    return card_of(edition, View.of(language)).title[0].text


def _cut(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1] + "…"


def _page(change: Change, view: View) -> str:
    """Return the page of the item, of what replaced it, or else what was embedded."""
    there = change.new or change.replacement
    if there:
        return page_path(there.item, view)
    return embed_path(change.item, view, at=change.old.revision)


def _links(change: Change, view: View) -> Iterator[Link]:
    """Yield what was embedded and what is now (RFC 5829)."""
    html, primary = "text/html", view.primary
    pinned = _pinned(change, view)
    before = in_language(message(_BEFORE), primary)
    yield Link("predecessor-version", pinned["before"], html, primary, before)
    if "after" in pinned:
        yield Link("successor-version", pinned["after"], html, primary, in_language(message(_AFTER), primary))


def _pinned(change: Change, view: View) -> dict[str, str]:
    """Return the addresses that show the edition before for ever, and that after, or what replaced it."""
    there = change.new or change.replacement
    found = {"before": full_address(embed_path(change.item, view, at=change.old.revision))}
    if there:
        found["after"] = full_address(embed_path(there.item, view, at=revision_of(there)))
    return found


def _about(change: Change, view: View) -> dict[str, Any]:
    return {
        "kind": change.item.kind.value,
        "id": change.item.id,
        "change": "changed" if change.new else "withdrawn",
        "replaced_by": change.replacement.item.id if change.replacement else None,
        "revisions": {
            "before": change.old.revision,
            "after": revision_of(change.new) if change.new else None,
        },
        "embeds": _pinned(change, view),
    }
