"""Embed pages in a frame of another site: what they tell it, and that nothing is cut off or kept back."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from tests.browser.opening import Scheme
from tests.hosting import hosting

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Frame, Page

SECTION = "/embed/{view}/section/softbank-ai/s2"
KINDS = (
    "article/softbank-ai",
    "section/softbank-ai/s2",
    "figure/vision-fund-loss-fy2022-jpy",
    "chart/softbank-ai/ai-use",
    "term/computing-power",
)
PAGES = (
    "articles/softbank-ai",
    "articles/softbank-ai/sections/s2",
    "figures/vision-fund-loss-fy2022-jpy",
    "articles/softbank-ai/charts/ai-use",
    "terms/computing-power",
)

# Notes every message with the frame that sent it, as a host's script would.
LISTEN = """
window.heard = [];
addEventListener("message", ({ data, origin }) => heard.push({ data, origin }));
"""


class Host(Protocol):
    """Open a page of another site whose frame has these attributes; ``SITE`` in them is the service's origin."""

    def __call__(self, attributes: str, scheme: Scheme = "light") -> Page: ...


@pytest.fixture
def host(browser: Browser, site: str) -> Iterator[Host]:
    pages = {"/host.js": LISTEN}
    opened = []
    with hosting(pages) as origin:

        def open_(attributes: str, scheme: Scheme = "light") -> Page:
            frame = f"<iframe {attributes.replace('SITE', site)}></iframe>"
            pages["/"] = (
                f"<!doctype html><html lang=en><title>Host</title><script src=/host.js></script><body>{frame}"
            )
            page = browser.new_page(color_scheme=scheme)
            opened.append(page)
            page.goto(origin)
            page.wait_for_function("heard.length")
            return page

        yield open_
        for page in opened:
            page.close()


def framed(page: Page) -> Frame:
    return page.frames[1]


def heard(page: Page, kind: str) -> list[Any]:
    """Return what was said of one `kind`, by the way a host recognizes it."""
    is_it = {
        "wordpress": "({ data }) => data.message === 'height'",
        "amp": "({ data }) => data.sentinel === 'amp' && data.type === 'embed-size'",
        "pym": "({ data }) => String(data).startsWith('pymxPYMx')",
        "ours": "({ data }) => data.type === 'duizhao:size'",
        "link": "({ data }) => data.message === 'link'",
    }[kind]
    found: list[Any] = page.evaluate(f"heard.filter({is_it}).map(({{ data }}) => data)")
    return found


def height_of(frame: Frame) -> int:
    height: int = frame.evaluate("Math.ceil(document.body.getBoundingClientRect().height)")
    return height


def test_the_height_is_told_in_every_language_of_hosts_and_again_only_when_it_changes(
    host: Host, site: str
) -> None:
    address = f"SITE{SECTION.format(view='en')}?childId=card-1&initialWidth=600#?secret=abcdefghij"
    page = host(f'src="{address}" width=600 height=200 sandbox="allow-scripts"')
    height = height_of(framed(page))
    assert heard(page, "wordpress") == [{"message": "height", "value": height, "secret": "abcdefghij"}]
    assert heard(page, "amp") == [{"sentinel": "amp", "type": "embed-size", "height": height}]
    assert heard(page, "pym") == [f"pymxPYMxcard-1xPYMxheightxPYMx{height}"]
    own = {"type": "duizhao:size", "v": 1, "id": "section-softbank-ai-s2", "height": height}
    assert heard(page, "ours") == [own]
    assert set(page.evaluate("heard.map(({ origin }) => origin)")) == {"null"}

    framed(page).locator("summary").first.click()
    page.wait_for_function("heard.filter(({ data }) => data.type === 'duizhao:size').length === 2")
    assert heard(page, "ours")[1]["height"] == height_of(framed(page)) > height

    page.evaluate("document.querySelector('iframe').style.height = '900px'")
    page.wait_for_timeout(200)
    assert len(heard(page, "ours")) == 2  # the frame is another height, the card is not
    page.evaluate("frames[0].postMessage({ message: 'ready', secret: 'abcdefghij' }, '*')")
    page.wait_for_function("heard.filter(({ data }) => data.message === 'height').length === 3")


def test_nothing_is_told_without_a_frame_and_no_secret_is_made_up(host: Host, site: str) -> None:
    page = host(f'src="SITE{SECTION.format(view="en")}" sandbox="allow-scripts"')
    assert heard(page, "wordpress") == heard(page, "pym") == []
    page.add_init_script(LISTEN)
    page.goto(site + SECTION.format(view="en"))
    page.wait_for_timeout(200)
    assert page.evaluate("heard") == []


def test_a_link_is_handed_to_wordpress_and_followed_by_itself_elsewhere(host: Host, site: str) -> None:
    address = SECTION.format(view="zh-Hant")
    page = host(f'src="SITE{address}#?secret=abcdefghij" sandbox="allow-scripts"')
    framed(page).locator("h1 a").click()
    page.wait_for_function("heard.some(({ data }) => data.message === 'link')")
    wanted = f"{site}/zh-Hant/articles/softbank-ai/sections/s2"
    assert heard(page, "link") == [{"message": "link", "value": wanted, "secret": "abcdefghij"}]

    page = host(f'src="SITE{address}"')
    framed(page).locator("h1 a").click()
    page.wait_for_url(wanted)


def test_another_language_is_chosen_within_the_frame_which_the_host_still_knows(
    host: Host, site: str
) -> None:
    address = f"SITE{SECTION.format(view='en')}?childId=c1#?secret=abcdefghij"
    page = host(f'src="{address}" width=600 sandbox="allow-scripts"')
    framed(page).locator("footer a[hreflang=zh-Hans]").first.click()
    page.wait_for_function("heard.filter(({ data }) => data.message === 'height').length === 2")
    assert framed(page).url == f"{site}{SECTION.format(view='zh-Hans')}?childId=c1#?secret=abcdefghij"
    assert framed(page).evaluate("document.documentElement.lang") == "zh-Hans"


@pytest.mark.parametrize("view", ["en", "zh-Hant", "zh-Hans+en"])
def test_nothing_is_cut_off_at_any_width_and_all_is_there_without_a_script(
    browser: Browser, site: str, view: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    for kind in KINDS:
        for width in (200, 480, 720):
            page.set_viewport_size({"width": width, "height": 300})
            page.goto(f"{site}/embed/{view}/{kind}")
            wide = page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{kind} in {view} is {wide} px wide at {width}"
            # What does not fit is scrolled to.
            assert page.evaluate("getComputedStyle(document.documentElement).overflowY") == "visible"
    assert not page.locator("[hidden], noscript").count()
    page.close()


@pytest.mark.parametrize("view", ["en", "zh-Hant", "zh-Hans+en"])
def test_the_copied_frame_is_about_as_high_as_the_card(browser: Browser, site: str, view: str) -> None:
    """For hosts that do not listen: rather a line too high than one that has to be scrolled to."""
    page = browser.new_page(viewport={"width": 600, "height": 300})
    for path in PAGES:
        page.goto(f"{site}/{view}/{path}")
        snippet = page.locator("#embed-frame + dd code").text_content() or ""
        told = int(snippet.partition('height="')[2].partition('"')[0])
        page.goto(snippet.partition('src="')[2].partition('"')[0])
        assert 0.97 <= told / height_of(page.main_frame) <= 1.3, path
    page.close()


def test_a_narrow_card_has_one_number_a_usual_one_three_a_wide_one_two_languages_level(
    browser: Browser, site: str
) -> None:
    page = browser.new_page()
    page.goto(site + SECTION.format(view="zh-Hans+en"))
    shown = {}
    for width in (320, 480, 720):
        page.set_viewport_size({"width": width, "height": 800})
        numbers = page.locator(".numbers li:visible").count()
        first, second = page.locator(".lines li").first.locator("p").all()
        one, other = first.bounding_box(), second.bounding_box()
        assert one
        assert other
        shown[width] = (numbers, one["y"] == other["y"])
    assert shown == {320: (1, False), 480: (3, False), 720: (3, True)}
    page.close()


@pytest.mark.parametrize(
    ("scheme", "query", "paper"),
    [
        ("light", "", "rgb(253, 252, 250)"),
        ("dark", "", "rgb(24, 23, 21)"),
        ("light", "?theme=dark", "rgb(24, 23, 21)"),
        ("dark", "?theme=light", "rgb(253, 252, 250)"),
    ],
)
def test_the_card_is_light_or_dark_as_the_reader_or_the_host_has_it(
    host: Host, scheme: Scheme, query: str, paper: str
) -> None:
    page = host(f'src="SITE{SECTION.format(view="en")}{query}"', scheme)
    found = framed(page).evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert found == paper


def test_what_goes_wrong_is_told_within_the_frame(host: Host) -> None:
    page = host('src="SITE/embed/zh-Hant/figure/nowhere"')
    assert framed(page).locator("h1").inner_text() == "找不到"
    assert "nowhere" in framed(page).locator("p").inner_text()
    assert heard(page, "ours")[0]["id"] == "problem"
