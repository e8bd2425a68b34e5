"""What the present request stands on: the snapshot that serves it, today's date, its place."""

from collections.abc import Mapping
from datetime import date

from flask import Flask, current_app, g, request

from finder.content.catalogue import GlossaryEntry, Site, TrialEntry, TrialWords
from finder.core.statuses import Recruitment, ShownStatus, shown_status
from finder.settings import Settings
from finder.snapshot import Snapshot, Snapshots
from finder.web.places import Place, View
from finder.wording.reasons import Names

_SETTINGS = "finder-settings"
_SNAPSHOTS = "finder-snapshots"


def settings() -> Settings:
    """Return the settings the app was made with."""
    found: Settings = current_app.extensions[_SETTINGS]
    return found


def snapshots() -> Snapshots:
    """Return the look-out for the published snapshot."""
    found: Snapshots = current_app.extensions[_SNAPSHOTS]
    return found


def snapshot() -> Snapshot:
    """Return the published snapshot, the same one for the whole request."""
    if "snapshot" not in g:
        g.snapshot = snapshots().current()
    found: Snapshot = g.snapshot
    return found


def site() -> Site:
    """Return the charity's own choices."""
    return snapshot().site


def today() -> date:
    """Return the day that statuses are held against."""
    return settings().today()


def place() -> Place:
    """Return the language and view of the page; the site's first language where the address names none of its own."""
    found: Place | None = g.get("place")
    return found or _place_in(request.path) or Place(next(iter(site().languages)))


def _place_in(path: str) -> Place | None:
    """Return the place that an address without a page begins with: "not found" is said in its language too."""
    language, *rest = [*path.strip("/").split("/"), ""]
    if language not in site().languages:
        return None
    return Place(language, View.PROFESSIONAL if rest[0] == View.PROFESSIONAL else View.FAMILY)


def is_professional() -> bool:
    """Tell whether the page is the professionals' reading."""
    return place().view is View.PROFESSIONAL


def names() -> Names:
    """Return the vocabularies that name diagnoses, treatments and markers."""
    shown = snapshot()
    return Names(shown.diagnoses, shown.treatments, shown.markers)


def show_status(recruitment: Recruitment) -> ShownStatus:
    """Return what may be said of a status today. Every page, sheet and answer in JSON asks here."""
    return shown_status(recruitment, today=today(), fresh_days=site().fresh_days)


def words_of(entry: TrialEntry) -> TrialWords:
    """Return a trial's words in the language of the page, or in the first language it is written in."""
    return entry.words.get(place().language) or next(iter(entry.words.values()))


def glossary_here() -> Mapping[str, GlossaryEntry]:
    """Return the glossary in the language of the page, in the site's first language where it is not translated."""
    return snapshot().glossary(place().language) or snapshot().glossary(next(iter(site().languages)))


def init_app(app: Flask, given: Settings) -> None:
    """Let requests find the settings and the published snapshots."""
    app.extensions[_SETTINGS] = given
    app.extensions[_SNAPSHOTS] = Snapshots(given.instance)
