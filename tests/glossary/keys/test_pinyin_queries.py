"""Queries by sound, held against terms and their readings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.keys.pinyin import PinyinMatch, initials, matches, parse_query, pinyin_key


def found(query: str, term: str, reading: str) -> PinyinMatch | None:
    parsed = parse_query(query)
    assert parsed is not None
    return matches(parsed, term, reading)


@pytest.mark.parametrize(
    ("reading", "key", "first"),
    [
        ("ruǎn yín", "ruanyin", "ry"),
        ("AI xīn piàn", "aixinpian", "aixp"),
        ("C duān", "cduan", "cd"),
        ("Web3.0 píng tái", "web30pingtai", "web30pt"),
        ("yuàn jǐng jī jīn 1 hào", "yuanjingjijin1hao", "yjjj1h"),
        ("zhōng guó", "zhongguo", "zg"),
        ("Zhōng guó", "zhongguo", "zg"),
        ("nǚ ér", "nver", "ne"),
        ("cè lüè", "celve", "cl"),
        ("jù yuè xué", "juyuexue", "jyx"),
        ("yī diǎn r", "yidianr", "ydr"),
        ("dōng xi", "dongxi", "dx"),
        ("OpenAI", "openai", "openai"),
        ("sān Q", "sanq", "sq"),
        ("", "", ""),
    ],
)
def test_keys_of_a_reading(reading: str, key: str, first: str) -> None:
    assert pinyin_key(reading) == key
    assert initials(reading) == first


@pytest.mark.parametrize(
    "query",
    [
        "ruanyin",
        "ruan yin",
        "ruan'yin",
        "ruan’yin",
        "ruan-yin",
        "RUANYIN",
        "Ruan Yin",
        "ｒｕａｎｙｉｎ",
        "ruan3yin2",
        "ruan3 yin2",
        "ruan3yin",
        "ruanyin2",
        "ｒｕａｎ３ｙｉｎ２",
        "ruǎnyín",
        "ruǎn yín",
        "RUǍN YÍN",
        "rua\u030cnyi\u0301n",
        "ruɑ̌nyín",
        "ruǎn yin2",
        "ruan银",
        "ruan銀",
        "ruan3银",
        "软yin",
        "軟 yin2",
        "\u200eruan\u200byin",
    ],
)
@pytest.mark.parametrize("term", ["软银", "軟銀"])
def test_every_spelling_matches_the_whole_term(query: str, term: str) -> None:
    assert found(query, term, "ruǎn yín") == PinyinMatch(0, 2, whole=True, partial=False)


@pytest.mark.parametrize(
    ("query", "term", "reading", "match"),
    [
        ("r", "软银", "ruǎn yín", (0, 1, False, True)),
        ("ruan", "软银", "ruǎn yín", (0, 1, False, False)),
        ("ruany", "软银", "ruǎn yín", (0, 2, False, True)),
        ("ruan3y", "软银", "ruǎn yín", (0, 2, False, True)),
        ("ruǎ", "软银", "ruǎn yín", (0, 1, False, True)),
        ("ruanyin", "软银集团", "ruǎn yín jí tuán", (0, 2, False, False)),
        ("ruany1", "软银", "ruǎn yín", None),
        ("ruan2yin2", "软银", "ruǎn yín", None),
        ("ruányin", "软银", "ruǎn yín", None),
        ("ruá", "软银", "ruǎn yín", None),
        ("ruan5", "软银", "ruǎn yín", None),
        ("yin", "软银", "ruǎn yín", None),
        ("ru an", "软银", "ruǎn yín", None),
        ("rua ", "软银", "ruǎn yín", None),
        ("ruanyinx", "软银", "ruǎn yín", None),
        ("ruan金", "软银", "ruǎn yín", None),
        ("xian", "先", "xiān", (0, 1, True, False)),
        ("xian", "西安", "xī ān", (0, 2, True, False)),
        ("xi'an", "西安", "xī ān", (0, 2, True, False)),
        ("xi'an", "先", "xiān", None),
        ("xi1an1", "西安", "xī ān", (0, 2, True, False)),
        ("xi1an1", "先", "xiān", None),
        ("xian", "线", "xiàn", (0, 1, True, False)),
        ("xian4", "先", "xiān", None),
        ("fangan", "方案", "fāng àn", (0, 2, True, False)),
        ("fangan", "反感", "fǎn gǎn", (0, 2, True, False)),
        ("fang4an", "反感", "fǎn gǎn", None),
        ("fan3gan3", "反感", "fǎn gǎn", (0, 2, True, False)),
        ("fang1an4", "方案", "fāng àn", (0, 2, True, False)),
        ("fǎn'gǎn", "反感", "fǎn gǎn", (0, 2, True, False)),
        ("celüe", "策略", "cè lüè", (0, 2, True, False)),
        ("celve", "策略", "cè lüè", (0, 2, True, False)),
        ("celu:e", "策略", "cè lüè", (0, 2, True, False)),
        ("ce4lu:e4", "策略", "cè lüè", (0, 2, True, False)),
        ("celue", "策略", "cè lüè", (0, 2, True, False)),
        ("cèlǜè", "策略", "cè lüè", None),
        ("nǚ", "女", "nǚ", (0, 1, True, False)),
        ("nv3", "女", "nǚ", (0, 1, True, False)),
        ("nu3", "女", "nǚ", None),
        ("xve", "学", "xué", (0, 1, True, False)),
        ("yidianr", "一点儿", "yī diǎn r", (0, 3, True, False)),
        ("yi1dian3r5", "一点儿", "yī diǎn r", (0, 3, True, False)),
        ("yidianer", "一点儿", "yī diǎn r", (0, 3, True, False)),
        ("yidianr", "一点儿", "yī diǎn ér", (0, 3, True, False)),
        ("yi1dian3r5", "一点儿", "yī diǎn ér", (0, 3, True, False)),
        ("yi1dian3er2", "一点儿", "yī diǎn ér", (0, 3, True, False)),
        ("r", "二", "èr", None),
        ("dong1xi5", "东西", "dōng xi", (0, 2, True, False)),
        ("dong1xi0", "东西", "dōng xi", (0, 2, True, False)),
        ("dong1xi", "东西", "dōng xi", (0, 2, True, False)),
        ("dong1xi1", "东西", "dōng xi", None),
        ("aixinpian", "AI芯片", "AI xīn piàn", (0, 4, True, False)),
        ("AI xin1pian4", "ＡＩ芯片", "AI xīn piàn", (0, 4, True, False)),
        ("a i xin", "AI芯片", "AI xīn piàn", (0, 3, False, False)),
        ("ai4xin", "AI芯片", "AI xīn piàn", None),
        ("AI芯pian", "AI芯片", "AI xīn piàn", (0, 4, True, False)),
        ("cduan", "C端", "C duān", (0, 2, True, False)),
        ("yuanjingjijin1hao", "愿景基金1号", "yuàn jǐng jī jīn 1 hào", (0, 6, True, False)),
        ("yuan4jing3ji1jin11hao4", "愿景基金1号", "yuàn jǐng jī jīn 1 hào", (0, 6, True, False)),
        ("yuan4 jing3 ji1 jin1 1 hao4", "愿景基金1号", "yuàn jǐng jī jīn 1 hào", (0, 6, True, False)),
        ("web3.0pingtai", "Web3.0平台", "Web3.0 píng tái", (0, 8, True, False)),
        ("web3", "Web3.0平台", "Web3.0 píng tái", (0, 6, False, True)),
        ("jiuwuhou", "95后", "jiǔ wǔ hòu", (0, 3, True, False)),
        ("xinxi", "《信息通信白皮书》", "xìn xī tōng xìn bái pí shū", (1, 3, False, False)),
        ("zhe", "这", "zhè", (0, 1, True, False)),
        ("ruan", "软银", "", None),
        ("ruan", "", "ruǎn", (0, 0, True, False)),
        ("ruan", "软银", "ruǎn", (0, 2, True, False)),  # term and reading do not fit: the whole term
    ],
)
def test_from_the_beginning(
    query: str, term: str, reading: str, match: tuple[int, int, bool, bool] | None
) -> None:
    assert found(query, term, reading) == (PinyinMatch(*match) if match else None)


@pytest.mark.parametrize(
    ("text", "keys", "tones", "han"),
    [
        ("ruanyin", ("ruanyin",), False, ""),
        ("ruan3yin2", ("ruanyin", "ruan3yin", "ruanyin2", "ruan3yin2"), True, ""),
        ("ruǎn", ("ruan",), True, ""),
        ("ruan銀", ("ruan银",), False, "银"),
        ("celue", ("celue", "celve"), False, ""),
        ("yidianr", ("yidianr", "yidianer"), False, ""),
        ("nver", ("nver", "nvr"), False, ""),
        ("zhongren", ("zhongren",), False, ""),
        ("jv", ("ju",), False, ""),
        ("NÜ", ("nv",), False, ""),
        ("data", ("data",), False, ""),
        ("subsidiaries", ("subsidiaries",), False, ""),
        ("cduan", ("cduan",), False, ""),
        ("gpt4", ("gpt", "gpt4"), True, ""),
        ("ji1 1 hao", ("ji1hao", "ji11hao"), True, ""),
    ],
)
def test_what_a_query_says(text: str, keys: tuple[str, ...], tones: bool, han: str) -> None:
    query = parse_query(text)
    assert query is not None
    assert (query.keys, query.has_tones, query.han) == (keys, tones, han)
    assert (query.key, query.has_han) == (keys[0], bool(han))


@pytest.mark.parametrize(
    "text",
    ["", " ", "软银", "12", "%", "ruan💹", "ruan+yin", "señor", "naïve", "\u0301ruan", "r\u0301uan", "ア ruan", "руan", "ruan\ud800",
     "ruan\u0301\u0301", "ruan\x00", "a" * 201, "ruan" * 10_000, "\u0301" * 100],
)  # fmt: skip
def test_no_pinyin(text: str) -> None:
    assert parse_query(text) is None


@given(st.text(max_size=250), st.text(max_size=30), st.text(max_size=30))
def test_any_input_is_read(text: str, term: str, reading: str) -> None:
    query = parse_query(text)
    pinyin_key(reading), initials(reading)
    if query is not None:
        match = matches(query, term, reading)
        assert match is None or 0 <= match.start <= match.end <= len(term)


_pieces = st.lists(
    st.sampled_from(["xi", "an", "xian", "1", "11", "a", "n", "'", "西", "ǎ", "r", "er"]), max_size=40
)


@given(_pieces, _pieces)
def test_ambiguous_input_is_bounded(query: list[str], reading: list[str]) -> None:
    parsed = parse_query("".join(query))
    if parsed is not None:
        matches(parsed, "西安" * 20, " ".join(reading))


def test_long_terms_are_bounded() -> None:
    query = parse_query("xian" * 50)
    assert query is not None
    match = matches(query, "西安" * 5_000, "xī ān " * 5_000)
    assert match == PinyinMatch(0, 100, whole=False, partial=False)
