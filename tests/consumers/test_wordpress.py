"""A post in WordPress with our addresses in it, read in Chromium with WordPress's own script."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.node import module
from tests.browser.test_accessibility import RUN
from tests.consumers import wordpress
from tests.consumers.items import ITEMS
from tests.hosting import hosting
from tests.serving import page_at

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ElementHandle, Frame, Page

_SECTION = next(item for item in ITEMS if item.kind == "section")
# wp-embed.js makes no frame lower or higher.
_LOWEST, _HIGHEST = 200, 1000

_POST = """<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>A post</title>
<style>iframe {{ max-width: 100% }}</style></head>
<body style="background: white; color: black">
<main><h1>A post</h1>
{content}
</main>
<script src="/wp-embed.min.js"></script>
</body>
</html>
"""


@pytest.fixture(scope="module")
def pasted(site: str) -> dict[str, wordpress.Link]:
    """Every kind of item, in one language and in two."""
    return wordpress.paste(
        site, [item.address(site, view) for item in ITEMS for view in ("en", "zh-Hans+en")]
    )


def test_it_finds_us_and_keeps_a_quotation_and_a_sandboxed_frame(
    site: str, pasted: dict[str, wordpress.Link]
) -> None:
    link = pasted[_SECTION.address(site, "zh-Hans+en")]
    page = f"{site}/zh-Hans+en/articles/softbank-ai/sections/s2"
    asked = page.replace(":", "%3A").replace("/", "%2F").replace("+", "%2B")
    assert link.asked == f"{site}/oembed?url={asked}&format=json&maxwidth=500&maxheight=750&dnt=1"
    secret = re.search(r'data-secret="(\w{10})"', link.html)
    height = re.search(r'height="(\d+)"', link.html)
    assert secret
    assert height
    title = "孙正义的AI赌注能否换来回报？ / Can Son’s bet on AI still pay off?"
    assert link.html == (
        f'<blockquote class="wp-embedded-content" data-secret="{secret[1]}"><p><a href="{page}">{title}</a></p></blockquote>\n'
        '<p><iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"'
        ' style="position: absolute; clip: rect(1px, 1px, 1px, 1px);"'
        f' title="{title}" src="{site}/embed/zh-Hans+en/section/softbank-ai/s2#?secret={secret[1]}"'
        f' data-secret="{secret[1]}" width="500" height="{height[1]}" frameborder="0"></iframe></p>\n'
    )


def test_it_reads_the_same_in_xml(pasted: dict[str, wordpress.Link]) -> None:
    """The values of XML are texts; our own keys, which are no texts, need not be there."""
    for link in pasted.values():
        texts = {name: str(value) for name, value in link.data.items() if isinstance(value, str | int)}
        assert texts.items() <= link.from_xml.items()
        assert texts["version"] == "1.0"


def test_another_address_of_the_same_thing_is_embedded_as_it_is(site: str) -> None:
    """An embed page's, one that is pinned, with the tag of a region, with a place in the page; what cannot be stays a text."""
    revision = json.loads(page_at(f"{site}/embed/en/term/computing-power.json"))["revision"]
    frames = {
        "/embed/zh-Hans+en/term/computing-power": "/embed/zh-Hans+en/term/computing-power",
        f"/embed/en/term/computing-power?at={revision}": f"/embed/en/term/computing-power?at={revision}",
        "/zh-TW/terms/computing-power": "/embed/zh-Hant/term/computing-power",
        "/en/articles/softbank-ai/sections/s2#s2.3": "/embed/en/section/softbank-ai/s2",
        "/en/terms": None,
    }
    links = wordpress.paste(site, [site + path for path in frames])
    for path, embedded in frames.items():
        found = re.search(r'src="([^"#]+)#', links[site + path].html)
        assert (found and found[1]) == (embedded and site + embedded)
    assert links[f"{site}/en/terms"].html == f"<p>{site}/en/terms</p>\n"


def test_in_the_post_frames_appear_and_grow_and_links_lead_to_us(
    site: str, browser: Browser, pasted: dict[str, wordpress.Link]
) -> None:
    axe = module("axe-core/axe.min.js").read_text(encoding="utf-8")
    content = "\n".join(link.html for link in pasted.values())
    with hosting({"/": _POST.format(content=content), "/wp-embed.min.js": wordpress.script()}) as host:
        context = browser.new_context(viewport={"width": 720, "height": 900})
        page = context.new_page()
        elsewhere: list[str] = []
        page.on("request", lambda asked: _note(asked.url, (host, site), elsewhere))
        page.goto(host)
        frames = _appeared(page, len(pasted))
        assert page.locator("blockquote").count() == len(pasted)
        assert not page.locator("blockquote").filter(visible=True).count()
        assert not [told for element, frame in frames for told in _clipped(element, frame)]
        for place in (page, *(frame for _, frame in frames)):
            place.evaluate(axe)
        found = []
        for width, scheme in ((720, "light"), (320, "dark")):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            found += [f"{width} px, {scheme}: {told}" for told in (*_violations(page), *_in_frames(frames))]
        assert not found, "\n".join(found)
        _follow(page, frames[0][1], next(iter(pasted)))
        assert not elsewhere
        context.close()


def _note(url: str, known: tuple[str, ...], elsewhere: list[str]) -> None:
    if not url.startswith(known):
        elsewhere.append(url)


def _appeared(page: Page, count: int) -> list[tuple[ElementHandle, Frame]]:
    """Return the frames once all of them are to be seen: WordPress hides a frame that has not told its height."""
    page.wait_for_function("document.querySelectorAll('iframe:not([style])').length == " + str(count))
    frames = []
    for element in page.query_selector_all("iframe"):
        frame = element.content_frame()
        assert frame
        frames.append((element, frame))
    return frames


def _clipped(element: ElementHandle, frame: Frame) -> list[str]:
    """Return what of a frame's content is cut off, unless WordPress allows it no more, and whether it is too high."""
    given = int(element.get_attribute("height") or 0)
    content = int(frame.evaluate("Math.ceil(document.querySelector('main').getBoundingClientRect().bottom)"))
    right = max(_LOWEST, min(content, _HIGHEST))
    return [] if right <= given <= right + 8 else [f"{frame.url} is {content} px high, its frame {given}"]


def _in_frames(frames: list[tuple[ElementHandle, Frame]]) -> list[str]:
    return [told for _, frame in frames for told in _violations(frame)]


def _violations(where: Page | Frame) -> list[str]:
    results: dict[str, Any] = where.evaluate(RUN)
    return [
        f"{where.url} {rule['id']}: {node['target']}"
        for rule in results["violations"]
        for node in rule["nodes"]
    ]


def _follow(page: Page, frame: Frame, address: str) -> None:
    """Press the title within the frame; the frame may not navigate the page, so that WordPress's script has to."""
    with page.expect_navigation(url=address):
        frame.click("h1 a")
    assert page.title()
