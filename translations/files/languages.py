"""Which of a file's language codes is the one that is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from babel.core import get_global

from translations.files.faults import BadFile, quoted

# CLDR's likely subtags say the same; a bare zh may be either.
_TRADITIONAL_REGIONS = frozenset({"TW", "HK", "MO"})


@lru_cache(maxsize=1024)
def tidy(tag: str) -> str:
    """Return a `tag` as tools write it (``ZH_cn``) as BCP 47 does (``zh-CN``; RFC 5646, section 2.1.1)."""
    language, *subtags = tag.strip().replace("_", "-").split("-")
    return "-".join([language.lower(), *map(_in_case, subtags)])


def agrees(wanted: str, tag: str) -> bool:
    """Tell whether `tag` may be what `wanted` asks for: the same language, and no other script."""
    return _agreement(wanted, tag) > 0


def best(wanted: str, tags: Iterable[str], path: Path, line: int | None) -> str | None:
    """Return the one of `tags` that `wanted` asks for, None when there is none; two scripts alike are `BadFile`.

    The same tag is best, then one that begins like the other (RFC 4647, sections 3.3.1 and 3.4), then
    another region's.
    """
    ranked = sorted(((_agreement(wanted, tag), tag) for tag in tags), key=lambda each: each[0], reverse=True)
    if not ranked or not ranked[0][0]:
        return None
    equals = {_family(tag) for rank, tag in ranked if rank == ranked[0][0]}
    if len(equals) > 1:
        names = listed(tag for rank, tag in ranked if rank == ranked[0][0])
        raise BadFile(path, line, f"{names} are both {quoted(wanted)}", "say which of them is meant")
    return ranked[0][1]


def more_specific(wanted: str | None, found: str | None) -> str | None:
    """Return the one of two tags that says more, tidy; `wanted` where they differ otherwise."""
    if wanted is None or found is None:
        tag = wanted or found
        return tag and tidy(tag)
    return tidy(found if tidy(found).startswith(tidy(wanted) + "-") else wanted)


def listed(tags: Iterable[str]) -> str:
    """Return `tags` as a message names them."""
    return ", ".join(sorted({quoted(tidy(tag)) for tag in tags}))


def _in_case(subtag: str) -> str:
    if len(subtag) == 4 and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) == 2 else subtag.lower()


@lru_cache(maxsize=1024)
def _family(tag: str) -> tuple[str, str | None]:
    """Return the language and the script of `tag`, as far as it says them."""
    language, *subtags = tidy(tag).split("-")
    language = get_global("language_aliases").get(language, language).partition("_")[0]
    script = next((subtag for subtag in subtags if len(subtag) == 4 and subtag.isalpha()), None)
    if language == "zh" and script is None and subtags:
        script = "Hant" if _TRADITIONAL_REGIONS.intersection(subtags) else "Hans"
    return language, script


@lru_cache(maxsize=1024)
def _agreement(wanted: str, tag: str) -> int:
    wanted, tag = tidy(wanted), tidy(tag)
    if wanted == tag:
        return 3
    (language, script), (other_language, other_script) = _family(wanted), _family(tag)
    if language != other_language or (script and other_script and script != other_script):
        return 0
    begins_alike = f"{wanted}-".startswith(f"{tag}-") or f"{tag}-".startswith(f"{wanted}-")
    return 2 if begins_alike else 1
