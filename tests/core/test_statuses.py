from datetime import date, timedelta

import pytest

from finder.core.statuses import Openness, Recruitment, ShownStatus, Status, shown_status

TODAY = date(2026, 11, 20)


def shown(status, days_ago):
    checked = None if days_ago is None else TODAY - timedelta(days=days_ago)
    recruitment = Recruitment(status=status, source="a register", checked=checked)
    return shown_status(recruitment, today=TODAY, fresh_days=90)


@pytest.mark.parametrize(
    ("days_ago", "is_stale", "openness"),
    [
        (0, False, Openness.CONFIRMED_OPEN),
        (90, False, Openness.CONFIRMED_OPEN),
        (91, True, Openness.WAS_OPEN),
        (900, True, Openness.WAS_OPEN),
    ],
)
def test_an_open_status_goes_stale_after_90_days(days_ago, is_stale, openness):
    assert shown(Status.RECRUITING, days_ago).is_stale is is_stale
    assert shown(Status.RECRUITING, days_ago).openness is openness


@pytest.mark.parametrize("status", [Status.NOT_YET_RECRUITING, Status.ENROLLING_BY_INVITATION, Status.SUSPENDED])
def test_other_statuses_that_can_change_go_stale_likewise(status):
    assert not shown(status, 90).is_stale
    assert shown(status, 91).is_stale


@pytest.mark.parametrize(
    "status", [Status.ACTIVE_NOT_RECRUITING, Status.COMPLETED, Status.TERMINATED, Status.WITHDRAWN, Status.UNKNOWN]
)
def test_what_does_not_reopen_keeps_its_label(status):
    assert not shown(status, 5000).is_stale
    assert shown(status, 5000).openness is Openness.OTHER


@pytest.mark.parametrize("status", list(Status))
def test_a_status_whose_date_nobody_knows_is_one_we_could_not_confirm(status):
    assert shown(status, None) == ShownStatus(status=Status.UNKNOWN, checked=None, is_stale=False)
