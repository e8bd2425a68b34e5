"""Many trials, read on all processors at the same time: what comes of it is what comes of reading them in turn."""

import os
import sys

import pytest

from finder.content import side_by_side
from finder.content.reading import read_content
from tests.content.writing import TODAY, facts, words, write_trial

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Elsewhere trials are read one after another.")


@pytest.fixture
def many(content):
    """A folder with eight more trials, two of them with something to put right."""
    for number in range(8):
        identifiers = f"{{protocol: P{number}}}"
        write_trial(content, f"trial-{number}", facts=facts(acronym=f"Trial {number}", identifiers=identifiers))
    write_trial(content, "trial-3", facts=facts(acronym="Trial 3", phase="7"))
    write_trial(content, "trial-5", words=words(visits=None))
    return content


@pytest.fixture
def divided(monkeypatch):
    """Let eight trials be many, wherever the tests run."""
    monkeypatch.setattr(side_by_side, "MANY", 8)
    monkeypatch.setattr(side_by_side, "_can_divide", lambda: True)


def test_the_trials_and_the_problems_are_the_same(many, divided, monkeypatch):
    together = read_content(many, today=TODAY)
    monkeypatch.setattr(side_by_side, "MANY", 1_000)
    assert together == read_content(many, today=TODAY)
    assert {problem.path.parent.name for problem in together.problems} >= {"trial-3", "trial-5"}


def test_a_process_that_is_ended_from_outside_loses_nothing(many, divided, monkeypatch):
    here = os.getpid()
    read = side_by_side._read

    def end_at_the_fourth(folder, **against):
        if folder.slug == "trial-4" and os.getpid() != here:
            os._exit(9)
        return read(folder, **against)

    in_turn = read_content(many, today=TODAY).problems
    monkeypatch.setattr(side_by_side, "_read", end_at_the_fourth)
    assert read_content(many, today=TODAY).problems == in_turn


def test_a_site_that_is_running_is_not_doubled(monkeypatch):
    monkeypatch.setattr(side_by_side.os, "cpu_count", lambda: 2)
    monkeypatch.setattr(side_by_side.threading, "active_count", lambda: 1)
    assert side_by_side._can_divide()
    monkeypatch.setattr(side_by_side.threading, "active_count", lambda: 2)
    assert not side_by_side._can_divide()
