"""Tags resolved, headers negotiated."""

from __future__ import annotations

import pytest
from babel import Locale, localedata
from hypothesis import given
from hypothesis import strategies as st

from translations import (
    CONTENT_LANGUAGES,
    ENDONYMS,
    LocalizedText,
    MalformedTag,
    ReaderLocale,
    catalog,
    locale_for_content,
    negotiate,
    negotiate_content,
    resolve,
)


@pytest.mark.parametrize(
    ("tag", "answer", "formatting", "content"),
    [
        ("en", "en", "en", "en"),
        ("EN", "en", "en", "en"),
        ("en-us", "en-US", "en_US", "en"),
        ("en-IN", "en-IN", "en_IN", "en"),
        ("en-XX", "en", "en", "en"),
        ("en-Latn-GB", "en-GB", "en_GB", "en"),
        ("zh", "zh-Hans", "zh_Hans", "zh-Hans"),
        ("zh-Hans", "zh-Hans", "zh_Hans", "zh-Hans"),
        ("zh-CN", "zh-Hans", "zh_Hans_CN", "zh-Hans"),
        ("zh-SG", "zh-Hans", "zh_Hans_SG", "zh-Hans"),
        ("zh-MY", "zh-Hans", "zh_Hans_MY", "zh-Hans"),
        ("zh-Hant", "zh-Hant", "zh_Hant", "zh-Hant"),
        ("zh-TW", "zh-Hant", "zh_Hant_TW", "zh-Hant"),
        ("zh-HK", "zh-Hant", "zh_Hant_HK", "zh-Hant"),
        ("zh-MO", "zh-Hant", "zh_Hant_MO", "zh-Hant"),
        ("zh-Hant-HK", "zh-Hant-HK", "zh_Hant_HK", "zh-Hant"),
        ("zh-Hans-TW", "zh-Hans", "zh_Hans", "zh-Hans"),
        ("cmn", "zh-Hans", "zh_Hans", "zh-Hans"),
        ("cmn-TW", "zh-Hant", "zh_Hant_TW", "zh-Hant"),
        ("yue", "yue", "yue_Hant", "zh-Hant"),
        ("zh-yue", "yue", "yue_Hant", "zh-Hant"),
        ("yue-CN", "yue-Hans", "yue_Hans_CN", "zh-Hans"),
        ("ja", "ja", "ja", "en"),
        ("de-AT-1996", "de-AT", "de_AT", "en"),
        ("de-u-co-phonebk", "de", "de", "en"),
        ("pt-BR", "pt-BR", "pt_BR", "en"),
        ("ar-EG", "ar-EG", "ar_EG", "en"),
        ("es-419", "es-419", "es_419", "en"),
    ],
)
def test_what_a_tag_comes_down_to(tag: str, answer: str, formatting: str, content: str) -> None:
    reader = resolve(tag)
    assert (reader.tag, str(reader.formatting), reader.content, reader.known) == (
        answer,
        formatting,
        content,
        True,
    )


@pytest.mark.parametrize("tag", ["tlh", "xx", "qaa", "und", "x-mine", "root", "root-US"])
def test_what_cldr_lacks(tag: str) -> None:
    assert resolve(tag) == ReaderLocale("en", Locale("en"), "en", known=False)


@pytest.mark.parametrize(
    "tag",
    [
        "",
        " ",
        "e",
        "en_US",
        "en-",
        "-en",
        "en--US",
        "zh-Hant-",
        "en-a",
        "*",
        "中文",
        "en\n",
        "en-US-u-",
        "e" * 200,
    ],
)
def test_malformed(tag: str) -> None:
    with pytest.raises(MalformedTag) as told:
        resolve(tag)
    assert str(told.value) == f"{tag[:100]!r} is not a BCP 47 language tag; write one like zh-Hant or en-GB"
    assert told.value.tag == tag


def _is_cldr_locale(locale: Locale) -> bool:
    return localedata.exists(str(locale)) and str(locale) != "root"


@given(st.text(max_size=30))
def test_no_text_raises_anything_else(text: str) -> None:
    try:
        reader = resolve(text)
    except MalformedTag:
        return
    assert _is_cldr_locale(reader.formatting)


def _letters(low: int, high: int) -> st.SearchStrategy[str]:
    return st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=low, max_size=high)


WELL_FORMED = st.builds(
    lambda *parts: "-".join(filter(None, parts)),
    st.sampled_from(["zh", "en", "de", "sr", "az", "yue", "ar", "pt", "uz", "sh", "no", "iw"])
    | _letters(2, 3),
    st.sampled_from(["", "Hans", "Hant", "Latn", "Cyrl"]) | _letters(4, 4),
    st.sampled_from(["", "TW", "HK", "CN", "SG", "419", "001"]) | _letters(2, 2),
    st.sampled_from(["", "1996", "u-nu-latn", "x-mine"]),
)


@given(WELL_FORMED)
def test_a_well_formed_tag_always_resolves(tag: str) -> None:
    reader = resolve(tag)
    assert _is_cldr_locale(reader.formatting)
    assert reader.content in CONTENT_LANGUAGES
    assert reader.formatting.language == "en" or reader.known
    assert resolve(reader.tag).tag == reader.tag
    assert resolve(tag.upper()) == resolve(tag.lower()) == reader


def test_every_locale_of_cldr_is_reached_by_its_own_name() -> None:
    names = localedata.locale_identifiers()
    assert len(names) > 1000
    for name in names:
        reader = resolve(name.replace("_", "-"))
        assert reader.formatting.language == ("en" if name == "root" else Locale.parse(name).language), name


@pytest.mark.parametrize(
    ("tags", "answer"),
    [
        ([], "en"),
        (["zh-TW", "en"], "zh-Hant"),
        (["tlh", "de"], "de"),
        (["not a tag", "ja"], "ja"),
        (["*"], "en"),
        (["x-mine"], "en"),
        (["en-GB", "zh"], "en-GB"),
    ],
)
def test_negotiation(tags: list[str], answer: str) -> None:
    assert negotiate(tags).tag == answer


@pytest.mark.parametrize(
    ("tags", "answer"),
    [
        ([], "en"),
        (["de", "zh-TW", "en"], "zh-Hant"),
        (["ja", "zh-CN"], "zh-Hans"),
        (["de", "en", "zh"], "en"),
        (["ja"], "en"),
        (["not a tag", "zh-HK"], "zh-Hant"),
    ],
)
def test_a_reader_of_pages_gets_a_language_that_there_is(tags: list[str], answer: str) -> None:
    assert negotiate_content(tags) == answer


@pytest.mark.parametrize(
    ("language", "reader", "locale"),
    [
        ("en", "en-IN", "en_IN"),
        ("en", "de", "en"),
        ("en", "zh-HK", "en"),
        ("zh-Hant", "zh-HK", "zh_Hant_HK"),
        ("zh-Hant", "zh-TW", "zh_Hant_TW"),
        ("zh-Hant", "zh-CN", "zh_Hant"),
        ("zh-Hans", "zh-HK", "zh_Hans"),
        ("zh-Hant", "yue", "zh_Hant"),
    ],
)
def test_numbers_within_a_sentence(language: str, reader: str, locale: str) -> None:
    assert str(locale_for_content(language, resolve(reader))) == locale


def test_every_content_language_names_itself_and_has_a_catalog() -> None:
    assert list(ENDONYMS) == list(CONTENT_LANGUAGES) == ["zh-Hans", "zh-Hant", "en"]
    for language in CONTENT_LANGUAGES:
        assert catalog(language).gettext("a message that nobody wrote") == "a message that nobody wrote"
    with pytest.raises(ValueError, match="'de' is not one of zh-Hans, zh-Hant, en"):
        catalog("de")


@given(st.text(), st.text(), st.text())
def test_a_localized_text_goes_through_a_mapping(simplified: str, traditional: str, english: str) -> None:
    text = LocalizedText(simplified, traditional, english)
    assert LocalizedText.from_mapping(dict(text.items())) == text
    assert (text["zh-Hans"], text["zh-Hant"], text["en"]) == (simplified, traditional, english)
