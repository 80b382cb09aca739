"""Words for the sides of one thing, which figures stand beside: exports and imports, revenue and profit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from babel import Locale

# A contrast a paragraph, a side of it a line: Chinese | English, words apart by commas. The longest word counts,
# so that gross margin is no margin and 利润率 no 利润.
_CONTRASTS = """
出口 | export, exports, exported
进口, 進口 | import, imports, imported

初级, 初級, 基层 | junior, entry-level
高级, 高級, 资深 | senior

营收, 營收, 收入, 销售额, 銷售額, 营业额, 營業額 | revenue, revenues, sales, turnover
净利, 净利润, 淨利, 利润, 獲利, 純利, 盈利 | profit, profits, net profit, net profits, net income, earnings
成本 | cost, costs
毛利润, 毛利 | gross profit
营业利润, 经营利润, 營業利益 | operating profit, operating income
毛利率 | gross margin, gross margins, gross profit margin
净利率, 淨利率, 净利润率 | net margin, net margins, net profit margin
营业利润率, 營業利益率, 经营利润率 | operating margin, operating margins, operating profit margin

男, 男性, 男子 | men, male, males, boys
女, 女性, 女子 | women, female, females, girls

城镇, 城市, 城鎮 | urban, cities
农村, 農村, 乡村, 鄉村 | rural, countryside, villages

同比, 年增, 年減, 年减, 按年 | year on year, year-on-year, from a year earlier, from a year ago, on the year, a year earlier
环比, 環比, 季增, 月增, 季減, 月減, 按季, 按月 | quarter on quarter, quarter-on-quarter, month on month, month-on-month, \
sequentially, on the quarter, on the month, from a quarter earlier, from a month earlier, from the previous quarter

国内, 國內, 境内, 境內 | domestic, at home
海外, 境外, 国外, 國外 | overseas, foreign, abroad

线上, 線上 | online
线下, 線下, 实体店 | offline, in-store

回购, 回購, 庫藏股 | buy-back, buy-backs, buyback, buybacks, repurchase, repurchases
派息, 分红, 分紅, 股息, 股利 | dividend, dividends

总额, 總額 | gross
净额, 淨額 | net

资产, 資產 | assets
负债, 負債 | liabilities, debt, debts

乘用车, 轿车, 乘用車 | passenger cars, passenger vehicles, cars
商用车, 卡车, 商用車 | commercial vehicles, trucks, lorries

电动车, 電動車, 纯电 | electric, evs
燃油车, 燃油車, 汽油车 | petrol, gasoline

风电, 风能, 風電, 風力 | wind
光伏, 太阳能, 太陽能 | solar
煤电, 火电, 煤电, 煤炭 | coal
核电, 核電 | nuclear
水电, 水電 | hydropower, hydro

黄金, 黃金, 金价, 金價 | gold
白银, 白銀, 银价 | silver
原油, 油价, 油價 | crude, oil
铜, 銅 | copper
铝, 鋁 | aluminium, aluminum

小麦, 小麥 | wheat
玉米 | corn, maize
大豆 | soybeans, soyabeans, soybean
稻米, 水稻, 大米 | rice

消费, 消費 | consumption, consumer spending
投资, 投資 | investment

首期, 一期, 第一期 | first phase, phase one
二期, 第二期 | second phase, phase two
三期, 第三期 | third phase, phase three

今年, 本年 | this year
去年, 上年 | last year, previous year, year before, year earlier
明年 | next year

本季 | this quarter
上季, 上一季 | last quarter, previous quarter

本月 | this month
上月, 上个月 | last month, previous month

北方 | north, northern
南方 | south, southern
东部, 東部 | east, eastern
西部 | west, western

北京 | beijing
上海 | shanghai
广州, 廣州 | guangzhou
深圳 | shenzhen
东京, 東京 | tokyo
伦敦, 倫敦 | london

阿里巴巴, 阿里 | alibaba
腾讯, 騰訊 | tencent
百度 | baidu
京东, 京東 | jd.com, jd
华为, 華為 | huawei
小米 | xiaomi
苹果, 蘋果 | apple
微软, 微軟 | microsoft
谷歌 | google
亚马逊, 亞馬遜 | amazon
英伟达, 輝達 | nvidia
特斯拉 | tesla
比亚迪, 比亞迪 | byd
三星 | samsung
软银, 軟銀 | softbank
台积电, 台積電 | tsmc
甲骨文 | oracle

本金 | principal
利息 | interest

最高 | highest, maximum
最低 | lowest, minimum

存款 | deposit, deposits
贷款, 貸款 | loan, loans, lending

库存, 庫存 | inventory, inventories, stocks
产量, 產量 | output, production
销量, 銷量 | sales volume, sales volumes, sales

制造业, 製造業, 工业 | manufacturing, industry
服务业, 服務業 | services

大型, 大企业 | large, big
中型 | medium, medium-sized
小型, 小企业 | small

硬件, 硬體 | hardware
软件, 軟體 | software
服务, 服務 | services

手机, 手機 | phones, smartphones, handsets
平板, 平板电脑, 平板電腦 | tablets
电脑, 電腦, 笔记本 | pcs, computers, laptops
电视, 電視 | televisions, tvs

客运, 客運, 旅客 | passengers, passenger
货运, 貨運, 货物 | freight, cargo

住宅 | residential, homes, housing
办公, 写字楼, 辦公室 | office, offices
零售 | retail
批发, 批發 | wholesale

早期, 种子 | early-stage, seed
后期, 後期 | late-stage

国家, 國家, 国 | countries
城市, 市 | cities
省, 省份 | provinces
工厂, 工廠, 厂, 廠 | factories, plants
门店, 門市, 店, 门市 | stores, outlets, shops
公司, 企业, 企業 | companies, firms
员工, 員工, 职工, 雇员, 僱員 | employees, workers, staff
车站, 車站, 站 | stations
户, 戶, 家庭 | households

现金, 現金 | cash
股票, 股份 | stock, shares
债券, 債券 | bonds
"""
# What CLDR's names of countries lack.
_COUNTRIES = """
US | america, american, us
CN | chinese
EU | 欧洲, 歐洲, eu, europe, european
JP | japanese
IN | indian
DE | german
FR | french
GB | britain, uk, british
KR | 南韓, korean, korea
ID | 印尼, indonesian
VN | vietnamese
BR | brazilian
AU | 澳洲, australian
CA | canadian
IT | italian
RU | russian
ES | spanish
TR | turkey, turkish
TW | 台灣, taiwanese
HK | 香港, hong kong
"""
_ENGLISH = re.compile(r"[A-Za-z]+(?:[-.][A-Za-z]+)*")
# Contrast and side of it, as one name: 3.0.
_COUNTRY_CODE = 2  # letters; three digits name a part of the world
_Sides = dict[str, list[str]]


def named(text: str) -> dict[int, dict[str, int]]:
    """For each contrast that `text` names, the sides of it that it names once, and where."""
    found: dict[str, list[int]] = {}
    for name, place in (*_chinese(text), *_english(text)):
        found.setdefault(name, []).append(place)
    contrasts: dict[int, dict[str, int]] = {}
    for name, places in found.items():
        if len(places) == 1:
            contrasts.setdefault(int(name.partition(".")[0]), {})[name] = places[0]
    return contrasts


def _chinese(text: str) -> list[tuple[str, int]]:
    chinese, pattern, _ = _tables()
    return [(name, match.start()) for match in pattern.finditer(text) for name in chinese[match[0]]]


def _english(text: str) -> list[tuple[str, int]]:
    english = _tables()[2]
    words = [(match[0].lower(), match.start()) for match in _ENGLISH.finditer(text)]
    found, at = [], 0
    while at < len(words):
        length = 1
        for phrase, names in english.get(words[at][0], ()):
            if [word for word, _ in words[at : at + len(phrase)]] == phrase:
                found += [(name, words[at][1]) for name in names]
                length = len(phrase)
                break
        at += length
    return found


@cache
def _tables() -> tuple[_Sides, re.Pattern[str], dict[str, list[tuple[list[str], list[str]]]]]:
    chinese: _Sides = {}
    english: _Sides = {}
    for number, contrast in enumerate(_CONTRASTS.strip().split("\n\n")):
        for side, line in enumerate(contrast.splitlines()):
            for table, words in zip((chinese, english), line.split(" | "), strict=True):
                for word in words.split(", "):
                    table.setdefault(word, []).append(f"{number}.{side}")
    countries = len(_CONTRASTS.split("\n\n"))
    for word, code in _country_names():
        table = english if word.isascii() else chinese
        table.setdefault(word, []).append(f"{countries}.{code}")
    phrases: dict[str, list[tuple[list[str], list[str]]]] = {}
    for phrase in sorted(english, key=len, reverse=True):
        phrases.setdefault(phrase.split()[0], []).append((phrase.split(), english[phrase]))
    firsts = "".join({word[0] for word in chinese})
    longest = "|".join(map(re.escape, sorted(chinese, key=len, reverse=True)))
    return chinese, re.compile(f"(?=[{firsts}])(?:{longest})"), phrases


def _country_names() -> Iterator[tuple[str, str]]:
    for line in _COUNTRIES.strip().splitlines():
        code, _, words = line.partition(" | ")
        for word in words.split(", "):
            yield word, code
    for language in ("en", "zh", "zh_Hant"):
        for code, name in Locale.parse(language).territories.items():
            if len(code) == _COUNTRY_CODE:
                yield name.lower(), code
