"""The pattern of dates and periods in English: 30 June 2025, the third quarter of fiscal 2024, the 1990s."""

from __future__ import annotations

from translations.reading.date_codes import DIGIT_CODES, LETTER_CODES, NOT_COUNTED

_WORD_BEGINS = r"(?<![0-9A-Za-z])"
_END = r"(?![0-9A-Za-z])"
_TO = r"(?:\ ?+[-–—−~]\ ?+|\ (?:to|through|thru|until|till)\ )"
_BETWEEN = r"(?<=[Bb]etween\ )"
_YEAR_DIGITS = r"(?:1[5-9]|20)[0-9]{2}"
_YEAR_ENDS = r"(?![0-9A-Za-z]|[,.][0-9]|-[0-9]{2}-)"
_YEAR = _YEAR_DIGITS + _YEAR_ENDS

# Months and days.
_MONTH = (
    r"(?=[JFMASOND])(?i:J(?:an(?:uary|\.)?|un(?:e|\.)?|ul(?:y|\.)?)|Feb(?:ruary|\.)?|Ma(?:y|r(?:ch|\.)?)"
    r"|A(?:pr(?:il|\.)?|ug(?:ust|\.)?)|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?"
    r"|Dec(?:ember|\.)?)(?![A-Za-z])"
)
_MONTH_ENDS = r"(?<!\.)"
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?+"
_DAY_ENDS = rf"(?:(?![0-9A-Za-z]|[.,:][0-9]){NOT_COUNTED})"
_OF_YEAR = rf"(?:,?\ (?:of\ )?|,){_YEAR}"
_MONTH_FIRST = (
    rf"{_MONTH}(?:\ {_DAY}(?:(?:{_OF_YEAR})?{_TO}(?:{_MONTH}\ )?{_DAY})?(?:{_OF_YEAR}|{_DAY_ENDS})"
    rf"|(?:{_OF_YEAR})?{_TO}{_MONTH}(?:{_OF_YEAR}|{_MONTH_ENDS})|{_OF_YEAR}|(?<!\.)\ ?['’][0-9]{{2}}{_END})"
)
_MONTHS_BETWEEN = rf"{_BETWEEN}{_MONTH}(?:{_OF_YEAR})?\ and\ {_MONTH}(?:{_OF_YEAR}|{_MONTH_ENDS})"
_DAY_FIRST = (
    rf"{_DAY}(?:(?:(?:\ {_MONTH})?(?:{_OF_YEAR})?{_TO}"
    rf"|(?:(?<=[Bb]etween\ [0-9])|(?<=[Bb]etween\ [0-9][0-9]))\ and\ ){_DAY})?"
    rf"(?:\ of)?\ {_MONTH}(?:{_OF_YEAR}|{_MONTH_ENDS})"
)
# May and March alone, and the abbreviations, are words of other meaning too.
_CLEAR_MONTH = r"(?:J(?:anuary|une|uly)|February|April|August|September|October|November|December)"
_CONTEXT_OF_MONTH = (
    r"(?:(?<=[Ii]n\ |[Oo]f\ |[Bb]y\ |[Tt]o\ )|(?<=[Ff]or\ |[Mm]id[\ -]|[Ee]nd[\ -])"
    r"|(?<=[Ll]ast\ |[Nn]ext\ |[Tt]his\ |[Ff]rom\ |[Tt]ill\ |[Ll]ate[\ -])"
    r"|(?<=[Ss]ince\ |[Ee]arly[\ -]|[Uu]ntil\ |[Aa]fter\ |ended\ )|(?<=[Dd]uring\ |[Bb]efore\ |ending\ )"
    r"|(?<=[Bb]etween\ |[Tt]hrough\ )|(?<=April\ and\ )|(?<=February\ and\ ))"
)
_MONTH_ALONE = (
    rf"(?:{_CLEAR_MONTH}|{_CLEAR_MONTH.upper()}|{_CONTEXT_OF_MONTH}(?:Ma(?:y|r(?:ch)?)|MA(?:Y|R(?:CH)?)"
    r"|J(?:an|un|ul)|Feb|Apr|Aug|Sept?|Oct|Nov|Dec))(?![A-Za-z])"
)

# Fiscal years, quarters, halves and the first months of a year.
_FISCAL_WORD = r"(?:[Ff]iscal|[Ff]inancial|FISCAL)"
_YEAR_WORD = r"(?:[Yy]ears?|YEAR)"
_YEARS_OF_ONE_NAME = rf"{_YEAR_DIGITS}(?:[-–/](?:20)?[0-9]{{2}})?{_YEAR_ENDS}"
_FISCAL_YEAR = (
    rf"(?:{_FISCAL_WORD}(?:[\ -]{_YEAR_WORD})?\ "
    rf"(?:{_YEARS_OF_ONE_NAME}(?:\ (?:to|through)\ {_YEAR})?|['’]?[0-9]{{2}}{_END}(?![%-]))"
    rf"|FY\ ?['’]?(?:20)?[0-9]{{2}}(?:[-–/](?:20)?[0-9]{{2}})?{_END}"
    rf"|{_YEARS_OF_ONE_NAME}\ {_FISCAL_WORD}\ {_YEAR_WORD}{_END})"
)
# A quarter of a game, of a month or of a point is no quarter of a year.
_OF_A_YEAR = (
    rf"(?![A-Za-z]|[\ -](?:century|centuries|point|percent|percentage|finals?|mile|hour|pound|million|billion)"
    rf"|\ of\ (?:the\ (?!year|current|{_FISCAL_WORD}|calendar|(?:19|20)[0-9]{{2}}(?!s))"
    rf"|(?:its|his|her|their|our|an?)\ (?!year|{_FISCAL_WORD})|(?!{_FISCAL_WORD})[JFMASOND][a-z])"
    rf"|(?<=months)\ of\ (?!the|this|last|next|{_FISCAL_WORD}|FY|[12]))"
)
_ORDINAL = r"(?i:first|second|third|fourth|1st|2nd|3rd|4th)"
_COUNT = r"(?i:two|three|four|five|six|seven|eight|nine|ten|eleven|1[01]|[2-9])"
_PARTS = (
    rf"(?:(?:{_FISCAL_WORD}[\ -])?{_ORDINAL}(?:\ (?:and|to|through)\ {_ORDINAL})?"
    rf"[\ -](?:{_FISCAL_WORD}[\ -])?(?i:quarters?|half)"
    rf"|(?i:first)[\ -](?:(?i:two|three|2|3)\ (?:{_FISCAL_WORD}\ )?(?i:quarters)|{_COUNT}[\ -](?i:months?))){_OF_A_YEAR}"
)
_OF_SOME_YEAR = (
    rf"(?:\ (?:[Oo]f\ )?(?:the\ )?(?:{_FISCAL_YEAR}|{_YEAR})"
    rf"|\ of\ (?:the|its|this)\ (?:current\ )?{_FISCAL_WORD}\ year{_END})"
)
_PARTS_OF_YEARS = (
    rf"(?:(?:{_FISCAL_YEAR}|{_YEAR})(?:['’]s)?\ )?{_PARTS}(?:{_OF_SOME_YEAR})?"
    rf"|(?!FY){_FISCAL_YEAR}(?:\ [QH][1-4]{_END})?"
)

# Decades and centuries.
_CENTURY = (
    r"(?:(?:2[01]|1[0-9])(?:st|th)|(?i:seventeenth|eighteenth|nineteenth|twentieth|twenty-first))[\ -](?i:century)"
    r"(?![A-Za-z]|\ Fox)"
)
_DECADE = r"(?:1[5-9]|20)[0-9]0['’]?s(?:\ ?[-–]\ ?(?:(?:1[5-9]|20)[0-9]0|['’]?[0-9]0)s)?(?![A-Za-z])"
_CONTEXT_OF_DECADE = r"(?<=[Tt]he\ |ate[\ -]|rly[\ -]|[Mm]id-)"
_SHORT_DECADE = rf"(?:['’][0-9]0|{_CONTEXT_OF_DECADE}[5-9]0)s(?![A-Za-z])"
_DECADE_IN_WORDS = (
    rf"{_CONTEXT_OF_DECADE}"
    r"(?i:thirties|forties|fifties|sixties|seventies|eighties|nineties|noughties)(?![A-Za-z])"
)

_YEARS = (
    r"(?:19|20)[0-9]{2}(?:\ (?:to|through|until)\ |(?<=[Bb]etween\ [0-9]{4})\ and\ )(?:19|20)[0-9]{2}"
    rf"{_YEAR_ENDS}{NOT_COUNTED}"
)

ENGLISH_DATE = (
    rf"(?:(?=[0-9FSTfst])(?<![0-9A-Za-z$€£¥₹#])(?:{_PARTS_OF_YEARS})"
    rf"|(?=[0-9])(?<![0-9A-Za-z$€£¥₹#])(?<![0-9][.,])"
    rf"(?:{_DAY_FIRST}|{_DECADE}|{DIGIT_CODES}|{_YEARS}|{_SHORT_DECADE})"
    rf"|(?=[JFMASOND]){_WORD_BEGINS}(?:{_MONTHS_BETWEEN}|{_MONTH_FIRST}|{_MONTH_ALONE})"
    rf"|(?=[QHF]){_WORD_BEGINS}{LETTER_CODES}"
    rf"|(?=[0-9SETFNsetfn]){_WORD_BEGINS}(?:{_CENTURY}|{_DECADE_IN_WORDS})"
    rf"|(?=['’]){_WORD_BEGINS}{_SHORT_DECADE})"
)
