"""Recruitment status: the registry's word, the date it was checked, and what may still be said of it today."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


class Status(StrEnum):
    """The recruitment statuses of ClinicalTrials.gov."""

    RECRUITING = "recruiting"
    NOT_YET_RECRUITING = "not-yet-recruiting"
    ENROLLING_BY_INVITATION = "enrolling-by-invitation"
    ACTIVE_NOT_RECRUITING = "active-not-recruiting"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"
    UNKNOWN = "unknown"

    @property
    def is_final(self) -> bool:
        """Tell whether a trial with this status does not open again, so that its label does not go stale."""
        return self in (Status.ACTIVE_NOT_RECRUITING, Status.TERMINATED, Status.WITHDRAWN, Status.COMPLETED)


class Openness(IntEnum):
    """The order in which trials are listed: confirmed open, open when last checked, the rest."""

    CONFIRMED_OPEN = 0
    WAS_OPEN = 1
    OTHER = 2


@dataclass(frozen=True, kw_only=True)
class Recruitment:
    """What a source says of a trial's recruitment, and when it said so."""

    status: Status
    source: str
    checked: date | None = None
    """The day the source says the status was right. None where nobody knows: then it is one we could not confirm."""
    starts: str | None = None
    """As the source gives it: `2022`, `2022-12` or `2022-12-15`."""
    ends: str | None = None


@dataclass(frozen=True, kw_only=True)
class ShownStatus:
    """What may be said of a status today. The same for the list, the page, the sheet and the JSON interface."""

    status: Status
    """The status to show: `unknown` where no date is known."""
    checked: date | None
    is_stale: bool
    """True where a status that could change was confirmed too long ago: it is said in the past tense."""

    @property
    def openness(self) -> Openness:
        """Return the place of this status in lists."""
        if self.status is not Status.RECRUITING:
            return Openness.OTHER
        return Openness.WAS_OPEN if self.is_stale else Openness.CONFIRMED_OPEN


def shown_status(recruitment: Recruitment, *, today: date, fresh_days: int) -> ShownStatus:
    """Return what may be said today: a status that could change goes stale after `fresh_days` days."""
    if recruitment.checked is None:
        return ShownStatus(status=Status.UNKNOWN, checked=None, is_stale=False)
    can_change = not recruitment.status.is_final and recruitment.status is not Status.UNKNOWN
    is_stale = can_change and (today - recruitment.checked).days > fresh_days
    return ShownStatus(status=recruitment.status, checked=recruitment.checked, is_stale=is_stale)
