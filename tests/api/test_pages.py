"""The pages as a reader, a keyboard and a crawler meet them."""

from __future__ import annotations

import itertools
import re
import shlex
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from api import create_app
from api.pages.view import View
from api.pages.words import label, language_of, mark
from api.settings import Settings
from glossary import ConceptType, MatchMode, PartOfSpeech, Status, TermType
from translations import Kind

VIEWS = [str(view) for view in View.all()]
PAGES = [
    "/",
    "/articles/softbank-ai",
    "/articles/softbank-ai/sections/s2",
    "/articles/softbank-ai/figures",
    "/articles/softbank-ai/charts/ai-use",
    "/figures/vision-fund-loss-fy2022-jpy",
    "/terms",
    "/terms?q=算力",
    "/terms/computing-power",
    "/exports",
]
ARTICLE = "/articles/softbank-ai"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Element:
    """An element of a page: its attributes, the language it is in, and all the text within it."""

    tag: str
    attributes: dict[str, str | None]
    lang: str
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())

    def get(self, name: str) -> str:
        return self.attributes.get(name) or ""

    @property
    def classes(self) -> list[str]:
        return self.get("class").split()


class Page(HTMLParser):
    """A parsed page; refuses elements that are closed out of order or not at all."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.runs: list[tuple[str, str]] = []  # language, text
        self._open: list[Element] = []
        self.feed(html)
        self.close()
        assert not self._open, f"left open: {self._open[-1]}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        lang = attributes.get("lang") or (self._open[-1].lang if self._open else "")
        element = Element(tag, attributes, lang)
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open[-1].tag == tag, f"</{tag}> closes <{self._open[-1].tag}>"
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open and self._open[-1].tag == "script":  # data for machines, which no reader meets
            self._open[-1].texts.append(data)
            return
        for element in self._open:
            element.texts.append(data)
        if data.strip():
            self.runs.append((self._open[-1].lang if self._open else "", data))

    def all(self, tag: str, class_: str = "") -> list[Element]:
        return [e for e in self.elements if e.tag == tag and (not class_ or class_ in e.classes)]

    def by_id(self, id_: str) -> Element:
        (found,) = [e for e in self.elements if e.get("id") == id_]
        return found

    def ids(self) -> list[str]:
        return [e.get("id") for e in self.elements if e.get("id")]

    def hrefs(self) -> list[str]:
        return [e.get("href") for e in self.elements if e.get("href")]


def get(client: FlaskClient, address: str, **headers: str) -> TestResponse:
    return client.get(address, headers={name.replace("_", "-"): value for name, value in headers.items()})


def page(client: FlaskClient, address: str) -> Page:
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    assert response.mimetype == "text/html"
    return Page(response.text)


def links(response: TestResponse) -> list[str]:
    return response.headers.getlist("Link")


# What a reader sees


@pytest.mark.parametrize(
    ("view", "number", "measured", "period"),
    [
        ("en", "5.3 trillion Japanese yen", "Vision Fund", "fiscal 2022"),
        ("zh-Hans", "5.3万亿日元", "愿景基金", "2022财年"),
        ("zh-Hant", "5.3兆日圓", "願景基金", "2022財年"),
    ],
)
def test_a_figure_reads_right_in_each_language(
    client: FlaskClient, view: str, number: str, measured: str, period: str
) -> None:
    shown = page(client, f"/{view}/figures/vision-fund-loss-fy2022-jpy")
    assert measured in shown.all("h1")[0].text
    assert shown.all("div", "amount-big")[0].text == number
    facts = [element.text for element in shown.all("dd")]
    assert {"5.3 万亿日元", period, "5300000000000 JPY"} <= set(facts)


def test_a_figure_is_shown_in_other_locales_too(client: FlaskClient) -> None:
    shown = page(client, "/en/figures/vision-fund-loss-fy2022-jpy")
    numbers = {(element.lang, element.text) for element in shown.all("bdi")}
    assert ("de", "5,3 Billionen Japanische Yen") in numbers
    assert ("ja", "5.3兆円") in numbers
    assert ("zh-Hant", "5.3兆日圓") in numbers
    assert ("en", "JP¥5.3T") in numbers


def test_a_figure_names_the_same_amount_in_the_other_currency(client: FlaskClient) -> None:
    shown = page(client, "/zh-Hans/figures/vision-fund-loss-fy2022-jpy")
    assert "/zh-Hans/figures/vision-fund-loss-fy2022-usd" in shown.hrefs()


@pytest.mark.parametrize(
    ("view", "expected"),
    [("en", "about 39.77 billion US dollars"), ("zh-Hans", "约397.7亿美元"), ("zh-Hant", "約397.7億美元")],
)
def test_every_figure_of_the_article_is_in_its_table(client: FlaskClient, view: str, expected: str) -> None:
    shown = page(client, f"/{view}{ARTICLE}/figures")
    total = client.get(f"/api/v1{ARTICLE}/figures?limit=1").json["total"]
    rows = [element for element in shown.all("tr") if element.get("id")]
    assert len(rows) == total
    assert expected in shown.by_id("vision-fund-loss-fy2022-usd").text


def test_figures_can_be_narrowed_by_a_form(client: FlaskClient) -> None:
    address = f"/zh-Hans{ARTICLE}/figures?section=&kind=percent&unit="
    total = client.get(f"/api/v1{ARTICLE}/figures?kind=percent").json["total"]
    shown = page(client, address)
    rows = [element for element in shown.all("tr") if element.get("id")]
    assert 0 < len(rows) == total
    assert all("%" in row.text for row in rows)
    selected = [(o.get("value"), o.text) for o in shown.all("option") if "selected" in o.attributes]
    assert ("percent", "百分比") in selected


def test_figures_can_be_read_in_any_locale(client: FlaskClient) -> None:
    shown = page(client, f"/en{ARTICLE}/figures?section=&kind=&unit=&locale=de-AT")
    row = [e for e in shown.all("bdi") if e.lang == "de-AT"]
    assert "5,3 Billionen Japanische Yen" in [e.text for e in row]
    assert shown.all("html")[0].get("lang") == "en"
    (twin,) = [e.get("href") for e in shown.all("link") if e.get("type") == "application/json"]
    assert client.get(twin).headers["Content-Language"].startswith("de")
    response = client.get(f"/zh-Hans{ARTICLE}/figures?locale=not%20a%20tag")
    assert response.status_code == 400
    assert "BCP 47 语言标签" in response.text


def test_a_section_is_read_sentence_by_sentence(client: FlaskClient) -> None:
    sentences = client.get(f"/api/v1{ARTICLE}/sections/s2").json["summary"]
    for view in ("en", "zh-Hans", "zh-Hant"):
        shown = page(client, f"/{view}{ARTICLE}/sections/s2")
        for sentence in sentences:
            assert sentence["text"][view] in "".join(shown.by_id(sentence["id"]).texts)


def test_side_by_side_has_both_languages_of_each_sentence(client: FlaskClient) -> None:
    shown = page(client, f"/zh-Hant+en{ARTICLE}")
    for section in client.get(f"/api/v1{ARTICLE}/sections").json["items"]:
        for sentence in section["summary"]:
            text = "".join(shown.by_id(sentence["id"]).texts)
            assert sentence["text"]["zh-Hant"] in text
            assert sentence["text"]["en"] in text
            assert (
                sentence["text"]["zh-Hans"] == sentence["text"]["zh-Hant"]
                or sentence["text"]["zh-Hans"] not in text
            )


def test_terms_and_figures_in_a_sentence_are_explained_on_the_page(client: FlaskClient) -> None:
    shown = page(client, f"/zh-Hans{ARTICLE}/sections/s2")
    (figure,) = {e.text: e for e in shown.all("a", "figure") if e.text == "5.3万亿日元"}.values()
    note = shown.by_id(figure.get("href").removeprefix("#"))
    assert note.get("id") == "figure-vision-fund-loss-fy2022-jpy"
    assert figure.get("data-n") == note.get("data-n")  # the number by which print tells them
    for told in ("5,300,000,000,000日元", "5.3 万亿日元", "2022财年", "约397.7亿美元"):
        assert told in note.text
    for mention in shown.all("a", "term") + shown.all("a", "figure"):
        assert mention.get("href").startswith(("#term-", "#figure-"))
        assert shown.by_id(mention.get("href").removeprefix("#")).text


def test_a_note_of_a_term_says_what_it_is(client: FlaskClient) -> None:
    note = page(client, f"/zh-Hant+en{ARTICLE}").by_id("term-data-center").text
    for told in ("資料中心", "zī liào zhōng xīn", "data center", "s0.6", "s1.1"):
        assert told in note
    for definition in client.get("/api/v1/terms/data-center").json["definition"].items():
        assert (definition[1] in note) is (definition[0] != "zh-Hans")


def test_the_second_language_can_wait_until_it_is_asked_for(client: FlaskClient) -> None:
    shown = page(client, f"/zh-Hans+en{ARTICLE}?show=reveal")
    hidden = shown.all("details", "reveal")
    sentences = [e for e in shown.all("li") if re.fullmatch(r"s\d+\.\d+", e.get("id"))]
    assert len(hidden) == len(sentences) > 40
    assert "open" not in hidden[0].attributes
    assert hidden[0].text.startswith("English SoftBank Group keeps adding")
    assert f"/zh-Hant+en{ARTICLE}?show=reveal" in shown.hrefs()  # another pair, likewise
    assert f"/en{ARTICLE}" in shown.hrefs()
    assert f"/zh-Hans+en{ARTICLE}" in [e.get("href") for e in shown.all("a", "reveal-switch")]
    (canonical,) = [e.get("href") for e in shown.all("link") if e.get("rel") == "canonical"]
    assert canonical == f"/zh-Hans+en{ARTICLE}"
    plain = page(client, f"/zh-Hans{ARTICLE}?show=reveal")
    assert not plain.all("details", "reveal")


def test_looking_up_a_term(client: FlaskClient) -> None:
    shown = page(client, "/en/terms?q=算力")
    assert shown.all("h3")[0].text == "computing power"
    assert shown.all("p", "why")[0].text == "Found: 算力 (whole term, preferred)"
    assert shown.all("mark")[0].lang in ("zh-Hans", "zh-Hant")


def test_a_deprecated_term_says_what_to_write(client: FlaskClient) -> None:
    for view, told in [
        ("en", "deprecated Write computing power, not arithmetic power."),
        ("zh-Hans", "拒用 应写 computing power，不写 arithmetic power。"),
        ("zh-Hant", "不建議使用 應寫 computing power，不寫 arithmetic power。"),
    ]:
        assert page(client, f"/{view}/terms?q=arithmetic+power").all("p", "warning")[0].text == told


def test_a_term_page_says_everything(client: FlaskClient) -> None:
    concept = client.get("/api/v1/terms/computing-power").json
    shown = page(client, "/zh-Hans+en/terms/computing-power")
    text = " ".join("".join(t for _, t in shown.runs).split())
    for language in concept["languages"].values():
        for term in language["terms"]:
            assert term["term"] in text
            assert term["reading"] is None or term["reading"] in text
    for said in (concept["definition"], concept["note"]):
        assert said["zh-Hans"] in text
        assert said["en"] in text
        assert said["zh-Hant"] not in text
    for id_ in concept["related"]:
        assert f"/zh-Hans+en/terms/{id_}" in shown.hrefs()
    for name in concept["sections"]:
        assert f"/zh-Hans+en/articles/{name.replace('/', '/sections/')}" in shown.hrefs()


def test_the_glossary_leads_to_its_files(client: FlaskClient) -> None:
    for path in ("/en/terms", "/en/terms/computing-power"):
        assert "/en/exports" in page(client, path).hrefs()
    shown = page(client, "/en/exports")
    assert "/exports/omegat/zh-Hans_en.txt" in shown.hrefs()
    assert "/exports/tbx/all.tbx" in shown.hrefs()
    assert any(cell.text == "DeepL glossary" for cell in shown.all("td"))


def test_nothing_found_says_what_to_try(client: FlaskClient) -> None:
    response = client.get("/zh-Hant/terms?q=zzzz")
    assert response.status_code == 200
    assert "找不到" in response.text or "沒有找到" in response.text


def test_lists_have_a_way_on_and_back(client: FlaskClient) -> None:
    first = page(client, "/en/terms?limit=2&lang=&field=technology")
    (onward,) = [e.get("href") for e in first.all("a") if e.get("rel") == "next"]
    second = page(client, onward)
    assert first.all("h3")[0].text != second.all("h3")[0].text
    (back,) = [e.get("href") for e in second.all("a") if e.get("rel") == "prev"]
    assert page(client, back).all("h3")[0].text == first.all("h3")[0].text


def test_every_code_has_a_name(client: FlaskClient) -> None:
    with client.application.test_request_context("/zh-Hans/"):
        for codes in (Status, TermType, PartOfSpeech, ConceptType, MatchMode, Kind):
            assert all(label(code) for code in codes)


# Languages


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_its_languages(client: FlaskClient, view: str, path: str) -> None:
    response = client.get(f"/{view}{path}")
    languages = view.split("+")
    assert response.headers["Content-Language"] == ", ".join(languages)
    assert response.headers["Vary"] == "Accept-Encoding"  # and not with what the reader prefers
    assert Page(response.text).all("html")[0].get("lang") == languages[0]


@pytest.mark.parametrize("path", PAGES)
def test_chinese_on_an_english_page_is_marked(client: FlaskClient, path: str) -> None:
    shown = page(client, f"/en{path}")
    title = shown.all("title")[0].texts  # which can hold no markup
    for lang, text in shown.runs:
        assert lang.startswith(("zh", "ja")) or language_of(text) == "en" or text in title, (lang, text)


@pytest.mark.parametrize("path", PAGES)
def test_side_by_side_marks_the_other_language(client: FlaskClient, path: str) -> None:
    runs = page(client, f"/zh-Hans+en{path}").runs
    assert {"zh-Hans", "en"} <= {lang for lang, _ in runs}
    assert all(language_of(text) != "zh" for lang, text in runs if lang == "en")


def test_the_script_of_each_chinese_is_told(client: FlaskClient) -> None:
    shown = page(client, "/en/terms/computing-power")
    assert {(e.lang, e.text) for e in shown.all("span")} >= {("zh-Hans", "计算能力"), ("zh-Hant", "運算能力")}
    assert any(e.get("lang") == "zh-Latn-pinyin" and e.text == "suàn lì" for e in shown.all("span"))


def test_chinese_within_english_is_found_with_its_punctuation() -> None:
    assert mark("a 《算力》, b", "en") == 'a 《<span lang="zh">算力</span>》, b'
    assert mark("<算力>", "zh-Hans") == "&lt;算力&gt;"


@pytest.mark.parametrize("path", PAGES)
def test_each_page_is_in_every_view(client: FlaskClient, path: str) -> None:
    shown = page(client, f"/en{path}")
    switch = [e for e in shown.all("a") if e.get("hreflang")]
    quoted = path.replace("算力", "%E7%AE%97%E5%8A%9B")
    offered = [e.get("href") for e in switch]
    for view in ("zh-Hans", "zh-Hant", "en", "en+zh-Hans", "en+zh-Hant", "zh-Hans+zh-Hant"):
        assert f"/{view}{quoted}" in offered
    (current,) = [e for e in switch if e.get("aria-current") == "page"]
    assert current.text == "English"


def test_a_sentence_links_to_itself_in_other_languages(client: FlaskClient) -> None:
    shown = page(client, f"/en{ARTICLE}/sections/s2")
    hrefs = shown.hrefs()
    for view in ("zh-Hans", "zh-Hant", "en+zh-Hans"):
        assert f"/{view}{ARTICLE}/sections/s2#s2.3" in hrefs
    assert "#s2.3" in hrefs


def test_alternates_are_told_to_machines(client: FlaskClient) -> None:
    shown = page(client, f"/zh-Hant{ARTICLE}")
    alternates = {e.get("hreflang"): e.get("href") for e in shown.all("link") if e.get("hreflang")}
    assert alternates == {
        "zh-Hans": f"/zh-Hans{ARTICLE}",
        "zh-Hant": f"/zh-Hant{ARTICLE}",
        "en": f"/en{ARTICLE}",
        "x-default": f"/en{ARTICLE}",
    }
    (canonical,) = [e for e in shown.all("link") if e.get("rel") == "canonical"]
    assert canonical.get("href") == f"/zh-Hant{ARTICLE}"
    home = page(client, "/en/").all("link")
    assert [e.get("href") for e in home if e.get("hreflang") == "x-default"] == ["/"]


def test_search_engines_get_full_addresses_of_a_public_service_and_the_first_sentence(
    tiny: Path, tmp_path: Path
) -> None:
    settings = Settings(tmp_path, content=tiny, public_url="https://example.org/terms")
    shown = page(create_app(settings).test_client(), "/en/articles/harbor")
    links = {e.get("rel") or "": e.get("href") for e in shown.all("link")}
    assert links["canonical"] == "https://example.org/terms/en/articles/harbor"
    alternates = {e.get("hreflang"): e.get("href") for e in shown.all("link") if e.get("hreflang")}
    assert alternates["zh-Hant"] == "https://example.org/terms/zh-Hant/articles/harbor"
    (description,) = [e.get("content") for e in shown.all("meta") if e.get("name") == "description"]
    assert description == "Harbor Data spends about 5.3 trillion Japanese yen."


# Addresses


@pytest.mark.parametrize(
    ("accepted", "home"),
    [
        ("zh-TW,zh;q=0.9", "/zh-Hant/"),
        ("zh-CN", "/zh-Hans/"),
        ("de,zh-HK;q=0.5", "/zh-Hant/"),
        ("de", "/en/"),
        ("*", "/en/"),
        ("", "/en/"),
    ],
)
def test_only_the_root_negotiates(client: FlaskClient, accepted: str, home: str) -> None:
    response = get(client, "/", Accept_Language=accepted)
    assert (response.status_code, response.headers["Location"]) == (302, home)
    assert response.headers["Vary"] == "Accept-Language"
    chosen = get(client, f"/en{ARTICLE}", Accept_Language=accepted)
    assert chosen.headers["Content-Language"] == "en"


@pytest.mark.parametrize(
    ("asked", "canonical"),
    [
        ("/zh-TW/", "/zh-Hant/#top"),
        ("/zh-HK/terms?q=%E7%AE%97%E5%8A%9B&lang=", "/zh-Hant/terms?q=%E7%AE%97%E5%8A%9B&lang="),
        ("/zh-CN/terms/computing-power", "/zh-Hans/terms/computing-power"),
        ("/en-GB/articles/softbank-ai/sections/s2", "/en/articles/softbank-ai/sections/s2"),
        ("/EN/", "/en/#top"),
        ("/zh/", "/zh-Hans/#top"),
        ("/zh-TW+en-US/terms?limit=5", "/zh-Hant+en/terms?limit=5"),
    ],
)
def test_another_name_of_a_language_leads_to_its_own(client: FlaskClient, asked: str, canonical: str) -> None:
    response = client.get(asked)
    assert (response.status_code, response.headers["Location"]) == (308, canonical)


@pytest.mark.parametrize(
    "asked",
    [
        "/de/",
        "/ja/terms",
        "/xx/",
        "/en+en/",
        "/zh-CN+zh-Hans/",
        "/en+zh-Hans+zh-Hant/",
        "/en+/",
        "/favicon.ico",
    ],
)
def test_another_language_is_not_found(client: FlaskClient, asked: str) -> None:
    response = client.get(asked)
    assert (response.status_code, response.mimetype) == (404, "text/html")
    shown = Page(response.text)
    assert {"/en/", "/zh-Hans/", "/zh-Hant/"} <= set(shown.hrefs())


@pytest.mark.parametrize(
    ("path", "title", "detail"),
    [
        ("/zh-Hant/terms/nothing", "找不到", "術語 nothing"),
        ("/zh-Hans/figures/nothing", "未找到", "数据 nothing"),
        ("/en/articles/nothing", "Not found", "There is no article nothing here."),
        ("/en/articles/softbank-ai/sections/s9", "Not found", "There is no section s9 here."),
        ("/zh-Hans/nothing/at/all", "未找到", "/zh-Hans/nothing/at/all"),
    ],
)
def test_what_is_not_there(client: FlaskClient, path: str, title: str, detail: str) -> None:
    response = get(client, path, Accept_Language="fr")
    shown = Page(response.text)
    assert response.status_code == 404
    assert shown.all("h1")[0].text == title
    assert detail in shown.all("p", "lead")[0].text
    assert "Vary" not in response.headers
    assert response.headers["Content-Language"] == shown.all("html")[0].get("lang") == path.split("/")[1]


@pytest.mark.parametrize(
    ("address", "name", "detail"),
    [
        ("/en/terms?serch=x", "serch", "There is no such parameter here."),
        ("/en/terms?serch=", "serch", "There is no such parameter here."),
        ("/zh-Hans/terms?limit=0", "limit", "必须介于 1 与 100 之间。"),
        ("/zh-Hant/terms?match=sideways", "match", "auto, exact, prefix"),
        ("/en/terms?field=nothing", "field", "technology"),
        ("/en/terms?q=a&q=b", "q", "given twice"),
        ("/en/terms?locale=de", "locale", "There is no such parameter here."),
        (f"/en{ARTICLE}?x=1", "x", "There are: currency, show."),
        (f"/en{ARTICLE}/figures?section=s9", "section", "s1, s2, s3, s4"),
        ("/en/?x=1", "x", "limit, offset"),
    ],
)
def test_what_cannot_be_used_is_named(client: FlaskClient, address: str, name: str, detail: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.mimetype) == (422, "text/html")
    shown = Page(response.text)
    assert shown.all("html")[0].get("lang") == address.split("/")[1]
    assert shown.all("dt")[0].text.startswith(name)
    assert detail in shown.all("dd")[0].text


@pytest.mark.parametrize(
    ("shared", "address"),
    [
        (f"/en{ARTICLE}?fbclid=IwAR0", f"/en{ARTICLE}"),
        (
            f"/zh-Hans+en{ARTICLE}?show=reveal&utm_source=letter&utm_medium=mail",
            f"/zh-Hans+en{ARTICLE}?show=reveal",
        ),
        (
            "/zh-Hans/terms?from=singlemessage&q=%E7%AE%97%E5%8A%9B&isappinstalled=0",
            "/zh-Hans/terms?q=%E7%AE%97%E5%8A%9B",
        ),
    ],
)
def test_what_is_added_to_an_address_when_it_is_shared_is_dropped(
    client: FlaskClient, shared: str, address: str
) -> None:
    response = client.get(shared)
    assert (response.status_code, response.headers["Location"]) == (308, address)
    assert client.get(address).status_code == 200


def test_markup_in_a_request_is_text_in_the_answer(client: FlaskClient) -> None:
    attack = "%3Cscript%3Ealert(1)%3C/script%3E"
    for address in (f"/en/terms?q={attack}", f"/en/terms/{attack}", f"/en/terms?{attack}=1", f"/{attack}"):
        assert "<script>" not in client.get(address).text


# Headers


@pytest.mark.parametrize("path", ["/en/", f"/zh-Hans+en{ARTICLE}", "/en/nothing", "/nothing", "/api/v1/docs"])
def test_pages_load_nothing_from_elsewhere(client: FlaskClient, path: str) -> None:
    response = client.get(path)
    assert response.headers["Content-Security-Policy"] == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
        " form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
    )
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert "Set-Cookie" not in response.headers
    shown = Page(response.text)
    assert not shown.all("iframe") + shown.all("style")
    executed = [e for e in shown.all("script") if e.get("type") != "application/ld+json"]
    assert all(e.get("src").startswith("/static/") and not e.text for e in executed)
    assert not [
        e for e in shown.elements if "style" in e.attributes or any(a.startswith("on") for a in e.attributes)
    ]
    led_to = [e for e in shown.elements if e.get("href") and not e.get("type").endswith("+oembed")]
    assert all(e.get("href").startswith(("/", "#")) for e in led_to)


def test_a_page_is_not_sent_twice(client: FlaskClient) -> None:
    tag = client.get("/en/terms").headers["ETag"]
    assert get(client, "/en/terms", If_None_Match=tag).status_code == 304


@pytest.mark.parametrize("path", PAGES)
def test_page_and_json_advertise_each_other(client: FlaskClient, path: str) -> None:
    response = client.get(f"/zh-Hant{path}")
    (twin,) = [e.get("href") for e in Page(response.text).all("link") if e.get("type") == "application/json"]
    told = [link for link in links(response) if "oembed" not in link]
    assert told == [f'<{twin}>; rel="alternate"; type="application/json"']
    answer = client.get(twin)
    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == "zh-Hant"
    quoted = path.replace("算力", "%E7%AE%97%E5%8A%9B")
    for language in ("zh-Hans", "zh-Hant", "en"):
        told = f'</{language}{quoted}>; rel="alternate"; type="text/html"; hreflang="{language}"'
        assert told in links(answer)


def test_what_has_no_page_advertises_none(client: FlaskClient) -> None:
    assert not links(client.get("/api/v1/format?value=1&unit=JPY"))
    assert not [link for link in links(client.get("/api/v1/terms?limit=0")) if "text/html" in link]


# Structure


@pytest.mark.parametrize("path", [*PAGES, "/nothing"])
def test_a_page_can_be_found_ones_way_through(client: FlaskClient, path: str) -> None:
    shown = Page(client.get(f"/en{path}").text)
    assert shown.all("title")[0].text
    for landmark in ("main", "h1"):
        assert len(shown.all(landmark)) == 1
    assert shown.all("a")[0].get("href") == "#content"
    assert shown.by_id("content").tag == "main"
    ranks = [int(e.tag[1]) for e in shown.elements if re.fullmatch("h[1-6]", e.tag)]
    assert all(next_ <= rank + 1 for rank, next_ in itertools.pairwise(ranks)), ranks
    labelled = {e.get("for") for e in shown.all("label")}
    assert all(e.get("id") in labelled for e in shown.all("input") + shown.all("select"))
    navs = [e.get("aria-label") or shown.by_id(e.get("aria-labelledby")).text for e in shown.all("nav")]
    assert len(navs) == len(set(navs))
    assert all(e.text or e.get("aria-label") for e in shown.all("a"))


def crawl(client: FlaskClient, start: list[str], within: tuple[str, ...]) -> Iterator[tuple[str, Page]]:
    """Yield every page that links lead to from `start`, each once, within addresses that begin so; a file is no page."""
    waiting, seen = list(start), set(start)
    while waiting:
        address = waiting.pop()
        shown = page(client, address)
        yield address, shown
        for href in shown.hrefs():
            target = urldefrag(href).url
            is_file = "." in urlsplit(target).path.rpartition("/")[2]
            if target.startswith(within) and not is_file and target not in seen:
                seen.add(target)
                waiting.append(target)


def check_links(
    client: FlaskClient, start: list[str], within: tuple[str, ...], but: Callable[[str], bool]
) -> int:
    """Follow every link; every id is there once, and every fragment somewhere. Return the number of pages.

    Links out of `within` are asked for once, `but` for those that need not.
    """
    ids: dict[str, set[str]] = {}
    wanted: dict[str, set[str]] = {}
    for address, shown in crawl(client, start, within):
        assert len(set(shown.ids())) == len(shown.ids()), address
        ids[address] = set(shown.ids())
        for href in shown.hrefs():
            target, fragment = urldefrag(href)
            wanted.setdefault(target or address, set()).add(fragment)

    for target, fragments in wanted.items():
        if target in ids:
            assert fragments - {""} <= ids[target], target
        elif not but(target):
            with client.get(target, follow_redirects=True) as response:
                assert response.status_code == 200, target
    return len(ids)


def test_every_link_of_every_page_resolves_in_every_view(tiny_client: FlaskClient) -> None:
    homes = [f"/{view}/" for view in VIEWS]
    visited = check_links(tiny_client, homes, tuple(homes), but=lambda target: False)
    assert visited > len(VIEWS) * 20


def test_every_link_of_the_shipped_content_resolves(client: FlaskClient) -> None:
    start = [f"/{view}{ARTICLE}" for view in VIEWS]
    # Files are all asked for with the tiny content.
    others = (*(f"/{view}/" for view in VIEWS if view != "zh-Hant+en"), "/exports/")
    visited = check_links(
        client, ["/zh-Hant+en/", *start], ("/zh-Hant+en/",), but=lambda to: to.startswith(others)
    )
    concepts = client.get("/api/v1/terms?limit=1").json["total"]
    assert visited > concepts


def test_links_keep_what_was_asked(client: FlaskClient) -> None:
    shown = page(client, "/en/terms?q=&lang=&field=technology")
    switched = [e.get("href") for e in shown.all("a") if e.get("hreflang") == "zh-Hant"]
    assert "/zh-Hant/terms?field=technology" in switched


# The page of the API


def test_the_api_is_described_whole(client: FlaskClient) -> None:
    spec = client.get("/api/v1/openapi.json").json
    shown = page(client, "/api/v1/docs")
    text = " ".join(t.strip() for _, t in shown.runs)
    for path, item in spec["paths"].items():
        for method, operation in item.items():
            if method == "parameters":
                continue
            assert f"{method.upper()} {path}" in text
            for parameter in operation.get("parameters", []):
                assert parameter.get("description", parameter["name"]).replace("`", "") in text.replace(
                    "`", ""
                )
    assert {f"schema-{name}" for name in spec["components"]["schemas"]} <= set(shown.ids())
    assert "/api/v1/openapi.json" in shown.hrefs()
    fragments = {href[1:] for href in shown.hrefs() if href.startswith("#")}
    assert fragments <= set(shown.ids())


def test_the_examples_of_the_api_answer(client: FlaskClient) -> None:
    commands = [e.text for e in page(client, "/api/v1/docs").all("pre")]
    assert len(commands) > 8
    for command in commands:
        *options, address = shlex.split(command)[1:]
        parts = urlsplit(address)
        assert parts.netloc == "localhost"
        target = f"{parts.path}?{parts.query}"
        if options[:1] == ["--data-urlencode"]:
            name, _, value = options[1].partition("=")
            answer = client.post(target, data={name: value})
        elif options:
            assert options[:3] == ["-H", "Content-Type: application/json", "-d"]
            answer = client.post(target, data=options[3], content_type="application/json")
        else:
            answer = client.get(target)
        assert answer.status_code == 200, command


def test_the_description_is_in_the_reader_s_language(client: FlaskClient) -> None:
    response = client.get("/api/v1/docs?locale=zh-TW")
    shown = Page(response.text)
    assert response.headers["Content-Language"] == shown.all("html")[0].get("lang") == "zh-Hant"
    assert "參數" in response.text
    assert any(lang == "en" and "Search the glossary" in text for lang, text in shown.runs)
