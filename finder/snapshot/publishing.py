"""Says which snapshot is current: one swap of a small file, after which every worker opens it."""

import shutil
from datetime import date
from pathlib import Path

from finder.snapshot.building import Built, Progress, build_content
from finder.snapshot.digests import content_digest, made_by
from finder.snapshot.errors import DamagedSnapshot, NoSnapshot, NothingBefore
from finder.snapshot.folders import point_to, published_ids, snapshot_ids, snapshots_folder
from finder.snapshot.manifest import read_manifest, verify
from finder.snapshot.writing import writing

KEEP = 3
"""How many snapshots are kept: of those that were current, and of the newest."""


def publish_content(content: Path, instance: Path, *, today: date, progress: Progress = lambda _: None) -> Built:
    """Build from the content folder and publish what was built. Content with errors publishes nothing.

    Raises AnotherBuild, CannotWrite or FailedBuild; what was published before stays.
    """
    with writing(instance):
        built = build_content(content, instance, today=today, progress=progress)
        if built.id is not None:
            publish(instance, built.id)
        return built


def publish(instance: Path, snapshot_id: str) -> None:
    """Make a snapshot the current one, if it holds.

    Raises NoSnapshot, DamagedSnapshot, AnotherBuild or CannotWrite; what was published before stays.
    """
    with writing(instance):
        there = snapshot_ids(instance)
        if snapshot_id not in there:
            names = ", ".join(there) or "none at all"
            raise NoSnapshot(f"There is no snapshot “{snapshot_id}”. These are there: {names}.")
        verify(snapshots_folder(instance) / snapshot_id)
        before = [each for each in published_ids(instance) if each != snapshot_id]
        point_to(instance, [snapshot_id, *before][:KEEP])
        _delete_old(instance)


def rollback(instance: Path) -> str:
    """Make the snapshot current that was so before this one, and return its id.

    Raises NothingBefore, AnotherBuild or CannotWrite.
    """
    with writing(instance):
        before = published_ids(instance)[1:]
        while before and not _holds(instance, before[0]):
            before.pop(0)
        if not before:
            raise NothingBefore("There is no earlier snapshot to go back to. Nothing was changed.")
        point_to(instance, before)
        return before[0]


def needs_publishing(content: Path, instance: Path) -> bool:
    """Tell whether the content folder has changed since the current snapshot was built, or nothing is current.

    Content that is held back has not changed: starting the site again does not overrule a rollback.
    """
    current = published_ids(instance)[:1]
    if not current or not _holds(instance, current[0]):
        return True
    manifest = read_manifest(snapshots_folder(instance) / current[0])
    is_shown = manifest.content == content_digest(content) and manifest.made_by == made_by()
    return not is_shown and held_back(content, instance) is None


def held_back(content: Path, instance: Path) -> str | None:
    """Return the snapshot of just this content that is newer than the current one: built, or rolled back from."""
    digest = content_digest(content)
    current = published_ids(instance)[:1]
    later = [each for each in snapshot_ids(instance) if current and each > current[0] and _holds(instance, each)]
    return next((each for each in later if read_manifest(snapshots_folder(instance) / each).content == digest), None)


def _holds(instance: Path, snapshot_id: str) -> bool:
    try:
        verify(snapshots_folder(instance) / snapshot_id)
    except DamagedSnapshot:
        return False
    return True


def _delete_old(instance: Path) -> None:
    """Delete what is neither new nor was current lately. What somebody still reads on Windows goes next time."""
    there = snapshot_ids(instance)
    for each in set(there) - set(there[:KEEP]) - set(published_ids(instance)):
        shutil.rmtree(snapshots_folder(instance) / each, ignore_errors=True)
