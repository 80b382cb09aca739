"""The pattern of dates and periods in Chinese: 2024年3月15日, 二〇二四年, 第三财季, 上半年, 前11个月, 上世纪90年代."""

from __future__ import annotations

from translations.reading.date_codes import DIGIT_CODES, LETTER_CODES

_HAN = "一二三四五六七八九十"
_TO = r"\ ?+(?:[-–−~～〜至到]|—{1,2})\ ?+"

# Years. A year of four digits is one from 1500 on; 1500年 and 1800年 are as well stretches of time.
_FISCAL = r"(?:[财財](?:政|务|務)?年度?|[会會][计計]年度)"
_YEAR_DIGITS = r"(?:19|2[01]|1[5-8](?!00))[0-9]{2}"
_YEAR = rf"(?:{_YEAR_DIGITS}|[一二][〇零○九八七六五一][〇零○一二三四五六七八九]{{2}})"
_YEAR_WORD = r"年(?!代)(?!(?<=00年)的?(?:[历歷]史(?![新最性])|悠久))"
_NAMED_YEAR = rf"(?:{_YEAR}|民[国國]\ ?[0-9〇零{_HAN}百]{{1,5}})\ ?(?:{_FISCAL}|{_YEAR_WORD})"
_YEARS = rf"{_YEAR}(?:{_TO}(?:{_YEAR}|[0-9]{{2}})|/(?:20)?[0-9]{{2}}(?=\ ?[财財会會]))\ ?(?:{_FISCAL}|{_YEAR_WORD})"
# 24年 alone is a stretch of time; 24年3月, 24年底, 08年 and 24财年 are not.
_SHORT_YEAR = r"[0-9]{2}\ ?年度?"
_SHORT_YEAR_ALONE = (
    rf"(?:[0-9]{{2}}\ ?(?:{_FISCAL}|年(?=末|全年|年[底末中初]|底(?![薪蕴蘊])))|0[0-9]\ ?年(?!代))"
)
# Taiwan: 113年3月5日.
_REPUBLICAN_YEAR = r"1[0-2][0-9]\ ?年"

# Parts of a year.
_MONTH = rf"(?:1[0-2]|0?[1-9]|[{_HAN}]{{1,2}}+)"
_DAY = rf"(?:3[01]|[12][0-9]|0?[1-9]|[{_HAN}廿]{{1,3}}+)"
# 3月薪, 6月龄 and 3月球 are other words; in 3月台 it is a platform unless Taiwan or a stock follows.
_MONTH_WORD = r"月(?:(?=份)|(?![薪租供龄齡嫂饼餅球亮牙]|台(?![湾灣股积積北中南币幣])))"
_DAY_WORD = r"\ ?[日号號]"
_QUARTER_WORDS = r"[财財](?:务|務)?季度?|季度"
_QUARTER_WORD = rf"(?:{_QUARTER_WORDS})"
_QUARTER = (
    rf"(?:第\ ?[一二三四1-4]\ ?(?:{_QUARTER_WORDS}|季(?![军軍节節]))"
    rf"|[一二三四1-4]\ ?(?:{_QUARTER_WORDS}|季(?=[报報末]))|Q[1-4](?![0-9A-Za-z]){_QUARTER_WORD}?)"
)
_HALF = rf"(?:[上下]半(?:{_FISCAL}|年度?)|H[12](?![0-9A-Za-z]))"
_MONTH_DAY = rf"{_MONTH}\ ?(?:月\ ?{_DAY}(?:{_TO}{_DAY})?{_DAY_WORD}|{_MONTH_WORD})"
_MONTHS = rf"(?:{_MONTH_DAY}|{_MONTH}{_TO}{_MONTH}\ ?{_MONTH_WORD})"
_QUARTERS = (
    rf"(?:一二|二三|三四){_QUARTER_WORD}"
    rf"|第?[一二三1-3](?:{_QUARTER_WORD}|季)?(?:{_TO}|、)第?[二三四2-4]\ ?{_QUARTER_WORD}"
)
_FIRST = (
    rf"(?:[前首头頭]\ ?(?:(?:1[01]|[2-9]|[{_HAN}两兩]{{1,2}}+)\ ?[个個]?月|[23两兩二三]\ ?[个個]?(?:{_QUARTER_WORD}|季))"
    rf"|首(?:{_QUARTER_WORD}|季))"
)
_END_OF_PERIOD = (
    rf"{_TO}(?:{_YEAR}\ ?(?:{_FISCAL}|{_YEAR_WORD})?\ ?)?"
    rf"(?:{_MONTH_DAY}|{_DAY}{_DAY_WORD}|{_QUARTER}|{_HALF})"
)

_YEAR_BEFORE_PART = rf"(?:{_NAMED_YEAR}|{_REPUBLICAN_YEAR}|{_SHORT_YEAR}|{_YEAR}|[0-9]{{2}}{_FISCAL})\ ?"
# 上一季度 and 近三季度 are relative, 连续三季度 is a stretch; 此前3个月 is not the beginning of a year.
_PART_ALONE = (
    r"(?<![第〇零一二三四五六七八九十百千近])(?<!连续)(?<!連續)(?<!过去)(?<!過去)(?<![上下每这這任同另哪单單某](?=一))"
    r"(?<!农历)(?<!農曆)(?<!阴历)(?<!陰曆)"
    r"(?!五月天(?![气氣])|十月[怀懷]|[前首](?<=[之以此目日提先从從当當空面眼事会會节節战戰情].))"
)
_DATES = (
    rf"(?:{_YEAR_BEFORE_PART}|{_PART_ALONE})"
    rf"(?:{_QUARTERS}|(?:{_MONTHS}|{_QUARTER}|{_HALF}|{_FIRST})(?:{_END_OF_PERIOD})?)"
    rf"|{_YEARS}|{_NAMED_YEAR}(?:{_TO}{_NAMED_YEAR}(?:\ ?(?:{_MONTH_DAY}|{_QUARTER}|{_HALF}))?)?"
    rf"|{_YEAR}(?=全年)|{_SHORT_YEAR_ALONE}"
)

# Decades and centuries.
_TENS = r"(?:[0-9]0|[二三四五六七八九]{1,2}十|(?:1[5-9]|20)[0-9]0)"
_DECADES = rf"{_TENS}(?:(?:年代)?{_TO}{_TENS}|[、和]{_TENS})?\ ?年代(?![价價])"
_CENTURY = rf"(?:上[个個]?|本|2[01]|1[0-9]|[1-9]|[{_HAN}]{{1,3}}+)\ ?世[纪紀]"
_OF_NO_NAME = r"(?![经經][济濟][报報]|教育|不[动動]|福克斯)"
_CENTURIES = rf"(?:{_CENTURY}\ ?)?{_DECADES}|(?![上本]){_CENTURY}{_OF_NO_NAME}"

# A day of an unnamed month: 30日, unless it is a stretch of days (5日内, 20日均线, 近30日) or an amount (30日元).
_NO_STRETCH_BEFORE = (
    r"(?<![近续續过過去达達超逾约約共计計每第前期满滿T+A-Za-z.-])(?<![近续續过過去达達超逾约約共计計每第前期满滿]\ )"
    r"(?<![0-9][-–—~至到、])"
)
_NO_STRETCH_AFTER = (
    r"(?![内內之以游遊間间均线線龄齡元圆圓币幣系籍语語后後薪租]|本(?![周週报報次刊月届屆公])|[报報](?![道告称稱导導])"
    r"|[经經](?:指|225|平均))"
)
_DAY_ALONE = rf"(?:3[01]|[12][0-9]|0?[1-9]|(?:[二三]?十|廿)[{_HAN[:-1]}]?+)\ ?日"
_DAYS_ALONE = rf"{_NO_STRETCH_BEFORE}(?![{_HAN}]日){_DAY_ALONE}(?:{_TO}{_DAY_ALONE})?{_NO_STRETCH_AFTER}"

CHINESE_DATE = (
    rf"(?:(?=[0-9{_HAN}廿上下本第前首头頭民])(?<![0-9])(?:{_DATES}|{_CENTURIES}|{_DAYS_ALONE}|(?=[0-9]){DIGIT_CODES})"
    rf"|(?=[QHF])(?<![0-9A-Za-z])(?:Q[1-4]{_QUARTER_WORD}|{LETTER_CODES}))"
)
