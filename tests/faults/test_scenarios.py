"""The faults of the table, once or twice each. FINDER_FAULTS=yes tries them all; `python -m tests.faults`, often."""

import os
import random

import pytest

from tests.faults.scenarios import SCENARIOS, Site, publishers_killed, publishes, workers_killed

EVERY_DAY = {workers_killed: 1, publishes: 2, publishers_killed: 2}
TIMES = dict.fromkeys(SCENARIOS, 2) | EVERY_DAY if os.environ.get("FINDER_FAULTS") else EVERY_DAY
# A worker that is killed takes with it what it was about to answer.
MAY_FAIL = dict.fromkeys(("workers_killed", "one_worker_killed_again_and_again", "anything_killed"), 0.5)


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no signals between processes")
@pytest.mark.parametrize("scenario", TIMES, ids=lambda scenario: scenario.__name__)
def test_visitors_get_right_answers_or_none(tmp_path, scenario):
    site = Site(tmp_path)
    try:
        found = scenario(site, TIMES[scenario], random.Random(20261120))
    finally:
        site.end()
    assert found.wrong == 0
    assert found.failed <= found.sent * MAY_FAIL.get(scenario.__name__, 0)
