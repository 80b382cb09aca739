"""The bytes of a file, unpacked where it is gzipped, and counted as they are read."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from translations.files.faults import BadFile

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

# A gzip stream unpacks to a thousand times its size: a megabyte could fill a disk.
MOST_UNPACKED = 4 << 30

_GZIP_MAGIC = b"\x1f\x8b"
_BUFFER = 1 << 17

Watch = Callable[[int], object]
"""Is told how many bytes of the file, as it lies on disk, were read since the last time."""


def open_octets(path: Path, watch: Watch | None = None, most: int = MOST_UNPACKED) -> io.BufferedReader:
    """Return the bytes of `path` from its beginning, unpacked if it is gzip, in bounded memory.

    Reading raises `BadFile` where the stream is cut off or damaged, or unpacks to more than `most` bytes.
    """
    raw: io.RawIOBase = io.FileIO(path)
    if watch is not None:
        raw = _Watched(raw, watch)
    packed: io.BufferedReader = io.BufferedReader(raw, _BUFFER)
    if packed.peek(2)[:2] != _GZIP_MAGIC:
        return packed
    return io.BufferedReader(_Unpacked(path, packed, most), _BUFFER)


class _Watched(io.RawIOBase):
    def __init__(self, raw: io.RawIOBase, watch: Watch) -> None:
        self._raw = raw
        self._watch = watch

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int | None:
        count = self._raw.readinto(buffer)
        self._watch(count or 0)
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Unpacked(io.RawIOBase):
    def __init__(self, path: Path, packed: io.BufferedReader, most: int) -> None:
        self._path = path
        self._packed = packed
        self._stream = gzip.GzipFile(fileobj=packed)
        self._most = most
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        try:
            count = self._stream.readinto(buffer)
        except EOFError:
            fault = f"is cut off: its gzip stream ends too early, {self._count:,} bytes in"
            raise BadFile(self._path, None, fault, "fetch it again") from None
        except (gzip.BadGzipFile, zlib.error) as error:
            fault = f"its gzip stream is damaged, {self._count:,} bytes in: {error}"
            raise BadFile(self._path, None, fault, "fetch it again") from None
        self._count += count
        if self._count > self._most:
            fault = f"unpacks to more than {self._most:,} bytes"
            raise BadFile(self._path, None, fault, "split it, or unpack it first")
        return count

    def close(self) -> None:
        self._stream.close()
        self._packed.close()
        super().close()
