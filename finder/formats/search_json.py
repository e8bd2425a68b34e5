"""Search results as JSON: the same for `finder search --json` and for the web. Scripts depend on this shape."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from finder.content.catalogue import TrialEntry
from finder.core.registry import RegistryTrial
from finder.core.statuses import shown_status
from finder.search.searching import SearchResult
from finder.wording.statuses import family_label


def search_as_json(
    found: SearchResult, entries: Iterable[TrialEntry | RegistryTrial], *, today: date, fresh_days: int
) -> dict[str, Any]:
    """Return what was understood and the trials found, each with its dated status as the pages show it."""
    return {
        "understood": [{"kind": one.kind, "words": one.words, "meaning": one.meaning} for one in found.understood],
        "did_you_mean": found.did_you_mean,
        "trials": [trial_as_json(entry, today=today, fresh_days=fresh_days) for entry in entries],
    }


def trial_as_json(entry: TrialEntry | RegistryTrial, *, today: date, fresh_days: int) -> dict[str, Any]:
    """Return a trial as a line of the results. One that is in the register's words alone says so."""
    is_record = isinstance(entry, RegistryTrial)
    trial = entry if isinstance(entry, RegistryTrial) else entry.trial
    shown = shown_status(trial.recruitment, today=today, fresh_days=fresh_days)
    return {
        "slug": trial.slug,
        "title": title_of(entry),
        "status": shown.status.value,
        "checked": shown.checked.isoformat() if shown.checked else None,
        "label": family_label(shown),
        **({"in_plain_language": False} if is_record else {}),
    }


def title_of(entry: TrialEntry | RegistryTrial) -> str:
    """Return the plain title of a trial, or the register's."""
    return entry.title if isinstance(entry, RegistryTrial) else next(iter(entry.words.values())).title
