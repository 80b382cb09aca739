"""Reading an article: pairs, notes, keys, and a place that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.opening import OpenPage, copied

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

ARTICLE = "/articles/softbank-ai"
PHONE = {"width": 390, "height": 844, "touch": True}


def pair(page: Page, id_: str) -> Locator:
    return page.locator(f"[id='{id_}']")


def top(locator: Locator) -> float:
    box = locator.bounding_box()
    assert box
    return box["y"]


def mention(page: Page, sentence: str, target: str) -> Locator:
    return page.locator(f"[id='{sentence}'] a[href='#{target}']").first


def background(locator: Locator) -> str:
    return str(locator.evaluate("element => getComputedStyle(element).backgroundColor"))


def press_switch(page: Page, view: str) -> None:
    """Press the switch where it is; Playwright's own click would first scroll a sticky bar into view."""
    box = page.locator(f".languages a[data-view='{view}']").bounding_box()
    assert box
    with page.expect_navigation():
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_load_state()


# Side by side


def test_the_halves_of_a_pair_stand_level_and_light_up_together(open_page: OpenPage) -> None:
    page = open_page(f"/zh-Hans+en{ARTICLE}")
    for id_ in ("s0.1", "s2.4", "s4.9"):
        chinese, english = pair(page, id_).locator(".level > p").all()
        assert abs(top(chinese) - top(english)) < 1
    unlit = background(pair(page, "s0.2"))
    for half in pair(page, "s0.2").locator(".level > p").all():
        half.hover(position={"x": 2, "y": 2})
        assert background(pair(page, "s0.2")) != unlit
        assert background(pair(page, "s0.3")) == unlit
    page.keyboard.press("j")
    assert background(pair(page, "s0.1")) != unlit


def test_on_a_phone_they_are_stacked_and_a_tap_keeps_a_pair_lit(open_page: OpenPage) -> None:
    page = open_page(f"/zh-Hant+en{ARTICLE}", **PHONE)
    chinese, english = pair(page, "s0.2").locator(".level > p").all()
    assert top(english) > top(chinese) + 40
    unlit = background(pair(page, "s0.2"))
    english.tap(position={"x": 5, "y": 5})
    pair(page, "s0.3").locator("p").first.scroll_into_view_if_needed()
    assert background(pair(page, "s0.2")) != unlit
    assert page.locator(".pinned").count() == 1


def test_a_term_lights_up_in_the_other_half(open_page: OpenPage) -> None:
    page = open_page(f"/zh-Hans+en{ARTICLE}")
    page.locator("[id='s0.2'] p[lang=en] a[href='#term-mit']").hover()
    twin = page.locator("[id='s0.2'] a.twin")
    assert twin.count() == 1
    assert twin.evaluate("element => element.closest('[lang]').lang") == "zh-Hans"


@pytest.mark.parametrize("js", [True, False])
def test_the_second_language_is_shown_when_it_is_asked_for(open_page: OpenPage, js: bool) -> None:
    page = open_page(f"/zh-Hans+en{ARTICLE}", js=js)
    page.locator(".reveal-switch").click()
    page.wait_for_url("**?show=reveal*")
    english = pair(page, "s0.1").locator("p[lang=en]")
    assert not english.is_visible()
    pair(page, "s0.1").locator("summary").click()
    assert english.inner_text().startswith("SoftBank Group keeps adding")
    page.locator(".reveal-switch").click()
    page.wait_for_url(f"**/zh-Hans+en{ARTICLE}*")
    assert pair(page, "s0.3").locator("p[lang=en]").is_visible()


# Notes

NAMES = [
    ("en", "data center", "Building or campus"),
    ("zh-Hans", "数据中心", "shù jù zhōng xīn"),
    ("zh-Hant", "資料中心", "zī liào zhōng xīn"),
    ("zh-Hant+en", "資料中心", "Building or campus"),
]


@pytest.mark.parametrize(("view", "name", "told"), NAMES)
def test_a_note_opens_by_keyboard_and_gives_the_focus_back(
    open_page: OpenPage, view: str, name: str, told: str
) -> None:
    page = open_page(f"/{view}{ARTICLE}")
    link = mention(page, "s0.6", "term-data-center")
    note = page.locator("#term-data-center")
    for key in ("Enter", " "):
        link.focus()
        page.keyboard.press(key)
        assert note.is_visible()
        assert link.get_attribute("aria-expanded") == "true"
        assert note.evaluate("note => note.contains(document.activeElement)")
        assert name in note.inner_text()
        assert told in note.inner_text()
        page.keyboard.press("Escape")
        assert not note.is_visible()
        assert link.evaluate("link => link === document.activeElement")
        assert link.get_attribute("aria-expanded") == "false"


@pytest.mark.parametrize("view", ["en", "zh-Hans", "zh-Hant", "zh-Hans+en"])
def test_a_note_opens_by_touch_and_closes(open_page: OpenPage, view: str) -> None:
    page = open_page(f"/{view}{ARTICLE}", **PHONE)
    note = page.locator("#figure-generative-ai-users-japan")
    mention(page, "s0.5", "figure-generative-ai-users-japan").tap()
    assert note.is_visible()
    assert "26.7%" in note.inner_text()
    assert "只有 26.7%" in note.inner_text()  # the article's own words
    box = note.bounding_box()
    assert box
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, 844)
    explained = mention(page, "s0.5", "figure-generative-ai-users-japan").bounding_box()
    assert explained
    assert 0 < explained["y"] < explained["y"] + explained["height"] <= box["y"]  # and not behind it
    note.locator(".close").tap()
    assert not note.is_visible()


def test_the_same_press_closes_a_note(open_page: OpenPage) -> None:
    page = open_page(f"/en{ARTICLE}")
    link, note = mention(page, "s0.6", "term-data-center"), page.locator("#term-data-center")
    link.click()
    assert note.is_visible()
    link.click()
    assert not note.is_visible()
    link.click()
    assert note.is_visible()
    page.locator("h1").click()
    assert not note.is_visible()


def test_a_note_hovers_stays_while_it_is_hovered_and_goes(open_page: OpenPage) -> None:
    page = open_page(f"/en{ARTICLE}")
    note = page.locator("#term-data-center")
    mention(page, "s0.6", "term-data-center").hover()
    note.wait_for(state="visible")
    note.hover()
    page.wait_for_timeout(600)
    assert note.is_visible()
    page.keyboard.press("Escape")
    assert not note.is_visible()
    mention(page, "s0.6", "term-dc-byte").hover()
    page.locator("#term-dc-byte").wait_for(state="visible")
    page.mouse.move(5, 5)
    page.locator("#term-dc-byte").wait_for(state="hidden")


def test_a_note_stands_beside_what_it_explains_and_within_the_window(open_page: OpenPage) -> None:
    page = open_page(f"/zh-Hans+en{ARTICLE}")
    for sentence, target in (
        ("s0.1", "term-softbank-group"),
        ("s4.9", "figure-dot-com-peak-valuation-multiple"),
    ):
        link = mention(page, sentence, target)
        link.click()
        note, beside = page.locator(f"#{target}").bounding_box(), link.bounding_box()
        assert note
        assert beside
        assert note["y"] >= 0
        assert note["y"] + note["height"] <= 900
        assert 0 <= note["x"] <= 1280 - note["width"]
        gap = max(note["y"] - (beside["y"] + beside["height"]), beside["y"] - (note["y"] + note["height"]))
        assert -2 < gap < 20


def test_a_figure_is_copied_as_text_number_and_csv(open_page: OpenPage) -> None:
    page = open_page(f"/en{ARTICLE}")
    mention(page, "s0.4", "figure-vision-fund-loss-fy2022-jpy").click()
    note = page.locator("#figure-vision-fund-loss-fy2022-jpy")
    for button, text in (
        ("text", "5.3 trillion Japanese yen"),
        ("number", "5300000000000"),
        ("CSV", "vision-fund-loss-fy2022-jpy,5300000000000,JPY,Investment loss of the Vision Fund,"),
    ):
        note.get_by_role("button", name=button, exact=True).click()
        copied(page, text)


def test_notes_need_no_script(open_page: OpenPage) -> None:
    page = open_page(f"/zh-Hant{ARTICLE}", js=False)
    link, note = (
        mention(page, "s2.6", "figure-vision-fund-loss-fy2022-jpy"),
        page.locator("#figure-vision-fund-loss-fy2022-jpy"),
    )
    link.scroll_into_view_if_needed()
    before = top(link)
    link.click()
    assert note.is_visible()
    assert "5,300,000,000,000日圓" in note.inner_text()
    assert top(link) == before
    note.locator(".close").click()
    assert not note.is_visible()
    assert top(link) == before


def test_an_address_may_name_a_note(open_page: OpenPage) -> None:
    page = open_page(f"/zh-Hans{ARTICLE}#term-tail-risk")
    page.locator("#term-tail-risk:popover-open").wait_for()
    assert page.url.endswith("#s0.3")


# Keeping the place


@pytest.mark.parametrize(
    ("view", "other"), [("en", "zh-Hant"), ("zh-Hant", "zh-Hans"), ("zh-Hans", "zh-Hans+en")]
)
def test_a_switch_keeps_sentence_offset_and_note(open_page: OpenPage, view: str, other: str) -> None:
    page = open_page(f"/{view}{ARTICLE}")
    pair(page, "s3.4").evaluate("element => element.scrollIntoView({ block: 'center' })")
    mention(page, "s3.4", "term-private-investment").click()
    before = top(pair(page, "s3.4"))
    press_switch(page, other)
    assert page.url.endswith(f"/{other}{ARTICLE}#s3.4")
    page.locator("#term-private-investment:popover-open").wait_for()
    assert abs(top(pair(page, "s3.4")) - before) <= 2
    page.keyboard.press("Escape")
    page.locator("[id='s3.4'] a[href='#term-private-investment']:focus").wait_for()


def test_a_switch_by_keyboard_keeps_the_sentence_that_had_the_focus(open_page: OpenPage) -> None:
    page = open_page(f"/en{ARTICLE}")
    for _ in range(7):
        page.keyboard.press("j")
    before = top(pair(page, "s0.7"))
    page.locator(".languages a[data-view='zh-Hans']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/zh-Hans{ARTICLE}#s0.7")
    page.wait_for_load_state()
    assert abs(top(pair(page, "s0.7")) - before) <= 2


def test_at_the_top_a_switch_stays_at_the_top(open_page: OpenPage) -> None:
    page = open_page(f"/en{ARTICLE}")
    press_switch(page, "zh-Hant")
    assert page.url.endswith(f"/zh-Hant{ARTICLE}")
    assert page.evaluate("scrollY") == 0


def test_without_a_script_each_sentence_leads_to_itself(open_page: OpenPage) -> None:
    page = open_page(f"/en{ARTICLE}", js=False)
    pair(page, "s3.4").hover()
    pair(page, "s3.4").locator(".elsewhere a[hreflang=zh-Hant]").click()
    assert page.url.endswith(f"/zh-Hant{ARTICLE}#s3.4")
    assert 0 <= top(pair(page, "s3.4")) < 200


def test_a_language_is_kept_only_when_asked_and_only_for_the_home_address(open_page: OpenPage) -> None:
    page = open_page("/zh-Hant/")
    page.goto("/")
    assert page.url.endswith("/en/")  # what the browser asks for
    page.goto(f"/zh-Hant{ARTICLE}")
    keep = page.locator("button.choice")
    keep.click()
    assert keep.get_attribute("aria-pressed") == "true"
    page.goto("/")
    page.wait_for_url("**/zh-Hant/")
    for named, shown in (("/en/", "/en/"), ("/en-GB/", "/en/#top"), (f"/en{ARTICLE}", f"/en{ARTICLE}")):
        page.goto(named)
        page.wait_for_load_state("networkidle")
        assert page.url.endswith(shown)
    page.goto(f"/zh-Hant{ARTICLE}")
    page.locator("button.choice").click()
    page.goto("/")
    page.wait_for_load_state("networkidle")
    assert page.url.endswith("/en/")


# Keys


def test_everything_has_a_key(open_page: OpenPage) -> None:
    page = open_page(f"/zh-Hans+en{ARTICLE}?show=reveal")
    page.keyboard.press("?")
    keys = page.locator("#keys")
    assert keys.is_visible()
    assert keys.locator("kbd").all_inner_texts() == ["j", "k", "o", "c", "#", "/", "?", "Esc"]
    page.keyboard.press("Escape")
    assert not keys.is_visible()
    for key, sentence in (("j", "s0.1"), ("j", "s0.2"), ("j", "s0.3"), ("k", "s0.2")):
        page.keyboard.press(key)
        assert page.evaluate("document.activeElement.closest('li').id") == sentence
    english = pair(page, "s0.2").locator("p[lang=en]")
    page.keyboard.press("o")
    assert english.is_visible()
    page.keyboard.press("c")
    assert copied(page, "投资回报令人存疑") == "\t".join(
        half.text_content() or "" for half in (pair(page, "s0.2").locator("p").first, english)
    )
    page.keyboard.press("#")
    assert copied(page, "http").endswith(f"/zh-Hans+en{ARTICLE}?show=reveal#s0.2")
    page.keyboard.press("o")
    assert not english.is_visible()
    page.keyboard.press("/")
    page.keyboard.type("jk?")  # which are text there
    assert page.locator("#q").input_value() == "jk?"
    assert not keys.is_visible()


def test_keys_can_be_turned_off(open_page: OpenPage) -> None:
    page = open_page(f"/en{ARTICLE}")
    page.locator(".help").click()
    page.locator("#keys-on").uncheck()
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.tagName") == "BODY"


# Paper


def test_print_is_a_bilingual_sheet_with_numbered_notes(open_page: OpenPage) -> None:
    page = open_page(f"/zh-Hans+en{ARTICLE}", width=794)
    page.emulate_media(media="print")
    for gone in ("header.site", ".languages", ".elsewhere", ".close", "#keys"):
        assert not page.locator(gone).first.is_visible()
    chinese, english = pair(page, "s0.1").locator(".level > p").all()
    assert abs(top(chinese) - top(english)) < 1
    link = mention(page, "s0.4", "figure-vision-fund-loss-fy2022-jpy")
    number = link.get_attribute("data-n")
    assert link.evaluate("link => getComputedStyle(link, '::after').content") == f'"{number}"'
    note = page.locator("#figure-vision-fund-loss-fy2022-jpy")
    assert note.is_visible()
    assert note.get_attribute("data-n") == number
    assert "5,300,000,000,000" in note.inner_text()
    assert page.locator("#notes-title").is_visible()
    assert len(page.pdf()) > 50_000
