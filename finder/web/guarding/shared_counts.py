"""How often each visitor asked lately, counted by all workers together in one small file that holds no addresses.

A visitor is a place in the file, which follows from a name that is already a keyed hash: from the file nobody can tell
whose count it is. Two visitors may share a place, which makes their limit a little lower; with 65,536 places that is
rare. Two workers that count at the same instant may count once, which makes it a little higher.
"""

import hashlib
import mmap
import struct
import time
from collections.abc import Callable
from pathlib import Path

from limits.storage import Storage

_PLACES = 65_536
_PLACE = struct.Struct("<dI")
SIZE = _PLACES * _PLACE.size


def make_file(path: Path) -> None:
    """Make the empty file."""
    path.write_bytes(bytes(SIZE))


class SharedCounts(Storage):
    """A store for Flask-Limiter, with its fixed windows. Named `shared-counts:///path/of/the/file`."""

    STORAGE_SCHEME = ["shared-counts"]

    def __init__(self, uri: str = "", wrap_exceptions: bool = False, *, clock: Callable[[], float] = time.time) -> None:
        super().__init__(uri, wrap_exceptions)
        self._clock = clock
        with Path(uri.partition("://")[2]).open("r+b") as file:
            self._map = mmap.mmap(file.fileno(), SIZE)

    @property
    def base_exceptions(self) -> type[Exception]:
        """What may go wrong with the file."""
        return OSError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        """Count, and return how often that is since the window began. It ends `expiry` seconds after that."""
        place, now = self._place(key), self._clock()
        ends, count = self._read(place)
        if not now < ends <= now + expiry:
            ends, count = now + expiry, 0
        _PLACE.pack_into(self._map, place, ends, min(count + amount, 0xFFFFFFFF))
        return count + amount

    def get(self, key: str) -> int:
        """Return how often it was counted in this window."""
        ends, count = self._read(self._place(key))
        return count if self._clock() < ends else 0

    def get_expiry(self, key: str) -> float:
        """Return when the window ends, in seconds since 1970."""
        return max(self._read(self._place(key))[0], self._clock())

    def check(self) -> bool:
        """Tell whether counting works."""
        return not self._map.closed

    def reset(self) -> int | None:
        """Forget every count."""
        self._map[:] = bytes(SIZE)
        return None

    def clear(self, key: str) -> None:
        """Forget one count."""
        _PLACE.pack_into(self._map, self._place(key), 0.0, 0)

    def _place(self, key: str) -> int:
        digest = hashlib.blake2b(key.encode("utf-8", "replace"), digest_size=8).digest()
        return int.from_bytes(digest) % _PLACES * _PLACE.size

    def _read(self, place: int) -> tuple[float, int]:
        ends, count = _PLACE.unpack_from(self._map, place)
        return ends, count
