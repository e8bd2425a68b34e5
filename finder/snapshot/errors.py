"""What can go wrong with snapshots, in words for the person who runs the site."""


class SnapshotProblem(Exception):
    """A problem with building, publishing or opening. The message says what is wrong and what to do."""


class NoSnapshot(SnapshotProblem):
    """There is nothing to serve yet."""


class DamagedSnapshot(SnapshotProblem):
    """A snapshot is not as it was built, so it is not opened."""


class AnotherBuild(SnapshotProblem):
    """Somebody else is building or publishing at this moment."""


class FailedBuild(SnapshotProblem):
    """A finished build did not pass its own test, so it is not kept."""


class CannotWrite(SnapshotProblem):
    """The instance folder cannot be written to, or the disk is full."""


class NothingBefore(SnapshotProblem):
    """There is no earlier snapshot to go back to."""
