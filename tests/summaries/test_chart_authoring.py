"""Charts of an article's files: each rule, broken once, gives exactly its complaint; JSON gives back what went in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from api.content import Content
from summaries import chart_to_json
from summaries.authoring import read_articles
from summaries.json_form import chart_from_json
from summaries.model import Bar, Chart, Comparison
from translations import LocalizedText
from translations.authoring import ContentError

FIGURES = "summaries/harbor/figures.yaml"
TITLE = "title: {en: Yen, zh-Hans: 日元, zh-Hant: 日圓}"
SITES = "{figure: harbor-sites, label: {en: Sites, zh-Hans: 设施, zh-Hant: 設施}}"
CAPACITY = "{figure: harbor-capacity, label: {en: Capacity, zh-Hans: 容量, zh-Hant: 容量}}"
GROWN = """  - id: harbor-rooms
    section: s2
    as_written: 30 间
    kind: count
    value: 30
    unit: count
    noun: {en: {one: room, other: rooms}, zh-Hans: 间, zh-Hant: 間}
    measures: {en: Rooms, zh-Hans: 房间, zh-Hant: 房間}
"""
ROOMS = "{figure: harbor-rooms, label: {en: Rooms, zh-Hans: 房间, zh-Hant: 房間}, highlight: true}"
WHOLE = f"charts:\n  - id: harbor\n    {TITLE}\n    bars:\n      - {SITES}\n      - {ROOMS}\n"

Draw = Callable[[str], Path]


@pytest.fixture
def draw(own_content: Path) -> Draw:
    """Return a function that adds a figure and the charts that it is given to the tiny content."""

    def add(charts: str) -> Path:
        with (own_content / FIGURES).open("a", encoding="utf-8") as file:
            file.write(f"\n{GROWN}{charts}")
        return own_content

    return add


def first_line(draw_: Path) -> int:
    return (draw_ / FIGURES).read_text(encoding="utf-8").splitlines().index("charts:") + 1


def test_a_chart_is_read_with_the_section_of_its_first_figure(draw: Draw) -> None:
    with_note = (
        WHOLE
        + "    caption: {en: Made up., zh-Hans: 虚构。, zh-Hant: 虛構。}\n    compare: {more: harbor-rooms, less: harbor-sites}\n"
    )
    (files,) = read_articles(draw(with_note) / "summaries")
    assert files.charts == (
        Chart(
            id="harbor",
            article="harbor",
            section="s1",
            title=LocalizedText(zh_hans="日元", zh_hant="日圓", en="Yen"),
            bars=(
                Bar("harbor-sites", LocalizedText(zh_hans="设施", zh_hant="設施", en="Sites")),
                Bar(
                    "harbor-rooms", LocalizedText(zh_hans="房间", zh_hant="房間", en="Rooms"), highlight=True
                ),
            ),
            caption=LocalizedText(zh_hans="虚构。", zh_hant="虛構。", en="Made up."),
            compare=Comparison("harbor-rooms", "harbor-sites"),
        ),
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (f"      - {ROOMS}\n", "", ["4: bars: one bar is no comparison; write two or more"]),
        ("harbor-rooms", "harbor-halls", ["5: 'harbor-halls': harbor-halls does not exist; name a figure of this file"]),
        (ROOMS, SITES, ["5: 'harbor-sites': harbor-sites has a bar already; draw each figure once"]),
        (ROOMS, CAPACITY, ["5: 'harbor-capacity': harbor-capacity is power in gigawatt, not count in count; draw figures of one kind and unit"]),
        ("harbor-rooms", "harbor-investment-usd", [
            "5: 'harbor-investment-usd': harbor-investment-usd is money in USD, not count in count; draw figures of one kind and unit"
        ]),
        ("harbor-rooms", "harbor-cost-share", ["5: 'harbor-cost-share': harbor-cost-share is a range, which has no one bar; draw figures with a value"]),
        ("harbor-rooms", "harbor-third", ["5: 'harbor-third': harbor-third is a ratio, which has no bar; draw figures with a value"]),
        ("harbor-rooms", "harbor-rate", ["5: 'harbor-rate': harbor-rate is a rate, which has no bar; draw figures with a value"]),
        ("id: harbor", "id: Harbor", ["1: 'Harbor': id: this is no id; use small letters, digits and hyphens, a letter first"]),
        (f"    {TITLE}\n", "", ["1: title: this field is missing; add it"]),
        ("highlight: true", "highlight: loud", ["5: 'loud': highlight: this is neither true nor false; write true"]),
        ("highlight: true", "colour: red", ["5: 'red': colour: this field is not known here; the fields here are figure, label, highlight"]),
        (ROOMS, f"{ROOMS}\n    compare: {{more: harbor-rooms, less: harbor-capacity}}", [
            "6: 'harbor-capacity': harbor-capacity has no bar here; name a figure of this chart"
        ]),
        (ROOMS, f"{ROOMS}\n    compare: {{more: harbor-sites, less: harbor-rooms}}", [
            "6: harbor-sites is not the larger one; name two figures above zero, the larger one in more"
        ]),
    ],
)  # fmt: skip
def test_each_rule_of_a_chart(draw: Draw, old: str, new: str, told: list[str]) -> None:
    assert WHOLE.count(old) == 1
    folder = draw(WHOLE.replace(old, new))
    with pytest.raises(ContentError) as raised:
        read_articles(folder / "summaries")
    at = first_line(folder)
    expected = [(at + int(line), rest) for line, _, rest in (text.partition(": ") for text in told)]
    assert [str(complaint).replace(f"{folder}/", "") for complaint in raised.value.complaints] == [
        f"{FIGURES}:{line}: {rest}" for line, rest in expected
    ]


def test_a_figure_below_zero_and_zeros_alone_are_refused(draw: Draw) -> None:
    folder = draw(WHOLE)
    path = folder / FIGURES
    whole = path.read_text(encoding="utf-8")
    for value, other, told in (
        ("-30", "12", "harbor-rooms is below zero, where bars begin; draw figures that are zero or above it"),
        ("0", "0", "every bar is zero; draw figures of which one is above it"),
    ):
        changed = whole.replace("value: 30", f"value: {value}").replace("value: 12", f"value: {other}")
        path.write_text(changed, encoding="utf-8")
        with pytest.raises(ContentError) as raised:
            read_articles(folder / "summaries")
        (complaint,) = raised.value.complaints
        assert str(complaint).endswith(told)


def test_an_id_is_taken_once(draw: Draw) -> None:
    folder = draw(WHOLE + WHOLE.removeprefix("charts:\n"))
    with pytest.raises(ContentError) as raised:
        read_articles(folder / "summaries")
    (complaint,) = raised.value.complaints
    assert str(complaint).endswith(": 'harbor': this id is taken; choose another")


def test_shipped_charts_go_through_json(shipped_content: Content) -> None:
    assert [chart.id for chart in shipped_content.charts] == [
        "ai-use",
        "ai-private-investment",
        "ai-policy",
        "valuation-multiples",
    ]
    for chart in shipped_content.charts:
        assert chart_from_json(json.loads(json.dumps(chart_to_json(chart)))) == chart
