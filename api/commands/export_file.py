"""The glossary written to a file or to standard output, and what is left out of it told."""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from pathlib import Path
from typing import IO

import click

from api.commands.options import Refusal
from api.commands.terminal import harmless, padded, shortened
from api.json_text import legible
from api.settings import Settings
from glossary.interchange.language_tags import TaggedLanguage, tagged_language
from glossary.interchange.writing import PROFILES, Omission, Omissions, Profile
from translations import CONTENT_LANGUAGES

_SOURCE, _TARGET = "zh-Hans", "en"
_LONGEST_TEXT = 60
_MOST_LINES = 1000


def list_profiles() -> Iterator[str]:
    """Yield a line for each profile."""
    widest = max(map(len, PROFILES))
    for profile in PROFILES.values():
        yield f"{padded(profile.id, widest)}  {padded('.' + profile.extension, 7)}  {profile.purpose}"


def profiles_json() -> str:
    """Return the profiles as JSON."""
    items = [
        {"profile": p.id, "extension": p.extension, "media_type": p.media_type, "purpose": p.purpose}
        for p in PROFILES.values()
    ]
    return legible({"items": items, "total": len(items)})


def export_to(
    settings: Settings,
    name: str,
    source: str | None,
    target: str | None,
    output: Path | None,
    base: str,
    as_json: bool = False,
) -> None:
    """Write the glossary in the profile `name` to `output`, None for standard output; tell what is left out."""
    from api.exporting import Export
    from api.index import open_index
    from glossary import Glossary

    profile = _profile(name)
    export = Export(profile, _languages(profile, source, target), base or settings.public_url or "")
    if output is None and profile.packed and sys.stdout.isatty():
        raise Refusal(f"{name} is a ZIP file, which a terminal cannot show; name a file with -o")
    told = _Teller(as_json)
    with closing(open_index(settings)) as index, _opened(output) as file:
        for part in export.written(Glossary(index.query), Omissions(told.tell)):
            file.write(part)
    told.sum_up()


class _Teller:
    """Tells on standard error what is left out, as far as anybody reads it, and at the end how much for which reason."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._reasons: Counter[str] = Counter()

    def tell(self, omission: Omission) -> None:
        if self._as_json:
            click.echo(json.dumps(asdict(omission)), err=True)
            return
        self._reasons[omission.reason] += 1
        if self._reasons.total() > _MOST_LINES:
            return
        text = shortened(harmless(omission.text), _LONGEST_TEXT)
        click.echo(f"left out: {omission.concept_id}: {text}: {omission.reason}", err=True)

    def sum_up(self) -> None:
        if self._reasons:
            reasons = ", ".join(f"{number} {reason}" for reason, number in self._reasons.most_common())
            click.echo(f"{self._reasons.total()} left out: {reasons}", err=True)


def _profile(name: str) -> Profile:
    if name not in PROFILES:
        raise Refusal(f"{name!r} is no form; there are: {', '.join(PROFILES)}")
    return PROFILES[name]


def _languages(profile: Profile, source: str | None, target: str | None) -> tuple[TaggedLanguage, ...]:
    from api.exporting import every_language

    if source is None and target is None and not profile.flat:
        return every_language()
    pair = (_language("--source", source or _SOURCE), _language("--target", target or _TARGET))
    if pair[0].content == pair[1].content:
        raise Refusal(f"--source {pair[0].tag} and --target {pair[1].tag} are one language; name two")
    return pair


def _language(option: str, tag: str) -> TaggedLanguage:
    found = tagged_language(tag)
    if found is None:
        choices = ", ".join(CONTENT_LANGUAGES)
        raise Refusal(f"{option} {tag}: the glossary is in {choices}; write one, or as your tool spells it")
    return found


@contextmanager
def _opened(output: Path | None) -> Iterator[IO[bytes]]:
    """Open what is written to; a file takes its name only when it is whole."""
    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if output.exists() and not output.is_file():  # a device or a pipe stays what it is; a folder is refused
        with output.open("wb") as file:
            yield file
        return
    if not output.parent.is_dir():
        raise Refusal(f"{output.parent}: there is no such folder; make it, or name another file with -o")
    handle, name = tempfile.mkstemp(prefix=f".{output.name}.", dir=output.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)  # mkstemp's file is its owner's alone
        os.replace(name, output)
    finally:
        with suppress(FileNotFoundError):
            os.unlink(name)
