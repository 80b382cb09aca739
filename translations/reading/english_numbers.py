"""English numbers: the patterns for them, in words or in digits with words of scale, and their value.

A pattern finds, `english_number` reads. The pattern takes whole what is no number but made of numbers
("fifty-fifty", "24/7", "nineteen eighty-four"), so that nobody reads a part of it; its value is None.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from decimal import Context, Decimal
from functools import cache
from itertools import groupby
from string import ascii_letters
from typing import NamedTuple, TypeAlias

from translations.quantity import Modifier, Ratio
from translations.reading.digits import DIGITS, digits_number
from translations.reading.model import Number

# --- the words -----------------------------------------------------------------------------------------------------

_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEEN_STEMS = ["thir", "four", "fif", "six", "seven", "eigh", "nine"]
_TEENS = ["ten", "eleven", "twelve", *(f"{stem}teen" for stem in _TEEN_STEMS)]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_CARDINALS = {word: value for value, word in enumerate([*_UNITS, *_TEENS], 1)} | {
    word: 10 * value for value, word in enumerate(_TENS, 2)
}
_THOUSANDS = {
    "thousand": 3,
    "lakh": 5,
    "million": 6,
    "crore": 7,
    "billion": 9,
    "trillion": 12,
    "quadrillion": 15,
}
_ABBREVIATIONS = {"mn": 6, "mln": 6, "bn": 9, "bln": 9, "tn": 12, "trn": 12}
_LETTERS = {"k": 3, "m": 6, "mm": 6, "mil": 6, "cr": 7, "b": 9, "t": 12}
_GROUPS = {"dozen": 12, "dozens": 12, "score": 20}

_TH_UNITS = ["third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TH_TEENS = ["tenth", "eleventh", "twelfth", *(f"{stem}teenth" for stem in _TEEN_STEMS)]
_TH_TENS = [f"{word[:-1]}ieth" for word in _TENS]
_TH_POWERS = ["hundredth", "thousandth", "millionth", "billionth", "trillionth"]

# UnicodeData.txt, VULGAR FRACTION …
_VULGAR = {
    "½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅖": "2/5", "⅗": "3/5", "⅘": "4/5",
    "⅙": "1/6", "⅚": "5/6", "⅐": "1/7", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8", "⅑": "1/9", "⅒": "1/10",
}  # fmt: skip

# --- patterns: their smallest parts --------------------------------------------------------------------------------

_END = r"(?![A-Za-z0-9])"
_HYPHEN = "[-‐‑]"
_GAP = "[ ‐‑-]{1,3}+"


def _any_of(words: Collection[str]) -> str:
    """A pattern of `words` that gives up at the first letter that none of them has there."""
    branches = []
    for first, group in groupby(sorted(set(words) - {""}), key=lambda word: word[0]):
        rest = [word[1:] for word in group]
        branches.append(first + (_any_of(rest) if len(rest) > 1 else rest[0]))
    if "" in words:
        return f"(?:{'|'.join(branches)})?"
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _start(words: str) -> str:
    """What begins as one of `words` does."""
    return _any_of(words.split())


def _words(words: str) -> str:
    """One of `words`, whole."""
    return _start(words) + _END


def _behind(words: str, then: str = " ") -> str:
    """A look-behind for one of `words` and `then`: one for each length, as `re` wants it."""
    return f"(?:{'|'.join(f'(?<={words})' for words in _by_length(words, then))})"


def _not_behind(words: str, then: str = " ") -> str:
    return "".join(f"(?<!{words})" for words in _by_length(words, then))


def _by_length(words: str, then: str) -> Iterable[str]:
    for _, group in groupby(sorted(words.split(), key=len), key=len):
        yield rf"\b(?:{'|'.join(group)}){then}"


# --- patterns: cardinal numbers ------------------------------------------------------------------------------------

_UNIT = _any_of(_UNITS) + _END
_TEN = _any_of(_TENS) + _END
_BELOW_100 = rf"(?>{_TEN}(?:{_GAP}{_UNIT})?+|{_any_of(_UNITS + _TEENS)}{_END})"
_HUNDRED = rf"hundreds?{_END}"
_DOZEN = rf"dozens?{_END}"
_THOUSAND = rf"{_any_of(_THOUSANDS)}s?{_END}"
_SCALE = rf"{_any_of(['hundred', *_THOUSANDS])}s?{_END}"
_SIZE = rf"{_any_of(['dozen', 'hundred', *_THOUSANDS])}s?{_END}"
_SCALES = rf"(?:{_GAP}{_SCALE}){{0,4}}+"
_A = rf"an?(?={_GAP}{_SIZE})"

# What follows the first number below a hundred, or "a". "One hundred and two thousand" is one number, "one hundred and
# two hundred" and "two thousand and three thousand" are two.
_REST = (
    rf"(?:(?:{_GAP}{_SCALE}){{1,4}}+"
    rf"(?:{_GAP}(?:{_BELOW_100}|and{_GAP}(?:(?<=hundred and )|(?<=hundred-and-)){_BELOW_100}(?!{_GAP}{_HUNDRED})"
    rf"|and{_GAP}(?<!hundred and ){_BELOW_100}(?:{_GAP}{_HUNDRED})?+(?!{_GAP}{_SCALE})))?+){{0,9}}+"
    rf"(?:{_GAP}(?:{_DOZEN}|score{_END}))?+"
)
# "between five hundred and one thousand": here, too, "and" joins two numbers.
_ROUND = rf"(?:{_BELOW_100}|{_A})(?:{_GAP}{_SCALE}){{1,3}}+"
_BETWEEN = rf"(?<=between ){_ROUND}(?= and {_ROUND}(?! and ))"

_DIGIT = _any_of(["zero", "nought", *_UNITS]) + _END
_DECIMALS = rf"{_GAP}point{_GAP}(?:{_DIGIT}(?:{_GAP}{_DIGIT}){{0,11}}+|{_BELOW_100}){_SCALES}"
_EITHER = rf" or {_BELOW_100}{_SCALES}(?:{_GAP}{_DOZEN})?+"
_ODD = rf"{_HYPHEN}odd{_END}"
# fifty-fifty, one-two-three; nineteen ninety-five, twenty twenty.
_NO_NUMBER = rf"(?:{_HYPHEN}{_BELOW_100}){{1,8}}+|(?:(?<=teen)|(?<=ty)) (?=ten|elev|twel|[a-z]{{3,5}}t(?:een|y)){_BELOW_100}(?!{_GAP}{_SIZE})"
# twenty-first, one hundred and fifth, two hundredth; but two first-time buyers, a ten-second rule.
_ORDINAL = _any_of(["first", "second", *_TH_UNITS, *_TH_TEENS]) + _END
_NO_ORDINAL = (
    rf"(?!(?:(?<=ty)|(?<=hundred)|(?<=thousand)|(?<=illion))(?:{_HYPHEN}{_ORDINAL}| (?:and )?{_ORDINAL}(?!-))"
    rf"|{_GAP}{_any_of(_TH_POWERS)}{_END})"
)

# --- patterns: fractions -------------------------------------------------------------------------------------------

_TH = (
    rf"(?:{_TEN}{_GAP}{_any_of(['first', 'second', *_TH_UNITS])}"
    rf"|{_any_of([*_TH_UNITS, *_TH_TEENS, *_TH_TENS, *_TH_POWERS])})"
)
# Half of it, or a quarter, is an amount and no share.
_MEASURE = _start(
    "percent per point basis second minute hour day week month year decade century mile kilo ton pound ounce barrel "
    "litre liter gallon acre hectare metre meter foot inch gigawatt megawatt kilowatt degree cent dollar euro yuan yen"
)
_OF_A = rf"{_GAP}of{_GAP}(?:(?:an?|one){_GAP}{_SIZE}|an?(?= {_MEASURE}))"
_POINTS = rf"(?={_GAP}(?:percentage{_GAP})?point{_END})"

# "A third" may be a third plant, "a quarter" three months. What makes a share of it: before it what compares or
# changes, behind it anything but a noun.
_BEFORE_SHARE = (
    "by than nearly almost about around roughly approximately over under up down only just least most some exactly "
    "to from fell fall falling rose rise rising dropped drop dropping grew grow growing jumped gained gain lost lose "
    "losing shed slid slumped plunged tumbled climbed surged cut cutting increased decreased declined shrank slashed "
    "reduced own owns owned hold holds held"
)
_BEFORE_PART = (
    "for supply supplies supplied provide provides provided generate generates represent represents"
)
_SHARE_OF = (
    rf"(?= (?:of(?! (?:[12][09][0-9][0-9]|fiscal|growth|decline|losses))|that of|are|were|have"
    rf"|as (?:much|many|big|large|high)|the|more|less|fewer|lower|higher|larger|smaller|bigger|cheaper){_END})"
)
_NO_NOUN = (
    rf"(?:(?!{_HYPHEN}| {{0,3}}[A-Za-z])|(?= (?:"
    + _words(
        "of the that this these its their his her our your my a an in on at to from by for with within without among "
        "between during since until after before over under above below as than when while where because if though "
        "although and or but so is are was were be been has have had will would can could may more less last next "
        "even once still annually today again each every per amid despite against versus compared thanks due through into not who "
        "which what it they we"
    )
    + r"|(?:year|quarter|month)[ -]o(?:n|ver)[ -])))"
)
_PERIOD = (
    "first second third 1st 2nd fiscal last past next previous prior latest recent these those the each per same final "
    "other latter better former and"
)
_PART = rf"(?:an?{_GAP}(?:{_TH}|quarter|half)|one{_GAP}quarter|three{_GAP}quarters|half){_END}"
_HALF_THE = rf"half(?= (?:its|their|his|her|our|my|your|th[eo]se|this|that|all|what){_END})"
_SHARE = (
    rf"(?:(?!(?:an?{_GAP})?half|three)|{_not_behind(_PERIOD, '[ -]')})(?!half{_HYPHEN})(?>"
    rf"{_PART}(?:{_OF_A}|{_SHARE_OF})|{_HALF_THE}"
    rf"|(?:{_behind(_BEFORE_SHARE)}|{_behind(_BEFORE_PART)}(?![a-z]+{_GAP}quarter)|(?<=in )(?=half)|(?<=into )(?=half)"
    rf"){_PART}{_NO_NOUN}|\A{_PART}(?=[.。]?\Z))"
)
# Behind "one", "three" and any other numeral.
_FRACTION = (
    rf"{_GAP}(?:{_TH}s{_END}"
    rf"|(?<=one[ -])(?:{_TH}{_END}(?!{_GAP}(?:part(?:y|ies)|quarter|person|world|countr|grade|place))"
    rf"|half{_END}(?!{_GAP}(?:year|hour|time|day)))"
    rf"|(?<=one-)quarter{_END}(?!{_HYPHEN})|(?<=three-)quarters{_END}"
    rf"|(?<=three[ -])quarters?{_END}(?:{_POINTS}|{_GAP}{_THOUSAND}))(?:{_OF_A})?+"
)
_AND_PART = (
    rf"{_GAP}and{_GAP}(?:(?:an?|one){_GAP}(?:(?:half|quarter){_END}"
    rf"|{_TH}{_END}(?=%| ?\Z|{_GAP}(?:times|{_MEASURE}|{_THOUSAND})))"
    rf"|{_BELOW_100}{_GAP}(?:{_TH}s|quarters){_END}){_SCALES}"
)
# At most a thousand, and no time: "one in 2024" and "one in five years" tell no share.
_OUT_OF = (
    rf"{_GAP}(?:(?:(?:out{_GAP})?of|in){_GAP}every|out{_GAP}of|(?<![0-9.,][0-9] )in){_GAP}"
    rf"(?:(?:[1-9][0-9]{{1,2}}|[2-9]|1,?000)(?!%|[.,/][0-9]){_END}|(?!one{_END})(?:{_BELOW_100}|{_A})(?:{_GAP}{_SCALE})?+)"
    rf"(?!{_GAP}(?:year|month|week|day|hour|minute|second|decade)s?{_END})"
)
_HALF = (
    rf"(?:a{_GAP})?half{_GAP}(?:an?{_GAP})?{_SIZE}{_SCALES}|half{_GAP}an?(?= {_MEASURE})"
    rf"|half{_END}(?:{_POINTS}|(?={_GAP}percent{_END}))"
)
_QUARTER = rf"quarter(?:{_HYPHEN}{_THOUSAND}|{_POINTS}|{_GAP}of{_GAP}an?{_GAP}{_SIZE})|a{_GAP}quarter{_GAP}{_THOUSAND}"

# --- patterns: what counts nothing, what counts roughly ------------------------------------------------------------

# no one, the one, one another, one day, one-off, one by one, Capital One
_ONE = (
    rf"(?:(?=one{_GAP}(?:(?:point|in|half|quarter){_END}|{_SIZE}|{_TH}{_END}|out{_GAP}of|and{_GAP}an?{_END}))"
    rf"|(?:(?<=\bin )|(?<=\bwithin ))(?=one day{_END})"
    rf"|(?<![A-Za-z]-){_not_behind('no the this that which any each every another some number by')}"
    rf"(?-i:(?<![A-Za-z] )|(?!O))(?!one(?:['’]|{_GAP}(?:(?:by|on|to|for){_GAP}one|or (?:more|the|another)|another|of|off"
    rf"|such|day|time|sided?|way|stop|man|word|thing|reason|may|might|must|can|could|should|would|will|who|that|which)"
    rf"{_END})))"
)
_CARDINAL = (
    rf"(?:(?!one{_END})|{_ONE})(?>{_BETWEEN}|(?:{_BELOW_100}|{_A})(?>{_EITHER}|{_REST}"
    rf"(?>{_AND_PART}|{_FRACTION}|{_OUT_OF}|{_DECIMALS}|{_ODD}|(?<=ty) odd{_END}|{_NO_NUMBER}|{_NO_ORDINAL})))"
)
_PLURALS = _words("dozens hundreds thousands lakhs millions crores billions trillions")
_TENS_OF = (
    rf"(?:tens{_END}|scores{_END}|{_PLURALS})(?:{_GAP}of{_GAP}{_SCALE}){{1,3}}+|{_PLURALS}"
    rf"|{_not_behind('test credit risk high low average exam the their its')}scores(?= of{_END})"
)
_SEVERAL = (
    rf"(?:several|(?:a{_GAP})?(?:few|couple(?:{_GAP}of)?)){_GAP}(?:{_SIZE}|tens{_END}(?={_GAP}of))"
    rf"(?:(?:{_GAP}of)?{_GAP}{_SCALE}){{0,3}}+"
)
_ZERO = rf"{_not_behind('net ground', '[ -]')}zero{_END}(?:{_DECIMALS}|(?!{_HYPHEN}(?!per|point|degree)))"

# --- patterns: numbers that begin with digits ----------------------------------------------------------------------

_VULGAR_SIGN = f"[{''.join(_VULGAR)}]"
_MIXED = (
    rf"(?: ?{_VULGAR_SIGN}|(?: {{1,3}}|-)(?:{'|'.join(f'{n}/[{n + 1}-9]' for n in range(1, 8))}|8/9|[1-9]/1[026]|1[1-5]/16)"
    rf"(?![0-9/]))"
)
_DIGIT_SCALE = rf"(?:(?:{_GAP})?{_SIZE}(?:{_GAP}{_THOUSAND}){{0,2}}+| ?{_any_of(_ABBREVIATIONS)}{_END})"
_SMALLER = rf"(?: [0-9]{{1,3}} (?:lakhs?|thousand|hundred){_END}){{1,3}}+"

ENGLISH_DIGITS = (
    rf"(?ai:(?<![0-9]/){DIGITS}(?>{_MIXED}{_DIGIT_SCALE}?+"
    rf"|/[1-9][0-9]{{0,3}}(?:rds?|ths?|nds?)?+(?![0-9/A-Za-z]|[.,][0-9])(?: {_THOUSAND}|{_OF_A})?+"
    rf"|{_DIGIT_SCALE}(?:{_AND_PART}|{_ODD}|{_SMALLER})?+|{_AND_PART}|{_ODD}|{_OUT_OF}){_END}"
    rf"|{_VULGAR_SIGN}{_DIGIT_SCALE}?+{_END})"
)
"""What begins with digits or a vulgar fraction (½) and goes on in words, or is a fraction: 5.3 trillion, 10 1/2, 1/9."""

# The first letters of all of it, so that most words of a text cost no more than two letters.
_BEGINNING = rf"(?=an?{_GAP}|bi|c[or]|do|e[il]|f[eio]|h[au]|la|mi|ni|one|qua|s[ceix]|t(?:e|h[ior]|r|w)|ze)"
ENGLISH_WORDS = (
    rf"(?ai:{_BEGINNING}(?:(?=[aoht])(?:{_HALF}|(?=a|one|three|half){_SHARE})"
    rf"|(?=[aefnost]){_CARDINAL}"
    rf"|(?=[abcdfhlmqstz])(?:{_QUARTER}|{_TENS_OF}|{_SEVERAL}|{_ZERO})))"
)
"""What begins with a letter."""

ENGLISH_NUMBER = rf"(?:(?=[0-9{''.join(_VULGAR)}]){ENGLISH_DIGITS}|{ENGLISH_WORDS})"
"""An English number, or what looks like one; not bare digits, nor digits with a letter as in `ENGLISH_SUFFIXED`."""

ENGLISH_SUFFIXED = rf"{DIGITS}(?:[kKmMbBtT]|MM|mil|[cC]r){_END}"
"""Digits and a letter that is a scale only of money: $20m, 45B, US$1MM, ₹500cr."""

# --- values --------------------------------------------------------------------------------------------------------

_Words: TypeAlias = Sequence[str]
_ONE_DECIMAL = Decimal(1)
_PLACES = {exponent: Decimal(f"1E{exponent}") for exponent in range(-18, 37)}
_POWERS = {
    **_ABBREVIATIONS,
    **_LETTERS,
    **{word + s: power for word, power in {"hundred": 2, **_THOUSANDS}.items() for s in ("", "s")},
}
_FACTORS = {
    word + s: 10**power for word, power in {"hundred": 2, **_THOUSANDS}.items() for s in ("", "s")
} | _GROUPS
_DENOMINATORS = {
    **{word: value for value, word in enumerate(["first", "second", *_TH_UNITS, *_TH_TEENS], 1)},
    **{word: 10 * value for value, word in enumerate(_TH_TENS, 2)},
    **{word: int(_FACTORS[word[:-2]]) for word in _TH_POWERS},
    "quarter": 4,
    "half": 2,
}
# Dozens are a vague twenty to ninety, as 数十 is.
_VAGUE = {word: size for word, size in _FACTORS.items() if word.endswith("s")} | dict.fromkeys(
    ("tens", "dozens", "scores"), 10
)
_DIGITS = {"zero": "0", "nought": "0"} | {word: str(value) for value, word in enumerate(_UNITS, 1)}
_ARTICLES = frozenset(("a", "an", "one"))
_BEFORE_COMPOUND = _CARDINALS.keys() | _ARTICLES
_LARGEST_DENOMINATOR = 1000
_MOST_DIGITS = 40
_MOST_WORDS = 60
# A share has twelve significant digits, as `translations.quantity` says.
_TWELVE_DIGITS = Context(prec=12)
_EXACT = Context(prec=2 * _MOST_DIGITS)


class _Cardinal(NamedTuple):
    """A whole number, the place value of its last digit, and the word of scale at its end."""

    value: int
    quantum: int
    scale: int


_NONE = _Cardinal(0, 1, 1)


def english_number(text: str) -> Number | None:
    """The value of a match of `ENGLISH_NUMBER` or `ENGLISH_SUFFIXED`, or of bare digits.

    Three or four hundred, hundreds of millions, several dozen have `low` and `high`; a third, one in five, 1/9 have a
    `ratio`, a quarter of a million has none. None if `text` is no number after all: "fifty-fifty", "24/7".
    """
    if "0" <= text[:1] <= "9":
        if " . " in text or " , " in text:  # tokenized text: 46 . 8 million
            text = text.replace(" . ", ".").replace(" , ", ",")
        number = _scaled_digits(text)
        if number is not None:
            return number
    return _in_words(_split(text))


def english_value(text: str) -> Decimal | None:
    """The value of the number that `text` is, with its sign ("minus five", "-5"); None if it is none, or a range."""
    sign, written = _signed(text.strip())
    if written.startswith("."):
        written = f"0{written}"
    if not _whole().fullmatch(written):
        return None
    number = english_number(written)
    if number is None or not number.value:
        return number.value if number else None
    return number.value.copy_negate() if sign < 0 else number.value


@cache
def _whole() -> re.Pattern[str]:
    return re.compile(f"{ENGLISH_NUMBER}|{ENGLISH_SUFFIXED}|{DIGITS}")


def _signed(text: str) -> tuple[int, str]:
    for sign, factor in (("-", -1), ("−", -1), ("+", 1), ("minus ", -1), ("negative ", -1), ("plus ", 1)):
        if text[: len(sign)].lower() == sign:
            return factor, text[len(sign) :].lstrip()
    return 1, text


def _scaled_digits(text: str) -> Number | None:
    """5.3 trillion, 30bn, 335; None for what has more parts."""
    written = text.rstrip(ascii_letters)
    word = text[len(written) :]
    if not word:
        return digits_number(text) if text.replace(",", "").replace(".", "").isdecimal() else None
    power = _POWERS.get(word) or _POWERS.get(word.lower())
    if power is None:
        return None
    plain = written.rstrip(" -‐‑").replace(",", "")
    whole, _, decimals = plain.partition(".")
    if not (whole + decimals).isdecimal():
        return None
    if decimals:
        return Number(Decimal(f"{plain}E{power}"), _place(power - len(decimals)), _place(power))
    digits = plain.rstrip("0") or "0"
    return Number(Decimal(f"{digits}E{power + len(plain) - len(digits)}"), _place(power), _place(power))


def _place(exponent: int) -> Decimal:
    return _PLACES.get(exponent) or Decimal(f"1E{exponent}")


def _split(text: str) -> list[str]:
    """The words of `text`, hyphens apart, 7½ and 7-1/2 as "7" and "1/2"."""
    text = text.lower().replace("-", " ")
    if not text.isascii():
        for hyphen in "‐‑":
            text = text.replace(hyphen, " ")
        for sign, fraction in _VULGAR.items():
            text = text.replace(sign, f" {fraction} ")
    return text.split()


def _in_words(words: _Words) -> Number | None:
    if not 0 < len(words) <= _MOST_WORDS:
        return None
    cardinal = _cardinal(words)
    if cardinal is not None:
        return Number(_decimal(cardinal.value), _decimal(cardinal.quantum), _decimal(cardinal.scale))
    if words[0] in _VAGUE:
        return _several(words)
    for word in words:
        parse = _PARSERS.get(word)
        if parse is not None:
            return parse(words)
    return _with_fraction(words)


def _decimal(value: int) -> Decimal:
    """`value` without the zeros at its end, as digits are read."""
    return _EXACT.normalize(Decimal(value))


def _cardinal(words: _Words) -> _Cardinal | None:
    """Groups below a thousand with their scales, falling: two hundred and five million three thousand."""
    if words and words[-1] in _GROUPS:
        counted = _cardinal(words[:-1])
        size = _GROUPS[words[-1]]
        return _Cardinal(counted.value * size, 1, size) if counted else None
    if words == ["zero"]:
        return _NONE
    total = group = last = 0
    quantum = scale = 1
    room = 100  # within the group: the next word is smaller, unless it is a scale
    limit = 10**_MOST_DIGITS  # the next group is smaller than the scale before it
    for word in words:
        value = _CARDINALS.get(word)
        if value:
            if value >= room:
                return None
            group += value
            room = 10 if value >= 20 else 0
            quantum = scale = 1
        elif (factor := _FACTORS.get(word)) is None:
            if word == "and" and room == 100 and total + group:
                continue
            group, room = _begin(word, group, total), 0
            quantum = scale = 1
            if not group:
                return None
        elif factor == 100:
            if not 0 < group < 100:
                return None
            group *= 100
            room = quantum = scale = 100
        elif group:
            last = group * factor
            if last >= limit:
                return None
            total += last
            limit, group, room = factor, 0, 100
            quantum, scale = quantum * factor, scale * factor
        elif last:  # a hundred thousand million
            total += last * (factor - 1)
            last *= factor
            quantum, scale = quantum * factor, scale * factor
        else:
            return None
    if total + group == 0 or group >= limit or words[-1] == "and":
        return None
    return _Cardinal(total + group, quantum, scale)


def _begin(word: str, group: int, total: int) -> int:
    """The group that "a" or digits begin; 0 if they begin none here."""
    if group:
        return 0
    if word in _ARTICLES:
        return 0 if total else 1
    digits = word.replace(",", "")
    return int(digits) if len(digits) < _MOST_DIGITS and digits.isdecimal() and digits.isascii() else 0


def _product(words: _Words) -> int | None:
    """The product of words of scale: 10**11 for hundred billion, 1 for none."""
    product = 1
    for word in words:
        factor = _FACTORS.get(word)
        if factor is None:
            return None
        product *= factor
    return product


def _over(words: _Words) -> Number | None:
    """Twenty-odd."""
    number = english_number(" ".join(words[:-1])) if words[-1] == "odd" else None
    return number._replace(modifier=Modifier.OVER) if number else None


def _several(words: _Words) -> Number | None:
    """Dozens, hundreds of billions, several hundred thousand, a couple of million: from two of them to nine."""
    sizes = [word for word in words if word not in ("a", "several", "few", "couple", "of")]
    if not sizes:
        return None
    first = _VAGUE.get(sizes[0]) or _VAGUE.get(f"{sizes[0]}s")
    rest = _product(sizes[1:])
    if first is None or rest is None:
        return None
    size = first * rest
    scale = rest if first == 10 else size
    low, high = _decimal(2 * size), _decimal(9 * size)
    return Number(None, _decimal(size), _decimal(scale), low, high, modifier=Modifier.ABOUT)


def _either(words: _Words) -> Number | None:
    """Three or four hundred."""
    at = words.index("or")
    first, second = _cardinal(words[:at]), _cardinal(words[at + 1 :])
    if first is None or second is None:
        return None
    scale = second.scale if first.scale == 1 else 1
    low, high = sorted((first.value * scale, second.value))
    if low == high:
        return None
    quantum = min(first.quantum * scale, second.quantum)
    return Number(None, _decimal(quantum), _decimal(second.scale), _decimal(low), _decimal(high))


def _odds(words: _Words) -> Number | None:
    """One in five, three out of every ten."""
    at = next(at for at, word in enumerate(words) if word in ("out", "in", "every"))
    at -= words[at] == "every" and words[at - 1] == "of"  # three of every ten
    whole = [word for word in words[at + 1 :] if word not in ("of", "every")]
    share, all_of_them = _cardinal(words[:at]), _cardinal(whole)
    if share is None or all_of_them is None or not share.value < all_of_them.value <= _LARGEST_DENOMINATOR:
        return None
    return _ratio(share.value, all_of_them.value)


def _ratio(numerator: int, denominator: int) -> Number:
    value = _TWELVE_DIGITS.divide(Decimal(numerator), Decimal(denominator))
    return Number(value, _place(min(-2, value.adjusted())), ratio=Ratio(numerator, denominator))


def _with_decimals(words: _Words) -> Number | None:
    """Three point five million."""
    at = words.index("point")
    end = next((index for index in range(at + 1, len(words)) if words[index] in _FACTORS), len(words))
    whole = _cardinal(words[:at])
    decimals = "".join(_DIGITS.get(word, "?") for word in words[at + 1 : end])
    if "?" in decimals:
        below_100 = _cardinal(words[at + 1 : end])
        decimals = str(below_100.value) if below_100 else ""
    scale = _product(words[end:])
    if whole is None or scale is None or not decimals:
        return None
    said = _decimal(scale)
    return Number(
        _EXACT.multiply(Decimal(f"{whole.value}.{decimals}"), said),
        _EXACT.multiply(_place(-len(decimals)), said),
        said,
    )


def _with_fraction(words: _Words) -> Number | None:
    """A third, half a million, two and a half, 7 3/4, 1/9."""
    at = len(words) - 1
    while at >= 0 and not (_denominator(words[at]) or "/" in words[at]):
        at -= 1
    if at < 0:
        return _with_scale(words)
    parts = (_digit_parts if "/" in words[at] else _word_parts)(words[: at + 1])
    if parts is None:
        return None
    whole, numerator, denominator = parts
    tail = list(words[at + 1 :])
    if not tail and whole is None:
        return _ratio(numerator, denominator)
    if tail[:1] == ["of"]:
        del tail[0]
    if tail and tail[0] in _ARTICLES:
        del tail[0]
    scale = _product(tail)
    if scale is None:
        return None
    return _mixed(whole or _NONE, numerator, denominator, scale)


def _mixed(whole: _Cardinal, numerator: int, denominator: int, scale: int) -> Number:
    """`whole` and a fraction of `scale`, or of the scale of `whole` itself: a billion and a half."""
    if whole.scale in (1, 100):
        value, said = (whole.value * denominator + numerator) * scale, scale
    else:
        said = scale if scale > 1 else whole.scale
        value = whole.value * denominator + numerator * said
    places = next((places for places in (1, 2, 3) if not 10**places % denominator), None)
    context = _TWELVE_DIGITS if places is None else _EXACT
    quotient = context.normalize(context.divide(Decimal(value), Decimal(denominator)))
    quantum = (
        _ONE_DECIMAL if said == _GROUPS["dozen"] else _EXACT.multiply(_decimal(said), _place(-(places or 2)))
    )
    return Number(quotient, quantum, _decimal(said))


def _denominator(word: str) -> int:
    """The denominator that `word` names, or is the plural of; 0 for another word."""
    return _DENOMINATORS.get(word) or _DENOMINATORS.get(word.removesuffix("s"), 0)


def _digit_parts(words: _Words) -> tuple[_Cardinal | None, int, int] | None:
    """The whole number, the numerator and the denominator of 1/9, 7 3/4."""
    numerator, _, denominator = words[-1].partition("/")
    denominator = denominator.rstrip("rdsthn")
    whole = _cardinal(words[:-1])
    if not (numerator.isdecimal() and denominator.isdecimal()) or len(numerator + denominator) > _MOST_DIGITS:
        return None
    if not 0 < int(numerator) < int(denominator) <= _LARGEST_DENOMINATOR or (
        whole is None and len(words) > 1
    ):
        return None
    return whole, int(numerator), int(denominator)


def _word_parts(words: _Words) -> tuple[_Cardinal | None, int, int] | None:
    """The same of a third, two and a half, three twenty-firsts."""
    before, denominator = words[:-1], _denominator(words[-1])
    if denominator < 10 and len(before) > 1 and before[-1] in _TENS and before[-2] in _BEFORE_COMPOUND:
        before, denominator = before[:-1], denominator + _CARDINALS[before[-1]]
    elif words[-1].startswith(("first", "second")):
        return None
    at = max((index for index, word in enumerate(before) if word == "and"), default=None)
    if at is not None:
        whole, numerator = _cardinal(before[:at]), _numerator(before[at + 1 :])
        if whole is not None and 0 < numerator < denominator:
            return whole, numerator, denominator
    numerator = _numerator(before)
    return (None, numerator, denominator) if numerator else None


def _numerator(words: _Words) -> int:
    if not words or (len(words) == 1 and words[0] in _ARTICLES):
        return 1
    cardinal = _cardinal(words)
    return cardinal.value if cardinal else 0


def _with_scale(words: _Words) -> Number | None:
    """1.5 hundred million."""
    scale = _product(words[1:])
    if not scale or not words or not _is_decimal(words[0]):
        return None
    plain, said = words[0].replace(",", ""), _decimal(scale)
    return Number(
        _EXACT.multiply(Decimal(plain), said), _EXACT.multiply(digits_number(plain).quantum, said), said
    )


def _is_decimal(word: str) -> bool:
    return word.replace(",", "").replace(".", "", 1).isdecimal() and len(word) <= _MOST_DIGITS


# The word that tells how to read what is no cardinal number; without any, it is a fraction or a decimal with a scale.
_PARSERS: dict[str, Callable[[_Words], Number | None]] = {
    "odd": _over,
    **dict.fromkeys(("several", "few", "couple"), _several),
    "or": _either,
    "in": _odds,
    "out": _odds,
    "every": _odds,
    "point": _with_decimals,
}
