"""For machines: health, search engines, the icon's old address."""

from datetime import UTC, datetime

from flask import Blueprint, Response, jsonify, render_template, url_for
from flask.typing import ResponseReturnValue

from finder.search.searching import SearchRequest
from finder.snapshot import Snapshot
from finder.web.current import settings, site, snapshot, snapshots
from finder.web.current import today as current_day
from finder.web.delivery.caching import never_keep
from finder.web.places import Place, View

bp = Blueprint("machines", __name__)


@bp.get("/healthz")
def healthz() -> ResponseReturnValue:
    """Say that the process answers."""
    return never_keep(jsonify(status="up"))


@bp.get("/readyz")
def readyz() -> ResponseReturnValue:
    """Say whether a whole snapshot is open, finds a trial that it holds, and is not older than the settings allow."""
    shown = snapshot()
    slugs, days = shown.slugs(), (datetime.now(UTC) - shown.built).days
    limit = settings().ready_days
    is_ready = _holds(shown) and _finds(shown, slugs) and (limit is None or days <= limit)
    body = jsonify(
        status="ready" if is_ready else "not ready",
        snapshot=shown.id,
        is_latest=not snapshots().problem,
        trials=len(slugs),
        days_since_publish=days,
    )
    return never_keep(body), 200 if is_ready else 503


def _holds(shown: Snapshot) -> bool:
    """Tell whether the files of the snapshot are still there in their full length."""
    sizes = {name: file.size for name, file in shown.manifest.files.items()}
    try:
        return all((shown.folder / name).stat().st_size == size for name, size in sizes.items())
    except OSError:
        return False


def _finds(shown: Snapshot, slugs: list[str]) -> bool:
    """Tell whether the search finds the first trial by its name."""
    first = shown.trial(slugs[0]) if slugs else None
    if first is None:
        return False
    asked = SearchRequest(words=first.trial.acronym)
    found = shown.search.find(asked, today=current_day(), fresh_days=site().fresh_days)
    return first.trial.slug in {hit.slug for hit in found.hits}


@bp.get("/sitemap.xml")
def sitemap() -> ResponseReturnValue:
    """List every page that holds no answers, in each language and view."""
    shown = snapshot()
    paths = [path for language in site().languages for view in View for path in _paths(Place(language, view))]
    text = render_template(
        "sitemap.xml", addresses=[f"{site().address}{path}" for path in paths], day=shown.built.date()
    )
    return Response(text, mimetype="application/xml")


def _paths(place: Place) -> list[str]:
    shown = snapshot()
    fixed = ["pages.home", "trials.index", "pages.glossary", "questionnaire.start"]
    return [
        *(url_for(endpoint, place=place) for endpoint in fixed),
        *(url_for("trials.show", place=place, slug=slug) for slug in shown.slugs()),
        *(
            url_for("pages.standing", place=place, name=name)
            for name in dict.fromkeys(page.name for page in shown.pages)
        ),
    ]


@bp.get("/robots.txt")
def robots() -> ResponseReturnValue:
    """Let search engines read every page. What they should know a search or a family's own pages by is on the page."""
    return Response(f"User-agent: *\nAllow: /\nSitemap: {site().address}/sitemap.xml\n", mimetype="text/plain")
