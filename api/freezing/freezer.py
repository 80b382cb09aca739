"""The whole site: every address that an answer names is asked for, until none is new, by several processes."""

from __future__ import annotations

import multiprocessing as mp
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from pathlib import Path
from queue import Empty
from typing import TYPE_CHECKING, Any

from api.app import application
from api.freezing.header_rules import header_rules
from api.freezing.scribe import Scribe, Unanswered, Written
from api.freezing.seeds import seeds
from api.freezing.site import Named, StaticSite
from api.index import Index, open_index, store_at
from api.settings import Settings

if TYPE_CHECKING:
    from multiprocessing.queues import Queue

# How often it is looked whether the processes still live, in seconds.
_PATIENCE = 1.0
_HEADERS, _NO_JEKYLL = "_headers", ".nojekyll"


@dataclass(slots=True)
class Site:
    """What has been written: the size in bytes of each file."""

    sizes: dict[str, int] = field(default_factory=dict)

    @property
    def bytes(self) -> int:
        """The size of all files."""
        return sum(self.sizes.values())


def write_site(
    settings: Settings, folder: Path, workers: int, progress: Callable[[int, int], object]
) -> Site:
    """Write every file of the site below `folder`; `progress` is told how many are written and how many to go.

    Raises `Unanswered` where something names what there is not.
    """
    public_url = settings.public_url or ""
    site, told = Site(), {}
    named = set(seeds(_static(settings, open_index(settings)), public_url))
    with _workers(settings, folder, workers) as (asked, answered):
        for each in sorted(named, key=lambda each: each.file):
            asked.put(each)
        while len(site.sizes) < len(named):
            written = answered()
            site.sizes[written.named.file] = written.size
            told[written.named.file] = written.headers
            for new in sorted(written.names - named, key=lambda each: each.file):
                named.add(new)
                asked.put(new)
            progress(len(site.sizes), len(named) - len(site.sizes))
    for name, text in ((_HEADERS, header_rules(told)), (_NO_JEKYLL, "")):
        (folder / name).write_text(text, encoding="utf-8")
        site.sizes[name] = len(text.encode())
    return site


def _static(settings: Settings, index: Index) -> StaticSite:
    app = application(settings, index)
    assert isinstance(app, StaticSite)  # noqa: S101 - of static settings
    app.testing = True  # what goes wrong is told, and not made a page of
    return app


@contextmanager
def _workers(
    settings: Settings, folder: Path, workers: int
) -> Iterator[tuple[Queue[Named | None], Callable[[], Written]]]:
    """Start processes that write what is put into the queue; the function waits for the next to be written."""
    context = mp.get_context("spawn")  # a fork would share the open index
    asked: Queue[Named | None] = context.Queue()
    written: Queue[Any] = context.Queue()
    processes = [
        context.Process(target=_work, args=(settings, folder, asked, written), daemon=True)
        for _ in range(workers)
    ]
    for process in processes:
        process.start()
    try:
        yield asked, lambda: _next(written, processes)
    finally:
        asked.cancel_join_thread()  # what nobody takes any more would be waited for
        for process in processes:
            process.terminate()
            process.join()


def _next(written: Queue[Any], processes: Sequence[BaseProcess]) -> Written:
    while True:
        try:
            found = written.get(timeout=_PATIENCE)
        except Empty:
            if not all(process.is_alive() for process in processes):
                raise Unanswered("a process that writes has ended before its time") from None
            continue
        if isinstance(found, Written):
            return found
        raise Unanswered(found)


def _work(settings: Settings, folder: Path, asked: Queue[Named | None], written: Queue[Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one that was interrupted says so, and ends this
    parent = mp.parent_process()
    app = _static(settings, store_at(settings.index).open())
    scribe = Scribe(app, folder, settings.public_url or "")
    while (named := asked.get()) and parent and parent.is_alive():
        try:
            written.put(scribe.write(named))
        except Exception as error:  # whatever it was, the other process is to say it
            written.put(f"{named.asked}: {error}")
