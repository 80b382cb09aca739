"""Text files: the encoding found, every byte of it held to it, lines read in bounded memory."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from translations.files.faults import BadFile
from translations.files.octets import Watch, open_octets

_CHUNK = 1 << 20
_SAMPLE = 1 << 16

# Frequent characters, told apart by their bytes; a text in Chinese of any length has some.
_FREQUENT = {
    "GB18030": frozenset("的一是在不了有和人这中大为上个国我以要他时来用们年元亿万"),
    "Big5": frozenset("的一是在不了有和人這中大為上個國我以要他時來用們年元億萬"),
}


@dataclass(frozen=True, slots=True)
class TextFile:
    """A text file whose bytes are all good in `encoding`.

    `lines` counts them as an editor does; `last_text` is the last line with more than white space, 0 for none.
    """

    path: Path
    encoding: str
    lines: int
    last_text: int

    def read(
        self, longest: int, newline: Literal[""] | None = None, watch: Watch | None = None
    ) -> Iterator[str]:
        """Yield the lines, with their ends as in `open`; one longer than `longest` characters comes in pieces."""
        octets = open_octets(self.path, watch)
        with io.TextIOWrapper(octets, encoding=self.encoding, newline=newline) as stream:
            while line := stream.readline(longest):
                yield line


def survey(path: Path, encoding: str | None = None) -> TextFile:
    """Read all of `path` once, unpacked if it is gzip; `BadFile` names the byte that is not in its encoding, or a NUL.

    Without `encoding` it is UTF-8, with or without byte order mark, or UTF-16 with one.
    """
    with open_octets(path) as stream:
        return _surveyed(path, encoding or _by_mark(stream.peek(2)[:2]), stream)


def _surveyed(path: Path, encoding: str, stream: io.BufferedReader) -> TextFile:
    decoder = io.IncrementalNewlineDecoder(codecs.getincrementaldecoder(encoding)(), translate=True)
    ends = last_text = read = 0
    last = "\n"
    more = True
    while more:
        chunk = stream.read(_CHUNK)
        more = bool(chunk)
        read += len(chunk)
        try:
            text = decoder.decode(chunk, final=not more)
        except UnicodeDecodeError as error:
            # The decoder put the bytes that it kept from before in front of the chunk.
            at = read - len(error.object) + error.start
            raise _bad_byte(path, encoding, at) from None
        if (nul := text.find("\0")) >= 0:
            fault = "there is a NUL: this is no text, or UTF-16 without a byte order mark"
            raise BadFile(path, ends + 1 + text.count("\n", 0, nul), fault, "save it as UTF-8")
        if written := text.rstrip():
            last_text = ends + 1 + written.count("\n")
        ends += text.count("\n")
        last = text[-1:] or last
    return TextFile(path, encoding, ends + (last != "\n"), last_text)


def _by_mark(beginning: bytes) -> str:
    return "utf-16" if beginning in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"


def _bad_byte(path: Path, encoding: str, at: int) -> BadFile:
    with open_octets(path) as stream:
        _pass_over(stream, at - _SAMPLE // 2)
        sample = stream.read(_SAMPLE)
    name = "UTF-8" if encoding == "utf-8-sig" else encoding.upper()
    likely = _looks_like(sample) if name == "UTF-8" else None
    guess = f"; it looks like {likely}" if likely else ""
    fault = f"is not {name} at byte {at:,}{guess}"
    # The byte of a line feed is half of other characters in UTF-16.
    line = None if encoding == "utf-16" else _line_of(path, at)
    return BadFile(path, line, fault, "save it as UTF-8")


def _line_of(path: Path, at: int) -> int:
    with open_octets(path) as stream:
        return 1 + _pass_over(stream, at)


def _pass_over(stream: io.BufferedReader, count: int) -> int:
    """Read `count` bytes, and return how many line feeds are among them."""
    ends = 0
    while count > 0 and (chunk := stream.read(min(_CHUNK, count))):
        ends += chunk.count(b"\n")
        count -= len(chunk)
    return ends


def _looks_like(sample: bytes) -> str | None:
    """Name the encoding in which `sample` has most of the frequent characters of Chinese, to say so only."""
    found = {
        name: sum(map(frequent.__contains__, sample.decode(name, errors="ignore")))
        for name, frequent in _FREQUENT.items()
    }
    name = max(found, key=lambda each: found[each])
    return name if found[name] else None
