"""What ``duizhao freeze`` does: from what was typed to what is told."""

from __future__ import annotations

import signal
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

import click

from api.commands.options import Refusal
from api.freezing.folder import NotOurs, replacing
from api.freezing.freezer import Site, write_site
from api.freezing.scribe import Unanswered
from api.json_text import legible
from api.pages.view import UnknownView, View
from api.settings import Settings, public_url_of

# Where `python -m http.server` serves a folder.
_NOWHERE = "http://localhost:8000"
_STOPPED = 128 + signal.SIGTERM
_EVERY = 1000  # files, where nobody watches


def freeze_into(
    settings: Settings,
    folder: Path,
    public_url: str | None,
    views: tuple[str, ...],
    workers: int,
    as_json: bool,
) -> None:
    """Write the site into `folder`, telling on standard error how far it is, and at the end what there is."""
    url = public_url_of(public_url, f"--public-url {public_url[:80]}") if public_url else settings.public_url
    chosen = replace(
        settings, static=True, public_url=url or _NOWHERE, views=tuple(dict.fromkeys(map(_view, views)))
    )
    start = time.monotonic()
    try:
        with replacing(folder) as new:
            signal.signal(signal.SIGTERM, lambda *_: sys.exit(_STOPPED))  # so that nothing half done is left
            if url is None:
                click.echo(f"no --public-url: full addresses begin with {_NOWHERE}", err=True)
            site = write_site(chosen, new, workers, _progress())
    except (NotOurs, Unanswered) as error:
        raise Refusal(str(error)) from error
    seconds = round(time.monotonic() - start, 1)
    if as_json:
        click.echo(legible(_told(site, folder, url or _NOWHERE, seconds)))
    else:
        click.echo(f"{folder}: {len(site.sizes)} files, {site.bytes / 1e6:.1f} MB, {seconds} s")


def _view(name: str) -> str:
    try:
        return str(View.parse(name))
    except UnknownView:
        choices = ", ".join(map(str, View.all()))
        raise Refusal(f"--view {name}: there is no such view; there are: {choices}") from None


def _progress() -> Callable[[int, int], object]:
    """Return what tells how many files are written: in one line where somebody watches, else now and then."""

    def tell(written: int, left: int) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r{written} written, {left} to go\033[K", err=True, nl=left == 0)
        elif written % _EVERY == 0:
            click.echo(f"{written} written, {left} to go", err=True)

    return tell


def _told(site: Site, folder: Path, url: str, seconds: float) -> dict[str, object]:
    kinds = Counter(PurePosixPath(name).suffix.lstrip(".") or name for name in site.sizes)
    return {
        "folder": str(folder),
        "public_url": url,
        "files": len(site.sizes),
        "bytes": site.bytes,
        "seconds": seconds,
        "by_extension": dict(kinds.most_common()),
    }
