"""What consumers that are not run here ask of a page, read in their sources."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urljoin, urlsplit
from xml.etree import ElementTree

from tests.consumers.items import ITEMS, Pasted, primary
from tests.consumers.told import Told, fetch


@dataclass(frozen=True, slots=True)
class Rule:
    """What the `source` of a consumer `says`, and whether what we tell keeps to it."""

    consumer: str
    source: str
    says: str
    holds: Callable[[Told], bool]


# Mastodon, FetchOEmbedService::URL_REGEX.
_ADDRESS = re.compile(r"(=(http[s]?(%3A|:)(//|%2F%2F)))([^&]*)", re.IGNORECASE)
_TERM: Pasted = ITEMS[-1]


def _stands_early(told: Told) -> bool:
    head = told.page[: 150 * 1024].partition(b"</head>")[0]
    return b'type="application/json+oembed"' in head


def _answers_for_others(told: Told) -> bool:
    """Whether the endpoint of this page, kept as a template, answers for another page in another language."""
    other = _TERM.address(told.site, "zh-Hant")
    template = _ADDRESS.sub("={url}", told.endpoint)
    answer = json.loads(fetch(template.replace("{url}", quote(other, safe="")))[0])
    return template.count("{url}") == 1 and (answer["title"], answer["lang"]) == ("算力", "zh-Hant")


def _first_block(told: Told) -> dict[str, Any]:
    """Return the block that Mastodon reads; entities within are decoded before it is parsed."""
    blocks = [json.loads(html.unescape(block)) for block in told.data_blocks]
    return next((b for b in blocks if b.get("@type") in ("NewsArticle", "WebPage")), {})


def _is_read_by_mastodon(told: Told) -> bool:
    block = _first_block(told)
    shown = {"headline": told.item.title(told.view), "inLanguage": primary(told.view)}
    return shown.items() <= block.items() and told.item.described_in(
        block.get("description") or told.meta("og:description") or "", told.view
    )


def _is_of_this_host(told: Told) -> bool:
    url = urljoin(told.address, told.link(rel="canonical") or "")
    return urlsplit(url)[:3] == urlsplit(told.address)[:3]


def _has_image_with_words(told: Told) -> bool:
    image = told.meta("og:image") or ""
    return image == told.item.image(told.site, told.view) and told.item.titles[primary(told.view)] in (
        told.meta("og:image:alt") or ""
    )


def _is_short(told: Told) -> bool:
    return len(told.oembed["html"].encode()) <= 4000


def _is_not_cut(told: Told) -> bool:
    return len(told.meta("og:title") or "") <= 80 and len(told.meta("og:description") or "") <= 250


def _is_no_wordpress(told: Told) -> bool:
    return "wp-json/oembed" not in told.endpoint and "wp-embedded-content" not in told.oembed["html"]


def _is_a_resource(told: Told) -> bool:
    answer = told.oembed
    sizes = [answer[name] for name in ("width", "height", "thumbnail_width", "thumbnail_height", "cache_age")]
    return answer["version"] == "1.0" and all(isinstance(size, int) and size > 0 for size in sizes)


def _is_the_same_in_xml(told: Told) -> bool:
    body, kind = fetch(told.link(type="text/xml+oembed") or "")
    read = {element.tag: element.text for element in ElementTree.fromstring(body)}  # noqa: S314 - our own
    names = ("version", "type", "title", "html", "width", "height", "thumbnail_url")
    return kind.startswith("text/xml") and all(read[name] == str(told.oembed[name]) for name in names)


def _is_itself(told: Told) -> bool:
    return told.meta("og:url") == told.address


RULES = (
    Rule(
        "WordPress",
        "wp-includes/class-wp-oembed.php",
        "the link to oEmbed stands in the first 150 KB of the page, before `</head>`",
        _stands_early,
    ),
    Rule(
        "Mastodon",
        "app/services/fetch_oembed_service.rb",
        "`version` is the text `1.0`, and there is a `type`",
        lambda told: told.oembed["version"] == "1.0" and told.oembed["type"] == "rich",
    ),
    Rule(
        "Mastodon",
        "app/services/fetch_oembed_service.rb",
        "the endpoint that one page names is kept for a day and asked for every page of the host, each in its language",
        _answers_for_others,
    ),
    Rule(
        "Mastodon",
        "app/lib/link_details_extractor.rb",
        "the first JSON-LD block is a `NewsArticle` or a `WebPage` without `@graph`, with the title and the language",
        _is_read_by_mastodon,
    ),
    Rule(
        "Mastodon",
        "app/lib/link_details_extractor.rb",
        "`canonical` is on the host that was asked, and is the page itself",
        _is_of_this_host,
    ),
    Rule(
        "Mastodon",
        "app/lib/link_details_extractor.rb",
        "there is an `og:image`, and words for it",
        _has_image_with_words,
    ),
    Rule("Discourse", "lib/onebox/engine/standard_embed.rb", "`html` has 4000 bytes at most", _is_short),
    Rule(
        "Discourse",
        "lib/onebox/engine/allowlisted_generic_onebox.rb",
        "no title is cut, at 80 characters, and no description, at 250",
        _is_not_cut,
    ),
    Rule(
        "Ghost, Iframely",
        "ghost/core/core/server/services/oembed/OEmbedService.js",
        "nothing looks like a post of WordPress, which is left out",
        _is_no_wordpress,
    ),
    Rule(
        "Drupal",
        "core/modules/media/src/OEmbed/Resource.php",
        "`version` is the text `1.0`; each size is a number above nought, that of the thumbnail too",
        _is_a_resource,
    ),
    Rule(
        "Drupal",
        "core/modules/media/src/OEmbed/ResourceFetcher.php",
        "XML says what JSON says, and is told by its media type",
        _is_the_same_in_xml,
    ),
    Rule(
        "chat apps",
        "Yoast/wordpress-seo#5060",
        "`og:url` is the page in this language, or the card is that of another",
        _is_itself,
    ),
)
