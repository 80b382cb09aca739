"""Figures on pages: their table, the page of one, its amount in the reader's currency, and what it is misread as."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from flask.testing import FlaskClient

from api.library import library
from api.pages.conversions import ConvertedAmount, NoAmount
from api.pages.figure_notes import FigureNotes
from api.pages.view import View
from tests.api.test_pages import ARTICLE, Page, page

TABLE = f"{ARTICLE}/figures"


def rows(shown: Page) -> list[str]:
    return [element.get("id") for element in shown.all("tr") if element.get("id")]


def texts(shown: Page, tag: str, class_: str) -> list[str]:
    return [element.text for element in shown.all(tag, class_)]


# In the reader's currency


@pytest.mark.parametrize(
    ("address", "amount", "basis"),
    [
        (
            "/en/figures/ai-private-investment-us-2023?currency=CNY",
            "about 477 billion Chinese yuan",
            "at the European Central Bank’s reference rate of 29 December 2023, $1 = CN¥7.105",
        ),
        (
            "/zh-Hans/figures/ai-private-investment-us-2023",
            "约4770亿元人民币",
            "按欧洲央行2023年12月29日的参考汇率折算：1美元=7.105元人民币",
        ),
        (
            "/zh-Hant/figures/ai-private-investment-us-2023?currency=hkd",
            "約5250億港幣",
            "依歐洲央行2023年12月29日的參考匯率換算：1美元=7.811港幣",
        ),
        (
            "/zh-Hans/figures/japan-private-ai-investment-target",
            "约450亿元人民币",
            "按文章采用的汇率折算：100日元≈4.5元人民币（2025年12月）",
        ),
        (
            "/en/figures/vision-fund-loss-fy2022-jpy",
            "about 39.77 billion US dollars",
            "as the article itself states it",
        ),
    ],
)
def test_an_amount_is_told_in_the_readers_currency_with_its_rate_day_and_source(
    client: FlaskClient, address: str, amount: str, basis: str
) -> None:
    shown = page(client, address)
    assert texts(shown, "p", "amount") == [amount]
    assert texts(shown, "p", "basis") == [basis]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        (
            "/zh-Hant/figures/softbank-openai-pledge",
            "歐洲央行不公布該貨幣的參考匯率：新台幣 (TWD)。",
        ),
        (
            "/en/figures/softbank-openai-pledge?currency=RUB",
            "The European Central Bank published no reference rate on 30 April 2025 for: Russian Ruble (RUB).",
        ),
    ],
)
def test_a_missing_rate_says_so(client: FlaskClient, address: str, said: str) -> None:
    shown = page(client, address)
    assert texts(shown, "p", "amount") == []
    assert texts(shown, "p", "basis") == [said]


def test_what_is_no_money_has_no_currencies_to_choose_from(client: FlaskClient) -> None:
    assert page(client, "/en/figures/softbank-openai-pledge").all("select")
    assert not page(client, "/en/figures/japan-data-center-capacity").all("select")


@pytest.mark.parametrize("code", ["XXX", "US", "dollars", "<b>", "٣٣٣"])
def test_what_is_no_currency_is_refused(client: FlaskClient, code: str) -> None:
    response = client.get(f"/zh-Hans{TABLE}", query_string={"currency": code})
    assert response.status_code == 422
    assert "没有这种货币。请使用 ISO 4217 代码" in response.text


# A figure at a glance


@pytest.mark.parametrize(
    ("views", "figure", "expected"),
    [
        (
            ("en",),
            "openai-future-valuation",
            (
                "8300亿 is 830 billion, not 8,300 billion: Chinese counts in ten thousands, English in thousands.",
                "830 billion is 8300亿, not 830亿: Chinese counts in ten thousands, English in thousands.",
            ),
        ),
        (
            ("zh-Hans",),
            "openai-future-valuation",
            ("8300亿即 830 billion，不是 8,300 billion：中文按万进位，英文按千进位。",),
        ),
        (
            ("zh-Hant",),
            "generative-ai-revenue-forecast",
            (
                "1万亿即 1 trillion，不是 10 trillion：中文按萬進位，英文按千進位。",
                "1兆即 1 trillion，不是 1 million：台灣、日本和韓國的「兆」是10¹²；中國大陸的「兆」可指百萬（10⁶）。",
            ),
        ),
        (
            ("zh-Hans", "en"),
            "ai-contribution-to-us-gdp-growth",
            ("0.7个百分点是两个百分比之差：10%增加之后是10.7%，而不是10.07%。",),
        ),
        (
            ("zh-Hant",),
            "japan-data-center-capacity-growth",
            ("「增长逾两倍」說的是增加的部分，成長後相當於原來水準的超過3倍，而不是超過2倍。",),
        ),
        (("en",), "ai-medical-imaging-accuracy", ()),
    ],
)
def test_a_note_tells_what_is_easily_misread(
    client: FlaskClient, views: tuple[str, ...], figure: str, expected: tuple[str, ...]
) -> None:
    with client.application.test_request_context(f"/{'+'.join(views)}/"):
        client.application.preprocess_request()
        article = library().summaries.article("softbank-ai")
        assert article is not None
        note = FigureNotes(library(), View.of(*views), article).note(figure)
    assert note.misreadings == expected


def test_a_note_has_the_amount_in_the_currency_of_its_language(tiny_client: FlaskClient) -> None:
    notes: dict[str, Any] = {}
    for tag in ("en", "zh-Hans", "zh-Hant"):
        with tiny_client.application.test_request_context(f"/{tag}/"):
            tiny_client.application.preprocess_request()
            article = library().summaries.article("harbor")
            assert article is not None
            notes[tag] = FigureNotes(library(), View.of(tag), article).note("harbor-investment-jpy").converted
    assert isinstance(notes["en"], ConvertedAmount)
    assert (notes["en"].numbers[0].text, notes["en"].stated) == ("39.77 billion US dollars", True)
    assert isinstance(notes["zh-Hans"], ConvertedAmount)
    assert (notes["zh-Hans"].numbers[0].text, notes["zh-Hans"].stated) == ("约2400亿元人民币", False)
    assert isinstance(notes["zh-Hant"], NoAmount)


# The table


def test_headings_sort_and_sort_the_other_way(client: FlaskClient) -> None:
    shown = page(client, f"/en{TABLE}?kind=percent&sort=value")
    found = rows(shown)
    assert (found[0], found[-1]) == (
        "companies-with-lasting-ai-returns",
        "generative-ai-adopters-without-profit",
    )
    (sorted_,) = [e for e in shown.all("th") if e.get("aria-sort")]
    assert (sorted_.text, sorted_.get("aria-sort")) == ("Figure", "ascending")
    link = shown.by_id("by-value")
    assert link.get("href") == f"/en{TABLE}?kind=percent&sort=value&order=desc"
    falling = page(client, link.get("href"))
    assert rows(falling)[0] == "generative-ai-adopters-without-profit"
    assert [e.get("aria-sort") for e in falling.all("th") if e.get("aria-sort")] == ["descending"]


def test_a_column_is_sorted_as_its_readers_sort(client: FlaskClient) -> None:
    def measured(view: str) -> list[str]:
        text = client.get(f"/{view}{TABLE}.csv?sort=measures").text
        return [line[f"measures_{view}"] for line in csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))]

    assert measured("en") == sorted(measured("en"), key=str.casefold)
    by_sound = dict.fromkeys(name[0] for name in measured("zh-Hans"))
    assert "".join(by_sound) == "AMO部材采从对互计将美全认日软上生实视微文已愿智中重"  # bù cái cǎi cóng …
    by_strokes = dict.fromkeys(name[0] for name in measured("zh-Hant"))
    assert "".join(by_strokes) == "AMO上已中文日生全材美計重將從採軟部智視微實對網認願"


def test_rows_without_what_is_sorted_by_come_last_either_way(client: FlaskClient) -> None:
    for order in ("asc", "desc"):
        shown = page(client, f"/en{TABLE}?sort=period&order={order}")
        assert (
            rows(shown)[-1] == "dot-com-peak-valuation-multiple" or "–" in shown.by_id(rows(shown)[-1]).text
        )
    oldest = rows(page(client, f"/en{TABLE}?sort=period"))[0]
    assert oldest == "dot-com-peak-valuation-multiple"  # 2000


def test_amounts_in_one_currency_compare(client: FlaskClient) -> None:
    shown = page(client, f"/en{TABLE}?kind=money&currency=CNY&sort=value&order=desc")
    assert rows(shown)[:3] == [
        "global-ai-business-earnings",
        "ai-revenue-needed-2030",
        "generative-ai-revenue-forecast",
    ]
    assert "about 27 trillion Chinese yuan" in shown.by_id("global-ai-business-earnings").text
    without = page(client, f"/en{TABLE}?kind=money&sort=value&order=desc")
    assert rows(without)[0] == "global-ai-business-earnings"  # yen with yen
    assert rows(without)[1] == "vision-fund-loss-fy2022-jpy"


def test_one_reason_for_no_amount_is_said_once(client: FlaskClient) -> None:
    shown = page(client, f"/zh-Hant{TABLE}?kind=money&currency=TWD")
    assert (
        "".join(text for _, text in shown.runs).count("歐洲央行不公布該貨幣的參考匯率：新台幣 (TWD)。") == 1
    )


@pytest.mark.parametrize("text", ["軟銀", "软银", "SOFTBANK", "softbank"])
def test_rows_are_searched_in_any_script(client: FlaskClient, text: str) -> None:
    view = "en" if text.isascii() else "zh-Hans"
    shown = page(client, f"/{view}{TABLE}?text={text}")
    assert "softbank-openai-pledge" in rows(shown)
    assert 5 < len(rows(shown)) < 20


def test_what_nobody_has_is_not_found(client: FlaskClient) -> None:
    shown = page(client, f"/en{TABLE}?text=%E2%80%AE%3Cb%3E")
    assert rows(shown) == []
    assert "0 figures" in [element.text for element in shown.all("h2")]


def test_the_twin_of_a_sorted_table_is_the_list_of_the_api(client: FlaskClient) -> None:
    shown = page(client, f"/en{TABLE}?kind=money&currency=CNY&sort=value&order=desc&text=loss")
    (twin,) = [e.get("href") for e in shown.all("link") if e.get("type") == "application/json"]
    assert twin == f"/api/v1{TABLE}?kind=money&locale=en"
    assert client.get(twin).status_code == 200


def test_the_table_is_a_file_too(client: FlaskClient) -> None:
    shown = page(client, f"/en{TABLE}?kind=money&currency=CNY&sort=value&order=desc&limit=5")
    (address,) = [e.get("href") for e in shown.all("a") if e.get("type") == "text/csv"]
    response = client.get(address)
    assert response.mimetype == "text/csv"
    assert response.headers["Content-Disposition"] == "attachment; filename=softbank-ai-figures-en.csv"
    assert response.text.startswith("\ufeffid,")
    lines = list(csv.DictReader(io.StringIO(response.text.removeprefix("\ufeff"))))
    assert len(lines) == client.get(f"/api/v1{TABLE}?kind=money&limit=1").json["total"]
    assert lines[0] == {
        "id": "global-ai-business-earnings",
        "measures_en": "Total earnings of AI businesses worldwide",
        "value": "600000000000000",
        "low": "",
        "high": "",
        "unit": "JPY",
        "per_value": "",
        "per_unit": "",
        "modifier": "about",
        "text_en": "about 600 trillion Japanese yen",
        "as_written": "约为 600 万亿日元",
        "period": "",
        "said_by": "Masayoshi Son",
        "section": "s2",
        "converted": "27000000000000",
        "converted_low": "",
        "converted_high": "",
        "currency": "CNY",
        "rate": "JP¥100 ≈ CN¥4.5",
        "rate_day": "2025-12",
        "rate_source": "the article",
    }


def test_the_file_of_two_languages_has_both(client: FlaskClient) -> None:
    text = client.get(f"/zh-Hant+en{TABLE}.csv?section=s1").text
    assert text.splitlines()[0] == (
        "\ufeffid,measures_zh-Hant,measures_en,value,low,high,unit,per_value,per_unit,modifier,text_zh-Hant,text_en,"
        "as_written,period,said_by,section"
    )
    assert (
        "vision-fund-portfolio-companies,軟銀透過願景基金1號和2號累計投資的公司數量,Companies in which SoftBank has"
        " invested through Vision Funds 1 and 2,335,,,count,,,,335家公司,335 companies,335 家公司,<=2025-06-30,,s1"
    ) in text


# The page of one


def test_a_figure_is_copied_as_text_as_a_number_and_as_a_line(client: FlaskClient) -> None:
    shown = page(client, "/zh-Hans/figures/vision-fund-loss-fy2022-jpy")
    copied = [button.get("data-copy") for button in shown.all("button", "copy") if button.get("data-copy")]
    assert copied == [
        "5.3万亿日元",
        "5300000000000",
        "vision-fund-loss-fy2022-jpy,愿景基金的投资亏损,5300000000000,,,JPY,,,,5.3万亿日元,5.3 万亿日元,FY2022,,s2",
    ]


def test_a_figure_has_its_neighbours(client: FlaskClient) -> None:
    first = page(client, "/en/figures/softbank-ai-projects-investment")
    links = {e.get("rel"): e.get("href") for e in first.all("a") if e.get("rel") in ("prev", "next")}
    assert links == {"next": "/en/figures/vision-fund-portfolio-companies"}
    second = page(client, links["next"])
    back = {e.get("rel"): e.get("href") for e in second.all("a") if e.get("rel") in ("prev", "next")}
    assert back == {
        "prev": "/en/figures/softbank-ai-projects-investment",
        "next": "/en/figures/global-ai-business-earnings",
    }
