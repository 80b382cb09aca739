"""Which unit follows a number, and which currency precedes it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st

from translations.quantity import Kind
from translations.reading.folding import fold
from translations.reading.units import (
    Home,
    Unit,
    home_of,
    minor_after,
    unit_after,
    unit_around,
    unit_before,
)
from translations.writing import OWN_UNITS, Width, cldr, supported_unit, writer

HOME = Home()
UNITS = sorted(
    {unit.partition("-")[2] for unit in cldr.unit_ids(Locale("en"))} | set(OWN_UNITS) - {"ratio", "count"}
)
CURRENCIES = sorted(str(code) for code in Locale("en").currencies if supported_unit(str(code)) is Kind.MONEY)


def after(marked: str, home: Home = HOME) -> Unit | None:
    """The unit behind the number of ``5[元]的``; the brackets must hold just what was read."""
    number, _, rest = marked.partition("[")
    written, _, following = rest.partition("]")
    found = unit_after(fold(number + written + following), len(number), home)
    if found is None:
        assert not written, f"{written} was not read"
        return None
    assert (number + written + following)[len(number) : found[0]] == written
    return found[1]


def before(marked: str, home: Home = HOME) -> Unit | None:
    """The currency before the number of ``约[US$ ]5``."""
    preceding, _, rest = marked.partition("[")
    written, _, number = rest.partition("]")
    position = len(preceding + written)
    found = unit_before(fold(preceding + written + number), position, home)
    if found is None:
        assert not written, f"{written} was not read"
        return None
    assert (preceding + written)[found[0] :] == written
    return found[1]


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("5.3万亿[日元],", "JPY"),
        ("5.3兆[日圓],", "JPY"),
        ("８３００亿[ 美元]", "USD"),
        ("500万[美金]", "USD"),
        ("5[刀]。", "USD"),
        ("3亿[港元]", "HKD"),
        ("20亿[港幣]", "HKD"),
        ("8亿[元人民币]", "CNY"),
        ("4.5[元人民幣]", "CNY"),
        ("4[人民币]5美元", "CNY"),
        ("100[元]以上", "CNY"),
        ("100[圓]", "CNY"),
        ("五[块钱]", "CNY"),
        ("三[块]五", "CNY"),
        ("3[块]。", "CNY"),
        ("5306亿[台币]", "TWD"),
        ("60億[元新臺幣]", "TWD"),
        ("300万[英镑]", "GBP"),
        ("300万[镑]", "GBP"),
        ("20万亿[韩元]", "KRW"),
        ("5亿[瑞郎]", "CHF"),
        ("10亿[澳元]", "AUD"),
        ("10亿[加元]", "CAD"),
        ("10亿[新元]", "SGD"),
        ("10亿[林吉特]", "MYR"),
        ("10亿[沙特里亚尔]", "SAR"),
        ("10亿[雷亚尔]", "BRL"),
        ("10亿[卢布]", "RUB"),
        ("10亿[印度卢比]", "INR"),
        ("1000亿[越南盾]", "VND"),
        ("445[奈拉]兑换", "NGN"),
        ("3[欧元]区", "EUR"),
        ("5[ US dollars] a", "USD"),
        ("5[ U.S. dollars],", "USD"),
        ("125 million[ australian dollars] of", "AUD"),
        ("5[ Hong Kong dollars]", "HKD"),
        ("5[ NT dollars]", "TWD"),
        ("5[-dollar] bill", "USD"),
        ("10[ bucks]", "USD"),
        ("five million[ yen] from", "JPY"),
        ("100 billion[ yuan] for", "CNY"),
        ("100[ renminbi]", "CNY"),
        ("10[ rmb] 20 usd", "CNY"),
        ("20[ usd]", "USD"),
        ("50m[ EUR].", "EUR"),
        ("323 million[ euros].", "EUR"),
        ("20[ pounds sterling]", "GBP"),
        ("20[ quid]", "GBP"),
        ("420 million[ finnish markka] .", "FIM"),
        ("250 million[ dutch guilders] of", "NLG"),
        ("6.65 billion[ pesetas] .", "ESP"),
        ("10[ turkish lira]", "TRY"),
        ("5[ Swiss francs]", "CHF"),
        ("5[ zlotys]", "PLN"),
        ("10[ €] is", "EUR"),
        ("10[€]", "EUR"),
        ("10[ $] is", "USD"),
        ("100[₾] buying", "GEL"),
        ("100,000[ ₭] as", "LAK"),
        ("300[ Kč]", "CZK"),
        ("300[ zł]", "PLN"),
    ],
)
def test_a_currency_behind_its_number(marked: str, code: str) -> None:
    unit = after(marked)
    assert unit is not None
    assert (unit.kind, unit.unit, unit.factor) == (Kind.MONEY, code, Decimal(1))


@pytest.mark.parametrize(
    ("marked", "code", "factor"),
    [
        ("30[ cents] a", "USD", "0.01"),
        ("50[¢]", "USD", "0.01"),
        ("三[美分]", "USD", "0.01"),
        ("470[ pence] a", "GBP", "0.01"),
        ("50[p] a", "GBP", "0.01"),
        ("80[便士]", "GBP", "0.01"),
        ("5[欧分]", "EUR", "0.01"),
        ("五[毛钱]", "CNY", "0.1"),
        ("五[分钱]", "CNY", "0.01"),
        ("20[仙]。", "HKD", "0.01"),
    ],
)
def test_small_change_is_a_fraction_of_its_currency(marked: str, code: str, factor: str) -> None:
    assert after(marked) == Unit(Kind.MONEY, code, Decimal(factor))


@pytest.mark.parametrize(
    ("marked", "unit", "factor"),
    [
        ("45[%]的", "percent", "1"),
        ("45[％]", "percent", "1"),
        ("45[ percent] of", "percent", "1"),
        ("45[ per cent],", "percent", "1"),
        ("45[ pct]", "percent", "1"),
        ("3[‰]", "percent", "0.1"),
        ("29.7[个百分点]", "percentage_point", "1"),
        ("29.7[個百分點]", "percentage_point", "1"),
        ("0.7[ percentage points]", "percentage_point", "1"),
        ("a 25[-percentage-point] rise", "percentage_point", "1"),
        ("2[ pp]", "percentage_point", "1"),
        ("25[个基点]", "basis_point", "1"),
        ("25[BP]", "basis_point", "1"),
        ("25[ bps],", "basis_point", "1"),
        ("a 25[-basis-point] cut", "basis_point", "1"),
        ("40[倍]", "times", "1"),
        ("40[x] its", "times", "1"),
        ("5[ times] as", "times", "1"),
        ("20[-fold]", "times", "1"),
        ("20[fold]", "times", "1"),
        ("6.8[吉瓦]", "gigawatt", "1"),
        ("6.8[ GW] of", "gigawatt", "1"),
        ("20万[千瓦]", "kilowatt", "1"),
        ("500[-megawatt] plant", "megawatt", "1"),
        ("500[mw]", "megawatt", "1"),
        ("500[ mW]", "milliwatt", "1"),
        ("2[ TW]", "terawatt", "1"),
        ("30亿[度电]", "kilowatt-hour", "1"),
        ("30亿[千瓦时]", "kilowatt-hour", "1"),
        ("30[ TWh]", "terawatt-hour", "1"),
        ("30[兆瓦时]", "megawatt-hour", "1"),
        ("5[ MWh]", "megawatt-hour", "1"),
        ("20万[公斤]", "kilogram", "1"),
        ("三[斤]半", "kilogram", "0.5"),
        ("1234[两]。", "gram", "50"),
        ("34,500[ metric tons] of", "tonne", "1"),
        ("34,500[ tonnes] of", "tonne", "1"),
        ("500[ kt]", "tonne", "1E+3"),
        ("10万[t]钢", "tonne", "1"),
        ("168[公分]", "centimeter", "1"),
        ("168[CM]", "centimeter", "1"),
        ("500[ metres] east", "meter", "1"),
        ("1[ m] x", "meter", "1"),
        ("6.7[寸]屏幕", "inch", "1"),
        ("12[ in].", "inch", "1"),
        ("3[纳米]芯片", "nanometer", "1"),
        ("3[奈米]", "nanometer", "1"),
        ("3[nm]", "nanometer", "1"),
        ("660[ square meters] in", "square-meter", "1"),
        ("a 500[-square-foot] flat", "square-foot", "1"),
        ("500[ sq ft]", "square-foot", "1"),
        ("500[ km²]", "square-kilometer", "1"),
        ("500[平方公里]", "square-kilometer", "1"),
        ("5[ m3] of", "cubic-meter", "1"),
        ("10[kph],", "kilometer-per-hour", "1"),
        ("10[ Kilometers per hour] could", "kilometer-per-hour", "1"),
        ("120[公里/小时]", "kilometer-per-hour", "1"),
        ("10[ mph]", "mile-per-hour", "1"),
        ("500万[桶],", "barrel", "1"),
        ("5[桶]原油", "barrel", "1"),
        ("2 million[ bpd]", "barrel", "1"),
        ("a 10[-gallon] cooler", "gallon", "1"),
        ("75[ml]", "milliliter", "1"),
        ("1.5[升]的", "liter", "1"),
        ("24[℃]", "celsius", "1"),
        ("24[°C]", "celsius", "1"),
        ("75[ degrees Fahrenheit]", "fahrenheit", "1"),
        ("80[ GB]", "gigabyte", "1"),
        ("80[ Gb]", "gigabit", "1"),
        ("80[gb]", "gigabyte", "1"),
        ("五十[兆字节]", "megabyte", "1"),
        ("5[ EB]", "petabyte", "1E+3"),
        ("5[ GHz]", "gigahertz", "1"),
        ("800[千伏]", "volt", "1E+3"),
        ("5[年]内", "year", "1"),
        ("a five[-year] plan", "year", "1"),
        ("5[ years]", "year", "1"),
        ("两[个季度]", "quarter", "1"),
        ("6[个月]", "month", "1"),
        ("6[個月]", "month", "1"),
        ("一[周]内", "week", "1"),
        ("三[个星期]", "week", "1"),
        ("5[天]下跌", "day", "1"),
        ("48[小時]", "hour", "1"),
        ("30[分钟]", "minute", "1"),
        ("two[ decades]", "decade", "1"),
        ("half 1[ century]", "century", "1"),
    ],
)
def test_a_unit_behind_its_number(marked: str, unit: str, factor: str) -> None:
    found = after(marked)
    assert found is not None
    assert (found.kind, found.unit, str(found.factor)) == (supported_unit(unit), unit, factor)


@pytest.mark.parametrize(
    ("marked", "unit", "alternatives"),
    [
        ("5[ pounds] of", "pound", ("GBP",)),
        ("5[ tons]", "ton", ("tonne",)),
        ("5万[吨]", "tonne", ("ton",)),
        ("12[度]。", "celsius", ("degree",)),
        ("45[ degrees]", "degree", ("celsius", "fahrenheit")),
        ("5亿[比索]", "MXN", ("PHP", "CLP", "COP", "ARS")),
        ("50[ kr]", "SEK", ("NOK", "DKK", "ISK")),
        ("1000[¥]", "CNY", ("JPY",)),
    ],
)
def test_what_the_writing_leaves_open(marked: str, unit: str, alternatives: tuple[str, ...]) -> None:
    found = after(marked)
    assert found is not None
    assert (found.unit, found.alternatives) == (unit, alternatives)


@pytest.mark.parametrize(
    "marked",
    [
        "3.0[]元宇宙",
        "118[]元素",
        "5[] companies",
        "5[] millionaires",
        "5[] metering",
        "5[] EUROPE",
        "5[]G手机",
        "5[] A shares",
        "5[] in 2024",
        "3[] second-hand cars",
        "a one[]-time gain",
        "5[] ARM cores",
        "5[] AMD chips",
        "40[]x60",
        "2024[] $5bn",
        "5[]桶水",
        "五[]块屏幕",
        "3[]升至5",
        "5[]天津",
        "21[]世纪",
        "3[]节课",
        "三[]两家",
        "两[]度推迟",
        "3[]级地震",
        "5[]杯咖啡",
        "9[]点",
        "21[]st",
        "5[] PC makers",
        "24703[]m212",
        "24703[] L-202",
        "6[]pm,",
        "300[] points",
        "5[]银行",
        "5[]",
        "5[] ",
        "",
    ],
)
def test_no_unit(marked: str) -> None:
    assert after(marked) is None


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("约[US$]5", "USD"),
        ("about [US$]5", "USD"),
        ("[U.S.$]5", "USD"),
        ("[us $ ]5", "USD"),
        ("about [$ ]5", "USD"),
        ("约[＄]5", "USD"),
        ("to [hk $ ]10.05", "HKD"),
        ("[HK$]5", "HKD"),
        ("[NT$]5", "TWD"),
        ("between [c $ ]16.4", "CAD"),
        ("[C$]5", "CAD"),
        ("[CA$]5", "CAD"),
        ("[A$]5", "AUD"),
        ("[S$]5", "SGD"),
        ("[R$]5", "BRL"),
        ("[Mex$ ]10", "MXN"),
        ("[cad$ ]15", "CAD"),
        ("[€]5", "EUR"),
        ("[£]5", "GBP"),
        ("[JP¥]5", "JPY"),
        ("[CN¥]5", "CNY"),
        ("[₩]5", "KRW"),
        ("[￦]5", "KRW"),
        ("[₹]5", "INR"),
        ("[Rs. ]5", "INR"),
        ("[RM]5", "MYR"),
        ("[Rp ]5", "IDR"),
        ("[CHF ]5", "CHF"),
        ("up to [EUR ]125", "EUR"),
        ("[USD]50", "USD"),
        ("[RMB ]20m", "CNY"),
        ("[Rmb]20m", "CNY"),
        ("[rmb ]20m", "CNY"),
        ("注资[人民币]20亿", "CNY"),
        ("[人民幣 ]20億", "CNY"),
        ("[港币]20亿", "HKD"),
        ("[美金]500万", "USD"),
        ("[新台幣]500萬", "TWD"),
        ("[ARM ]5", "ARM"),
        ("([NIO ]5", "NIO"),
    ],
)
def test_a_currency_before_its_number(marked: str, code: str) -> None:
    assert before(marked) == Unit(Kind.MONEY, code)


@pytest.mark.parametrize(
    "marked",
    [
        "about []5",
        "from the []5",
        "美元兑人民币[]7.1",
        "元[]5",
        "EUROPE[]5",
        "and AMD []5",
        "the COP []28",
        "an IRR []15",
        "英伟达、AMD []5",
        "三美分[]5",
        "2024年[]5",
        "[]5",
        " []5",
    ],
)
def test_no_currency_before(marked: str) -> None:
    assert before(marked) is None


def test_an_article_before_a_dollar_is_no_part_of_it() -> None:
    assert before("a [$]5") == Unit(Kind.MONEY, "USD")
    assert before("It's [$]5") == Unit(Kind.MONEY, "USD")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("每小时120公里的", "kilometer-per-hour"),
        ("每小時 120 公里", "kilometer-per-hour"),
        ("时速120公里", "kilometer-per-hour"),
        ("摄氏30度", "celsius"),
        ("華氏 30 度", "fahrenheit"),
        ("Beaufort 7", "beaufort"),
        ("每公里120元", None),
        ("增长120公里", None),
        ("120公里", None),
    ],
)
def test_a_unit_on_both_sides(text: str, expected: str | None) -> None:
    number = next(part for part in ("120", "30", "7") if part in text)
    start = text.index(number)
    found = unit_around(fold(text), start, start + len(number))
    assert (found[2].unit if found else None) == expected
    if found:
        assert found[0] == 0
        assert text[found[1] :] in ("", "的")


@pytest.mark.parametrize(
    ("marked", "factor"),
    [
        ("五元三[毛]。", "0.1"),
        ("50元6[角]三分", "0.1"),
        ("50元6角三[分]", "0.01"),
        ("五块三[毛钱]", "0.1"),
        ("3 dollars 50[ cents]", "0.01"),
        ("两美元又三[美分]", "0.01"),
        ("5 pounds 20[p]", "0.01"),
        ("五元三[]分钟", None),
        ("五元三[]毛利", None),
        ("3 dollars 50[] people", None),
        ("5元3[]", None),
    ],
)
def test_the_smaller_part_of_an_amount(marked: str, factor: str | None) -> None:
    number, _, rest = marked.partition("[")
    written, _, following = rest.partition("]")
    found = minor_after(number + written + following, len(number), HOME)
    if factor is None:
        assert found is None
    else:
        assert found == (len(number + written), Decimal(factor))


@pytest.mark.parametrize(
    ("lang", "yuan", "dollar", "yen"),
    [
        (None, "CNY", "USD", "CNY"),
        ("zh", "CNY", "USD", "CNY"),
        ("zh-Hans-CN", "CNY", "USD", "CNY"),
        ("zh-TW", "TWD", "TWD", "CNY"),
        ("zh-Hant", "TWD", "TWD", "CNY"),
        ("zh-HK", "HKD", "HKD", "CNY"),
        ("zh-Hant-HK", "HKD", "HKD", "CNY"),
        ("zh_Hant_MO", "MOP", "MOP", "CNY"),
        ("zh-SG", "SGD", "SGD", "CNY"),
        ("en", "CNY", "USD", "JPY"),
        ("en-AU", "CNY", "AUD", "JPY"),
        ("en-HK", "CNY", "HKD", "JPY"),
        ("ja", "CNY", "USD", "JPY"),
    ],
)
def test_what_bare_words_mean_by_language(lang: str | None, yuan: str, dollar: str, yen: str) -> None:
    home = home_of(lang)
    assert (home.yuan, home.dollar, home.yen) == (yuan, dollar, yen)
    assert after("5[元]", home) == Unit(Kind.MONEY, yuan)
    assert before("[$]5", home) == Unit(Kind.MONEY, dollar)
    assert before("[¥]5", home) == Unit(Kind.MONEY, yen, alternatives=home.yen_alternatives)
    assert {yen, *home.yen_alternatives} == {"CNY", "JPY"}


def read_back(written: str, home: Home) -> tuple[str, Decimal] | None:
    """The unit and factor read around the 7 of a whole text, None unless all of it is read."""
    text = fold(written)
    start = text.index("7")
    around = unit_around(text, start, start + 1)
    if around is not None and around[:2] == (0, len(text)):
        return around[2].unit, around[2].factor
    following = unit_after(text, start + 1, home)
    if following is not None and start == 0 and following[0] == len(text):
        return following[1].unit, following[1].factor
    preceding = unit_before(text, start, home)
    if preceding is not None and preceding[0] == 0 and start + 1 == len(text):
        return preceding[1].unit, preceding[1].factor
    return None


# CLDR's writings that mean something else, or nothing, to a reader of the news: (unit, writing) → what is read.
DIFFERENTLY_READ: dict[tuple[str, str], str | None] = {
    # One writing for two units.
    ("BUK", "7缅元"): "MMK",
    ("degree", "7度"): "celsius",
    ("dot", "7px"): "pixel",
    ("generic", "7°"): "degree",
    ("karat", "7克拉"): "carat",
    ("karat", "7 kt"): "tonne",
    ("point", "7 pt"): "pint",
    ("ton", "7吨"): "tonne",
    # Parts of percent.
    ("permille", "7 permille"): "percent",
    ("permille", "7‰"): "percent",
    ("permyriad", "7 permyriad"): "percent",
    ("permyriad", "7‱"): "percent",
    # Numbers, ordinals, classifiers, labels, words of the language.
    ("barrel", "7桶"): None,
    ("beaufort", "7级"): None,
    ("beaufort", "B 7"): None,
    ("byte", "7 B"): None,
    ("century", "7 c"): None,
    ("cup", "7 c"): None,
    ("cup", "7杯"): None,
    ("dot", "7点"): None,
    ("drop", "7滴"): None,
    ("g-force", "7G"): None,
    ("item", "7 items"): None,
    ("item", "7個項目"): None,
    ("item", "7项"): None,
    ("kelvin", "7K"): None,
    ("light-speed", "7 light"): None,
    ("light-speed", "7光"): None,
    ("parsec", "7 pc"): None,
    ("permillion", "百万分之7"): None,
    ("picometer", "7 pm"): None,
    ("pinch", "7小撮"): None,
    ("pinch", "7撮"): None,
    ("point", "7 points"): None,
    ("point", "7點"): None,
    ("portion-per-1e9", "十亿分之7"): None,
    ("revolution", "7圈"): None,
    ("revolution", "7转"): None,
    ("ton", "7 tn"): None,
}


@pytest.mark.parametrize("tag", ["en", "zh-Hans", "zh-Hant"])
def test_every_name_the_writer_writes_is_read(tag: str) -> None:
    locale, home = Locale.parse(tag.replace("-", "_")), home_of(tag)
    wrong = {}
    for unit in UNITS + CURRENCIES:
        kind = supported_unit(unit)
        assert kind is not None
        for width in Width:
            written = writer(locale, kind, unit, width)(Decimal(7))
            found = read_back(written, home)
            known = DIFFERENTLY_READ.get((unit, written), unit)
            if (found and found[0]) != known or (known == unit and found and found[1] != 1):
                wrong[unit, written] = found
    assert wrong == {}


def test_every_exception_is_needed() -> None:
    """A writing that is read as its unit is no exception any more."""
    stale = {
        (unit, written)
        for (unit, written), expected in DIFFERENTLY_READ.items()
        if (found := read_back(written, HOME)) and found[0] == unit
    }
    assert stale == set()


def test_singulars_are_read_as_plurals() -> None:
    skipped = {unit for unit, _ in DIFFERENTLY_READ}
    for unit in [*UNITS, *CURRENCIES]:
        kind = supported_unit(unit)
        assert kind is not None
        written = writer(Locale("en"), kind, unit, Width.LONG)(Decimal(1)).replace("1", "7", 1)
        if unit not in skipped:
            assert read_back(written, HOME) == (unit, Decimal(1)), written


PIECES = (
    "5 7 万 亿 元 块 两 度 桶 年 天 个 月 $ US HK ¥ € % ‰ x m kg GW US$ dollars percent per cent hour 人民币 港币"
    " ARM USD - / . ″ µ km ² é 兑 的"
)


@given(st.lists(st.sampled_from([" ", *PIECES.split()]), max_size=8).map("".join), st.integers(0, 20))
def test_no_text_raises_and_spans_stay_inside(text: str, position: int) -> None:
    position = min(position, len(text))
    following = unit_after(text, position, HOME)
    assert following is None or position < following[0] <= len(text)
    preceding = unit_before(text, position, HOME)
    assert preceding is None or 0 <= preceding[0] < position
    minor = minor_after(text, position, HOME)
    assert minor is None or position < minor[0] <= len(text)


@given(st.text(max_size=12), st.text(max_size=12))
def test_any_text(preceding: str, following: str) -> None:
    text = fold(preceding + "5" + following)
    start = len(preceding)
    around = unit_around(text, start, start + 1)
    assert around is None or 0 <= around[0] < start < around[1] <= len(text)
    found = unit_after(text, start + 1, HOME)
    assert found is None or start + 1 < found[0] <= len(text)
