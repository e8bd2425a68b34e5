import subprocess
import sys
import time

import pytest

from finder.snapshot import NoSnapshot, Snapshots
from finder.snapshot.building import build_content
from finder.snapshot.errors import AnotherBuild, DamagedSnapshot, NothingBefore
from finder.snapshot.folders import published_ids, snapshot_ids
from finder.snapshot.publishing import needs_publishing, publish_content, rollback
from finder.snapshot.publishing import publish as publish_snapshot
from tests.content.writing import words, write_trial
from tests.snapshot.conftest import TODAY


def test_the_pointer_names_the_current_snapshot_first(instance, publish):
    first, second = publish("One"), publish("Two")
    assert (instance / "current").read_text() == f"{second}\n{first}\n"


def test_the_last_three_snapshots_are_kept(instance, publish):
    made = [publish(f"Title {number}") for number in range(5)]
    assert snapshot_ids(instance) == made[:1:-1]


def test_what_was_current_lately_is_kept_beside_newer_builds(content, instance, publish, title):
    published = publish("Published")
    for number in range(4):
        write_trial(content, "sunrise", words=words(title=f"Built {number}"))
        build_content(content, instance, today=TODAY)
    publish_snapshot(instance, published)
    assert published in snapshot_ids(instance)
    assert title() == "Published"


def test_a_snapshot_that_was_built_can_be_published(content, instance, publish, title):
    publish("One")
    write_trial(content, "sunrise", words=words(title="Two"))
    built = build_content(content, instance, today=TODAY)
    publish_snapshot(instance, built.id)
    assert title() == "Two"


def test_publishing_what_is_not_there_says_what_is(instance, publish):
    there = publish()
    with pytest.raises(NoSnapshot) as missing:
        publish_snapshot(instance, "../elsewhere")
    assert str(missing.value) == f"There is no snapshot “../elsewhere”. These are there: {there}."


def test_a_damaged_snapshot_is_not_published(instance, publish, folder, title):
    first, _ = publish("One"), publish("Two")
    (folder(first) / "catalogue.sqlite").unlink()
    with pytest.raises(DamagedSnapshot) as damaged:
        publish_snapshot(instance, first)
    assert str(damaged.value) == f"In the snapshot “{first}” the file “catalogue.sqlite” is missing."
    assert title() == "Two"


def test_a_rollback_points_to_the_one_before(instance, publish, title):
    first, _ = publish("One"), publish("Two")
    assert rollback(instance) == first
    assert title() == "One"


def test_rollbacks_can_be_repeated_as_long_as_there_is_one_before(instance, publish, title):
    for number in ("One", "Two", "Three"):
        publish(number)
    rollback(instance)
    rollback(instance)
    assert title() == "One"
    with pytest.raises(NothingBefore) as nothing:
        rollback(instance)
    assert str(nothing.value) == "There is no earlier snapshot to go back to. Nothing was changed."
    assert title() == "One"


def test_a_rollback_passes_over_a_damaged_snapshot(instance, publish, folder, title):
    _, second, _ = publish("One"), publish("Two"), publish("Three")
    (folder(second) / "manifest.json").write_bytes(b"{}")
    rollback(instance)
    assert title() == "One"


def test_publishing_after_a_rollback_goes_forward_again(instance, publish, title):
    publish("One")
    publish("Two")
    rollback(instance)
    publish("Three")
    assert title() == "Three"
    rollback(instance)
    assert title() == "One"


def test_content_needs_publishing_only_when_it_has_changed(content, instance, publish):
    assert needs_publishing(content, instance)
    publish("One")
    assert not needs_publishing(content, instance)
    write_trial(content, "sunrise", words=words(title="Two"))
    assert needs_publishing(content, instance)


def test_starting_again_does_not_overrule_a_rollback(content, instance, publish):
    publish("One")
    publish("Two")
    rollback(instance)
    assert not needs_publishing(content, instance)
    write_trial(content, "sunrise", words=words(title="Three"))
    assert needs_publishing(content, instance)


def test_a_damaged_current_snapshot_needs_publishing_again(content, instance, publish, folder):
    (folder(publish()) / "catalogue.sqlite").write_bytes(b"")
    assert needs_publishing(content, instance)


HOLD_THE_LOCK = """
import sys, time
from pathlib import Path
from finder.snapshot.writing import writing
with writing(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_build_says_at_once_that_another_is_running(content, instance, publish, title):
    publish("One")
    with subprocess.Popen([sys.executable, "-c", HOLD_THE_LOCK, instance], stdout=subprocess.PIPE) as other:
        other.stdout.readline()
        began = time.monotonic()
        with pytest.raises(AnotherBuild) as refused:
            publish_content(content, instance, today=TODAY)
        assert time.monotonic() - began < 5
        other.kill()
    assert str(refused.value) == (
        "Another build is running in the same folder. Wait until it has finished, then try again."
    )
    assert title() == "One"
    assert publish("Two"), "the lock ended with the process that held it"
    assert Snapshots(instance).current().id == published_ids(instance)[0]
