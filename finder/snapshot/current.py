"""The look-out for the current snapshot: what every worker of the site holds."""

import logging
import threading
import time
from collections.abc import Callable
from pathlib import Path

from finder.snapshot.errors import DamagedSnapshot, NoSnapshot
from finder.snapshot.folders import published_ids, snapshot_ids, snapshots_folder
from finder.snapshot.manifest import verify
from finder.snapshot.opening import Snapshot, open_snapshot

_LOOK_EVERY = 1.0
"""In seconds: how often the pointer is looked at."""
_LOOK_AFTER_REFUSING = 3.0
"""In seconds: a snapshot that did not hold is not read through again at once."""

_log = logging.getLogger(__name__)


class Snapshots:
    """The snapshots of one instance folder, of which one is current. Any number of threads may ask."""

    def __init__(self, instance: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._instance = instance
        self._clock = clock
        self._lock = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._look_again = self._look_into_again = 0.0
        self.problem = ""
        """Why the snapshot that should be current is not the one that is served. Empty where it is."""

    def current(self) -> Snapshot:
        """Return the snapshot to serve now: the published one or, where that does not hold, the last one that did.

        Raises NoSnapshot where there is none at all.
        """
        if self._snapshot is None:
            with self._lock:
                self._look()
        elif self._clock() >= self._look_again and self._lock.acquire(blocking=False):
            # One thread looks; the others go on serving what they have.
            try:
                self._look()
            finally:
                self._lock.release()
        if self._snapshot is None:
            raise NoSnapshot(f"There is nothing to serve yet in “{self._instance}”. Run: finder publish")
        return self._snapshot

    def look_into(self, snapshot: Snapshot) -> None:
        """Make sure that a snapshot which something went wrong with still holds; otherwise go on with one that does."""
        with self._lock:
            if self._snapshot is not snapshot or self._clock() < self._look_into_again:
                return
            self._look_into_again = self._clock() + _LOOK_AFTER_REFUSING
            try:
                verify(snapshot.folder)
            except DamagedSnapshot as damage:
                self._tell(str(damage))
                self._snapshot = None
                self._open_first_that_holds()

    def _look(self) -> None:
        self._look_again = self._clock() + _LOOK_EVERY
        wanted = published_ids(self._instance)[:1]
        if self._snapshot and wanted == [self._snapshot.id]:
            self.problem = ""
        elif self._snapshot is None:
            self._open_first_that_holds()
        elif wanted and wanted[0] in snapshot_ids(self._instance):
            self._open(wanted[0])
        else:
            self._tell("The file “current” does not name a snapshot.")

    def _open_first_that_holds(self) -> None:
        """Try what was published, the latest first, and then whatever else is there."""
        there = snapshot_ids(self._instance)
        published = published_ids(self._instance)
        if not published and there:
            self._tell("The file “current” is missing or cannot be read.")
        for each in dict.fromkeys([*published, *there]):
            if each in there and self._open(each):
                return

    def _open(self, snapshot_id: str) -> bool:
        try:
            opened = open_snapshot(snapshots_folder(self._instance) / snapshot_id)
            opened.search  # noqa: B018  a search that does not open must not wait for the first visitor
        except DamagedSnapshot as damage:
            self._look_again = self._clock() + _LOOK_AFTER_REFUSING
            self._tell(str(damage))
            return False
        self._snapshot = opened
        if published_ids(self._instance)[:1] == [snapshot_id]:
            self.problem = ""
        return True

    def _tell(self, problem: str) -> None:
        if problem != self.problem:
            _log.error("%s The last good snapshot is served.", problem)
        self.problem = problem
