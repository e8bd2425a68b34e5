"""Search results as JSON: the same for `finder search --json` and for the web. Scripts depend on this shape."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from finder.content.catalogue import TrialEntry
from finder.core.statuses import shown_status
from finder.search.searching import SearchResult
from finder.wording.statuses import family_label


def search_as_json(
    found: SearchResult, entries: Iterable[TrialEntry], *, today: date, fresh_days: int
) -> dict[str, Any]:
    """Return what was understood and the trials found, each with its dated status as the pages show it."""
    return {
        "understood": [{"kind": one.kind, "words": one.words, "meaning": one.meaning} for one in found.understood],
        "did_you_mean": found.did_you_mean,
        "trials": [trial_as_json(entry, today=today, fresh_days=fresh_days) for entry in entries],
    }


def trial_as_json(entry: TrialEntry, *, today: date, fresh_days: int) -> dict[str, Any]:
    """Return a trial as a line of the results."""
    shown = shown_status(entry.trial.recruitment, today=today, fresh_days=fresh_days)
    return {
        "slug": entry.trial.slug,
        "title": next(iter(entry.words.values())).title,
        "status": shown.status.value,
        "checked": shown.checked.isoformat() if shown.checked else None,
        "label": family_label(shown),
    }
