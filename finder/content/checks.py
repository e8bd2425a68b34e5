"""Checks trials against one another and against the calendar: what no file can tell by itself."""

from collections.abc import Collection, Iterable
from datetime import date

from finder.content.files import ContentFolder
from finder.content.report import quoted, suggestion
from finder.content.yaml_lines import find_line
from finder.core.trials import Trial

OLDEST_CHECK_DAYS = 180


class TrialChecks:
    """The checks on one trial, which find the line of a field only when there is something to say of it."""

    def __init__(self, content: ContentFolder, trial: Trial, facts: str) -> None:
        self._report = content.report(f"trials/{trial.slug}/facts.yaml")
        self._trial = trial
        self._facts = facts

    def check(self, *, slugs: Collection[str], today: date) -> None:
        """Report trials that it names and that are not there, and warn of what has grown old or is empty."""
        self._check_related(slugs)
        if not self._report.has_errors:
            self._warn_of_the_old_and_the_empty(today)

    def _warn_of_the_old_and_the_empty(self, today: date) -> None:
        self._warn_of_old_status(today)
        if self._trial.review.next < today:
            message = f"The review of this page was due on {_in_words(self._trial.review.next)}."
            hint = "Read the page against its sources, then write the days of this and of the next review."
            self._warn(message, hint, "review", "next")
        if not self._trial.hospitals and not self._trial.countries:
            self._warn("No hospital and no country is named.", "Add countries: [GB], if a source names any.")

    def is_numbered_like(self, other: Trial, register: str) -> None:
        """Report that another trial has the same number."""
        number = self._trial.identifiers[register]
        message = f"{quoted(number)} is the number of the trial {quoted(other.slug)} as well."
        line = find_line(self._facts, "identifiers", register)
        self._report.error(message, "Check which of the two it is.", line=line, field=f"identifiers.{register}")

    def _check_related(self, slugs: Collection[str]) -> None:
        related = self._trial.related
        for name, named in (("before", related.before), ("after", related.after), ("similar", related.similar)):
            for place, slug in enumerate(named):
                if slug == self._trial.slug:
                    self._related_error(name, place, "A trial is not related to itself.", "Remove it.")
                elif slug not in slugs:
                    hint = suggestion(
                        slug, sorted(slugs), otherwise="Write the name of a folder in trials, or take it out."
                    )
                    self._related_error(name, place, f"There is no trial {quoted(slug)}.", hint)

    def _related_error(self, name: str, place: int, message: str, hint: str) -> None:
        line = find_line(self._facts, "related", name, place)
        self._report.error(message, hint, line=line, field=f"related.{name}")

    def _warn_of_old_status(self, today: date) -> None:
        checked, status = self._trial.recruitment.checked, self._trial.recruitment.status
        if checked and not status.is_final and (today - checked).days > OLDEST_CHECK_DAYS:
            message = f"The status was checked on {_in_words(checked)}, more than {OLDEST_CHECK_DAYS} days ago."
            self._warn(message, "Look it up again, then write the day the source gives.", "recruitment", "checked")

    def _warn(self, message: str, hint: str, *names: str) -> None:
        line = find_line(self._facts, *names) if names else None
        self._report.warning(message, hint, line=line, field=".".join(names) or None)


def check_numbers(trials: Iterable[tuple[Trial, TrialChecks]]) -> None:
    """Report registry numbers that two trials claim. Protocol numbers are the sponsors' own, and may meet."""
    owners: dict[tuple[str, str], Trial] = {}
    for trial, checks in trials:
        for register, number in trial.identifiers.items():
            owner = owners.setdefault((register, number), trial)
            if owner is not trial and register != "protocol":
                checks.is_numbered_like(owner, register)


def _in_words(day: date) -> str:
    """Return a date as people write it.

    >>> _in_words(date(2026, 1, 8))
    '8 January 2026'
    """
    return f"{day.day} {day:%B %Y}"
