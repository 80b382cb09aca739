"""``<duizhao-card>`` in a page of another site that lets in our script and our data, and no style but its own."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol
from urllib.request import urlopen

import pytest

from tests.browser.node import module
from tests.browser.opening import Scheme
from tests.browser.test_accessibility import overflow, violations
from tests.hosting import hosting

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

SECTION = "section/softbank-ai/s2"
TITLES = {
    "zh-Hans": "孙正义的AI赌注能否换来回报？",
    "zh-Hant": "孫正義的AI賭注能否換來報酬？",
    "en": "Can Son’s bet on AI still pay off?",
}
KINDS = (
    SECTION, "article/softbank-ai", "figure/vision-fund-loss-fy2022-jpy", "chart/softbank-ai/ai-use",
    "term/computing-power",
)  # fmt: skip
BEFORE = "<blockquote>What the site shows itself</blockquote>"


class Host(Protocol):
    """Open a page of another site: `body` (``SITE`` in it is the service), its language, and what its policy lets in."""

    def __call__(
        self,
        body: str,
        *,
        lang: str = "en",
        policy: str = "script-src SITE; connect-src SITE",
        script: str = "",
    ) -> Page: ...


@pytest.fixture(scope="module")
def tag(site: str) -> str:
    """The element that loads the script, as the copy box has it."""
    with urlopen(f"{site}/en/terms/computing-power") as answer:  # noqa: S310 - our own
        page = html.unescape(answer.read().decode())
    found = re.search(r"<script type=\"module\" src=\"[^\"]+/embed\.[0-9a-f]{16}\.js\"[^>]*></script>", page)
    assert found
    return found[0]


@pytest.fixture
def host(browser: Browser, site: str, tag: str) -> Iterator[Host]:
    pages: dict[str, str | bytes] = {}
    headers: dict[str, str] = {}
    opened = []
    with hosting(pages, headers) as origin:

        def open_(
            body: str,
            *,
            lang: str = "en",
            policy: str = "script-src SITE; connect-src SITE",
            script: str = tag,
        ) -> Page:
            headers["Content-Security-Policy"] = f"default-src 'none'; {policy.replace('SITE', site)}"
            pages["/"] = (
                f'<!doctype html><html lang="{lang}"><meta name="color-scheme" content="light dark"><title>Host</title>'
                f'<meta name="viewport" content="width=device-width">'
                f"<main><h1>Host</h1>{body.replace('SITE', site)}</main>{script}"
            )
            page = browser.new_page(color_scheme="light")
            opened.append(page)
            page.goto(origin)
            return page

        yield open_
        for page in opened:
            page.close()


def card(item: str = SECTION, view: str = "en", more: str = "") -> str:
    return f'<duizhao-card src="SITE/embed/{view}/{item}" {more}>{BEFORE}</duizhao-card>'


def wait_for_title(page: Page, text: str) -> None:
    page.locator(f'duizhao-card [part="title"] >> text="{text}"').first.wait_for()


def is_as_before(page: Page) -> bool:
    """Whether the card shows what the host wrote, some time after it could have come."""
    page.wait_for_load_state("networkidle")
    return page.locator("blockquote").is_visible() and page.evaluate(
        "document.querySelector('duizhao-card').shadowRoot === null"
    )


def test_it_follows_the_language_of_the_page_around_it(host: Host) -> None:
    page = host(card(), lang="zh-CN")
    wait_for_title(page, TITLES["zh-Hans"])
    assert not page.locator("blockquote").is_visible()
    # Simplified and traditional as the page says, other languages as English.
    for lang, shown in {
        "zh-TW": "zh-Hant", "zh_Hans_HK": "zh-Hans", "zh-HK": "zh-Hant", "de": "en", "zh": "zh-Hans",
        "zh-Hant": "zh-Hant", "en-GB": "en",
    }.items():  # fmt: skip
        page.evaluate("(lang) => { document.documentElement.lang = lang }", lang)
        wait_for_title(page, TITLES[shown])
        assert page.locator("article").get_attribute("lang") == shown


def test_a_language_or_a_pair_is_pinned(host: Host) -> None:
    page = host(
        card(more='locale="zh-SG"') + card(more='pair="zh-Hant+en"') + card(view="en+zh-Hans"), lang="en"
    )
    pinned, pair, written = (page.locator("duizhao-card").nth(n).locator("article") for n in range(3))
    assert pinned.locator("[part=title]").inner_text() == TITLES["zh-Hans"]
    assert pair.locator("[part=title]").inner_text() == f"{TITLES['zh-Hant']} / {TITLES['en']}"
    assert written.locator("[part=title]").inner_text() == f"{TITLES['en']} / {TITLES['zh-Hans']}"
    assert pair.locator("[part=title] span").evaluate_all("all => all.map((e) => e.lang)") == [
        "zh-Hant",
        "en",
    ]
    first = pair.locator("[part=pair]").first.locator("p")
    assert first.evaluate_all("all => all.map((e) => e.lang)") == ["zh-Hant", "en"]
    left, right = (first.nth(n).bounding_box() for n in (0, 1))
    assert left
    assert right
    assert left["y"] == right["y"]  # beside each other, where there is room
    page.evaluate("document.documentElement.lang = 'zh-TW'")
    page.evaluate("document.querySelector('duizhao-card').setAttribute('locale', 'zh-Hant')")
    wait_for_title(page, TITLES["zh-Hant"])
    assert written.get_attribute("lang") == "en"


def test_it_has_the_colors_of_the_page_around_it_or_its_own(host: Host) -> None:
    page = host(card() + card(more='theme="light"'))
    following, own = (page.locator("duizhao-card").nth(n).locator("article") for n in (0, 1))

    def papers() -> list[str]:
        return [each.evaluate("e => getComputedStyle(e).backgroundColor") for each in (following, own)]

    light, dark = "rgb(253, 252, 250)", "rgb(24, 23, 21)"
    assert papers() == [light, light]
    page.emulate_media(color_scheme="dark")
    assert papers() == [dark, light]
    page.evaluate("document.querySelectorAll('duizhao-card')[1].setAttribute('theme', 'dark')")
    page.emulate_media(color_scheme="light")
    assert papers() == [light, dark]
    page.evaluate("document.documentElement.style.colorScheme = 'dark'")
    assert papers() == [dark, dark]
    page.evaluate(
        "document.querySelector('duizhao-card').style.setProperty('--duizhao-paper', 'rgb(1, 2, 3)')"
    )
    assert papers() == ["rgb(1, 2, 3)", dark]


@pytest.mark.parametrize(
    ("policy", "item"),
    [
        ("script-src 'none'", SECTION),
        ("script-src SITE; connect-src 'none'", SECTION),
        ("script-src SITE; connect-src SITE", "term/nobody"),
        ("script-src SITE; connect-src SITE", "nothing/at-all"),
    ],
    ids=["no script", "no data", "no such card", "no address of a card"],
)
def test_what_the_page_wrote_stays_where_the_card_cannot_come(host: Host, policy: str, item: str) -> None:
    assert is_as_before(host(card(item), policy=policy))


def test_a_script_that_is_not_the_one_that_was_pinned_does_nothing(host: Host, site: str, tag: str) -> None:
    integrity = re.search(r'integrity="sha384-([^"]+)"', tag)
    assert integrity
    page = host(card(), script=tag.replace(integrity[1], "A" * 64))
    assert is_as_before(page)
    assert page.evaluate("customElements.get('duizhao-card') === undefined")
    page = host(card(), script=f'<script type="module" src="{site}/embed.js"></script>')
    wait_for_title(page, TITLES["en"])


def test_it_is_taken_out_and_put_in_again_and_never_comes_in_the_wrong_language(
    host: Host, site: str
) -> None:
    page = host(card(), lang="en")
    wait_for_title(page, TITLES["en"])
    page.evaluate("window.taken = document.querySelector('duizhao-card'); taken.remove()")
    page.evaluate("document.documentElement.lang = 'zh-TW'")
    assert page.evaluate("taken.shadowRoot.querySelector('article').lang") == "en"
    held: list[Route] = []
    page.route(f"{site}/embed/zh-Hant/**", lambda route: held.append(route))
    page.evaluate("document.querySelector('main').append(taken)")
    page.wait_for_timeout(100)
    page.evaluate("document.documentElement.lang = 'zh-CN'")
    wait_for_title(page, TITLES["zh-Hans"])
    for route in held:  # the slower answer, to what was asked before
        route.abort()
    assert len(held) == 1
    assert page.locator("article").get_attribute("lang") == "zh-Hans"


def test_it_asks_without_credentials_and_says_not_from_where(host: Host, site: str) -> None:
    page = host("")
    asked = []
    page.on("request", lambda request: asked.append(request))
    page.context.add_cookies([{"name": "a", "value": "b", "url": site}])
    page.locator("main").evaluate(f"e => e.innerHTML = `{card().replace('SITE', site)}`")
    wait_for_title(page, TITLES["en"])
    (request,) = asked
    assert request.url == f"{site}/embed/en/{SECTION}.json"
    headers = request.all_headers()
    assert "cookie" not in headers
    assert "referer" not in headers
    assert "set-cookie" not in request.response().all_headers()


def test_what_comes_is_text_and_leads_nowhere_but_to_pages(host: Host, site: str) -> None:
    evil = "<img src=x onerror=alert(1)>"
    page = host("")

    def answer(route: Route) -> None:
        told = route.fetch().json()
        route.fulfill(json={**told, "title": {"en": evil}, "url": "javascript:alert(1)"})

    page.route(f"{site}/embed/**", answer)
    page.locator("main").evaluate(f"e => e.innerHTML = `{card().replace('SITE', site)}`")
    wait_for_title(page, evil)
    assert page.locator("duizhao-card img").count() == 0
    assert page.locator("[part=title] a").get_attribute("href") is None


@pytest.mark.parametrize("item", KINDS)
def test_axe_finds_nothing_in_it(host: Host, item: str) -> None:
    axe = module("axe-core/axe.min.js").read_text(encoding="utf-8")
    complaints: list[str] = []
    page = host("")
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.reload()
    page.locator("main").evaluate(
        "(main, cards) => main.insertAdjacentHTML('beforeend', cards)",
        "".join(
            card(item, view, f'id="c{n}"').replace(
                "SITE", page.evaluate("document.scripts[0].src").rpartition("/")[0]
            )
            for n, view in enumerate(("zh-Hans+en", "zh-Hant+zh-Hans"))
        ),
    )
    page.locator("duizhao-card article").nth(1).wait_for()
    page.locator("summary").evaluate_all("all => all.forEach((e) => e.click())")
    page.evaluate(axe)
    schemes: tuple[Scheme, ...] = ("light", "dark")
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        for width in (320, 900):
            page.set_viewport_size({"width": width, "height": 900})
            assert violations(page) + overflow(page) == [], (scheme, width)
    # Every text says in which language it is, and none is empty.
    texts = page.locator("duizhao-card [lang]").evaluate_all(
        "all => all.map((e) => [e.lang, e.textContent.trim()])"
    )
    assert {lang for lang, _ in texts} <= {"zh-Hans", "zh-Hant", "en", "zh", "zh-Latn-pinyin"}
    assert all(text for _, text in texts)
    assert not [m for m in complaints if "favicon" not in m and "404" not in m]
