"""A ZIP file made while it is sent, the same bytes every time."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, cast

# What a ZIP file can say of time begins here.
_NO_TIME = (1980, 1, 1, 0, 0, 0)


class _Outlet:
    """A stream that cannot go back; what was written is taken away by `drain`."""

    def __init__(self) -> None:
        self._written: list[bytes] = []

    def write(self, data: bytes) -> int:
        self._written.append(bytes(data))
        return len(data)

    def flush(self) -> None:
        """There is nothing behind."""

    def drain(self) -> bytes:
        written, self._written = b"".join(self._written), []
        return written


def archive(files: Iterable[tuple[str, Iterable[bytes]]]) -> Iterator[bytes]:
    """Yield a ZIP file of `files`, name and content, one after the other."""
    outlet = _Outlet()
    with zipfile.ZipFile(cast(IO[bytes], outlet), "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name, chunks in files:
            entry = zipfile.ZipInfo(name, _NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            with packed.open(entry, "w", force_zip64=False) as member:
                for chunk in chunks:
                    member.write(chunk)
                    yield outlet.drain()
            yield outlet.drain()
    yield outlet.drain()
