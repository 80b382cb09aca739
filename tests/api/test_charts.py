"""Charts as readers, spreadsheets and programs get them: the page, SVG, PNG, CSV and JSON."""

from __future__ import annotations

import re
import struct
import subprocess
import zlib
from base64 import b64encode
from collections.abc import Callable
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from fontTools.ttLib import TTFont

from api.drawing.png import png
from api.fonts.characters import characters, our_texts
from tests.api.test_pages import Page

CHARTS = "articles/softbank-ai/charts"
SVG = "{http://www.w3.org/2000/svg}"
ROOT = Path(__file__).parents[2]
PAPER = b"\xfd\xfc\xfa"
LANGUAGES = ("en", "zh-Hans", "zh-Hant")
IDS = ("ai-use", "ai-private-investment", "ai-policy", "valuation-multiples")
WHITE_PAPER = "White Paper on Information and Communications in Japan"


def words(svg: ElementTree.Element) -> list[str]:
    return ["".join(text.itertext()) for text in svg.iter(f"{SVG}text")]


def shown(client: FlaskClient, address: str) -> Page:
    response = client.get(address)
    assert response.status_code == 200
    return Page(response.text)


# What a reader sees


@pytest.mark.parametrize(
    ("language", "chart", "labels"),
    [
        ("en", "ai-use", ["Japan only 26.7%", "United States 68.8%", "China 81%"]),
        ("zh-Hans", "ai-use", ["日本 仅26.7%", "美国 68.8%", "中国 81%"]),
        ("zh-Hant", "ai-use", ["日本 僅26.7%", "美國 68.8%", "中國 81%"]),
        ("en", "ai-private-investment", [
            "Japan about 700 million US dollars", "United States 67.2 billion US dollars", "China 7.8 billion US dollars",
        ]),
        ("zh-Hans", "ai-private-investment", ["日本 约7亿美元", "美国 672亿美元", "中国 78亿美元"]),
        ("zh-Hant", "ai-private-investment", ["日本 約7億美元", "美國 672億美元", "中國 78億美元"]),
        ("en", "ai-policy", ["Japan only 49.7%", "Germany 76.4%", "United States 84.8%"]),
        ("zh-Hant", "ai-policy", ["日本 僅49.7%", "德國 76.4%", "美國 84.8%"]),
        ("en", "valuation-multiples", ["Historical average 20 times", "Now about 40 times", "Dot-com bubble peak 80 times"]),
        ("zh-Hans", "valuation-multiples", ["历史平均 20倍", "当前 约40倍", "互联网泡沫顶峰 80倍"]),
    ],
)  # fmt: skip
def test_bars_have_their_numbers_beside_them(
    client: FlaskClient, language: str, chart: str, labels: list[str]
) -> None:
    page = shown(client, f"/{language}/{CHARTS}/{chart}")
    (plot,) = page.all("svg", "plot")
    drawn = [text.text for text in page.all("text")]
    assert [text for text in drawn if text in labels] == labels
    title, description = (page.by_id(id_).text for id_ in plot.get("aria-labelledby").split())
    assert title == page.all("h1")[0].text
    assert all(label in description for label in labels)  # what the drawing says, for who cannot see it
    assert plot.get("role") == "img"


@pytest.mark.parametrize(
    ("language", "chart", "marks"),
    [
        ("en", "ai-use", ["0%", "50%", "100%"]),
        ("en", "ai-private-investment", ["$0", "$40B", "$80B"]),
        ("zh-Hant", "ai-private-investment", ["0美元", "400億美元", "800億美元"]),
        ("zh-Hans", "valuation-multiples", ["0倍", "40倍", "80倍"]),
    ],
)
def test_the_axis_begins_at_zero(client: FlaskClient, language: str, chart: str, marks: list[str]) -> None:
    page = shown(client, f"/{language}/{CHARTS}/{chart}")
    assert [text.text for text in page.all("text") if text.get("text-anchor")] == marks


def test_the_bars_of_a_page_are_as_long_as_the_values(client: FlaskClient) -> None:
    page = shown(client, f"/en/{CHARTS}/ai-private-investment")
    widths = [Decimal(rect.get("width").removesuffix("%")) for rect in page.all("rect")]
    assert widths == [Decimal("0.8750"), Decimal("84.0000"), Decimal("9.7500")]
    assert [e.classes for e in page.all("g", "bar")] == [["bar", "highlight"], ["bar"], ["bar"]]


def test_a_chart_says_who_says_so_when_and_how_much_exactly(client: FlaskClient) -> None:
    page = shown(client, f"/en/{CHARTS}/ai-private-investment")
    assert page.all("figcaption")[0].text == "AI Index Report · 2023"
    assert "United States: about 96 times Japan" in page.all("figure", "chart")[0].text
    rows = [row.text for row in page.all("tr")[1:]]
    assert rows == [
        "Private venture investment in AI in Japan about 700 million US dollars 700000000 USD 2023 大约 7 亿美元",
        "Private venture investment in AI in the United States 67.2 billion US dollars 67200000000 USD 2023 672 亿美元",
        "Private venture investment in AI in China 7.8 billion US dollars 7800000000 USD 2023 78 亿美元",
    ]
    assert "/en/figures/ai-private-investment-japan-2023" in page.hrefs()
    files = [f"/en/{CHARTS}/ai-private-investment.{form}" for form in ("svg", "png", "csv", "json")]
    assert [link.get("href") for link in page.all("a") if link.get("href") in files][:4] == files


def test_figures_of_several_periods_have_theirs_in_the_table_only(client: FlaskClient) -> None:
    page = shown(client, f"/en/{CHARTS}/valuation-multiples")
    assert page.all("figcaption")[0].text == "the article"
    periods = [cell.text for cell in page.all("td") if cell.get("data-label") == "Period"]
    assert periods == ["–", "–", "2000"]


def test_side_by_side_has_both_languages_at_each_bar(client: FlaskClient) -> None:
    page = shown(client, f"/zh-Hans+en/{CHARTS}/ai-use")
    labels = [(text.lang, text.text) for text in page.all("text") if not text.get("text-anchor")]
    assert labels == [
        ("zh-Hans", "日本 仅26.7%"), ("en", "Japan only 26.7%"),
        ("zh-Hans", "美国 68.8%"), ("en", "United States 68.8%"),
        ("zh-Hans", "中国 81%"), ("en", "China 81%"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "ids"),
    [("", IDS), ("?section=s3", IDS[:3]), ("?section=s4", IDS[3:]), ("?section=s1", ()), ("?kind=money", ())],
)
def test_the_figures_page_begins_with_the_charts(
    client: FlaskClient, query: str, ids: tuple[str, ...]
) -> None:
    page = shown(client, f"/en/articles/softbank-ai/figures{query}")
    assert [e.get("id") for e in page.all("figure", "chart")] == [f"chart-{id_}" for id_ in ids]
    assert len(page.ids()) == len(set(page.ids()))


def test_no_style_stands_in_a_page(client: FlaskClient) -> None:
    html = client.get("/en/articles/softbank-ai/figures").text
    assert "<style" not in html
    assert "style=" not in html


# Files


@pytest.mark.parametrize("chart", IDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_svg_is_a_picture_by_itself(client: FlaskClient, language: str, chart: str) -> None:
    response = client.get(f"/{language}/{CHARTS}/{chart}.svg")
    assert response.mimetype == "image/svg+xml"
    assert response.headers["Content-Language"] == language
    svg = ElementTree.fromstring(response.text)  # noqa: S314 - our own
    assert svg.get("{http://www.w3.org/XML/1998/namespace}lang") == language
    page = shown(client, f"/{language}/{CHARTS}/{chart}")
    said = words(svg)
    assert "".join(said).startswith(page.all("h1")[0].text.split(" ")[0])
    assert {text.text for text in page.all("text")} <= set(said)
    for x, y in ((float(t.get("x", "0").rstrip("%")), t.get("y", "")) for t in svg.findall(f"{SVG}text")):
        assert 0 <= x < float(svg.get("width", ""))
        assert 0 < float(y) < float(svg.get("height", ""))


def test_svg_names_its_sources(client: FlaskClient) -> None:
    svg = ElementTree.fromstring(client.get(f"/en/{CHARTS}/ai-private-investment.svg").text)  # noqa: S314 - our own
    assert words(svg)[0] == "Private venture investment in AI"
    assert words(svg)[-5:] == [
        "United States: about 96 times Japan",
        "The report’s own category is private investment.",
        "AI Index Report · 2023",
        "Does Japan’s “grand AI project” run on wild",
        "spending alone? · TMTPost",
    ]


def test_the_style_of_an_svg_is_the_one_that_its_policy_allows(client: FlaskClient) -> None:
    response = client.get(f"/en/{CHARTS}/ai-use.svg")
    style = re.search("<style>(.*)</style>", response.text, re.DOTALL)
    assert style is not None
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert response.headers["Content-Security-Policy"] == f"default-src 'none'; style-src 'sha256-{digest}'"


def test_csv_has_every_bar_in_full(client: FlaskClient) -> None:
    response = client.get(f"/en/{CHARTS}/ai-use.csv")
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert response.headers["Content-Disposition"] == "attachment; filename=ai-use-en.csv"
    assert response.text == (
        "\ufefflabel,value,unit,modifier,text,period,as_written,said_by,figure\r\n"
        f"Japan,26.7,percent,only,only 26.7%,FY2024,只有 26.7%,{WHITE_PAPER},generative-ai-users-japan\r\n"
        f"United States,68.8,percent,,68.8%,FY2024,68.8%,{WHITE_PAPER},generative-ai-users-us\r\n"
        f"China,81,percent,,81%,FY2024,81%,{WHITE_PAPER},generative-ai-users-china\r\n"
    )


def test_csv_is_in_the_language_of_its_address(client: FlaskClient) -> None:
    lines = client.get(f"/zh-Hant/{CHARTS}/ai-private-investment.csv").text.splitlines()
    assert lines[1:] == [
        "日本,700000000,USD,about,約7億美元,2023,大约 7 亿美元,AI指數報告,ai-private-investment-japan-2023",
        "美國,67200000000,USD,,672億美元,2023,672 亿美元,AI指數報告,ai-private-investment-us-2023",
        "中國,7800000000,USD,,78億美元,2023,78 亿美元,AI指數報告,ai-private-investment-china-2023",
    ]


def test_json_has_the_figures_as_the_api_has_them(client: FlaskClient) -> None:
    data = client.get(f"/zh-Hans/{CHARTS}/ai-use.json").get_json()
    assert (data["id"], data["article"], data["section"]) == ("ai-use", "softbank-ai", "s3")
    assert data["title"]["en"] == "Share of people who have used generative AI"
    assert [bar["label"]["zh-Hans"] for bar in data["bars"]] == ["日本", "美国", "中国"]
    assert [bar["highlight"] for bar in data["bars"]] == [True, False, False]
    for bar in data["bars"]:
        answer = client.get(f"/api/v1/figures/{bar['figure']['id']}?locale=zh-Hans").get_json()
        assert bar["figure"] == answer


def pixels(data: bytes, most: int) -> tuple[int, int, list[bytes]]:
    """Return width, height and the first rows of RGB of a PNG as resvg writes it: 8 bits, with or without alpha."""
    width, height, _, colour = struct.unpack(">IIBB", data[16:26])
    channels = {2: 3, 6: 4}[colour]
    packed, at = b"", 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        if data[at + 4 : at + 8] == b"IDAT":
            packed += data[at + 8 : at + 8 + length]
        at += length + 12
    raw, stride, before = zlib.decompress(packed), width * channels, bytes(width * channels)
    rows: list[bytes] = []
    for y in range(min(height, most)):
        kind, *line = raw[y * (stride + 1) : (y + 1) * (stride + 1)]
        row = bytearray(line)
        for x in range(stride):
            left, above = row[x - channels] if x >= channels else 0, before[x]
            corner = before[x - channels] if x >= channels else 0
            row[x] = (row[x] + _predicted(kind, left, above, corner)) & 255
        before = bytes(row)
        rows.append(b"".join(before[x : x + 3] for x in range(0, stride, channels)))
    return width, height, rows


def _predicted(kind: int, left: int, above: int, corner: int) -> int:
    """https://www.w3.org/TR/png-3/#9Filter-types"""
    if kind < 4:
        return (0, left, above, (left + above) // 2)[kind]
    estimate = left + above - corner
    return min((left, above, corner), key=lambda near: abs(estimate - near))


@pytest.mark.parametrize("language", LANGUAGES)
def test_png_is_the_svg_with_its_text(client: FlaskClient, language: str) -> None:
    svg = client.get(f"/{language}/{CHARTS}/ai-use.svg").text
    response = client.get(f"/{language}/{CHARTS}/ai-use.png")
    assert response.mimetype == "image/png"
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own
    heading = root.find(f"{SVG}text")
    assert heading is not None
    baseline = 2 * int(heading.get("y", ""))
    width, height, drawn = pixels(response.data, baseline)
    assert (width, height) == (2 * int(root.get("width", "")), 2 * int(root.get("height", "")))
    without_text = re.sub("<text.*?</text>", "", svg, flags=re.DOTALL)
    _, _, bare = pixels(png(without_text, language), baseline)
    assert {row[n : n + 3] for row in bare for n in range(0, len(row), 3)} == {PAPER}
    assert drawn[: baseline - 40] == bare[: baseline - 40]
    inked = [row[n : n + 3] != PAPER for row in drawn[baseline - 30 :] for n in range(0, len(row), 3)]
    assert 0.01 < sum(inked) / len(inked) < 0.5


@pytest.mark.parametrize(("language", "suffix"), [("zh-Hans", "SC"), ("zh-Hant", "TC")])
def test_our_fonts_have_every_character_that_we_write(language: str, suffix: str) -> None:
    has = {chr(code) for code in TTFont(ROOT / f"api/fonts/DuizhaoSans{suffix}.otf").getBestCmap()}
    han = {character for character in characters(language) if "\u4e00" <= character <= "\u9fff"}
    assert len(han) >= {"zh-Hans": 6763, "zh-Hant": 5401}[language]  # GB 2312 whole, the first level of Big5
    written = {character for text in our_texts(ROOT) for character in text if character >= "\u3000"}
    assert "".join(sorted((han | written) - has)) == "", "make the fonts anew: make fonts"


def test_what_our_fonts_lack_does_not_stop_a_picture() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text y="15">ꙮ한A</text></svg>'
    assert png(svg, "en").startswith(b"\x89PNG")


@pytest.mark.parametrize("form", ["svg", "png", "csv", "json"])
def test_files_may_be_asked_for_from_anywhere_and_are_not_sent_twice(client: FlaskClient, form: str) -> None:
    address = f"/en/{CHARTS}/ai-use.{form}"
    first = client.get(address)
    assert first.headers["Access-Control-Allow-Origin"] == "*"
    again = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.headers["Access-Control-Allow-Origin"] == "*"
    assert client.head(address).headers["Content-Length"] == first.headers["Content-Length"]


def test_two_languages_lead_to_the_file_in_the_first(client: FlaskClient) -> None:
    response = client.get(f"/zh-Hans+en/{CHARTS}/ai-use.svg")
    assert (response.status_code, response.headers["Location"]) == (308, f"/zh-Hans/{CHARTS}/ai-use.svg")
    response = client.get(f"/zh-TW/{CHARTS}/ai-use.png")
    assert (response.status_code, response.headers["Location"]) == (308, f"/zh-Hant/{CHARTS}/ai-use.png")


# Bad input


@pytest.mark.parametrize(
    ("address", "lang", "told"),
    [
        (f"/en/{CHARTS}/ai-misuse", "en", "chart"),
        (f"/zh-Hant/{CHARTS}/ai-misuse.svg", "zh-Hant", "ai-misuse"),
        (f"/zh-Hans/{CHARTS}/ai-use.gif", "zh-Hans", "ai-use.gif"),
        ("/en/articles/nothing/charts/ai-use.csv", "en", "article"),
    ],
)
def test_what_there_is_not_is_told_in_the_language_of_the_address(
    client: FlaskClient, address: str, lang: str, told: str
) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert response.mimetype == "text/html"
    page = Page(response.text)
    assert page.all("html")[0].get("lang") == lang
    assert told in page.all("main")[0].text


def test_a_file_takes_no_parameters(client: FlaskClient) -> None:
    response = client.get(f"/en/{CHARTS}/ai-use.png?width=1200")
    assert response.status_code == 422
    assert "width" in Page(response.text).all("main")[0].text


def test_validate_tells_in_one_line_what_cannot_be_drawn(
    edit: Callable[[str, str, str], Path], run: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    label = "label: {en: A, zh-Hans: 甲, zh-Hant: 甲}"
    charts = (
        "charts:\n  - id: harbor\n    title: {en: A, zh-Hans: 甲, zh-Hant: 甲}\n    bars:\n"
        f"      - {{figure: harbor-sites, {label}}}\n      - {{figure: harbor-third, {label}}}\n"
    )
    file = "summaries/harbor/figures.yaml"
    folder = edit(file, "figures:\n", f"{charts}figures:\n")
    done = run("validate", str(folder))
    assert done.returncode == 1
    assert (done.stdout + done.stderr).splitlines()[0] == (
        f"{folder}/{file}:6: 'harbor-third': harbor-third is a ratio, which has no bar; draw figures with a value"
    )
