"""Dates and periods in Chinese and English: what is matched, what it means, and what is none."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translations.reading.dates import (
    CHINESE_DATE,
    ENGLISH_DATE,
    TIMES,
    Moment,
    compatible,
    date_value,
    is_year,
    parse_moment,
)

_CHINESE = re.compile(CHINESE_DATE)
_ENGLISH = re.compile(ENGLISH_DATE)
_TIMES = re.compile(TIMES)
_FOUR_DIGITS = re.compile("[0-9]{4}")


def _found(pattern: re.Pattern[str], text: str) -> list[tuple[str, str | None]]:
    return [(match[0], date_value(match[0])) for match in pattern.finditer(text)]


# Text, the date in it, its value.
CHINESE = (
    # years
    ("2024年", "2024年", "2024"),
    ("预计到 2030 年将达", "2030 年", "2030"),
    ("二〇二四年", "二〇二四年", "2024"),
    ("一九九八年金融危机", "一九九八年", "1998"),
    ("二零二五年预算", "二零二五年", "2025"),
    ("2024年度报告", "2024年", "2024"),
    ("2025年版白皮书", "2025年", "2025"),
    ("2000年互联网泡沫", "2000年", "2000"),
    ("1840年以来", "1840年", "1840"),
    ("2024年历史新高", "2024年", "2024"),
    ("2025全年", "2025", "2025"),
    ("2024年底前", "2024年", "2024"),
    ("24年底", "24年", "2024"),
    ("08年危机", "08年", "2008"),
    ("民国113年", "民国113年", "2024"),
    ("民國113年度", "民國113年", "2024"),
    ("民国一百一十三年", "民国一百一十三年", "2024"),
    # months and days
    ("2024年3月", "2024年3月", "2024-03"),
    ("截至 2025 年 6 月底", "2025 年 6 月", "2025-06"),
    ("二零二五年六月", "二零二五年六月", "2025-06"),
    ("24年3月", "24年3月", "2024-03"),
    ("113年3月5日", "113年3月5日", "2024-03-05"),
    ("2024年3月15日", "2024年3月15日", "2024-03-15"),
    ("2024 年 3 月 15 日", "2024 年 3 月 15 日", "2024-03-15"),
    ("2024年3月15號", "2024年3月15號", "2024-03-15"),
    ("二〇二四年十二月三十一日", "二〇二四年十二月三十一日", "2024-12-31"),
    ("2024年2月29日", "2024年2月29日", "2024-02-29"),
    ("2024-03-15", "2024-03-15", "2024-03-15"),
    ("2024/3/15", "2024/3/15", "2024-03-15"),
    ("2024.3.15", "2024.3.15", "2024-03-15"),
    ("2024-03", "2024-03", "2024-03"),
    ("今年 3 月,", "3 月", "XXXX-03"),
    ("3月中旬", "3月", "XXXX-03"),
    ("3月台湾出口", "3月", "XXXX-03"),
    ("指数3月收涨", "3月", "XXXX-03"),
    ("十月革命", "十月", "XXXX-10"),
    ("十二月", "十二月", "XXXX-12"),
    ("9月份", "9月", "XXXX-09"),
    ("11 月份,", "11 月", "XXXX-11"),
    ("10月12日", "10月12日", "XXXX-10-12"),
    ("12 月 12 日,", "12 月 12 日", "XXXX-12-12"),
    ("10月12号", "10月12号", "XXXX-10-12"),
    ("截至9月30日止", "9月30日", "XXXX-09-30"),
    ("十月十二日", "十月十二日", "XXXX-10-12"),
    ("新华社北京30日电", "30日", "XXXX-XX-30"),
    ("12日日本央行宣布", "12日", "XXXX-XX-12"),
    ("截至30日", "30日", "XXXX-XX-30"),
    ("廿一日", "廿一日", "XXXX-XX-21"),
    # quarters and halves
    ("一季度", "一季度", "XXXX-Q1"),
    ("四季度", "四季度", "XXXX-Q4"),
    ("第三季度", "第三季度", "XXXX-Q3"),
    ("第 3 季度", "第 3 季度", "XXXX-Q3"),
    ("第三季營收", "第三季", "XXXX-Q3"),
    ("三季报", "三季", "XXXX-Q3"),
    ("首季", "首季", "XXXX-Q1"),
    ("去年三季度", "三季度", "XXXX-Q3"),
    ("2025年三季度", "2025年三季度", "2025-Q3"),
    ("2025 年第三季度", "2025 年第三季度", "2025-Q3"),
    ("2025三季度", "2025三季度", "2025-Q3"),
    ("24年四季度", "24年四季度", "2024-Q4"),
    ("2024年Q3", "2024年Q3", "2024-Q3"),
    ("Q3营收", "Q3", "XXXX-Q3"),
    ("2025Q3", "2025Q3", "2025-Q3"),
    ("25Q3", "25Q3", "2025-Q3"),
    ("3Q25", "3Q25", "2025-Q3"),
    ("1H25", "1H25", "2025-H1"),
    ("上半年", "上半年", "XXXX-H1"),
    ("今年下半年", "下半年", "XXXX-H2"),
    ("2025 年上半年", "2025 年上半年", "2025-H1"),
    ("2025上半年", "2025上半年", "2025-H1"),
    ("前三季度", "前三季度", "XXXX-Q1/XXXX-Q3"),
    ("前两个季度", "前两个季度", "XXXX-Q1/XXXX-Q2"),
    ("首三季", "首三季", "XXXX-Q1/XXXX-Q3"),
    ("2025年前三季度", "2025年前三季度", "2025-Q1/2025-Q3"),
    ("一、二季度", "一、二季度", "XXXX-Q1/XXXX-Q2"),
    ("一二季度", "一二季度", "XXXX-Q1/XXXX-Q2"),
    ("Q3财季", "Q3财季", "FYXXXX-Q3"),
    ("一至三季度", "一至三季度", "XXXX-Q1/XXXX-Q3"),
    ("1-3季度", "1-3季度", "XXXX-Q1/XXXX-Q3"),
    ("2025年Q1-Q3", "2025年Q1-Q3", "2025-Q1/2025-Q3"),
    ("2024Q1-2025Q2", "2024Q1-2025Q2", "2024-Q1/2025-Q2"),
    # fiscal years
    ("2024财年", "2024财年", "FY2024"),
    ("2024 財年", "2024 財年", "FY2024"),
    ("2024会计年度", "2024会计年度", "FY2024"),
    ("2024會計年度", "2024會計年度", "FY2024"),
    ("24财年", "24财年", "FY2024"),
    ("2024/25财年", "2024/25财年", "FY2024/FY2025"),
    ("2021-2023财年", "2021-2023财年", "FY2021/FY2023"),
    ("2024年第三财季", "2024年第三财季", "FY2024-Q3"),
    ("2024财年第三季度", "2024财年第三季度", "FY2024-Q3"),
    ("2024财年上半年", "2024财年上半年", "FY2024-H1"),
    ("2025财年前9个月", "2025财年前9个月", "FY2025-Q1/FY2025-Q3"),
    ("第三财季", "第三财季", "FYXXXX-Q3"),
    ("第三財季", "第三財季", "FYXXXX-Q3"),
    ("上半财年", "上半财年", "FYXXXX-H1"),
    ("FY24Q3", "FY24Q3", "FY2024-Q3"),
    # months in a row and other periods
    ("今年前 11 个月", "前 11 个月", "XXXX-01/XXXX-11"),
    ("前十一個月", "前十一個月", "XXXX-01/XXXX-11"),
    ("首9個月", "首9個月", "XXXX-01/XXXX-09"),
    ("2025年前11个月", "2025年前11个月", "2025-01/2025-11"),
    ("2025年1-11月", "2025年1-11月", "2025-01/2025-11"),
    ("1至11月", "1至11月", "XXXX-01/XXXX-11"),
    ("1—9月", "1—9月", "XXXX-01/XXXX-09"),
    ("3-5月", "3-5月", "XXXX-03/XXXX-05"),
    ("三四月份", "三四月", "XXXX-03/XXXX-04"),
    ("2025年9月至11月", "2025年9月至11月", "2025-09/2025-11"),
    ("2024年10月至2025年3月", "2024年10月至2025年3月", "2024-10/2025-03"),
    ("2024年10月到3月", "2024年10月到3月", "2024-10/2025-03"),
    ("10月12日至15日", "10月12日至15日", "XXXX-10-12/XXXX-10-15"),
    ("10月12-15日", "10月12-15日", "XXXX-10-12/XXXX-10-15"),
    ("9月30日至10月8日", "9月30日至10月8日", "XXXX-09-30/XXXX-10-08"),
    ("28日至30日", "28日至30日", "XXXX-XX-28/XXXX-XX-30"),
    ("2021 年至 2023 年,", "2021 年至 2023 年", "2021/2023"),
    ("2021-2023年", "2021-2023年", "2021/2023"),
    ("2021至2023年", "2021至2023年", "2021/2023"),
    ("2021-23年", "2021-23年", "2021/2023"),
    ("2021-2023", "2021-2023", "2021/2023"),
    # decades and centuries
    ("90年代", "90年代", "199X"),
    ("上世纪90年代", "上世纪90年代", "199X"),
    ("上世纪 90 年代", "上世纪 90 年代", "199X"),
    ("上個世紀八十年代", "上個世紀八十年代", "198X"),
    ("20世纪90年代", "20世纪90年代", "199X"),
    ("二十世纪八十年代", "二十世纪八十年代", "198X"),
    ("九十年代", "九十年代", "199X"),
    ("1990年代", "1990年代", "199X"),
    ("2010年代", "2010年代", "201X"),
    ("21世纪20年代", "21世纪20年代", "202X"),
    ("七八十年代", "七八十年代", "197X/198X"),
    ("60、70年代", "60、70年代", "196X/197X"),
    ("上世纪80至90年代", "上世纪80至90年代", "198X/199X"),
    ("21世纪初", "21世纪", "20XX"),
    ("二十世纪", "二十世纪", "19XX"),
)

NOT_CHINESE = (
    *("5年", "10 年内", "24年", "三年", "113年", "近20年", "5年前", "10年来", "2000年历史", "1500年", "一年"),
    *(
        "100日元",
        "30日元",
        "20日本企业",
        "5日游",
        "10日内",
        "连续5日",
        "近30日",
        "过去 30 日",
        "20日均线",
        "3日后",
    ),
    *("3月薪", "6月龄", "五月天演唱会", "农历八月十五", "13月", "三个月", "近3月", "过去三月", "几个月"),
    *("双11", "618", "7·21", "9·11", "95后", "00后", "80後", "十四五", "十月怀胎", "第三", "12号", "1 号"),
    *(
        "上一季度",
        "下一季度",
        "每一季度",
        "近三季度",
        "连续三季度",
        "四季如春",
        "第三季军",
        "此前3个月",
        "前5年",
    ),
    *("20年代价", "21世纪经济报道", "二十一世纪福克斯", "一个世纪", "上世纪", "奥迪Q3", "H20芯片", "上半场"),
    *("1057.73亿", "2000人", "2000-2050人", "1/9", "24/7", "3比1", "2024", "前11名", "第二年"),
)

ENGLISH = (
    # days
    ("on June 30 it", "June 30", "XXXX-06-30"),
    ("June 30, 2025", "June 30, 2025", "2025-06-30"),
    ("June 30 2025", "June 30 2025", "2025-06-30"),
    ("June 30,2025", "June 30,2025", "2025-06-30"),
    ("30 June", "30 June", "XXXX-06-30"),
    ("30 June 2025", "30 June 2025", "2025-06-30"),
    ("30th June", "30th June", "XXXX-06-30"),
    ("June 30th,", "June 30th", "XXXX-06-30"),
    ("the 30th of June 2025", "30th of June 2025", "2025-06-30"),
    ("Jun. 30", "Jun. 30", "XXXX-06-30"),
    ("Sept 30", "Sept 30", "XXXX-09-30"),
    ("30 Sept. 2025", "30 Sept. 2025", "2025-09-30"),
    ("ended 12 Oct.", "12 Oct", "XXXX-10-12"),
    ("Oct. 12.", "Oct. 12", "XXXX-10-12"),
    ("Jan 5th, 2024", "Jan 5th, 2024", "2024-01-05"),
    ("JUNE 30, 2025", "JUNE 30, 2025", "2025-06-30"),
    ("May 5", "May 5", "XXXX-05-05"),
    ("July 4, 1776", "July 4, 1776", "1776-07-04"),
    ("2025-06-30", "2025-06-30", "2025-06-30"),
    ("2025-06-30T14:30", "2025-06-30", "2025-06-30"),
    ("2025/06/30", "2025/06/30", "2025-06-30"),
    ("06/30/2025", "06/30/2025", "2025-06-30"),
    ("30/06/2025", "30/06/2025", "2025-06-30"),
    ("30.06.2025", "30.06.2025", "2025-06-30"),
    ("05/05/2025", "05/05/2025", "2025-05-05"),
    ("10/12/2025", "10/12/2025", "2025"),
    # months
    ("June 2025", "June 2025", "2025-06"),
    ("June, 2025", "June, 2025", "2025-06"),
    ("June of 2025", "June of 2025", "2025-06"),
    ("May '25", "May '25", "2025-05"),
    ("at the end of June 2025", "June 2025", "2025-06"),
    ("2025-06", "2025-06", "2025-06"),
    ("in October", "October", "XXXX-10"),
    ("October sales", "October", "XXXX-10"),
    ("In May,", "May", "XXXX-05"),
    ("since March", "March", "XXXX-03"),
    ("mid-May", "May", "XXXX-05"),
    ("early March", "March", "XXXX-03"),
    ("March 2025", "March 2025", "2025-03"),
    ("in Dec.", "Dec", "XXXX-12"),
    ("In June 300 people came", "June", "XXXX-06"),
    ("in June 5.5 million", "June", "XXXX-06"),
    ("In June 30% of", "June", "XXXX-06"),
    # quarters and halves
    ("Q3", "Q3", "XXXX-Q3"),
    ("Q3 2025", "Q3 2025", "2025-Q3"),
    ("Q3 of 2025", "Q3 of 2025", "2025-Q3"),
    ("Q3'25", "Q3'25", "2025-Q3"),
    ("3Q25", "3Q25", "2025-Q3"),
    ("3Q 2025", "3Q 2025", "2025-Q3"),
    ("2025 Q3", "2025 Q3", "2025-Q3"),
    ("2025Q3", "2025Q3", "2025-Q3"),
    ("third quarter", "third quarter", "XXXX-Q3"),
    ("third-quarter profit", "third-quarter", "XXXX-Q3"),
    ("3rd quarter", "3rd quarter", "XXXX-Q3"),
    ("Third Quarter", "Third Quarter", "XXXX-Q3"),
    ("THIRD QUARTER 2025 RESULTS", "THIRD QUARTER 2025", "2025-Q3"),
    ("the third quarter of 2025", "third quarter of 2025", "2025-Q3"),
    ("2025 third quarter", "2025 third quarter", "2025-Q3"),
    ("2025's third quarter", "2025's third quarter", "2025-Q3"),
    ("the third quarter of the year", "third quarter", "XXXX-Q3"),
    ("first half", "first half", "XXXX-H1"),
    ("first-half profit", "first-half", "XXXX-H1"),
    ("the first half of the year", "first half", "XXXX-H1"),
    ("second half of 2025", "second half of 2025", "2025-H2"),
    ("H1 2025", "H1 2025", "2025-H1"),
    ("1H25", "1H25", "2025-H1"),
    ("H2", "H2", "XXXX-H2"),
    ("Q1-Q3 2025", "Q1-Q3 2025", "2025-Q1/2025-Q3"),
    ("first and second quarters of 2025", "first and second quarters of 2025", "2025-Q1/2025-Q2"),
    ("the first three quarters", "first three quarters", "XXXX-Q1/XXXX-Q3"),
    ("the first two quarters of 2025", "first two quarters of 2025", "2025-Q1/2025-Q2"),
    # fiscal years
    ("fiscal 2024", "fiscal 2024", "FY2024"),
    ("Fiscal Year 2024", "Fiscal Year 2024", "FY2024"),
    ("FY2024", "FY2024", "FY2024"),
    ("FY24", "FY24", "FY2024"),
    ("FY 2024", "FY 2024", "FY2024"),
    ("financial year 2024", "financial year 2024", "FY2024"),
    ("the 2024 fiscal year", "2024 fiscal year", "FY2024"),
    ("fiscal 2024-25", "fiscal 2024-25", "FY2024/FY2025"),
    ("the 2024-25 fiscal year", "2024-25 fiscal year", "FY2024/FY2025"),
    ("FY2024/25", "FY2024/25", "FY2024/FY2025"),
    ("FY2021-FY2023", "FY2021-FY2023", "FY2021/FY2023"),
    ("fiscal years 2021 to 2023", "fiscal years 2021 to 2023", "FY2021/FY2023"),
    ("fiscal 2021–2023", "fiscal 2021–2023", "FY2021/FY2023"),
    ("fourth fiscal quarter", "fourth fiscal quarter", "FYXXXX-Q4"),
    ("fiscal third quarter", "fiscal third quarter", "FYXXXX-Q3"),
    ("third quarter of fiscal 2024", "third quarter of fiscal 2024", "FY2024-Q3"),
    ("fiscal 2024 third quarter", "fiscal 2024 third quarter", "FY2024-Q3"),
    ("first half of fiscal 2024", "first half of fiscal 2024", "FY2024-H1"),
    ("first six months of fiscal 2024", "first six months of fiscal 2024", "FY2024-H1"),
    ("Q3 FY2024", "Q3 FY2024", "FY2024-Q3"),
    ("Q3FY25", "Q3FY25", "FY2025-Q3"),
    ("1HFY25", "1HFY25", "FY2025-H1"),
    ("FY24Q3", "FY24Q3", "FY2024-Q3"),
    # periods
    ("the first 11 months", "first 11 months", "XXXX-01/XXXX-11"),
    ("first nine months of 2025", "first nine months of 2025", "2025-01/2025-09"),
    ("9M25", "9M25", "2025-01/2025-09"),
    ("January to November", "January to November", "XXXX-01/XXXX-11"),
    ("January-November", "January-November", "XXXX-01/XXXX-11"),
    ("Jan-Nov 2025", "Jan-Nov 2025", "2025-01/2025-11"),
    ("January–November 2025", "January–November 2025", "2025-01/2025-11"),
    ("between June and August", "June and August", "XXXX-06/XXXX-08"),
    ("January 2024 to March 2025", "January 2024 to March 2025", "2024-01/2025-03"),
    ("November 2024 to March", "November 2024 to March", "2024-11/2025-03"),
    ("from May to July", "May to July", "XXXX-05/XXXX-07"),
    ("12-13 October", "12-13 October", "XXXX-10-12/XXXX-10-13"),
    ("12–15 October 2025", "12–15 October 2025", "2025-10-12/2025-10-15"),
    ("between 12 and 15 June", "12 and 15 June", "XXXX-06-12/XXXX-06-15"),
    ("June 12–15, 2025", "June 12–15, 2025", "2025-06-12/2025-06-15"),
    ("June 28 to July 3, 2025", "June 28 to July 3, 2025", "2025-06-28/2025-07-03"),
    ("2021-23", "2021-23", "2021/2023"),
    ("2021–2023", "2021–2023", "2021/2023"),
    ("2021/22", "2021/22", "2021/2022"),
    ("from 2021 to 2023", "2021 to 2023", "2021/2023"),
    ("between 2021 and 2023", "2021 and 2023", "2021/2023"),
    # decades and centuries
    ("the 1990s", "1990s", "199X"),
    ("mid-1990s", "1990s", "199X"),
    ("the '90s", "'90s", "199X"),
    ("the 90s", "90s", "199X"),
    ("the nineties", "nineties", "199X"),
    ("the late 80s", "80s", "198X"),
    ("the 2010s", "2010s", "201X"),
    ("1980s-90s", "1980s-90s", "198X/199X"),
    ("20th century", "20th century", "19XX"),
    ("twentieth century", "twentieth century", "19XX"),
    ("twenty-first century", "twenty-first century", "20XX"),
)

NOT_ENGLISH = (
    *(
        "may rise",
        "they March on",
        "Mayor 5",
        "Marketing 2025",
        "Decade 5",
        "Junior 2025",
        "Theresa May said",
    ),
    *(
        "6/30",
        "9/11",
        "24/7",
        "10/12",
        "1/2/3",
        "2,025",
        "$2021-2023",
        "2000-2050 people",
        "1900 to 2000 units",
    ),
    *("2021-2023-1234", "two quarters", "three quarters of", "a quarter", "half", "quarter-point"),
    *(
        "third quarter-point cut",
        "second quarter of the game",
        "first half of the decade",
        "second straight quarter",
    ),
    *(
        "the first six months of operation",
        "first month",
        "first five",
        "the third",
        "second-hand",
        "3rd place",
    ),
    *("in his nineties", "90s", "temperatures of 90s", "21st Century Fox", "a century", "$1990s", "10s"),
    *("H20", "H1B", "Q5", "Q35", "Audi Q3", "FY", "fiscal policy", "fiscal 3%", "IQ3", "COVID-19", "GPT-4"),
    *("1,057.73 billion", "5 years", "20 months", "one in five", "No. 1", "24 hours", "10 days"),
)


@pytest.mark.parametrize(("text", "span", "value"), CHINESE)
def test_chinese(text: str, span: str, value: str) -> None:
    assert _found(_CHINESE, text) == [(span, value)]


@pytest.mark.parametrize(("text", "span", "value"), ENGLISH)
def test_english(text: str, span: str, value: str) -> None:
    assert _found(_ENGLISH, text) == [(span, value)]


@pytest.mark.parametrize("text", NOT_CHINESE)
def test_no_chinese_date(text: str) -> None:
    assert _found(_CHINESE, text) == []


@pytest.mark.parametrize("text", NOT_ENGLISH)
def test_no_english_date(text: str) -> None:
    assert _found(_ENGLISH, text) == []


@pytest.mark.parametrize("text", ["2月31日", "2023年2月29日", "11月31日", "2024年4月31日", "十三月"])
def test_no_such_day_in_chinese(text: str) -> None:
    assert _found(_CHINESE, text) == [(text, None)]


@pytest.mark.parametrize("text", ["June 31", "February 29, 2023", "31 April 2024", "30 February"])
def test_no_such_day_in_english(text: str) -> None:
    assert _found(_ENGLISH, text) == [(text, None)]


def test_several_dates_of_one_sentence() -> None:
    text = "2022 财年亏损扩大,较 2021 年高;到 2024 年,第三财季录得亏损"
    assert _found(_CHINESE, text) == [
        ("2022 财年", "FY2022"),
        ("2021 年", "2021"),
        ("2024 年", "2024"),
        ("第三财季", "FYXXXX-Q3"),
    ]
    text = "In April and May, and again on 3 June 2025, Q3 guidance for fiscal 2026 was cut."
    assert _found(_ENGLISH, text) == [
        ("April", "XXXX-04"),
        ("May", "XXXX-05"),
        ("3 June 2025", "2025-06-03"),
        ("Q3", "XXXX-Q3"),
        ("fiscal 2026", "FY2026"),
    ]


def _years(text: str) -> list[str]:
    return [match[0] for match in _FOUR_DIGITS.finditer(text) if is_year(text, *match.span())]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "in 2025",
            "2025 results",
            "by 2030",
            "since 2005",
            "(2024)",
            "of 2024",
            "2024's",
            "mid-2025",
            "pre-2020",
        ),
        *(
            "in 1867",
            "by about 2030",
            "5% more than 2024",
            "in 2000",
            "2025E",
            "in 2025 companies spent",
            "2024.",
        ),
        *(
            "rose 5% over 2024",
            "from 2021 levels",
            "the 2024 budget",
            "June, 2024, when",
            "《人工智能指数报告 2024》",
        ),
        *(
            "2024世界人工智能大会",
            "2024, 2025",
            "its 2026 growth forecast",
            "by the end of 2025",
            "than in 2024",
        ),
    ],
)
def test_four_digits_that_are_a_year(text: str) -> None:
    assert _years(text) == _FOUR_DIGITS.findall(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "2000 people",
            "in 2000 people",
            "about 2000",
            "over 2024 units",
            "2024 MW",
            "2025%",
            "$2025",
            "US$ 2024",
        ),
        *(
            "2024.5",
            "1.2025",
            "2024 tractors",
            "sold 2024 tractors",
            "more than 2024",
            "nearly 2025",
            "at least 2025",
        ),
        *(
            "2025 million",
            "some 2024 new jobs",
            "2024-1234",
            "GPT-2024",
            "Windows 2000",
            "page 2024",
            "2000",
            "1867",
        ),
        *(
            "1234",
            "约2024家",
            "2024家",
            "2000元",
            "2024 亿",
            "2024 美元",
            "至少2024",
            "No. 2024",
            "#2024",
            "A2024",
        ),
    ],
)
def test_four_digits_that_are_no_year(text: str) -> None:
    assert _years(text) == []


@pytest.mark.parametrize("text", ["5.30", "1,25", "20", "20255", "①②③④"])
def test_what_is_not_four_digits_is_no_year(text: str) -> None:
    assert not is_year(text, 0, len(text))


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("at 14:30 and 9:30 a.m.", ["14:30", "9:30 a.m."]),
        ("6pm, 6 p.m. or 11 AM", ["6pm", "6 p.m.", "11 AM"]),
        ("2025-06-30T14:30:00Z", ["T14:30:00Z"]),
        ("six at 6 o'clock", ["6 o'clock"]),
        ("上午9点半,下午3点", ["9点半", "3点"]),
        ("9时30分至20时许", ["9时30分", "20时许"]),
        ("凌晨 2 点,晚8点,9点30分,五点钟", ["2 点", "8点", "9点30分", "五点钟"]),
        ("24小时制", ["24小时制"]),
        ("涨30点,三点五,20时代,3小时,3点5个百分点,上午5亿", []),
        ("3:1, I am, 500 am, 3.5 pm2, 1:234", []),
    ],
)
def test_times_of_day(text: str, times: list[str]) -> None:
    assert _TIMES.findall(text) == times


_DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
_HAN = "〇一二三四五六七八九"
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)


def _han_day(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("", "十", "二十", "三十")[tens] + (_HAN[ones] if ones else "")


def _chinese_forms(day: date) -> list[str]:
    year, month = day.year, day.month
    return [
        f"{year}年{month}月{day.day}日",
        f"{year} 年 {month} 月 {day.day} 日",
        f"{year}年{month:02d}月{day.day:02d}日",
        f"{year}年{month}月{day.day}號",
        f"{year}-{month:02d}-{day.day:02d}",
        f"{year}/{month}/{day.day}",
        f"{year}.{month}.{day.day}",
        f"{''.join(_HAN[int(digit)] for digit in str(year))}年{_han_day(month)}月{_han_day(day.day)}日",
    ]


def _english_forms(day: date) -> list[str]:
    month = _MONTHS[day.month - 1]
    return [
        f"{month} {day.day}, {day.year}",
        f"{month} {day.day} {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day:02d} {month[:3]} {day.year}",
        f"{month[:3]}. {day.day}, {day.year}" if month != "May" else f"May {day.day}, {day.year}",
        f"{month.upper()} {day.day}, {day.year}",
        f"{day.isoformat()}",
        f"{day.day}th of {month}, {day.year}",
    ]


@given(_DAYS)
def test_any_day_in_chinese(day: date) -> None:
    for form in _chinese_forms(day):
        assert _found(_CHINESE, f"截至{form},公司") == [(form, day.isoformat())]


@given(_DAYS)
def test_any_day_in_english(day: date) -> None:
    for form in _english_forms(day):
        assert _found(_ENGLISH, f"As of {form}, it") == [(form, day.isoformat())]


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 4))
def test_any_month_and_quarter(year: int, month: int, quarter: int) -> None:
    ordinal, han = ("first", "second", "third", "fourth")[quarter - 1], _HAN[quarter]
    assert date_value(f"{year}年{month}月") == f"{year}-{month:02d}"
    assert date_value(f"{_MONTHS[month - 1]} {year}") == f"{year}-{month:02d}"
    assert date_value(f"{year}年第{han}季度") == f"{year}-Q{quarter}"
    assert date_value(f"{ordinal} quarter of {year}") == f"{year}-Q{quarter}"
    assert date_value(f"{ordinal} quarter of fiscal {year}") == f"FY{year}-Q{quarter}"


@given(st.text(alphabet="〇一二三五十廿0123459年月日季度前上半世纪代财至-—/.、 QHFY第民国个"))
def test_chinese_values_are_moments(text: str) -> None:
    for _, value in _found(_CHINESE, text):
        assert value is None or str(parse_moment(value)) == value


_WORDS = (
    *(
        "first",
        "third",
        "half",
        "quarter",
        "quarters",
        "of",
        "fiscal",
        "year",
        "2024",
        "2025",
        "June",
        "May",
        "to",
    ),
    *(
        "30",
        "12",
        "3",
        "Q3",
        "FY24",
        "-",
        ", ",
        " ",
        "–",
        "/",
        "and",
        "between",
        "1990s",
        "the",
        "months",
        "nine",
        "'",
    ),
)


@given(st.lists(st.sampled_from(_WORDS), max_size=12), st.booleans())
def test_english_values_are_moments(words: list[str], spaced: bool) -> None:
    for _, value in _found(_ENGLISH, (" " if spaced else "").join(words)):
        assert value is None or str(parse_moment(value)) == value


ADVERSARIAL = (
    *(
        "1",
        "12",
        "2024",
        "2024年",
        "一",
        "一二",
        "二〇",
        "十",
        "上",
        "上半",
        "前",
        "第",
        "第三",
        "3月",
        "10月12日至",
    ),
    *(
        "2021-",
        "2021至",
        "90、",
        "June ",
        "June 3",
        "first ",
        "the first third ",
        "fiscal ",
        "FY",
        "Q",
        "Q3-",
        "'90s",
    ),
    *(
        "3Q",
        "in 2024 to ",
        "between 12 and ",
        "2024-01-",
        "1/2/",
        "12:",
        "3点",
        "20世纪",
        "民国",
        " ",
        "-",
        "—",
        "May",
    ),
)


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    for pattern in (_CHINESE, _ENGLISH, _TIMES):
        for match in pattern.finditer(text):
            assert len(match[0]) < 80


SAME = (
    *(
        ("XXXX-10-12", "2025-10-12"),
        ("2025", "2025-06"),
        ("2025-06", "2025-06-30"),
        ("XXXX-XX-30", "2025-06-30"),
    ),
    *(("2025-Q3", "2025-07/2025-09"), ("2025-Q3", "2025-07-01/2025-09-30"), ("XXXX-H1", "XXXX-01/XXXX-06")),
    *(
        ("XXXX-Q1/XXXX-Q3", "XXXX-01/XXXX-09"),
        ("2025", "2025-01/2025-12"),
        ("2024-02-01/2024-02-29", "2024-02"),
    ),
    *(
        ("199X", "1990/1999"),
        ("199X", "199X"),
        ("19XX", "19XX"),
        ("FY2024", "2024"),
        ("FY2024-Q3", "2024-Q3"),
    ),
    *(
        ("FYXXXX-Q3", "FY2024-Q3"),
        ("FYXXXX-Q3", "XXXX-Q3"),
        ("FY2024/FY2025", "FY2024"),
        ("FY2025", "FY2024/FY2025"),
    ),
    *(("FY2024-Q3", "2024-10/2024-12"), ("FY2024-Q4", "2025-01/2025-03"), ("FY2024/FY2025", "2024/2025")),
    *(("2024-10/2025-03", "XXXX-10/XXXX-03"), ("2021/2023", "2021-04/2023-03"), ("FY2024", "2024-Q3")),
)
DIFFERENT = (
    *(("XXXX-10-12", "XXXX-10-13"), ("XXXX-10-12", "2025-11-12"), ("2025", "2024"), ("2025", "XXXX-10")),
    *(("2025-Q3", "2025-Q2"), ("2025-Q3", "2025-08"), ("XXXX-Q3", "XXXX-H2"), ("2025-Q3", "2025-06/2025-09")),
    *(
        ("199X", "1995"),
        ("199X", "198X"),
        ("19XX", "199X"),
        ("2021/2023", "2021"),
        ("2021/2023", "2021/2024"),
    ),
    *(
        ("FY2024", "2025"),
        ("FY2024-Q3", "2024-Q2"),
        ("FY2024/FY2025", "FY2026"),
        ("FY2024-Q3", "2024-10/2024-11"),
    ),
    *(("FY2024-Q3", "2027-10/2027-12"), ("FY2021/FY2023", "FY2021"), ("XXXX-01/XXXX-11", "XXXX-01/XXXX-10")),
)


@pytest.mark.parametrize(("a", "b"), SAME)
def test_may_be_the_same(a: str, b: str) -> None:
    assert compatible(parse_moment(a), parse_moment(b))
    assert compatible(parse_moment(b), parse_moment(a))


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_cannot_be_the_same(a: str, b: str) -> None:
    assert not compatible(parse_moment(a), parse_moment(b))
    assert not compatible(parse_moment(b), parse_moment(a))


@pytest.mark.parametrize("value", sorted({value for _, _, value in (*CHINESE, *ENGLISH)}))
def test_notation_round_trips(value: str) -> None:
    moment = parse_moment(value)
    assert str(moment) == value
    assert compatible(moment, moment)


def test_a_moment_in_parts() -> None:
    assert parse_moment("FY2024-Q3") == Moment(year=2024, quarter=3, fiscal=True)
    assert parse_moment("199X/200X") == Moment(decade=199, end=Moment(decade=200))
    assert parse_moment("XXXX-XX-30") == Moment(day=30)


@pytest.mark.parametrize(
    "value",
    ["", "25", "2025-Q5", "2025-6", "2025/", "FY24", "XXXX-XX", "2025-13", "2025-02-30", "2025-06-30 "],
)
def test_other_notation_is_an_error(value: str) -> None:
    with pytest.raises(ValueError, match="no date"):
        parse_moment(value)
