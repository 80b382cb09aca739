"""docs/compat.md, made from what the tests of this folder find."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tests.consumers.consumers import CONSUMERS, Consumer, Seen, of_npm, of_pypi
from tests.consumers.items import ITEMS, VIEWS
from tests.consumers.judging import FIELDS, faults
from tests.consumers.rules import RULES
from tests.consumers.wordpress import version as of_wordpress

FILE = Path(__file__).parents[2] / "docs" / "compat.md"

Sights = Callable[[Consumer], Mapping[str, Seen]]

# What a test tries beyond the cards: of which program, with its version, and what the test says. By the test's name.
TRIED: Mapping[str, tuple[str, Callable[[], str], str]] = {
    "test_it_finds_us_and_keeps_a_quotation_and_a_sandboxed_frame": (
        "WordPress",
        of_wordpress,
        "an address alone in a line of a post becomes a quotation and a sandboxed frame; nothing of what we send is lost",
    ),
    "test_it_reads_the_same_in_xml": ("WordPress", of_wordpress, "reads from XML what it reads from JSON"),
    "test_another_address_of_the_same_thing_is_embedded_as_it_is": (
        "WordPress",
        of_wordpress,
        "takes the address of an embed page too, pinned to a revision (`?at=`), with a region’s tag (`/zh-TW/`) or a place"
        " in the page (`#s2.3`)",
    ),
    "test_in_the_post_frames_appear_and_grow_and_links_lead_to_us": (
        "WordPress’s `wp-embed.js` in Chromium",
        of_wordpress,
        "ten frames in one post appear, out of sight too, and grow to their content (WordPress allows 1000 px); the"
        " quotations hide; a link pressed within a frame leads the page to us; axe-core finds nothing in the post nor in a"
        " frame, 720 px wide and light, 320 px wide and dark; no other host is asked",
    ),
    "test_micawber_shows_the_picture_whose_address_is_pasted": (
        "micawber",
        lambda: of_pypi("micawber"),
        "shows the picture of a card where its address (`.png`) is pasted, as large as there is room for, with words for it",
    ),
    "test_feedparser_shows_the_same": (
        "feedparser",
        lambda: of_pypi("feedparser"),
        "reads every feed, of what there is and of what changed, without a complaint",
    ),
    "test_rss_parser_shows_articles_and_sections_in_the_language_of_the_feed": (
        "rss-parser",
        lambda: of_npm("rss-parser"),
        "reads the same entries, titled in the language of the feed or in both",
    ),
    "test_nothing_is_missing_that_we_know": (
        "structured-data-testing-tool",
        lambda: of_npm("structured-data-testing-tool"),
        "everything that it asks for Google, Facebook and X is there, but for the day of publication, which the content"
        " does not have, and an account at X",
    ),
    "test_each_kind_is_said_to_be_what_it_is": (
        "structured-data-testing-tool",
        lambda: of_npm("structured-data-testing-tool"),
        "finds `NewsArticle`, `DefinedTermSet`, `DefinedTerm`, `Dataset` where they should be",
    ),
}

_TEXT = """\
# What shows our cards, and what it shows

Somebody pastes an address of Duizhao elsewhere: what comes of it? The programs below are run as they are, by the tests in
`tests/consumers/`, against a service that really runs, on every commit; nothing else on the network is asked. What cannot be run
here was read in its sources, and we are held to that. This page is made from what the tests found: `make compat` writes it,
and a test says when it is no longer so.

## Run

Each was given {count} addresses: {kinds}; each in {views}. ✓: right in all of them, in the right
language. –: it has no place for that.

{cards}

Language: how it writes 简体, 繁體 and English. What it calls `zh` is the consumer’s loss, the page says which Chinese it is.
Description, language and the addresses of the other languages come by oEmbed in keys of our own, which a consumer may hand on.

## Tried

{tried}

## Read

What cannot be run in a test, held against the rules in its sources.

{rules}
"""


class NotAllRan(Exception):
    """The page cannot be made: something was left out, or failed."""


def page(site: str, sights: Sights, passed: Mapping[str, bool]) -> str:
    """Return the page; `passed` says by name which tests have run, and how."""
    lacking = [name for name in TRIED if not passed.get(name)]
    lacking += [
        rule.says for rule in RULES if not any(rule.says in name and ok for name, ok in passed.items())
    ]
    if lacking:
        raise NotAllRan(", ".join(lacking))
    return _TEXT.format(
        count=len(ITEMS) * len(VIEWS),
        kinds=", ".join(f"{_article(item.kind)} {item.kind}" for item in ITEMS),
        views=", ".join(f"`{view}`" for view in VIEWS),
        cards=_table(_cards(site, sights)),
        tried=_table(_tried()),
        rules=_table(_rules()),
    )


def without_versions(text: str) -> str:
    """Return `text` without what changes with each release of others’."""
    return re.sub(r"\| v?\d[\w.+~-]* \|", "| |", text)


def _article(kind: str) -> str:
    return "an" if kind[0] in "aeiou" else "a"


def _cards(site: str, sights: Sights) -> Iterator[tuple[str, ...]]:
    yield "consumer", "version", "from", "reads", *FIELDS.values()
    for consumer in CONSUMERS:
        seen = sights(consumer)
        wrong = [
            field
            for item in ITEMS
            for view in VIEWS
            for field, _ in faults(consumer, seen[item.address(site, view)], item, site, view)
        ]
        cells = (_cell(consumer, field, wrong.count(field)) for field in FIELDS)
        yield consumer.name, consumer.version(), consumer.origin, consumer.reads, *cells


def _cell(consumer: Consumer, field: str, wrong: int) -> str:
    if field not in consumer.shows:
        return "–"
    if wrong:
        return f"wrong in {wrong}"
    return "✓ " + ", ".join(f"`{code}`" for code in consumer.languages.values()) if field == "lang" else "✓"


def _tried() -> Iterator[tuple[str, ...]]:
    yield "consumer", "version", "what", ""
    for consumer, version, says in TRIED.values():
        yield consumer, version(), says, "✓"


def _rules() -> Iterator[tuple[str, ...]]:
    yield "consumer", "what it asks", "where that is written", ""
    for rule in RULES:
        yield rule.consumer, rule.says, f"`{rule.source}`", "✓"


def _table(rows: Iterator[tuple[str, ...]]) -> str:
    head, *body = rows
    lines = [head, tuple("---" for _ in head), *body]
    return "\n".join(f"| {' | '.join(cells)} |".replace("|  |", "| |") for cells in lines)
