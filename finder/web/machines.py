"""For machines: health, search engines, the icon's old address."""

from flask import Blueprint, Response, jsonify, render_template, url_for
from flask.typing import ResponseReturnValue

from finder.search.searching import SearchRequest
from finder.web.caching import never_keep
from finder.web.current import site, snapshot
from finder.web.current import today as current_day
from finder.web.places import Place, View

bp = Blueprint("machines", __name__)


@bp.get("/healthz")
def healthz() -> ResponseReturnValue:
    """Say that the process answers."""
    return never_keep(jsonify(status="up"))


@bp.get("/readyz")
def readyz() -> ResponseReturnValue:
    """Say whether a whole snapshot is open and finds a trial that it holds."""
    shown = snapshot()
    result = shown.search.find(SearchRequest(), today=current_day(), fresh_days=site().fresh_days)
    is_ready = result.total == len(shown.slugs()) > 0
    body = jsonify(status="ready" if is_ready else "not ready", snapshot=shown.id, trials=len(shown.slugs()))
    return never_keep(body), 200 if is_ready else 503


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
    """Ask search engines to leave answers and searches alone."""
    lines = [
        "User-agent: *",
        "Disallow: /*/questions/",
        "Disallow: /*/search",
        f"Sitemap: {site().address}/sitemap.xml",
        "",
    ]
    return Response("\n".join(lines), mimetype="text/plain")
