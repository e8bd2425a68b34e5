"""The catalogue as one SQLite file: a trial is read by its slug, so memory does not grow with their number."""

import sqlite3
import threading
import weakref
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from finder.content.catalogue import Catalogue, TrialEntry
from finder.snapshot.errors import DamagedSnapshot

T = TypeVar("T")

FILE_NAME = "catalogue.sqlite"

_TABLES = """
    CREATE TABLE rest (value BLOB NOT NULL);
    CREATE TABLE trials (place INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, value BLOB NOT NULL);
"""


def write_catalogue(folder: Path, catalogue: Catalogue) -> None:
    """Write the whole catalogue to a new file in the folder."""
    encode = msgspec.json.Encoder().encode
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection, connection:
        connection.executescript(_TABLES)
        connection.execute("INSERT INTO rest VALUES (?)", [encode(replace(catalogue, trials=()))])
        rows = ((entry.trial.slug, encode(entry)) for entry in catalogue.trials)
        connection.executemany("INSERT INTO trials (slug, value) VALUES (?, ?)", rows)


class StoredCatalogue:
    """A written catalogue, for any number of threads to read."""

    def __init__(self, folder: Path) -> None:
        # The file never changes, so SQLite needs neither locks nor a journal: `immutable`.
        address = f"{(folder / FILE_NAME).absolute().as_uri()}?mode=ro&immutable=1"
        self._name = folder.name
        self._lock = threading.Lock()
        try:
            self._connection = sqlite3.connect(address, uri=True, check_same_thread=False)
        except sqlite3.DatabaseError as error:
            raise DamagedSnapshot(f"The snapshot “{self._name}” cannot be opened: {error}.") from None
        self._close = weakref.finalize(self, self._connection.close)

    def close(self) -> None:
        """Let go of the file."""
        self._close()

    def rest(self) -> Catalogue:
        """Return everything but the trials."""
        (value,) = self._rows("SELECT value FROM rest")
        return self._decode(value, Catalogue)

    def slugs(self) -> list[str]:
        """Return the trials' slugs, in the order of the catalogue."""
        return self._rows("SELECT slug FROM trials ORDER BY place")

    def trial(self, slug: str) -> TrialEntry | None:
        """Return one trial, or None where there is none of that name."""
        rows = self._rows("SELECT value FROM trials WHERE slug = ?", slug)
        return self._decode(rows[0], TrialEntry) if rows else None

    def trials(self) -> tuple[TrialEntry, ...]:
        """Return all trials, in the order of the catalogue."""
        return tuple(self._decode(row, TrialEntry) for row in self._rows("SELECT value FROM trials ORDER BY place"))

    def _rows(self, query: str, *values: str) -> list[Any]:
        try:
            with self._lock:
                return [value for (value,) in self._connection.execute(query, values)]
        except sqlite3.DatabaseError as error:
            raise DamagedSnapshot(f"The snapshot “{self._name}” cannot be read: {error}.") from None

    def _decode(self, value: bytes, kind: type[T]) -> T:
        try:
            return msgspec.json.decode(value, type=kind)
        except msgspec.MsgspecError as error:
            raise DamagedSnapshot(f"The snapshot “{self._name}” cannot be read: {error}.") from None
