import threading

import pytest

from finder.snapshot import NoSnapshot, Snapshots
from finder.snapshot.publishing import rollback
from tests.snapshot.conftest import title_in


class Clock:
    """A clock that only the test moves."""

    now = 1000.0

    def __call__(self):
        return self.now


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def snapshots(instance, clock):
    return Snapshots(instance, clock=clock)


def test_before_anything_is_published_there_is_nothing(snapshots, instance):
    with pytest.raises(NoSnapshot) as nothing:
        snapshots.current()
    assert str(nothing.value) == f"There is nothing to serve yet in “{instance}”. Run: finder publish"


def test_what_is_published_after_that_is_served_at_once(snapshots, publish):
    with pytest.raises(NoSnapshot):
        snapshots.current()
    publish("One")
    assert title_in(snapshots.current()) == "One"


def test_a_new_snapshot_is_noticed_within_a_second(snapshots, publish, clock):
    publish("One")
    snapshots.current()
    publish("Two")
    clock.now += 0.9
    assert title_in(snapshots.current()) == "One"
    clock.now += 0.2
    assert title_in(snapshots.current()) == "Two"


def test_a_rollback_is_noticed_too(snapshots, instance, publish, clock):
    publish("One")
    publish("Two")
    snapshots.current()
    rollback(instance)
    clock.now += 1.1
    assert title_in(snapshots.current()) == "One"


def test_a_new_snapshot_that_does_not_hold_leaves_the_old_one_serving(snapshots, publish, clock, folder, caplog):
    publish("One")
    snapshots.current()
    damaged = publish("Two")
    (folder(damaged) / "manifest.json").unlink()
    clock.now += 1.1
    assert title_in(snapshots.current()) == "One"
    assert snapshots.problem == f"The snapshot “{damaged}” has no manifest."
    assert caplog.messages == [f"The snapshot “{damaged}” has no manifest. The last good snapshot is served."]
    publish("Three")
    clock.now += 3.1
    assert title_in(snapshots.current()) == "Three"
    assert snapshots.problem == ""


@pytest.mark.parametrize("pointer", [None, b"", b"\xff\xfe", b"20260101-no-such-snapshot\n", b"../../etc\n"])
def test_without_a_readable_pointer_the_newest_whole_snapshot_is_served(instance, publish, pointer):
    publish("One")
    publish("Two")
    (instance / "current").unlink() if pointer is None else (instance / "current").write_bytes(pointer)
    snapshots = Snapshots(instance)
    assert title_in(snapshots.current()) == "Two"


def test_a_pointer_that_is_lost_while_serving_changes_nothing(snapshots, instance, publish, clock):
    publish("One")
    snapshots.current()
    (instance / "current").unlink()
    clock.now += 1.1
    assert title_in(snapshots.current()) == "One"
    assert snapshots.problem == "The file “current” does not name a snapshot."


def test_a_held_back_build_is_not_served_while_a_published_one_holds(instance, publish):
    publish("One")
    publish("Two")
    publish("Three")
    rollback(instance)
    (instance / "snapshots" / (instance / "current").read_text().split()[0] / "manifest.json").unlink()
    assert title_in(Snapshots(instance).current()) == "One"


def test_threads_share_one_snapshot(snapshots, publish):
    publish("One")
    titles = []

    def read():
        titles.extend(title_in(snapshots.current()) for _ in range(50))

    threads = [threading.Thread(target=read) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert titles == ["One"] * 400
