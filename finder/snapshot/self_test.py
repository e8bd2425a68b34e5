"""The test that every new snapshot passes before it can be published."""

from datetime import date
from pathlib import Path

from finder.content.catalogue import Catalogue
from finder.search.searching import SearchRequest
from finder.snapshot.errors import DamagedSnapshot, FailedBuild
from finder.snapshot.opening import Snapshot, open_snapshot

_MOST_SEARCHES = 200
"""A large catalogue is searched for this many of its trials, spread over the whole of it."""


def check_snapshot(folder: Path, catalogue: Catalogue) -> None:
    """Open a new snapshot as the site does, read every trial from it and search for trials by their acronyms.

    Raises FailedBuild where anything is not as the catalogue says.
    """
    try:
        snapshot = open_snapshot(folder)
    except DamagedSnapshot as damage:
        raise FailedBuild(f"The new snapshot was not kept, because it does not hold. {damage}") from damage
    try:
        _check_trials(snapshot, catalogue)
        _check_search(snapshot, catalogue)
    finally:
        snapshot.close()


def _check_trials(snapshot: Snapshot, catalogue: Catalogue) -> None:
    if snapshot.trials() != catalogue.trials:
        raise FailedBuild("The new snapshot was not kept: its trials are not those that were read.")


def _check_search(snapshot: Snapshot, catalogue: Catalogue) -> None:
    step = max(1, len(catalogue.trials) // _MOST_SEARCHES)
    for entry in catalogue.trials[::step]:
        trial = entry.trial
        found = snapshot.search.find(SearchRequest(words=trial.acronym), today=date.today(), fresh_days=0)
        if trial.slug not in {hit.slug for hit in found.hits}:
            raise FailedBuild(
                f"The new snapshot was not kept: a search for “{trial.acronym}” does not find “{trial.slug}”."
            )
