"""Numbers in Han numerals: where they end in a sentence, and what they are worth."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.quantity import Modifier
from translations.reading.digits import DIGITS
from translations.reading.han_numbers import HAN_NUMBER, han_number, number_value
from translations.reading.model import Number

NUMBER = re.compile(HAN_NUMBER)
# As the reader uses it: plain digits are the next alternative.
EITHER = re.compile(rf"(?P<han>{HAN_NUMBER})|{DIGITS}")


def read_back(text: str) -> Number:
    match = NUMBER.match(text)
    assert match, text
    assert match[0] == text
    number = han_number(text)
    assert number, text
    return number


def decimals(row: str) -> list[Decimal]:
    return [Decimal(number) for number in row.split()]


# text: value quantum scale
EXACT = {
    "五万三千": "53000 1e3 1",
    "一百二十点五": "120.5 0.1 1",
    "一百二十点五亿": "12050000000 1e7 1e8",
    "壹佰贰拾万": "1200000 1e5 1e4",
    "叁仟伍佰陆拾柒": "3567 1 1",
    "二〇二五": "2025 1 1",
    "一二三四": "1234 1 1",
    "一二〇亿": "12000000000 1e8 1e8",
    "三点一四": "3.14 0.01 1",
    "十": "10 10 1",
    "十五": "15 1 1",
    "廿": "20 10 1",
    "廿五": "25 1 1",
    "卅": "30 10 1",
    "两": "2 1 1",
    "两千": "2000 1e3 1e3",
    "五千": "5000 1e3 1e3",
    "三百亿": "30000000000 1e10 1e10",
    "二十亿": "2000000000 1e9 1e8",
    "十亿": "1000000000 1e9 1e8",
    "三百五十一万亿": "351000000000000 1e12 1e12",
    "五百万亿": "500000000000000 1e14 1e14",
    "万亿": "1000000000000 1e12 1e12",
    "百亿": "10000000000 1e10 1e8",
    "千万": "10000000 1e7 1e4",
    "万万": "100000000 1e8 1e8",
    "亿亿": "10000000000000000 1e16 1e16",
    "3亿亿": "30000000000000000 1e16 1e16",
    "1.2兆": "1200000000000 1e11 1e12",
    "五兆六十二亿四万五千二": "5006200045200 100 1",
    "一万五千亿三千万": "1500030000000 1e7 1",
    # zeros, and a lone digit behind a unit
    "一百零三": "103 1 1",
    "一万零五": "10005 1 1",
    "十万零五百": "100500 100 1",
    "一千零十二": "1012 1 1",
    "四亿五千六百四十二万零一十五": "456420015 1 1",
    "一亿三": "130000000 1e7 1",
    "两千五": "2500 100 1",
    "二百五": "250 10 1",
    "3万5": "35000 1e3 1",
    "两亿半": "250000000 1e7 1",
    # mixed with digits
    "5.3 万亿": "5300000000000 1e11 1e12",
    "8300 亿": "830000000000 1e8 1e8",
    "1,057.73亿": "105773000000 1e6 1e8",
    "1万5千亿": "1500000000000 1e11 1e8",
    "1万亿5千亿": "1500000000000 1e11 1",
    "3亿4千万": "340000000 1e7 1",
    "3 亿 4 千万": "340000000 1e7 1",
    "4亿5000万": "450000000 1e4 1",
    "1亿2,500万": "125000000 1e4 1",
    "12万8千": "128000 1e3 1",
    "12万8千3百": "128300 100 1",
    "1万2000": "12000 1 1",
    "4百万": "4000000 1e6 1e6",
    "1.5千万": "15000000 1e6 1e7",
    "2千零30万": "20300000 1e4 1e4",
    # spaces between numerals
    "一 百 五 十": "150 10 1",
    "八千 三百 八十五 万 二千 三百 二十六 点三三": "83852326.33 0.01 1",
    # abbreviations
    "3.5w": "35000 1e3 1e4",
    "1.2kw": "12000000 1e6 1e7",
    "15k": "15000 1e3 1e3",
}


@pytest.mark.parametrize("text", EXACT)
def test_value_place_and_scale(text: str) -> None:
    number = read_back(text)
    assert [number.value, number.quantum, number.scale] == decimals(EXACT[text])
    assert (number.low, number.high, number.modifier) == (None, None, None)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("8300亿", "8.3E+11"),
        ("5.30亿", "5.30E+8"),
        ("100.0万", "1.000E+6"),
        ("五万三千", "5.3E+4"),
        ("一百", "1E+2"),
    ],
)
def test_zeros_are_significant_only_behind_a_point(text: str, written: str) -> None:
    assert str(read_back(text).value) == written


# text: value modifier quantum
QUALIFIED = {
    "十多亿": ("1e9", Modifier.OVER, "1e9"),
    "十 余 万": ("1e5", Modifier.OVER, "1e5"),
    "90多亿": ("9e9", Modifier.OVER, "1e8"),
    "90余万": ("9e5", Modifier.OVER, "1e4"),
    "100多": ("100", Modifier.OVER, "1"),
    "15多亿": ("15e8", Modifier.OVER, "1e8"),
    "一千多万": ("1e7", Modifier.OVER, "1e7"),
    "3万多": ("3e4", Modifier.OVER, "1e4"),
    "1亿多": ("1e8", Modifier.OVER, "1e8"),
    "1万多亿": ("1e12", Modifier.OVER, "1e12"),
    "百余": ("100", Modifier.OVER, "100"),
    "千余万": ("1e7", Modifier.OVER, "1e7"),
    "30来": ("30", Modifier.ABOUT, "1"),
    "十来": ("10", Modifier.ABOUT, "10"),
    "上百": ("100", Modifier.AT_LEAST, "100"),
    "上千万": ("1e7", Modifier.AT_LEAST, "1e7"),
    "上十亿": ("1e9", Modifier.AT_LEAST, "1e9"),
}


@pytest.mark.parametrize("text", QUALIFIED)
def test_modifier_inside(text: str) -> None:
    value, modifier, quantum = QUALIFIED[text]
    number = read_back(text)
    assert (number.value, number.modifier, number.quantum) == (Decimal(value), modifier, Decimal(quantum))


# text: low high quantum scale
BETWEEN = {
    "三四百亿": "3e10 4e10 1e10 1e10",
    "七八十": "70 80 10 1",
    "十七八": "17 18 1 1",
    "一两千": "1000 2000 1000 1000",
    "三五百": "300 500 100 100",
    "两三百": "200 300 100 100",
    "二三十": "20 30 10 1",
    "两三": "2 3 1 1",
    "三万五六": "35000 36000 1000 1",
}
SEVERAL = {
    "十几": "11 19 1 1",
    "十几亿": "11e8 19e8 1e8 1e8",
    "二十几万": "21e4 29e4 1e4 1e4",
    "30几": "31 39 1 1",
    "一百零几万": "101e4 109e4 1e4 1e4",
    "数十": "20 90 10 1",
    "几十万": "2e5 9e5 1e5 1e4",
    "数百亿": "2e10 9e10 1e10 1e10",
    "好几百": "200 900 100 100",
    "数万亿": "2e12 9e12 1e12 1e12",
    "数以百万计": "2e6 9e6 1e6 1e6",
}


@pytest.mark.parametrize(("text", "row"), [*BETWEEN.items(), *SEVERAL.items()])
def test_between_two_values(text: str, row: str) -> None:
    number = read_back(text)
    assert [number.low, number.high, number.quantum, number.scale] == decimals(row)
    assert number.value is None
    assert number.modifier is (Modifier.ABOUT if text in SEVERAL else None)


# text: what is read of it, "|" between
SPANS = {
    "5.3 万亿日元": "5.3 万亿",
    "30来家公司": "30来",
    "上百家": "上百",
    "近百亿元": "百亿",
    "三成半": "三",
    "两亿半导体基金": "两亿",
    "三点五十分": "三|五十",
    # the unit's 千, 百 and 兆
    "20万千瓦": "20万",
    "五千瓦": "五",
    "5千克": "",
    "五千克拉": "五千",
    "三千米": "三",
    "500兆瓦": "",
    "200兆带宽": "",
    "1.2兆元": "1.2兆",
    "5兆欧元": "5兆",
    # kilowatts and watts
    "5kW": "",
    "5kWh": "",
    "100W快充": "",
    "50W人": "50W",
    "15km": "",
    # names and idioms
    "亿万富翁": "",
    "20万科研人员": "20万",
    "3 万科": "",
    "2024百度": "",
    "三百度": "三百",
    "十几乎": "十",
    "30来自": "",
    "1000余额": "",
    "几家": "",
    "市场上百万人": "百万",
    "参与人数百万": "百万",
    # what is behind a scale and is none of it
    "20万一平": "20万|一",
    "300万三星手机": "300万|三",
    "3亿5G用户": "3亿",
    "3万5月": "3万",
    "达3 亿 2025年": "3 亿",
    "五万六万": "五万|六万",
    "三千五千": "三千|五千",
    "五百两": "五百|两",
    "12 万 8 千人": "12 万 8 千",
    "2025年": "",
}


@pytest.mark.parametrize("text", SPANS)
def test_where_numbers_are(text: str) -> None:
    found = (match["han"] for match in EITHER.finditer(text))
    assert [han for han in found if han] == [part for part in SPANS[text].split("|") if part]


@given(st.decimals(0, 10**9, places=2).map(str) | st.integers(0, 10**30).map("{:,}".format))
def test_plain_digits_are_left_to_the_pattern_of_digits(text: str) -> None:
    assert not NUMBER.match(text)


SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12, "兆": 10**12, "百万": 10**6, "千亿": 10**11}


@given(st.decimals("0.01", 99999, places=2), st.sampled_from(sorted(SCALES)), st.sampled_from(["", " "]))
def test_digits_times_a_scale(mantissa: Decimal, scale: str, space: str) -> None:
    number = read_back(f"{mantissa:,}{space}{scale}")
    assert number.value == mantissa * SCALES[scale]
    assert number.quantum == Decimal("0.01") * SCALES[scale]
    assert number.scale == SCALES[scale]


NUMERALS = "零一二三四五六七八九"
UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))


def spell(number: int) -> str:
    """`number` below 10^16 in standard Chinese, 零 where places are skipped."""
    if number < 10:
        return NUMERALS[number]
    unit, word = next(pair for pair in UNITS if pair[0] <= number)
    factor, rest = divmod(number, unit)
    if not rest:
        return f"{spell(factor)}{word}"
    return f"{spell(factor)}{word}{'零' if rest < unit // 10 else ''}{spell(rest)}"


def test_the_speller_of_this_test() -> None:
    assert spell(456420015) == "四亿五千六百四十二万零一十五"
    assert spell(10**12 + 5 * 10**11) == "一万五千亿"


@given(
    st.integers(1, 10**16 - 1)
    | st.integers(0, 15).flatmap(lambda e: st.integers(1, 99).map(lambda n: n * 10**e))
)
def test_what_is_spelled_is_read_back(integer: int) -> None:
    if integer >= 10**16:
        return
    number = read_back(spell(integer))
    assert number.value == integer
    assert number.value % number.quantum == 0


@given(st.integers(1, 10**16 - 1))
def test_financial_numerals_and_skipped_ones_of_ten(integer: int) -> None:
    financial = spell(integer).translate(
        str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
    )
    assert read_back(financial).value == integer
    traditional = financial.translate(str.maketrans("贰叁陆万亿", "貳參陸萬億"))
    number = han_number(traditional)
    assert number
    assert number.value == integer


VOCABULARY = "零〇一二三五九两十百千万亿兆多余来几数上好半点壹拾佰廿 0123,.kw年"


@given(st.text(VOCABULARY, max_size=24))
def test_any_string_of_numerals_is_a_number_or_none(text: str) -> None:
    for match in EITHER.finditer(text):
        number = han_number(match[0])
        if number is None:
            continue
        assert number.quantum > 0
        assert number.scale >= 1
        if number.value is None:
            assert number.low is not None
            assert number.high is not None
            assert number.low < number.high
        else:
            assert number.value >= 0
    han_number(text)


@pytest.mark.parametrize(
    "text", ["", "几", "好几", "数", "多", "上", "点", "零点", "三百五百", "五万六万", "三万百", "一" * 65]
)
def test_no_number(text: str) -> None:
    assert han_number(text) is None


@pytest.mark.parametrize(
    "unit",
    [
        "一",
        "万亿",
        "1万",
        "十 ",
        "1",
        "1,111",
        "一百",
        "一 ",
        "三千五百",
        "三点一",
        "百零",
        "亿",
        "1亿5",
        "一万零",
        "10多",
        "上百",
        "几十",
    ],
)
def test_long_text_is_read_to_its_end_once(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    matches = list(EITHER.finditer(text))
    assert matches
    values = {han_number(match[0]) for match in matches}
    assert len(values) < 10  # the text is periodic, and so is what is read
    assert all(number is None or number.quantum < Decimal("1e40") for number in values)


def test_the_pattern_fits_into_another() -> None:
    assert NUMBER.groups == 0
    assert NUMBER.flags == re.UNICODE


BY_ITSELF = {
    "１，０５７．７３亿": "105773000000",
    "四億五千六百四十二萬零一十五": "456420015",
    "倆千兩百貳拾二": "2222",
    "負四百零五億零四百零四萬": "-40504040000",
    "负三十二": "-32",
    "-5.2亿": "-520000000",
    "−3": "-3",
    "-.5": "-0.5",
    "35": "35",
    "10,000.233": "10000.233",
    "1000  万": "10000000",
    "二十几万": "200000",
    "十餘萬": "100000",
    "三分之一": "0.3333333333333333333333333333333333",
    "五又四分之一": "5.25",
    "三 百 五 又 二 分之 一": "350.5",
    "一百分之五十五点五": "0.555",
    "负4分之负一": "0.25",
    "3/4": "0.75",
    "1 3/4": "1.75",
    "1e10": "1e10",
    "-127.32e13": "-1273200000000000",
    "10^3": "1000",
    "2^-1": "0.5",
    "一打": "12",
    "半打": "6",
    "一半": "0.5",
    "2.5k": "2500",
    "3M": "3000000",
    "1.2G": "1200000000",
    "3.5w": "35000",
    "-0": "0",
}


@pytest.mark.parametrize("text", BY_ITSELF)
def test_a_number_by_itself(text: str) -> None:
    value = number_value(text)
    assert value == Decimal(BY_ITSELF[text])
    assert value is not None
    assert not (value.is_zero() and value.is_signed())


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-",
        "abc",
        "公司",
        "三四百",
        "1/0",
        "零分之一",
        "分之",
        "9^99999",
        "NaN",
        "inf",
        "1_000",
        "٣",
        "5e99999",
        "一" * 201,
    ],
)
def test_not_a_number_by_itself(text: str) -> None:
    assert number_value(text) is None


@given(
    st.text(st.sampled_from("零一二三十百万亿兆点负-+^/ 又分之打半kMe.,0129几多上好数"), max_size=30)
    | st.text(max_size=30)
)
def test_any_text_by_itself_is_a_finite_number_or_none(text: str) -> None:
    value = number_value(text)
    assert value is None or value.is_finite()
