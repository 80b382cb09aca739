"""Which terms a text has, and which only look like it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from glossary import Status
from glossary.recognition.model import Reading
from tests.concepts import concept
from tests.glossary.recognition.recognition_support import Read, words

DATA_CENTER = concept("data-center", "数据中心", ("資料中心", "zh-Hant"), "data center")


@pytest.mark.parametrize(
    ("text", "terms", "found"),
    [
        # No boundary within Chinese, one around words and numbers; punctuation may touch.
        ("中国GDP增长", ["GDP"], ["GDP"]),
        ("它的AI芯片。", ["AI芯片"], ["AI芯片"]),
        ("SAID AI, (AI) AI2 “AI”", ["AI"], ["AI"] * 4),
        ("5G 15G 5Gs 5GHz", ["5G"], ["5G"]),
        ("H200, H20 and H20芯片", ["H20"], ["H20", "H20"]),
        ("3.5 and 13.5 and 3.55", ["3.5"], ["3.5"]),
        # Leftmost, then longest.
        ("人工智能芯片", ["人工", "人工智能", "智能芯片"], ["人工智能"]),
        ("GDP percent", ["GDP", "GDP per"], ["GDP"]),
        ("GDP per head", ["GDP", "GDP per"], ["GDP per"]),
        # Inflection.
        ("data centres, DATA CENTERS, Data Center's", ["data center"], 3),
        ("its subsidiaries and a subsidiary", ["subsidiary"], ["subsidiaries", "subsidiary"]),
        # Blanks, hyphens, dashes and the ends of lines, which come and go.
        ("data-centers, datacenter, data\u2011center, data\r\n  center, data-\ncenter", ["data center"], 5),
        ("data – center; data, center; data. Center; data/center; data\n\ncenter", ["data center"], []),
        ("data-center, datacenters", ["datacenter"], ["data-center", "datacenters"]),
        ("Soft Bank, Softbank, soft-bank", ["SoftBank"], ["Soft Bank", "Softbank", "soft-bank"]),
        ("the rapist", ["therapist"], []),
        ("AI 芯片、AI-芯片", ["AI芯片"], ["AI 芯片", "AI-芯片"]),
        ("数据 中心、数据，中心、数据\n中心", ["数据中心"], []),
        ("GPT4, GPT 4, gpt-4, GPT-40", ["GPT-4"], ["GPT4", "GPT 4", "gpt-4"]),
        # Capitals alone.
        ("It is for us who aid AI; IT, the US, AIs", ["IT", "US", "WHO", "AI"], ["AI", "IT", "US", "AIs"]),
        ("ai芯片、Gpt-4 的 5g", ["AI芯片", "GPT-4", "5G"], ["ai芯片", "Gpt-4"]),
        # Width, diacritics, glyphs.
        ("Ｄａｔａ　ｃｅｎｔｅｒ", ["data center"], ["Ｄａｔａ　ｃｅｎｔｅｒ"]),
        ("café, cafe\u0301, CAFÉ", ["cafe"], ["café", "cafe\u0301", "CAFÉ"]),
        ("數據中心、數據中心", ["数据中心"], ["數據中心", "數據中心"]),
        ("ﾃﾞｰﾀ", ["データ"], ["ﾃﾞｰﾀ"]),
        ("㈱, ﬁnance, İstanbul, straße", ["株", "finance", "istanbul", "strasse"], 4),
        # Half of a character is none.
        ("½ 1 2", ["1", "2"], ["1", "2"]),
        # Names with punctuation in them or at their ends.
        ("U.S., US, U.S", ["U.S."], ["U.S.", "US", "U.S"]),
        ("C, C#, C++", ["C#"], ["C#"]),
        ("R&D, R & D, R and D, r&d", ["R&D"], ["R&D", "R & D", "R and D"]),
        ("约翰·史密斯、约翰•史密斯、约翰史密斯、约翰。史密斯", ["约翰·史密斯"], 3),
        ("Moody’s and Moodys", ["Moody's"], ["Moody’s", "Moodys"]),
        ("SoftBank™ and SoftBank®", ["SoftBank"], ["SoftBank", "SoftBank"]),
        ("数\u200b据中\ufe00心", ["数据中心"], ["数\u200b据中\ufe00心"]),
        ("", ["data"], []),
        ("…——！", ["data", "——"], []),
    ],
)
def test_what_is_found(read: Read, text: str, terms: list[str], found: list[str] | int) -> None:
    reading = read(text, *(concept(f"c{n}", term) for n, term in enumerate(terms)))
    told = words(reading)
    assert (told if isinstance(found, list) else len(told)) == found


def test_a_distractor_wins(read: Read) -> None:
    bank = concept("bank-of-japan", "日本银行", distractors=["日本银行业"])
    japan, trade = concept("japan", "日本"), concept("association", "日本银行业协会")
    assert words(read("日本银行业整体盈利，日本银行行长", bank, japan)) == ["日本银行"]
    assert words(read("日本銀行業", bank, japan, overlaps=True)) == []
    assert words(read("日本银行业协会", bank, japan, trade)) == ["日本银行业协会"]
    assert words(read("日本银行业", bank, concept("banking", "日本银行业"))) == ["日本银行业"]
    yamato = concept("yamato", "大和", distractors=["强大和"])
    assert words(read("富强大和大和", yamato, concept("rich", "富强"))) == ["富强", "大和"]
    assert words(read("an Apple Pie", concept("apple", "Apple", distractors=["apple pies"]))) == []


def test_the_name_of_one_word_is_capitalized(read: Read) -> None:
    arm = concept("arm", "Arm", name=True)
    assert words(read("the lending arm of Arm, ARM", arm)) == ["Arm", "ARM"]
    assert words(read("the bank of japan", concept("boj", "Bank of Japan", name=True))) == ["bank of japan"]


def test_overlaps_on_request(read: Read) -> None:
    concepts = [concept("ai", "人工智能"), concept("ai-chip", "人工智能芯片"), concept("chip", "芯片")]
    assert words(read("人工智能芯片", *concepts, overlaps=True)) == ["人工智能芯片", "人工智能", "芯片"]
    assert words(read("人工智能芯片", *concepts)) == ["人工智能芯片"]


def named(reading: Reading) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [
        (found.text, found.meaning.concept.id, found.meaning.term.term, found.meaning.others)
        for found in reading.terms
    ]


def test_of_several_concepts_the_best_is_meant_and_the_others_are_told(read: Read) -> None:
    semiconductor, chip = concept("semiconductor", "chip"), concept("chip", "chip")
    admitted = replace(semiconductor.terms[0], status=Status.ADMITTED)
    semiconductor = replace(semiconductor, terms=(admitted,))
    assert named(read("Chips", semiconductor, chip)) == [("Chips", "chip", "chip", ("semiconductor",))]
    polish, poland = concept("polish", "polish"), concept("poland", "Polish")
    assert named(read("Polish", polish, poland))[0][1:] == ("poland", "Polish", ("polish",))
    assert named(read("polish", poland, polish))[0][1:] == ("polish", "polish", ("poland",))


def test_a_deprecated_spelling_is_told_from_the_preferred_one(read: Read) -> None:
    softbank = concept("softbank", "SoftBank", "Softbank")
    wrong = replace(softbank.terms[1], status=Status.DEPRECATED, use="SoftBank")
    (found,) = read("Softbank", replace(softbank, terms=(softbank.terms[0], wrong))).terms
    assert (found.meaning.term.status, found.meaning.use) == (Status.DEPRECATED, "SoftBank")


def test_the_language_of_the_text_decides(read: Read) -> None:
    power = concept("power", ("算力", "zh-Hans"), ("算力", "zh-Hant"), "computing power")
    assert {
        lang: read("算力", power, lang=lang).terms[0].meaning.term.lang for lang in ("zh-Hans", "zh-Hant")
    } == {
        "zh-Hans": "zh-Hans",
        "zh-Hant": "zh-Hant",
    }
    mixed = "算力 is computing power"
    assert words(read(mixed, power, lang="zh-Hans")) == ["算力", "computing power"]
    assert words(read(mixed, power, lang="en")) == ["computing power"]
    guesses = {
        "軟銀將投資資料中心": "zh-Hant",
        "软银将投资": "zh-Hans",
        "SoftBank (软银)": "zh-Hans",
        "SoftBank": "en",
    }
    assert {text: read(text, power).lang for text in guesses} == guesses


def test_the_offsets_are_those_of_the_text(read: Read) -> None:
    text = "😀\ufeff㈱数据中心…½ ﬁ cafe\u0301 data\u00adcenters"
    found = read(text, DATA_CENTER, concept("cafe", "café")).terms
    assert [(each.start, each.end) for each in found] == [(3, 7), (12, 17), (18, 30)]


def test_a_glossary_of_nothing(read: Read) -> None:
    assert words(read("data center")) == []
