"""The table of figures as one sorts and narrows it, and a figure's page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.opening import OpenPage

if TYPE_CHECKING:
    from playwright.sync_api import Page

TABLE = "/en/articles/softbank-ai/figures"
FIRST = ".figures tbody th >> nth=0"


def expecting(page: Page, selector: str) -> Any:
    from playwright.sync_api import expect

    return expect(page.locator(selector).first)


def stay(page: Page) -> None:
    """Mark the document, so that a test sees whether it is still the one that was loaded."""
    page.evaluate("() => { window.stayed = true; }")


def stayed(page: Page) -> bool:
    return bool(page.evaluate("() => window.stayed === true"))


def test_the_table_is_narrowed_and_converted_in_place(open_page: OpenPage) -> None:
    page = open_page(TABLE)
    stay(page)
    page.get_by_label("Kind").select_option("money")
    expecting(page, ".figures caption").to_contain_text("23 figures")
    page.get_by_label("Amounts also in").select_option("CNY")
    expecting(page, "#softbank-openai-pledge").to_contain_text("about 220 billion Chinese yuan")
    page.get_by_label("Containing").press_sequentially("OpenAI", delay=20)
    expecting(page, ".figures caption").to_have_text("3 figures")
    asked = page.evaluate("() => Object.fromEntries(new URL(location).searchParams)")
    assert asked == {"kind": "money", "currency": "CNY", "text": "OpenAI"}
    assert stayed(page)


def test_a_heading_sorts_by_keyboard_and_keeps_the_focus(open_page: OpenPage) -> None:
    page = open_page(f"{TABLE}?kind=percent")
    stay(page)
    page.locator("#by-value").focus()
    page.keyboard.press("Enter")
    expecting(page, "th[aria-sort=ascending]").to_contain_text("Figure")
    expecting(page, ":focus").to_have_id("by-value")
    page.keyboard.press("Enter")
    expecting(page, "th[aria-sort=descending]").to_contain_text("Figure")
    expecting(page, FIRST).to_have_text(
        "Share of companies adopting generative AI that have yet to profit from it"
    )
    page.go_back()
    expecting(page, "th[aria-sort=ascending]").to_contain_text("Figure")
    assert stayed(page)


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_is_wider_than_the_window(open_page: OpenPage, width: int) -> None:
    for address in (f"{TABLE}?currency=CNY", "/zh-Hans+en/figures/vision-fund-loss-fy2022-jpy"):
        page = open_page(address)
        page.set_viewport_size({"width": width, "height": 800})
        wide = page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert wide == 0, address
