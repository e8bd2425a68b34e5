"""The faults of the table, each a few times. The long form is `python -m tests.faults`."""

import os
import random

import pytest

from tests.faults.scenarios import SCENARIOS, Site

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no signals between processes")
MOST_FAILED = {"workers_killed", "one_worker_killed_again_and_again", "files_damaged"}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.__name__)
def test_visitors_get_right_answers_or_none(tmp_path, scenario):
    site = Site(tmp_path)
    try:
        found = scenario(site, SCENARIOS[scenario][0], random.Random(20261120))
    finally:
        site.end()
    assert found.wrong == 0
    assert found.failed <= (found.sent * 0.05 if scenario.__name__ in MOST_FAILED else 0)
