"""What other sites embedded once: pinned by its revision it says the same for ever; what was removed says what to embed instead."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from api import create_app
from api.database_url import DatabaseUrl
from api.imports import ImportMode, import_concepts
from api.settings import Settings
from tests.concepts import concept

Edit = Callable[[str, str, str], Path]
ARTICLE, FIGURES = "summaries/harbor/article.yaml", "summaries/harbor/figures.yaml"
CAPACITY = "kind: power\n    value: 6.8\n    unit: gigawatt"
FORMS = ("", ".json", ".png")
FOREVER = "public, max-age=31536000, immutable"


@pytest.fixture
def own(own_content: Path, tmp_path: Path, database: DatabaseUrl | None) -> Settings:
    """An index over content that a test may change."""
    return Settings(tmp_path, content=own_content, database=database)


def start(own: Settings) -> FlaskClient:
    return create_app(own).test_client()


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(old, new), encoding="utf-8")


def card(client: FlaskClient, item: str, at: str = "", view: str = "en") -> dict[str, object]:
    answer = client.get(f"/embed/{view}/{item}.json" + (f"?at={at}" if at else ""))
    assert answer.status_code == 200, answer.text
    return dict(answer.json)


def revision(client: FlaskClient, item: str) -> str:
    return str(card(client, item)["revision"])


@pytest.mark.both_stores
def test_what_was_embedded_then_is_what_is_pinned(own: Settings, edit: Edit) -> None:
    client = start(own)
    items = ("figure/harbor-capacity", "section/harbor/s1", "term/harbor-data")
    then = {item: card(client, item, view="zh-Hant+en") for item in items}
    edit(FIGURES, CAPACITY, CAPACITY.replace("6.8", "6.9"))
    edit("glossary/finance.yaml", "term: Harbor Data", "term: Harbor Data Group")
    edit(ARTICLE, "[Harbor Data](term", "[Harbor Data Group](term")
    start(own)
    for item in items:
        old = str(then[item]["revision"])
        pinned = card(client, item, old, "zh-Hant+en")
        assert [pinned[name] for name in ("title", "text", "figures", "term")] == [
            then[item][name] for name in ("title", "text", "figures", "term")
        ]
        now = card(client, item)
        assert now["revision"] != old
        assert card(client, item, str(now["revision"]))["text"] == now["text"]
    pinned_page = client.get(
        f"/embed/en/figure/harbor-capacity?at={then['figure/harbor-capacity']['revision']}"
    )
    assert "6.8 gigawatts" in pinned_page.text
    assert "6.9 gigawatts" in client.get("/embed/en/figure/harbor-capacity").text


@pytest.mark.both_stores
def test_what_is_removed_says_what_replaced_it_and_stays_where_it_is_pinned(
    own: Settings, own_content: Path
) -> None:
    client = start(own)
    then = {item: revision(client, item) for item in ("figure/harbor-third", "section/harbor/s2")}
    rewrite(
        own_content / FIGURES, "- id: harbor-third\n", "- id: harbor-sold\n    replaces: [harbor-third]\n"
    )
    rewrite(own_content / FIGURES, "section: s2", "section: s3")
    rewrite(own_content / ARTICLE, "harbor-third", "harbor-sold")
    rewrite(own_content / ARTICLE, "- id: s2\n", "- id: s3\n    replaces: [s2]\n")
    for path in (own_content / "glossary").iterdir():
        rewrite(path, "harbor/s2", "harbor/s3")
    client = start(own)
    gone = client.get("/embed/zh-Hans+en/figure/harbor-third.json", headers={"Accept-Language": "en"})
    assert (gone.status_code, gone.mimetype) == (410, "application/problem+json")
    assert gone.headers["Link"] == '</embed/zh-Hans+en/figure/harbor-sold>; rel="successor-version"'
    assert "http://localhost/zh-Hans+en/figures/harbor-sold" in gone.json["detail"]
    gone = client.get("/embed/en/section/harbor/s2")
    assert (gone.status_code, gone.mimetype) == (410, "text/html")
    assert "In its place is harbor/s3: http://localhost/en/articles/harbor/sections/s3" in gone.text
    assert "frame-ancestors *" in gone.headers["Content-Security-Policy"]
    for item, at in then.items():
        assert card(client, item, at)["revision"] == at
    # A reader of its page, or of the API, is led there.
    for path, by in {
        "/en/figures/harbor-third?currency=EUR": "/en/figures/harbor-sold?currency=EUR",
        "/api/v1/figures/harbor-third?locale=de": "/api/v1/figures/harbor-sold?locale=de",
        "/zh-Hans+en/articles/harbor/sections/s2": "/zh-Hans+en/articles/harbor/sections/s3",
    }.items():
        moved = client.get(path)
        assert (moved.status_code, moved.location) == (308, by)
    # What replaced it may be replaced, too.
    rewrite(
        own_content / FIGURES,
        "- id: harbor-sold\n    replaces: [harbor-third]",
        "- id: harbor-part\n    replaces: [harbor-sold]",
    )
    rewrite(own_content / ARTICLE, "harbor-sold", "harbor-part")
    client = start(own)
    for old in ("harbor-third", "harbor-sold"):
        answer = client.get(f"/embed/en/figure/{old}.json")
        assert (answer.status_code, "/en/figures/harbor-part" in answer.json["detail"]) == (410, True)
    rewrite(own_content / FIGURES, "- id: harbor-part\n    replaces: [harbor-sold]", "- id: harbor-third")
    rewrite(own_content / ARTICLE, "harbor-part", "harbor-third")
    client = start(own)
    assert "one third" in client.get("/embed/en/figure/harbor-third").text
    answer = client.get("/embed/en/figure/harbor-sold.json?locale=en")
    assert (answer.status_code, answer.json["detail"]) == (410, "The figure harbor-sold was withdrawn.")
    assert client.get("/en/figures/harbor-sold").status_code == 410


def test_terms_come_and_go_by_imports(own: Settings) -> None:
    client = start(own)
    import_concepts(own, [concept("berth", "泊位", "berth"), concept("quay", "码头", "quay")])
    berth, quay = revision(client, "term/berth"), revision(client, "term/quay")
    import_concepts(own, [concept("quay", "码头", "wharf", replaces=("berth",))], ImportMode.REPLACE)
    answer = client.get("/embed/en/term/berth.json")
    assert (answer.status_code, answer.json["detail"]) == (
        410,
        "The term berth was withdrawn. In its place is quay: http://localhost/en/terms/quay",
    )
    assert card(client, "term/berth", berth)["title"] == {"en": "berth"}
    assert card(client, "term/quay", quay)["title"] == {"en": "quay"}
    assert card(client, "term/quay")["title"] == {"en": "wharf"}
    assert client.get("/embed/en/term/data.json").json["detail"] == "The term data was withdrawn."


def test_an_article_that_is_removed_takes_everything_in_it_along(own: Settings, own_content: Path) -> None:
    client = start(own)
    items = ("article/harbor", "section/harbor/s1", "figure/harbor-rate")
    then = {item: revision(client, item) for item in items}
    shutil.rmtree(own_content / "summaries/harbor")
    for path in (own_content / "glossary").iterdir():
        path.write_text(re.sub(r"\n +sections: .*", "", path.read_text(encoding="utf-8")), encoding="utf-8")
    client = start(own)
    for item, at in then.items():
        assert client.get(f"/embed/en/{item}.json").status_code == 410
        assert card(client, item, at)["revision"] == at


def test_terms_of_a_mass_import_are_not_kept(own: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.editions.keeping.MOST", 1)
    client = start(own)
    import_concepts(own, [concept("berth", "泊位", "berth"), concept("quay", "码头", "quay")])
    berth, quay = revision(client, "term/berth"), revision(client, "term/quay")
    import_concepts(own, [concept("berth", "泊位", "mooring"), concept("quay", "码头", "wharf")])
    assert client.get(f"/embed/en/term/quay.json?at={quay}").status_code == 404
    import_concepts(own, [concept("berth", "泊位", "berth")])
    assert card(client, "term/berth", berth)["title"] == {"en": "berth"}
    import_concepts(own, [concept("berth", "泊位", "place at a quay")])
    assert card(client, "term/berth", berth)["title"] == {"en": "berth"}


def test_a_revision_that_is_pinned_never_changes(own: Settings) -> None:
    client = start(own)
    at = revision(client, "figure/harbor-rate")
    for form in FORMS:
        pinned = client.get(f"/embed/en/figure/harbor-rate{form}?at={at}")
        assert (pinned.status_code, pinned.headers["Cache-Control"]) == (200, FOREVER)
        followed = client.get(f"/embed/en/figure/harbor-rate{form}")
        assert "immutable" not in followed.headers["Cache-Control"]


@pytest.mark.parametrize("at", ["", "5d1c0a9e77f", "5D1C0A9E77F2", "5d1c0a9e77f2a", "../../etc", "x" * 41])
@pytest.mark.parametrize("form", FORMS)
def test_what_is_no_revision_is_refused(tiny_client: FlaskClient, at: str, form: str) -> None:
    answer = tiny_client.get(f"/embed/en/figure/harbor-rate{form}", query_string={"at": at})
    if at == "":  # a field that was left blank
        assert answer.status_code == 200
    else:
        assert answer.status_code == 422
        assert "at=" in (answer.text if form == "" else answer.json["detail"])


@pytest.mark.parametrize("item", ["figure/harbor-rate", "section/harbor/s1", "term/chip"])
def test_a_revision_that_is_not_kept_is_not_found(tiny_client: FlaskClient, item: str) -> None:
    answer = tiny_client.get(f"/embed/en/{item}.json?at=5d1c0a9e77f2")
    assert answer.status_code == 404
    assert answer.json["detail"].startswith("at=5d1c0a9e77f2: No such edition is kept here")
    assert tiny_client.get(f"/embed/en/{item}-x.json?at=5d1c0a9e77f2").json["detail"].startswith("No ")
