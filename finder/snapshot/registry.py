"""The register's records as one SQLite file, beside the catalogue: read one at a time, and never all at once."""

import sqlite3
import threading
import weakref
from collections.abc import Container, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec

from finder.core.registry import RegistryTrial
from finder.snapshot.errors import DamagedSnapshot

FILE_NAME = "registry.sqlite"

_TABLE = """
    CREATE TABLE trials (slug TEXT NOT NULL PRIMARY KEY, updated TEXT NOT NULL, value BLOB NOT NULL);
"""
# Of a number that comes twice the latest update stays and, of two on one day, the later one.
_KEEP_LATEST = """
    INSERT INTO trials VALUES (?, ?, ?)
    ON CONFLICT (slug) DO UPDATE SET updated = excluded.updated, value = excluded.value
    WHERE excluded.updated >= updated
"""


def write_registry(folder: Path, trials: Iterable[RegistryTrial], *, summarised: Container[str]) -> None:
    """Write the records to a new file in the folder, but for those numbers that the charity has summarised itself."""
    encode = msgspec.json.Encoder().encode
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection, connection:
        connection.executescript(_TABLE)
        rows = ((one.slug, _updated(one), encode(one)) for one in trials if one.number not in summarised)
        connection.executemany(_KEEP_LATEST, rows)


def _updated(trial: RegistryTrial) -> str:
    return trial.recruitment.checked.isoformat() if trial.recruitment.checked else ""


class StoredRegistry:
    """A written file of records, for any number of threads to read."""

    def __init__(self, folder: Path) -> None:
        address = f"{(folder / FILE_NAME).absolute().as_uri()}?mode=ro&immutable=1"
        self._name = folder.name
        self._lock = threading.Lock()
        self._decode = msgspec.json.Decoder(RegistryTrial).decode
        try:
            self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
            ((self._length,),) = self._connection.execute("SELECT count(*) FROM trials")
        except sqlite3.DatabaseError as error:
            raise DamagedSnapshot(f"The records in the snapshot “{self._name}” cannot be opened: {error}.") from None
        self._close = weakref.finalize(self, self._connection.close)

    def __len__(self) -> int:
        return int(self._length)

    def close(self) -> None:
        """Let go of the file."""
        self._close()

    def trial(self, slug: str) -> RegistryTrial | None:
        """Return one record, or None where there is none of that name."""
        with self._lock:
            rows = self._rows("SELECT value FROM trials WHERE slug = ?", slug)
            return next(rows, None)

    def trials(self) -> Iterator[RegistryTrial]:
        """Return all records by their number, one at a time. For one thread, while a snapshot is built."""
        yield from self._rows("SELECT value FROM trials ORDER BY slug")

    def _rows(self, query: str, *values: str) -> Iterator[RegistryTrial]:
        try:
            for (value,) in self._connection.execute(query, values):
                yield self._decode(value)
        except (sqlite3.DatabaseError, msgspec.MsgspecError) as error:
            raise DamagedSnapshot(f"The records in the snapshot “{self._name}” cannot be read: {error}.") from None
