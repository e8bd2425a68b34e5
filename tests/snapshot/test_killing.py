"""Killing the builder at any moment leaves a whole site serving."""

import multiprocessing
import os
import random
import time
from itertools import count

import pytest

from finder.snapshot import Snapshots
from finder.snapshot.folders import left_over_folders
from finder.snapshot.publishing import publish_content
from tests.content.writing import facts, words, write_trial
from tests.snapshot.conftest import TODAY

KILLS = int(os.environ.get("FINDER_TEST_KILLS", "12"))
SLUGS = ("moonlight", "sunrise")


def write_round(content, number):
    for place, slug in enumerate(SLUGS):
        ids = f"{{nct: NCT0000000{place}}}"
        write_trial(content, slug, facts=facts(acronym=slug, identifiers=ids), words=words(title=f"Round {number}"))


def publish_for_ever(content, instance, first_round):
    for number in count(first_round):
        write_round(content, number)
        publish_content(content, instance, today=TODAY)


@pytest.mark.skipif(os.name == "nt", reason="the builder is started as a fork, which Windows does not have")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork:DeprecationWarning")
def test_a_builder_killed_at_any_moment_leaves_one_whole_snapshot_serving(content, instance):
    write_round(content, 0)
    publish_content(content, instance, today=TODAY)
    serving = Snapshots(instance)
    random_moment = random.Random(20261120)
    for kill in range(KILLS):
        builder = multiprocessing.get_context("fork").Process(
            target=publish_for_ever, args=(content, instance, 100 * kill + 1)
        )
        builder.start()
        time.sleep(random_moment.uniform(0.005, 0.25))
        builder.kill()
        builder.join()
        assert titles(serving.current()) == titles_of_one_round(serving.current())
        assert titles(Snapshots(instance).current()) == titles_of_one_round(Snapshots(instance).current())
    write_round(content, "last")
    publish_content(content, instance, today=TODAY)
    assert titles(Snapshots(instance).current()) == ["Round last"] * 2
    assert left_over_folders(instance) == []


def titles(snapshot):
    return [entry.words["en"].title for entry in snapshot.trials()]


def titles_of_one_round(snapshot):
    return titles(snapshot)[:1] * len(SLUGS)
