"""A segment without its tags, entities and placeholders, and the way back to the segment as given."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from html import unescape
from html.entities import html5
from operator import attrgetter
from string import digits

PLACEHOLDER = "\N{OBJECT REPLACEMENT CHARACTER}"

# What begins markup; ``[1}`` has its own end, and ``}`` is rarer than ``[``.
_SIGNS = "<&{}%"

# Tags between which words never join; the others stand inside a word or a number: 5<b>.3</b>.
_BREAKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "caption",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)

_LONGEST_ICU_KEYWORD = 20


@dataclass(frozen=True, slots=True)
class _Cut:
    """`plain[plain_start:plain_end]` stands for `text[start:end]`."""

    plain_start: int
    plain_end: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stripped:
    """The `plain` text of a segment; offsets are code points."""

    plain: str
    _cuts: tuple[_Cut, ...] = ()

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where ``plain[start:end]`` stands in the segment as given.

        An entity or a placeholder is a whole: its one character in `plain` is all of it in the segment. Tags at
        the edges stay outside. For an empty span the two places are equal.
        """
        if not self._cuts:
            return start, end
        if start == end:
            place = self._character(start)[0]
            return place, place
        return self._character(start)[0], self._character(end - 1)[1]

    def _character(self, index: int) -> tuple[int, int]:
        passed = bisect_right(self._cuts, index, key=attrgetter("plain_end"))
        if passed < len(self._cuts) and self._cuts[passed].plain_start <= index:
            return self._cuts[passed].start, self._cuts[passed].end
        if not passed:
            return index, index + 1
        start = index - self._cuts[passed - 1].plain_end + self._cuts[passed - 1].end
        return start, start + 1


def strip_markup(text: str) -> Stripped:
    """Return `text` without its markup, in time linear in its length.

    Tags of XML, HTML and the tools (``<b>``, ``<x id="1"/>``, ``<1>``, ``{1>``, ``[1}``) and comments vanish, so
    that ``5<b>.3</b> 万亿`` reads 5.3 万亿; a tag that breaks a line or a cell leaves a line feed. Entities become
    their character. A placeholder (``{0}``, ``{{name}}``, ``${name}``, ``%s``, ``%1$d``) leaves `PLACEHOLDER`.
    ``%%`` is a percent sign. Plural and select messages of ICU stay as they are.
    """
    if not any(sign in text for sign in _SIGNS):
        return Stripped(text)
    plain: list[str] = []
    cuts: list[_Cut] = []
    length = done = 0
    for start, end, left in _replacements(text):
        kept = text[done:start]
        plain += kept, left
        length += len(kept) + len(left)
        cuts.append(_Cut(length - len(left), length, start, end))
        done = end
    if not cuts:
        return Stripped(text)
    plain.append(text[done:])
    return Stripped("".join(plain), tuple(cuts))


def _replacements(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and what is left of each piece of markup in `text`."""
    markup = _markup()
    at = 0
    while (match := markup.search(text, at)) is not None:
        at = match.end()
        written = match[0]
        match match.lastgroup:
            case "icu":
                at = _end_of_message(text, at)
            case "url":
                pass
            case "tag":
                yield match.start(), at, _left_by_tag(written)
            case "entity":
                if (character := _character_of(written)) is not None:
                    yield match.start(), at, character
            case "percent":
                yield match.start(), at, "%"
            case _:
                yield match.start(), at, PLACEHOLDER


def _left_by_tag(tag: str) -> str:
    name = tag.strip("</> ").split(maxsplit=1)[0].lower()
    # OmegaT numbers tags: <br1/>.
    return "\n" if name in _BREAKS or name.rstrip(digits) in _BREAKS else ""


def _character_of(entity: str) -> str | None:
    """Return what `entity` stands for, None when it is no entity of HTML's: ``AT&T;``."""
    if entity[1] == "#":
        return unescape(entity)
    return html5.get(entity[1:])


def _end_of_message(text: str, at: int) -> int:
    """Return where the braces of the message that opened before `at` close; the end of `text` if they never do."""
    depth = 1
    for brace in _braces().finditer(text, at):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end()
    return len(text)


@cache
def _braces() -> re.Pattern[str]:
    return re.compile("[{}]")


@cache
def _markup() -> re.Pattern[str]:
    """Every branch begins with a literal, which `re` looks for quickly, and none reads over the next beginning."""
    name = r"[A-Za-z_][\w.-]*+"
    attribute = rf"\s++{name}(?::{name})?+\s*+=\s*+(?:\"[^\"<]*+\"|'[^'<]*+')"
    comment = r"<!--(?>[^-<]++|-(?!->)|<(?!!--))*+-->"
    tag = rf"<(?:/?+{name}(?::{name})?+(?:{attribute})*+\s*+/?+|/?+\d{{1,4}}+/?+)>"
    # memoQ: {1> <1} around text, [1} {1] likewise.
    paired = r"\{\d{1,4}+[>\]]|<\d{1,4}+\}|\[\d{1,4}+\}"
    icu = rf"\{{\s*+\w{{1,80}}+\s*+,\s*+(?:plural|select|selectordinal|choice)\b[^{{}}]{{0,{_LONGEST_ICU_KEYWORD}}}+"
    # Python's and .NET's formats, Jinja, ICU's simple arguments, JavaScript, Ruby, Qt.
    braces = "|".join(
        (
            r"\{\{[^{}]*+\}\}",
            rf"\{{(?:{name}|\d{{1,3}}+)?+(?:\[\w*+\])*+(?:![rsa])?+(?:,-?\d{{1,3}}+)?+(?::[^{{}}\s]*+)?+\}}",
            r"\{\w{1,80}+\s*+,\s*+(?:number|date|time|spellout|ordinal|duration)\b[^{}]*+\}",
            r"\$\{[^{}]*+\}",
            r"\#\{[^{}]*+\}",
            r"%\{[^{}]*+\}",
        )
    )
    # 30%d and 30 %d are percent signs: a person writes more of those than of placeholders after a digit.
    no_amount = r"(?<!\d%)(?<!\d[ \u00a0\u202f]%)"
    conversion = r"(?:\d{1,2}+\$)?+[-+0#]*+(?:\d++|\*)?+(?:\.(?:\d++|\*))?+(?:hh?+|ll?+|[qjzt])?+[diouxXeEfFgGcCsSpra@]"
    printf = rf"%{no_amount}(?:\([^()\s]{{1,80}}+\){conversion}|{conversion}|L?+\d{{1,2}}+(?![\d%]|\.\d)|n\b)"
    return re.compile(
        f"(?P<icu>{icu})|(?P<placeholder>{braces})|(?P<tag>{comment}|{tag}|{paired}|<!\\[CDATA\\[|\\]\\]>)"
        r"|(?P<entity>&(?:\#\d{1,7}+|\#[xX][0-9A-Fa-f]{1,6}+|[A-Za-z][A-Za-z0-9]{1,31}+);)"
        # Bytes of an address: %E4%BD%A0.
        r"|(?P<url>%[0-9A-F]{2}(?:%[0-9A-F]{2})++)"
        rf"|(?P<percent>%%)|(?P<printf>{printf})"
    )
