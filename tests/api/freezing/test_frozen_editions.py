"""What was embedded once is in a site of files, too: the feed of what changed leads to files that say it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import feedparser

from api import create_app
from api.settings import Settings
from tests.freezing import freeze

PUBLIC = "https://user.example/duizhao"


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed = re.sub(old, new, text)
    assert changed != text
    path.write_text(changed, encoding="utf-8")


def test_every_edition_that_the_feed_names_is_a_file(own_content: Path, tmp_path: Path) -> None:
    settings = Settings(tmp_path, content=own_content)
    create_app(settings)
    summaries, glossary = own_content / "summaries/harbor", own_content / "glossary/technology.yaml"
    rewrite(summaries / "figures.yaml", "value: 6.8", "value: 6.9")
    rewrite(
        summaries / "figures.yaml", "- id: harbor-third", r"- id: harbor-sold\n    replaces: [harbor-third]"
    )
    rewrite(summaries / "article.yaml", "harbor-third", "harbor-sold")
    rewrite(glossary, r"(?s)  - id: data\n.*?(?=  - id: data-center)", "")
    folder = tmp_path / "www"
    done = freeze(folder, tmp_path, "--content", str(own_content), "--public-url", PUBLIC, "--view", "en")
    assert done.returncode == 0, done.stderr
    entries = feedparser.parse((folder / "en/changes.atom").read_bytes()).entries
    links = {entry.title: {link.rel: link.href for link in entry.links} for entry in entries}
    assert set(links) == {
        "Capacity – Figure corrected: 6.8 gigawatts → 6.9 gigawatts",
        "Sold share – Withdrawn, replaced by Sold share.",
        "data – Withdrawn.",
        "What it costs – A detail has changed that is not told here.",
        "What is built – Sentence s1.1: 12 sites of data centers draw 6.8 gigawatts, 30 June 2025."
        " → 12 sites of data centers draw 6.9 gigawatts, 30 June 2025.",
    }

    def read(address: str) -> str:
        path = folder / unquote(address.removeprefix(PUBLIC)).strip("/")
        return (path / "index.html").read_text(encoding="utf-8")

    for named in links.values():
        for address in named.values():
            assert "Duizhao" in read(address)
    corrected = links["Capacity – Figure corrected: 6.8 gigawatts → 6.9 gigawatts"]
    assert "6.8 gigawatts" in read(corrected["predecessor-version"])
    assert "6.9 gigawatts" in read(corrected["successor-version"])
    assert "one third" in read(f"{PUBLIC}/en/figures/harbor-third/")
    assert "was withdrawn" in read(f"{PUBLIC}/en/terms/data/")
