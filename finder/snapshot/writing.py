"""One writer at a time, and plain words for a disk that cannot be written to."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from finder.snapshot.errors import AnotherBuild, CannotWrite

_PATIENCE = 1.0
"""In seconds: how long to wait for another build before giving up."""


@contextmanager
def writing(instance: Path) -> Iterator[None]:
    """Keep every other process and thread from building or publishing meanwhile. May be nested.

    The lock is the operating system's: it ends with the process that holds it, however that ends.
    Raises AnotherBuild where somebody else holds it, and CannotWrite where the disk refuses.
    """
    try:
        instance.mkdir(parents=True, exist_ok=True)
        with FileLock(instance / "building.lock", timeout=_PATIENCE, is_singleton=True, fallback_to_soft=False):
            yield
    except Timeout:
        raise AnotherBuild(
            "Another build is running in the same folder. Wait until it has finished, then try again."
        ) from None
    except OSError as error:
        raise CannotWrite(_cannot_write(error.filename or instance, error.strerror or str(error))) from error
    except sqlite3.OperationalError as error:
        raise CannotWrite(_cannot_write(instance, str(error))) from error


def _cannot_write(where: object, why: str) -> str:
    return (
        f"Could not write to “{where}”: {why}. Nothing was published, and what was published before stays. "
        "Make room on the disk or give this user the right to write there, then try again."
    )
