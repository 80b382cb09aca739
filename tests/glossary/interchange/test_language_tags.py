"""Tags as tools spell them."""

from __future__ import annotations

import pytest

from glossary.interchange.language_tags import TaggedLanguage, content_language, tagged_language


@pytest.mark.parametrize(
    ("tag", "content", "region"),
    [
        ("zh-Hans", "zh-Hans", None),
        ("zh", "zh-Hans", None),
        ("ZH", "zh-Hans", None),
        ("zh-CN", "zh-Hans", "CN"),
        ("zh_CN", "zh-Hans", "CN"),
        ("zh_tw", "zh-Hant", "TW"),
        ("zh-Hant-HK", "zh-Hant", "HK"),
        ("en_US", "en", "US"),
        ("EN", "en", None),
    ],
)
def test_a_tag_keeps_its_spelling_and_says_its_region(tag: str, content: str, region: str | None) -> None:
    assert tagged_language(tag) == TaggedLanguage(tag, content, region)


@pytest.mark.parametrize("tag", ["", "de", "ja", "CN_en", "zh_CN_en", "tw-zh-CN", "x" * 5000, "e n", "\0"])
def test_what_is_no_tag_of_ours_is_none(tag: str) -> None:
    assert content_language(tag) is None
