"""A clock that jumps must not mix the order of snapshots, lose answers or lock anybody out."""

from datetime import UTC, datetime, timedelta

import pytest

from finder.snapshot import Snapshots, building
from finder.snapshot.folders import published_ids, snapshot_ids
from finder.snapshot.publishing import needs_publishing, publish_content, rollback
from tests.content.writing import words, write_content, write_trial
from tests.faults.scenarios import FIRST

JUMPS = [timedelta(days=-3650), timedelta(hours=-1), timedelta(0), timedelta(hours=1), timedelta(days=3650)]


@pytest.fixture
def publish_at(tmp_path, monkeypatch):
    """Publish a title while the clock is off by a span, and return what a process starting now serves."""
    content, instance = write_content(tmp_path), tmp_path / "instance"

    def publish_at(title, jump):
        class Clock(datetime):
            @classmethod
            def now(cls, tz=None):
                return datetime.now(tz) + jump

            strptime = staticmethod(datetime.strptime)

        monkeypatch.setattr(building, "datetime", Clock)
        write_trial(content, words=words(title=title))
        assert needs_publishing(content, instance)
        publish_content(content, instance, today=datetime.now(UTC).date())
        return Snapshots(instance).current().trial("sunrise").words["en"].title

    publish_at.instance, publish_at.content = instance, content
    return publish_at


@pytest.mark.parametrize("jump", JUMPS)
def test_what_is_published_after_the_clock_jumped_is_what_is_served(publish_at, jump):
    publish_at("Before", timedelta(0))
    assert publish_at("After", jump) == "After"
    assert published_ids(publish_at.instance) == snapshot_ids(publish_at.instance)


@pytest.mark.parametrize("jump", JUMPS)
def test_an_edit_that_is_taken_back_is_published_though_the_clock_was_wrong(publish_at, jump):
    publish_at(FIRST, jump)
    publish_at("Another title", timedelta(0))
    assert publish_at(FIRST, timedelta(0)) == FIRST


def test_a_rollback_still_goes_to_the_one_before(publish_at):
    publish_at("One", timedelta(days=30))
    publish_at("Two", timedelta(0))
    rollback(publish_at.instance)
    assert Snapshots(publish_at.instance).current().trial("sunrise").words["en"].title == "One"
