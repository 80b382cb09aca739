"""Every message has its translation in every language, with everything that is to be filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from translations import CONTENT_LANGUAGES, catalog

ROOT = Path(__file__).parents[2]
FOLDERS = [str(ROOT / name) for name in ("api", "glossary", "summaries", "translations")]


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> list[Message]:
    """Every message of the sources, as ``pybabel extract`` finds them."""
    target = tmp_path_factory.mktemp("messages") / "messages.pot"
    command = ["pybabel", "-q", "extract", "-F", str(ROOT / "pyproject.toml"), "-o", str(target), *FOLDERS]
    CommandLineInterface().run(command)
    with target.open("rb") as file:
        return [message for message in read_po(file) if message.id]


@cache
def translated(language: str) -> dict[str, Message]:
    po = ROOT / "translations" / language.replace("-", "_") / "LC_MESSAGES" / "messages.po"
    with po.open("rb") as file:
        return {str(key(message)): message for message in read_po(file, abort_invalid=True) if message.id}


def key(message: Message) -> str:
    return str(message.id if isinstance(message.id, str) else message.id[0])


def forms(text: object) -> list[str]:
    return [str(part) for part in text] if isinstance(text, list | tuple) else [str(text)]


def placeholders(text: str) -> Iterator[str]:
    """Yield what is to be filled in: ``{name}`` in Python, ``%(name)s`` in templates."""
    return iter(sorted(re.findall(r"\{\w*\}|%\(\w+\)[sd]", text)))


def test_there_is_something_to_translate(extracted: list[Message]) -> None:
    keys = {key(message) for message in extracted}
    assert {"Not found", "Skip to the content", "preferred"} <= keys


@pytest.mark.parametrize("language", CONTENT_LANGUAGES)
def test_nothing_is_untranslated(extracted: list[Message], language: str) -> None:
    known = translated(language)
    lacking = [key(m) for m in extracted if key(m) not in known or not all(forms(known[key(m)].string))]
    assert not lacking, (
        f"translate these in translations/{language.replace('-', '_')}/LC_MESSAGES/messages.po"
    )
    assert not [key(message) for message in known.values() if message.fuzzy]


@pytest.mark.parametrize("language", CONTENT_LANGUAGES)
def test_nothing_is_left_over(extracted: list[Message], language: str) -> None:
    assert set(translated(language)) == {key(message) for message in extracted}


@pytest.mark.parametrize("language", CONTENT_LANGUAGES)
def test_nothing_to_be_filled_in_is_lost(language: str) -> None:
    for message in translated(language).values():
        wanted = list(placeholders(key(message)))
        assert all(list(placeholders(form)) == wanted for form in forms(message.string)), key(message)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_chinese_is_chinese(language: str) -> None:
    ours = translated(language)
    same = [text for text, message in ours.items() if forms(message.string)[0] == text]
    assert not same


def test_the_catalogs_that_are_loaded_are_the_ones_compiled() -> None:
    assert catalog("zh-Hant").gettext("Not found") == "找不到"
    assert catalog("zh-Hans").ngettext("%(num)s entry", "%(num)s entries", 5) == "%(num)s 条"
    assert catalog("en").ngettext("%(num)s entry", "%(num)s entries", 1) == "%(num)s entry"


def test_the_two_chinese_do_not_share_their_glyphs() -> None:
    """A message of one script pasted into the other shows in these characters."""
    only_hans, only_hant = (
        set("个为这术语没请写数据参体语条应见对时级"),
        set("個為這術語沒請寫數據參體語條應見對時級"),
    )
    shared = only_hans & only_hant
    for language, foreign in (("zh-Hans", only_hant - shared), ("zh-Hant", only_hans - shared)):
        for message in translated(language).values():
            for form in forms(message.string):
                assert not foreign & set(form), (language, form)
