"""Whatever happens to the files of a snapshot, it is refused, and the site goes on with one that holds."""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from finder.snapshot import DamagedSnapshot, NoSnapshot, Snapshots, open_snapshot
from finder.snapshot.folders import snapshot_ids
from finder.snapshot.manifest import read_manifest, sealed
from finder.snapshot.publishing import publish_content
from tests.content.writing import words, write_content
from tests.snapshot.conftest import TODAY, title_in

FILES = ["manifest.json", "catalogue.sqlite", "index/en/*.toc", "index/en/*.seg", "index/nl/*.seg"]


def delete(path):
    path.unlink()


def empty(path):
    path.write_bytes(b"")


def halve(path):
    written = path.read_bytes()
    path.write_bytes(written[: len(written) // 2])


def flip_bits(path):
    """Flip one bit at each of 100 places in turn: the caller looks after every one."""
    written = path.read_bytes()
    for place in range(0, len(written), max(1, len(written) // 100)):
        path.write_bytes(written[:place] + bytes([written[place] ^ 4]) + written[place + 1 :])
        yield
    path.write_bytes(written)


@pytest.fixture(scope="module")
def published_twice(tmp_path_factory):
    """An instance folder with an earlier and a later snapshot. Every test damages its own copy of it."""
    folder = tmp_path_factory.mktemp("published")
    for each in ("The earlier title", "The later title"):
        publish_content(write_content(folder, {"trials/sunrise/en.md": words(title=each)}), folder / "it", today=TODAY)
    return folder / "it"


@pytest.fixture
def instance(published_twice, tmp_path):
    return Path(shutil.copytree(published_twice, tmp_path / "instance"))


@pytest.fixture
def damaged(instance, folder):
    """Return the file of the current snapshot that a pattern names."""

    def damaged(pattern):
        (path,) = folder(snapshot_ids(instance)[0]).glob(pattern)
        return path

    return damaged


@pytest.mark.parametrize("pattern", FILES)
@pytest.mark.parametrize("damage", [delete, empty, halve])
def test_a_damaged_snapshot_is_refused_and_the_one_before_is_served(damaged, pattern, damage, title):
    assert title() == "The later title"
    damage(damaged(pattern))
    assert title() == "The earlier title"


def test_publishing_again_mends_it(damaged, publish, title):
    empty(damaged("catalogue.sqlite"))
    publish("The mended title")
    assert title() == "The mended title"


@pytest.mark.parametrize("pattern", FILES)
def test_every_flipped_bit_is_noticed(damaged, pattern, folder):
    path = damaged(pattern)
    snapshot = next(each for each in path.parents if each.parent.name == "snapshots")
    for _ in flip_bits(path):
        with pytest.raises(DamagedSnapshot):
            open_snapshot(snapshot)
    open_snapshot(snapshot)


@pytest.mark.parametrize(
    ("pattern", "damage", "message"),
    [
        ("manifest.json", delete, "The snapshot “{id}” has no manifest."),
        ("manifest.json", halve, "The manifest of the snapshot “{id}” cannot be read."),
        ("catalogue.sqlite", delete, "In the snapshot “{id}” the file “catalogue.sqlite” is missing."),
        (
            "catalogue.sqlite",
            halve,
            "In the snapshot “{id}” the file “catalogue.sqlite” was changed after it was built.",
        ),
    ],
)
def test_the_message_names_the_file(damaged, pattern, damage, message):
    path = damaged(pattern)
    damage(path)
    with pytest.raises(DamagedSnapshot) as refused:
        open_snapshot(path.parent)
    assert str(refused.value) == message.format(id=path.parent.name)


def test_a_manifest_edited_by_hand_is_refused(damaged):
    path = damaged("manifest.json")
    path.write_bytes(path.read_bytes().replace(b'"size": ', b'"size": 1', 1))
    with pytest.raises(DamagedSnapshot) as refused:
        open_snapshot(path.parent)
    assert str(refused.value) == f"The manifest of the snapshot “{path.parent.name}” was changed after it was built."


def test_a_file_too_many_is_refused(damaged):
    folder = damaged("manifest.json").parent
    (folder / "index" / "extra").write_bytes(b"")
    with pytest.raises(DamagedSnapshot) as refused:
        open_snapshot(folder)
    assert str(refused.value) == f"In the snapshot “{folder.name}” the file “index/extra” does not belong there."


def test_a_renamed_snapshot_is_refused(damaged):
    folder = damaged("manifest.json").parent
    with pytest.raises(DamagedSnapshot):
        open_snapshot(folder.rename(folder.with_name("20991231-000000-000000-ffffffff")))


def test_a_snapshot_of_another_version_is_refused(damaged):
    path = damaged("manifest.json")
    folder = path.parent
    path.write_bytes(sealed(replace(read_manifest(folder), shape="another")))
    with pytest.raises(DamagedSnapshot) as refused:
        open_snapshot(folder)
    assert str(refused.value) == f"The snapshot “{folder.name}” was built by another version of Trial Finder."


def test_when_none_holds_there_is_nothing_to_serve(damaged, instance):
    snapshots = damaged("manifest.json").parent.parent
    for manifest in snapshots.glob("*/manifest.json"):
        manifest.unlink()
    with pytest.raises(NoSnapshot) as nothing:
        Snapshots(instance).current()
    assert str(nothing.value) == f"There is nothing to serve yet in “{instance}”. Run: finder publish"


@pytest.mark.skipif(os.name == "nt", reason="Windows does not delete a file that somebody reads")
def test_a_snapshot_that_is_open_outlives_the_deletion_of_its_files(damaged, instance):
    snapshot = Snapshots(instance).current()
    damaged("catalogue.sqlite").unlink()
    assert title_in(snapshot) == "The later title"
