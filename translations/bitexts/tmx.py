"""TMX 1.1 to 1.4: translation memories of OmegaT, Trados, memoQ, Okapi and everyone else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from lxml import etree

from translations.bitexts.inline import flow_text
from translations.bitexts.model import Bitext, Languages, Skip, TranslationUnit
from translations.files.languages import agrees, best, listed, more_specific, tidy
from translations.files.xmlfile import XML_LANG, XmlFile, child, children, line_of, local_name

_MOST_LANGUAGES_NAMED = 20


@dataclass(frozen=True, slots=True)
class _Variants:
    """A ``tu``: its line, id, and the text of each language, of the first variant in it."""

    line: int | None
    id: str | None
    texts: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Pair:
    """The two languages to take; `settled` when the caller named both, so that others may stand beside them."""

    source: str
    target: str
    settled: bool


def read_tmx(file: XmlFile, wanted: Languages, skipped: Counter[Skip]) -> Bitext:
    """Return the units of a TMX file in the two languages `wanted`, or in the only two that it has.

    Without a wanted language the source is the header's ``srclang``, or the first variant of the first unit.
    """
    header = _Header()
    units = _read(file, header)
    first = _first_pair(units, skipped)
    if first is None:
        return Bitext(wanted.source, wanted.target, iter(()), skipped)
    pair = _choose(file, first, header.source, wanted)
    found = [best(tag, first.texts, file.path, first.line) for tag in (pair.source, pair.target)]
    return Bitext(
        more_specific(pair.source, found[0]),
        more_specific(pair.target, found[1]),
        _paired(file, chain([first], units), pair, skipped),
        skipped,
    )


@dataclass(slots=True)
class _Header:
    """The header's ``srclang``, known once the first unit is."""

    source: str | None = None


def _read(file: XmlFile, header: _Header) -> Iterator[_Variants]:
    for element in file.elements("tu", "header"):
        if local_name(element) == "header":
            srclang = element.get("srclang")
            header.source = None if srclang in (None, "", "*all*") else srclang
        else:
            yield _Variants(line_of(element), element.get("tuid"), _texts(file, element))


def _texts(file: XmlFile, tu: etree._Element) -> dict[str, str]:
    texts: dict[str, str] = {}
    for variant in children(tu, "tuv"):
        tag = variant.get(XML_LANG) or variant.get("lang")
        if not tag:
            raise file.bad(line_of(variant), "a <tuv> has no xml:lang", "give it the code of its language")
        segment = child(variant, "seg")
        texts.setdefault(tidy(tag), "" if segment is None else flow_text(segment))
    return texts


def _first_pair(units: Iterator[_Variants], skipped: Counter[Skip]) -> _Variants | None:
    for unit in units:
        if len(unit.texts) > 1:
            return unit
        skipped[Skip.UNTRANSLATED] += 1
    return None


def _choose(file: XmlFile, first: _Variants, srclang: str | None, wanted: Languages) -> _Pair:
    if wanted.source and wanted.target:
        return _Pair(wanted.source, wanted.target, settled=True)
    tags = list(first.texts)
    source = wanted.source
    if source is None:
        others = [tag for tag in tags if not (wanted.target and agrees(wanted.target, tag))]
        by_header = srclang and best(srclang, others, file.path, first.line)
        source = by_header or next(iter(others), None)
    targets = [tag for tag in tags if source and not agrees(source, tag)]
    target = wanted.target or next(iter(targets), None)
    if source is None or target is None:
        raise _unclear(file, first, tags)
    return _Pair(source, target, settled=False)


def _paired(
    file: XmlFile, units: Iterable[_Variants], pair: _Pair, skipped: Counter[Skip]
) -> Iterator[TranslationUnit]:
    seen: set[str] = set()
    any_pair = False
    for unit in units:
        if len(seen) < _MOST_LANGUAGES_NAMED:
            seen |= unit.texts.keys()
        source = best(pair.source, unit.texts, file.path, unit.line)
        target = best(pair.target, unit.texts, file.path, unit.line)
        if target == source:  # en-GB alone, for a pair of en-US and en-GB
            target = None
        others = unit.texts.keys() - {source, target}
        if not pair.settled and not all(
            agrees(pair.source, tag) or agrees(pair.target, tag) for tag in others
        ):
            raise _unclear(file, unit, seen)
        if source is None and target is None:
            skipped[Skip.OTHER_LANGUAGE] += 1
        else:
            any_pair = any_pair or bool(source and target)
            yield TranslationUnit(
                unit.texts[source] if source else "", unit.texts[target] if target else "", unit.id, unit.line
            )
    if not any_pair:
        fault = f"has no unit in {tidy(pair.source)} and {tidy(pair.target)}; it has {listed(seen)}"
        raise file.bad(None, fault, "say which languages to take")


def _unclear(file: XmlFile, unit: _Variants, tags: Iterable[str]) -> Exception:
    fault = f"its languages are {listed(tags)}"
    return file.bad(unit.line, fault, "say which is the source and which the target")
