"""The glossary page as one types: by keyboard, with an input method, without JavaScript, without a network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.opening import OpenPage, copied

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FIRST = "#results .cards h3"


def expecting(page: Page, selector: str) -> Any:
    from playwright.sync_api import expect

    return expect(page.locator(selector).first)


def stay(page: Page) -> None:
    """Mark the document, so that a test sees whether it is still the one that was loaded."""
    page.evaluate("() => { window.stayed = true; }")


def stayed(page: Page) -> bool:
    return bool(page.evaluate("() => window.stayed === true"))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("算力", "computing power"),
        ("suanli", "computing power"),
        ("suàn lì", "computing power"),
        ("rbyh", "Bank of Japan"),
        ("數據中心", "data center"),
        ("数据中心", "data center"),
        ("資料中心", "data center"),
        ("data cent", "data center"),
        ("computng power", "computing power"),
    ],
)
def test_what_is_typed_is_found_at_once(open_page: OpenPage, typed: str, found: str) -> None:
    page = open_page("/en/terms")
    stay(page)
    page.get_by_role("searchbox").press_sequentially(typed, delay=20)
    expecting(page, "#found").to_contain_text(f"“{typed}”")
    expecting(page, FIRST).to_have_text(found)
    assert stayed(page)
    assert page.get_by_role("searchbox").input_value() == typed
    asked = page.evaluate("() => Object.fromEntries(new URL(location).searchParams)")
    assert asked == {"q": typed}
    page.reload()
    expecting(page, FIRST).to_have_text(found)


def test_the_caret_stays_where_it_is_typed_at(open_page: OpenPage) -> None:
    page = open_page("/en/terms?q=power")
    field = page.get_by_role("searchbox")
    field.focus()
    page.keyboard.press("Home")
    page.keyboard.type("computing ", delay=20)
    expecting(page, "#found").to_contain_text("computing power")
    page.keyboard.type("!")
    assert field.input_value() == "computing !power"


def test_a_text_in_the_making_is_not_asked_for(open_page: OpenPage) -> None:
    page = open_page("/zh-Hans/terms")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "?" in request.url else None)
    page.get_by_role("searchbox").focus()
    keys = page.context.new_cdp_session(page)
    for made in ("s", "su", "sua", "suan", "suan l", "suan li"):
        keys.send(
            "Input.imeSetComposition", {"text": made, "selectionStart": len(made), "selectionEnd": len(made)}
        )
        page.wait_for_timeout(60)
    page.wait_for_timeout(300)
    assert asked == []
    keys.send("Input.insertText", {"text": "算力"})
    expecting(page, FIRST).to_have_text("算力")
    assert len(asked) == 1


def test_escape_shows_everything_again(open_page: OpenPage) -> None:
    page = open_page("/en/terms")
    everything = page.locator("#found").text_content()
    page.get_by_role("searchbox").press_sequentially("ruanyin")
    expecting(page, FIRST).to_contain_text("SoftBank")
    page.keyboard.press("Escape")
    expecting(page, "#found").to_have_text(str(everything))
    assert page.get_by_role("searchbox").input_value() == ""
    assert page.get_by_role("searchbox").evaluate("field => field === document.activeElement")
    assert page.evaluate("() => location.search") == ""


def test_how_many_there_are_is_said_once_one_pauses(open_page: OpenPage) -> None:
    page = open_page("/en/terms")
    page.evaluate(
        """() => {
            window.told = [];
            const status = document.querySelector("main [role=status]");
            new MutationObserver(() => told.push(status.textContent)).observe(status, { childList: true });
        }"""
    )
    page.get_by_role("searchbox").press_sequentially("computing p", delay=30)
    expecting(page, "main [role=status]").to_have_text("2 entries for “computing p”")
    assert page.evaluate("() => told.length") <= 2
    page.get_by_role("searchbox").fill("qqqqqqqqqqqqq")
    expecting(page, "main [role=status]").to_have_text("0 entries for “qqqqqqqqqqqqq”")


def test_a_choice_narrows_at_once_and_the_pages_turn_in_place(open_page: OpenPage) -> None:
    page = open_page("/en/terms")
    stay(page)
    page.get_by_text("Narrow the search").click()
    page.get_by_label("Subject field", exact=True).select_option("technology")
    expecting(page, ".fields [aria-current]").to_have_text("Technology")
    assert page.evaluate("() => location.search") == "?field=technology"
    first = page.locator(FIRST).first.text_content()
    page.get_by_role("link", name="Further").click()
    expecting(page, FIRST).not_to_have_text(str(first))
    assert page.evaluate("() => document.activeElement.id") == "found"
    page.go_back()
    expecting(page, FIRST).to_have_text(str(first))
    assert page.get_by_label("Subject field", exact=True).input_value() == "technology"
    assert stayed(page)


def test_the_languages_lead_to_what_is_shown(open_page: OpenPage) -> None:
    page = open_page("/en/terms")
    page.get_by_role("searchbox").press_sequentially("suanli")
    expecting(page, FIRST).to_have_text("computing power")
    page.get_by_role("link", name="繁體中文", exact=True).click()
    expecting(page, FIRST).to_have_text("算力")
    assert page.get_by_role("searchbox").input_value() == "suanli"


def test_without_a_network_the_page_stays(site: str, browser: Browser) -> None:
    page = browser.new_page()  # not watched: a request that fails is what this is about
    page.goto(f"{site}/en/terms?q=suanli")
    page.context.set_offline(True)
    page.get_by_role("searchbox").press_sequentially("xyz")
    page.wait_for_timeout(400)
    expecting(page, FIRST).to_have_text("computing power")
    page.context.set_offline(False)
    page.get_by_role("searchbox").fill("算力")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/terms?q=%E7%AE%97%E5%8A%9B")
    page.context.close()


def test_a_search_needs_no_javascript(open_page: OpenPage) -> None:
    page = open_page("/zh-Hant/terms", js=False)
    page.get_by_role("searchbox").fill("suanli")
    page.keyboard.press("Enter")
    expecting(page, FIRST).to_have_text("算力")


def test_a_term_is_found_and_opened_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("/en/terms")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("rbyh", delay=20)
    expecting(page, FIRST).to_have_text("Bank of Japan")
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.closest('.cards') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/terms/bank-of-japan")
    expecting(page, "h1").to_have_text("Bank of Japan")


def test_a_pair_is_copied_as_a_row_of_a_table(open_page: OpenPage) -> None:
    page = open_page("/en/terms/computing-power")
    page.get_by_role("button", name="Copy 算力 ⇥ computing power").click()
    assert copied(page, "算力") == "算力\tcomputing power"
    page.get_by_role("button", name="Copy the link").click()
    assert copied(page, "http") == page.url


def test_whoever_is_lost_is_led_to_the_term(open_page: OpenPage) -> None:
    page = open_page("/zh-Hant/terms/suanli", js=False)
    assert page.get_by_role("searchbox").input_value() == "suanli"
    page.get_by_role("searchbox").press("Enter")
    expecting(page, FIRST).to_have_text("算力")


def test_the_alphabet_is_walked_by_keyboard(open_page: OpenPage) -> None:
    page = open_page("/en/terms", width=320)
    page.get_by_role("link", name="A to Z").focus()
    page.keyboard.press("Enter")
    page.get_by_role("link", name="Q", exact=True).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/index?letter=Q")
    expecting(page, ".entries a").to_have_text("quality inspection")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
