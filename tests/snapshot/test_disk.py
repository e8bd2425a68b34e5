"""A disk that is full or cannot be written to: a plain word, and the old site goes on."""

import os
import subprocess
import sys

import pytest

from finder.snapshot import Snapshots
from finder.snapshot.errors import CannotWrite
from finder.snapshot.folders import left_over_folders, snapshot_ids
from finder.snapshot.publishing import publish_content
from tests.content.writing import words, write_trial
from tests.snapshot.conftest import TODAY, title_in

is_root = sys.platform == "linux" and os.geteuid() == 0
# Whoosh does not close its files where writing them fails.
pytestmark = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
only_root = pytest.mark.skipif(not is_root, reason="only root may mount a small disk")


def mount(folder, *options):
    folder.mkdir(exist_ok=True)
    done = subprocess.run(["mount", "-t", "tmpfs", *options, "tmpfs", str(folder)], capture_output=True)
    if done.returncode:
        pytest.skip("this machine lets nobody mount a small disk")


@pytest.fixture
def instance(tmp_path):
    """An instance folder on a disk of its own, with room for two snapshots or so."""
    folder = tmp_path / "instance"
    mount(folder, "-o", "size=400k")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@only_root
def test_a_full_disk_publishes_nothing_and_the_old_site_goes_on(content, instance, publish):
    publish("The first title")
    serving = Snapshots(instance)
    serving.current()
    (instance / "filling").write_bytes(b"x" * (free(instance) - 20_000))
    write_trial(content, "sunrise", words=words(title="The second title"))
    with pytest.raises(CannotWrite) as refused:
        publish_content(content, instance, today=TODAY)
    assert "Nothing was published, and what was published before stays." in str(refused.value)
    assert len(snapshot_ids(instance)) == 1
    assert left_over_folders(instance) == []
    assert title_in(serving.current()) == title_in(Snapshots(instance).current()) == "The first title"
    (instance / "filling").unlink()
    publish("The third title")
    assert title_in(Snapshots(instance).current()) == "The third title"


@only_root
def test_every_amount_of_room_that_is_too_little_ends_in_the_same_plain_way(content, instance, publish):
    publish("The first title")
    for room in range(0, 120_000, 12_000):
        (instance / "filling").write_bytes(b"x" * max(0, free(instance) - room))
        write_trial(content, "sunrise", words=words(title=f"A title with {room} bytes"))
        try:
            publish_content(content, instance, today=TODAY)
        except CannotWrite:
            assert left_over_folders(instance) == []
        title_in(Snapshots(instance).current())
        (instance / "filling").unlink()


@only_root
def test_a_read_only_disk_publishes_nothing_and_the_old_site_goes_on(content, instance, publish):
    publish("The first title")
    subprocess.run(["mount", "-o", "remount,ro", str(instance)], check=True)
    with pytest.raises(CannotWrite) as refused:
        publish_content(content, instance, today=TODAY)
    assert "Read-only file system" in str(refused.value)
    assert title_in(Snapshots(instance).current()) == "The first title"


def free(folder):
    room = os.statvfs(folder)
    return room.f_bavail * room.f_frsize
