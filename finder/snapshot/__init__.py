"""Snapshots: the whole site as one folder that is built beside the old one, checked, and swapped in at once.

`building` makes them, `publishing` says which one is current, `opening` reads one, and `current` looks out for a newer.
The site needs only what this module names; the command line takes the rest from the modules themselves.
"""

from finder.snapshot.current import Snapshots
from finder.snapshot.errors import DamagedSnapshot, NoSnapshot, SnapshotProblem
from finder.snapshot.opening import Snapshot, open_snapshot

__all__ = ["DamagedSnapshot", "NoSnapshot", "Snapshot", "SnapshotProblem", "Snapshots", "open_snapshot"]
