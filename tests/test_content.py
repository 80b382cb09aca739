"""The shipped content: whole, valid, borne out by the article, and in our own words."""

from __future__ import annotations

import os
import re
import subprocess
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from api.content import Content
from api.proof import prove_against_source
from glossary import Status
from glossary.readings import count_han
from summaries import write_figure
from summaries.markup import references
from translations import CONTENT_LANGUAGES, locale_for_content, resolve
from translations.reading import read

ROOT = Path(__file__).parents[1]
ARTICLE = Path(os.environ.get("DUIZHAO_ARTICLE") or ROOT.parent / "shared" / "article.txt")

# Shared runs of characters that long are the article's sentences; names of reports and short quantities are not.
LONGEST_SHARED_RUN = 20


@pytest.fixture(scope="module")
def content(shipped_content: Content) -> Content:
    return shipped_content


@pytest.fixture(scope="module")
def article() -> str:
    if not ARTICLE.is_file():
        pytest.skip(f"no copy of the article at {ARTICLE}; name one with DUIZHAO_ARTICLE")
    return ARTICLE.read_text(encoding="utf-8")


def test_it_is_all_there(content: Content) -> None:
    assert len(content.glossary.concepts) >= 170
    assert [article.id for article in content.articles] == ["softbank-ai"]
    (article,) = content.articles
    assert [section.id for section in article.sections] == ["s1", "s2", "s3", "s4"]
    assert len(content.figures) == 80
    for section in (article.abstract, *article.sections):
        assert 5 <= len(section.sentences) <= 9, section.id


def test_every_figure_stands_in_the_article_and_every_term_in_its_section(
    content: Content, article: str
) -> None:
    (files,) = content.article_files
    assert list(map(str, prove_against_source(content, files, article))) == []


def test_the_article_is_read_to_the_last_figure_and_no_further(content: Content, article: str) -> None:
    """Every quantity with its value, unit and modifier, in the article's order, and nothing else."""
    wanted = [
        quantity
        for figure in content.figures
        for quantity in ([figure.quantity.per, None] if figure.quantity.per else [figure.quantity])
    ]
    found = [mention.quantity for mention in read(article, "zh-Hans").figures]
    assert len(found) == len(wanted)
    assert [f for f, w in zip(found, wanted, strict=True) if w and f != w] == []
    rate = next(n for n, quantity in enumerate(wanted) if quantity is None)
    assert (found[rate].value, found[rate].unit, found[rate].modifier) == (Decimal("4.5"), "CNY", "about")


def test_the_article_is_dated(article: str) -> None:
    dates = [date.value for date in read(article, "zh-Hans").dates]
    assert dates[:4] == ["XXXX-12-12", "XXXX-11", "XXXX-03", "2024-05"]
    assert len(dates) == 30


def test_every_concept_can_be_used(content: Content) -> None:
    for concept in content.glossary.concepts:
        for language in CONTENT_LANGUAGES:
            preferred = concept.preferred(language)
            assert count_han(preferred.term) or language == "en" or preferred.term.isascii(), concept.id
        for term in concept.terms:
            if term.lang != "en" and count_han(term.term):
                assert term.reading, (concept.id, term.term)
            if not term.status.usable:
                assert term.use, (concept.id, term.term)


def test_the_scripts_are_not_mixed(content: Content) -> None:
    """A few of the commonest characters that differ: none of one script in a text of the other."""
    simplified = set(
        "亿万为们个国东车长门这进过还运达选远连对开关应资产业务报财导义习书买卖认让论说请谁变发叶号员图场声处备复头"
    )
    traditional = set(
        "億萬為們個國東車長門這進過還運達選遠連對開關應資產業務報財導義習書買賣認讓論說請誰變發葉號員圖場聲處備復頭"
    )
    both = simplified & traditional
    texts: list[tuple[str, Any]] = [(c.id, c.definition) for c in content.glossary.concepts]
    texts += [(f.id, f.measures) for f in content.figures]
    texts += [(s.id, s.title) for a in content.articles for s in a.sections]
    for article in content.articles:
        for section in (article.abstract, *article.sections):
            texts += [(sentence.id, sentence.markup) for sentence in section.sentences]
    for id_, text in texts:
        assert not set(text["zh-Hans"]) & (traditional - both), (id_, text["zh-Hans"])
        assert not set(text["zh-Hant"]) & (simplified - both), (id_, text["zh-Hant"])


def test_names_in_english_are_not_pinyin(content: Content) -> None:
    son = next(c for c in content.glossary.concepts if c.id == "masayoshi-son")
    assert son.preferred("en").term == "Masayoshi Son"
    pinyin = [t for t in son.terms_in("en") if t.term == "Sun Zhengyi"]
    assert [(t.status, t.use) for t in pinyin] == [(Status.DEPRECATED, "Masayoshi Son")]


def test_the_summaries_tell_figures_that_there_are(content: Content) -> None:
    (article,) = content.articles
    told = {
        reference.id
        for section in (article.abstract, *article.sections)
        for sentence in section.sentences
        for reference in references(sentence.markup["en"], "figure")
    }
    assert len(told) >= 20
    assert told <= {figure.id for figure in content.figures}


def digits(text: str) -> str:
    """Return the significant digits of the numbers in `text`, in order."""
    numbers = re.findall(r"[0-9][0-9.]*", text.replace(",", ""))
    return " ".join(number.replace(".", "").strip("0") for number in numbers)


def test_a_figure_in_simplified_chinese_has_the_digits_of_the_article(content: Content) -> None:
    """Neither fewer significant digits than the article has nor more; what it says in words has none to compare."""
    for figure in content.figures:
        if not re.search("[0-9]", figure.as_written) or figure.quantity.kind == "multiple":
            continue
        written = write_figure(figure, locale_for_content("zh-Hans", resolve("zh-Hans"))).long
        if re.search("[0-9]", written):
            assert digits(written) == digits(figure.as_written), (figure.id, figure.as_written, written)


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "--cached", "--others", "--exclude-standard"],  # noqa: S607
        capture_output=True,
        text=True,
    )
    if listed.returncode:
        pytest.skip("not a git repository")
    return [path for path in (ROOT / name for name in listed.stdout.splitlines()) if path.is_file()]


def bare(text: str) -> str:
    return re.sub(r"[^\w]", "", text)


def test_no_sentence_of_the_article_is_in_the_repository(article: str) -> None:
    whole = bare(article)
    runs = {whole[n : n + LONGEST_SHARED_RUN] for n in range(len(whole) - LONGEST_SHARED_RUN + 1)}
    shared = []
    for path in tracked_files():
        try:
            lines = path.read_text(encoding="utf-8").split("\n")
        except UnicodeDecodeError:
            continue
        for n, line in enumerate(map(bare, lines), 1):
            if any(
                line[k : k + LONGEST_SHARED_RUN] in runs for k in range(len(line) - LONGEST_SHARED_RUN + 1)
            ):
                shared.append(f"{path.relative_to(ROOT)}:{n}")
    assert shared == []
