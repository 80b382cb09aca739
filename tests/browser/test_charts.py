"""Charts in a real browser: they fit a narrow screen, are told apart without colour, and are styled as files, too."""

from __future__ import annotations

import pytest

from tests.browser.opening import OpenPage, Scheme

FIGURES = "articles/softbank-ai/figures"
CHART = "articles/softbank-ai/charts/ai-private-investment"
STICKING_OUT = """() => [...document.querySelectorAll(".plot text")]
    .filter(text => {
        const here = text.getBoundingClientRect(), plot = text.closest("svg").getBoundingClientRect();
        return here.right > plot.right + 1 || here.left < plot.left - 1 || here.bottom > plot.bottom + 1;
    })
    .map(text => text.textContent)"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll(".plot tspan")]
    .map(text => parseFloat(getComputedStyle(text).fontSize)))"""
PAINT = "rect => { const style = getComputedStyle(rect); return [style.fill, style.stroke]; }"


@pytest.mark.parametrize("view", ["en", "zh-Hans", "zh-Hant", "zh-Hans+en"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_every_word_of_a_chart_is_within_it_and_large_enough(
    open_page: OpenPage, view: str, width: int
) -> None:
    page = open_page(f"/{view}/{FIGURES}", width=width)
    assert page.locator(".plot").count() == 4
    assert page.evaluate(STICKING_OUT) == []
    assert page.evaluate(SMALLEST) >= 12


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_highlighted_bar_is_filled_and_the_others_are_outlined(
    open_page: OpenPage, scheme: Scheme
) -> None:
    page = open_page(f"/en/{CHART}", scheme=scheme)
    fill, stroke = page.locator(".plot .highlight rect").evaluate(PAINT)
    assert fill == stroke
    fill, stroke = page.locator(".plot .bar:not(.highlight) rect").first.evaluate(PAINT)
    assert fill != stroke
    weight = "text => getComputedStyle(text).fontWeight"
    assert page.locator(".plot .highlight .label").evaluate(weight) == "650"


def test_the_bars_are_drawn_to_scale(open_page: OpenPage) -> None:
    page = open_page(f"/en/{CHART}", width=320)
    japan, america, _ = page.locator(".plot rect").evaluate_all(
        "all => all.map(rect => rect.getBBox().width)"
    )
    assert america / japan == pytest.approx(96, rel=0.01)


@pytest.mark.parametrize(("scheme", "paper"), [("light", "rgb(253, 252, 250)"), ("dark", "rgb(24, 23, 21)")])
def test_a_picture_by_itself_has_its_style(open_page: OpenPage, scheme: Scheme, paper: str) -> None:
    page = open_page(f"/zh-Hant/{CHART}.svg", scheme=scheme)
    assert page.locator(".paper").evaluate(PAINT)[0] == paper
    assert page.locator(".heading").first.text_content() == "民間對AI的創投金額"
