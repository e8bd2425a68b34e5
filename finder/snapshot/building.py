"""Builds a snapshot: beside the others, tested, and named only once it is whole."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from finder.content.catalogue import Catalogue
from finder.content.reading import Reading, read_content
from finder.registry.shelf import Shelf, with_shelf
from finder.search.engines import too_many_trials
from finder.search.registry_documents import with_diagnoses
from finder.search.searching import build_index
from finder.search.vocabulary import Vocabulary
from finder.snapshot.digests import content_digest, made_by, searchable_digest
from finder.snapshot.errors import DamagedSnapshot
from finder.snapshot.folders import (
    building_folder,
    keep_on_disk,
    left_over_folders,
    move,
    snapshot_ids,
    snapshots_folder,
)
from finder.snapshot.manifest import MANIFEST, Manifest, current_shape, list_files, sealed
from finder.snapshot.opening import INDEX, Snapshot, open_snapshot
from finder.snapshot.registry import FILE_NAME as REGISTRY
from finder.snapshot.registry import StoredRegistry, write_registry
from finder.snapshot.self_test import check_snapshot
from finder.snapshot.storage import write_catalogue
from finder.snapshot.writing import writing

Progress = Callable[[str], None]

_TIME = "%Y%m%d-%H%M%S-%f"
"""How the name of a snapshot begins."""


@dataclass(frozen=True, kw_only=True)
class Built:
    """What came of building from the content folder."""

    reading: Reading
    id: str | None
    """None where the content has errors: then nothing was built."""


def build_content(content: Path, instance: Path, *, today: date, progress: Progress = lambda _: None) -> Built:
    """Read the content folder and, where it has no errors, build a snapshot of it without publishing it.

    What an earlier snapshot by the same code already holds is taken over from there.
    Raises AnotherBuild, CannotWrite or FailedBuild.
    """
    with writing(instance):
        previous = _latest_whole(instance)
        known = {entry.digest: entry for entry in previous.trials()} if previous else {}
        # Before the reading: a file edited meanwhile makes another digest, and so another build.
        digest = content_digest(content)
        reading = read_content(content, today=today, known=known, progress=progress)
        if reading.catalogue is None:
            return Built(reading=reading, id=None)
        shelf = Shelf(content, today=today)
        made = build(reading.catalogue, instance, content=digest, shelf=shelf, previous=previous, progress=progress)
        trials = len(reading.catalogue.trials) + sum(report.shelved for report in shelf.reports)
        warnings = too_many_trials(content, reading.catalogue.site.engine, trials)
        read = with_shelf(replace(reading, problems=(*reading.problems, *warnings)), shelf)
        return Built(reading=read, id=made)


def build(
    catalogue: Catalogue,
    instance: Path,
    *,
    content: str,
    shelf: Shelf | None = None,
    previous: Snapshot | None = None,
    progress: Progress = lambda _: None,
) -> str:
    """Build a snapshot of the catalogue and return its id. It is not published.

    `content` is the digest of the content folder that the catalogue was read from, and `shelf` holds the register's
    records beside it: read only where it, or what its trials are searched by, has changed.
    Raises AnotherBuild, CannotWrite or FailedBuild; nothing is left behind then.
    """
    with writing(instance), _workshop(instance) as workshop:
        built = _moment(instance)
        made = f"{built:{_TIME}}-{content[:8]}"
        folder = workshop / made
        folder.mkdir()
        searchable = searchable_digest(catalogue, shelf)
        progress("Storing the trials")
        write_catalogue(folder, catalogue)
        if previous and previous.manifest.searchable == searchable:
            _take_over(folder, previous)
        else:
            _make_searchable(folder, catalogue, shelf, progress)
        manifest = Manifest(
            id=made,
            built=built,
            shape=current_shape(),
            made_by=made_by(),
            content=content,
            searchable=searchable,
            files=list_files(folder),
        )
        _finish(folder, manifest)
        progress("Testing the new snapshot")
        check_snapshot(folder, catalogue)
        move(folder, snapshots_folder(instance) / made)
    return made


def _moment(instance: Path) -> datetime:
    """Return the time, after that of every snapshot there is: a clock that was put back must not mix their order."""
    now = datetime.now(UTC)
    newest = next(iter(snapshot_ids(instance)), "").rpartition("-")[0]
    try:
        return max(now, datetime.strptime(newest, _TIME).replace(tzinfo=UTC) + timedelta(microseconds=1))
    except (ValueError, OverflowError):
        return now


@contextmanager
def _workshop(instance: Path) -> Iterator[Path]:
    """Make a folder to build in, which is gone afterwards. What a killed build left goes first: we hold the lock."""
    for folder in left_over_folders(instance):
        shutil.rmtree(folder, ignore_errors=True)
    workshop = building_folder(instance)
    workshop.mkdir(parents=True, exist_ok=True)
    try:
        yield workshop
    finally:
        shutil.rmtree(workshop, ignore_errors=True)


def _take_over(folder: Path, previous: Snapshot) -> None:
    """Copy what search needs, and do not link it: damage to one snapshot must not reach the others."""
    shutil.copytree(previous.folder / INDEX, folder / INDEX)
    shutil.copyfile(previous.folder / REGISTRY, folder / REGISTRY)


def _make_searchable(folder: Path, catalogue: Catalogue, shelf: Shelf | None, progress: Progress) -> None:
    """Store the register's records, and index them with the trials."""
    if shelf and shelf.files():
        progress("Reading the register’s records")
    records = with_diagnoses(shelf.trials(), Vocabulary(catalogue, "en")) if shelf else ()
    summarised = {number.upper() for entry in catalogue.trials for number in entry.trial.identifiers.values()}
    write_registry(folder, records, summarised=summarised)
    progress("Building the search index")
    with closing(StoredRegistry(folder)) as registry:
        build_index(folder / INDEX, catalogue, registry.trials)


def _finish(folder: Path, manifest: Manifest) -> None:
    """Write the manifest last, once everything that it lists is safely on the disk."""
    for name in manifest.files:
        keep_on_disk(folder / name)
    (folder / MANIFEST).write_bytes(sealed(manifest))
    keep_on_disk(folder / MANIFEST)
    for part in (path for path in [*folder.rglob("*"), folder] if path.is_dir()):
        keep_on_disk(part)


def _latest_whole(instance: Path) -> Snapshot | None:
    """Return the newest snapshot by this same code, or None. One that does not hold is passed over."""
    for each in snapshot_ids(instance):
        try:
            snapshot = open_snapshot(snapshots_folder(instance) / each)
        except DamagedSnapshot:
            continue
        return snapshot if snapshot.manifest.made_by == made_by() else None
    return None
