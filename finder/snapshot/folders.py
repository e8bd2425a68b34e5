"""Where snapshots lie below the instance folder, and the pointer that says which one is current."""

import os
import time
from pathlib import Path

_POINTER = "current"
_BUILDING = ".building-"
_ATTEMPTS = 20
_PAUSE = 0.05
"""In seconds."""


def snapshots_folder(instance: Path) -> Path:
    """Return the folder that holds the snapshots, one folder each."""
    return instance / "snapshots"


def building_folder(instance: Path) -> Path:
    """Return the folder that this process builds in, before it gets its name."""
    return snapshots_folder(instance) / f"{_BUILDING}{os.getpid()}"


def left_over_folders(instance: Path) -> list[Path]:
    """Return the folders of builds that were never finished."""
    return sorted(snapshots_folder(instance).glob(f"{_BUILDING}*"))


def snapshot_ids(instance: Path) -> list[str]:
    """Return the ids of all finished snapshots, the newest first. Their names begin with their time."""
    folders = snapshots_folder(instance).glob("[!.]*")
    return sorted((folder.name for folder in folders if folder.is_dir()), reverse=True)


def published_ids(instance: Path) -> list[str]:
    """Return what the pointer says: the current id, then those that were current before. Empty where unreadable."""
    try:
        return (instance / _POINTER).read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError):
        return []


def point_to(instance: Path, ids: list[str]) -> None:
    """Replace the pointer in one step: whoever reads it meets the old one or the new one, never a half."""
    fresh = instance / f"{_POINTER}-{os.getpid()}.new"
    with fresh.open("w", encoding="ascii", newline="\n") as file:
        file.write("".join(f"{each}\n" for each in ids))
        file.flush()
        os.fsync(file.fileno())
    move(fresh, instance / _POINTER)


def move(source: Path, target: Path) -> None:
    """Put a file or folder in its place in one step, for good.

    On Windows that fails while somebody, often a virus scanner, looks into it: then it is tried again for a second.
    """
    for attempt in range(_ATTEMPTS):
        try:
            os.replace(source, target)
            break
        except PermissionError:
            if os.name != "nt" or attempt == _ATTEMPTS - 1:
                raise
            time.sleep(_PAUSE)
    keep_on_disk(target.parent)


def keep_on_disk(path: Path) -> None:
    """Make sure that a file, or the names in a folder, outlive a power cut. Windows does so for folders by itself."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
