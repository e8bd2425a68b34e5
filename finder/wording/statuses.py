"""What may be said of a recruitment status today, to families and to professionals."""

from finder.core.statuses import ShownStatus, Status
from finder.wording.dates import date_in_words
from finder.wording.messages import gettext


def family_label(shown: ShownStatus) -> str:
    """Return the short label families see. A status that went stale is said in the past, with its date."""
    return _stale_label(shown) if shown.is_stale else plain_label(shown.status)


def plain_label(status: Status) -> str:
    """Return the label of a status as if it had been checked today."""
    match status:
        case Status.RECRUITING:
            return gettext("Open: taking new patients")
        case Status.NOT_YET_RECRUITING:
            return gettext("Not open yet")
        case Status.ENROLLING_BY_INVITATION:
            return gettext("By invitation only")
        case Status.ACTIVE_NOT_RECRUITING:
            return gettext("Closed to new patients, still running")
        case Status.SUSPENDED:
            return gettext("Paused")
        case Status.TERMINATED:
            return gettext("Stopped early")
        case Status.WITHDRAWN:
            return gettext("Never started")
        case Status.COMPLETED:
            return gettext("Finished")
        case Status.UNKNOWN:
            return gettext("We could not confirm this")


def _stale_label(shown: ShownStatus) -> str:
    assert shown.checked is not None  # noqa: S101  only a dated status goes stale
    date = date_in_words(shown.checked)
    match shown.status:
        case Status.NOT_YET_RECRUITING:
            return gettext("Was not open yet on %(date)s, not confirmed since", date=date)
        case Status.ENROLLING_BY_INVITATION:
            return gettext("Was by invitation only on %(date)s, not confirmed since", date=date)
        case Status.SUSPENDED:
            return gettext("Was paused on %(date)s, not confirmed since", date=date)
        case _:
            return gettext("Was open on %(date)s, not confirmed since", date=date)


def dated(shown: ShownStatus) -> str:
    """Return the sentence that dates the status beside its label. Empty where the label itself names the day."""
    if shown.is_stale:
        return ""
    if shown.checked is None:
        return gettext("No source gives a date that we can rely on.")
    date = date_in_words(shown.checked)
    if shown.status is Status.UNKNOWN:
        return gettext("We last looked on %(date)s.", date=date)
    return gettext("Last confirmed on %(date)s.", date=date)


def advice(shown: ShownStatus) -> str:
    """Return what the status means for a family now."""
    if shown.is_stale:
        return gettext("Ask your child’s team what has changed since, before you build hopes on it.")
    match shown.status:
        case Status.RECRUITING:
            return gettext("Not every hospital may be open. Ask your child’s team which ones are.")
        case Status.NOT_YET_RECRUITING:
            return gettext("Nobody can join yet. Ask your child’s team when it may open.")
        case Status.ENROLLING_BY_INVITATION:
            return gettext("Only families whom the study team invites can join.")
        case Status.ACTIVE_NOT_RECRUITING:
            return gettext("Nobody new can join. Families who already take part carry on as planned.")
        case Status.SUSPENDED:
            return gettext("Nobody can join for now. Ask your child’s team if it may start again.")
        case Status.TERMINATED:
            return gettext("It ended sooner than planned. Nobody can join.")
        case Status.WITHDRAWN:
            return gettext("Nobody took part in it, and nobody can join.")
        case Status.COMPLETED:
            return gettext("It has ended. Nobody can join, but what it found may help to choose treatment now.")
        case Status.UNKNOWN:
            return gettext("Sources differ or give no date. Ask your child’s team if it is open.")


def registry_words(status: Status) -> str:
    """Return the registry's own words for a status, as professionals know them."""
    match status:
        case Status.RECRUITING:
            return gettext("Recruiting")
        case Status.NOT_YET_RECRUITING:
            return gettext("Not yet recruiting")
        case Status.ENROLLING_BY_INVITATION:
            return gettext("Enrolling by invitation")
        case Status.ACTIVE_NOT_RECRUITING:
            return gettext("Active, not recruiting")
        case Status.SUSPENDED:
            return gettext("Suspended")
        case Status.TERMINATED:
            return gettext("Terminated")
        case Status.WITHDRAWN:
            return gettext("Withdrawn")
        case Status.COMPLETED:
            return gettext("Completed")
        case Status.UNKNOWN:
            return gettext("Status not confirmed")


def professional_label(shown: ShownStatus) -> str:
    """Return the label professionals see: the registry's words, marked where they are old."""
    words = registry_words(shown.status)
    if not shown.is_stale or shown.checked is None:
        return words
    return gettext("%(status)s on %(date)s, not confirmed since", status=words, date=date_in_words(shown.checked))


def colour(shown: ShownStatus) -> str:
    """Return which of the stylesheet's tags draws the status. The words always say it too."""
    if shown.is_stale:
        return "soon"
    match shown.status:
        case Status.RECRUITING:
            return "open"
        case Status.NOT_YET_RECRUITING | Status.ENROLLING_BY_INVITATION | Status.SUSPENDED | Status.UNKNOWN:
            return "soon"
        case Status.COMPLETED:
            return "done"
        case _:
            return "shut"
