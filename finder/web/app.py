"""Makes the web application: a table of contents of what a request passes through."""

from typing import Any

from flask import Flask, abort, g
from jinja2 import StrictUndefined

from finder.settings import Settings
from finder.web import (
    answer_cookie,
    api,
    caching,
    current,
    errors,
    layout,
    locale,
    machines,
    pages,
    questionnaire,
    search,
    security,
    trials,
)
from finder.web.places import Place, PlaceConverter


def create_app(settings: Settings) -> Flask:
    """Return the site over the snapshots that `settings.instance` holds."""
    app = Flask(__name__, static_folder=str(settings.static.resolve()), static_url_path="/static")
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.url_map.converters["place"] = PlaceConverter
    app.url_value_preprocessor(read_place)
    current.init_app(app, settings)
    locale.init_app(app, settings.translations, settings.instance / "messages")
    answer_cookie.init_app(app, settings.answer_keys, settings.instance / "answers.key")
    caching.init_app(app)
    security.init_app(app)
    layout.init_app(app)
    errors.init_app(app)
    for part in (pages.bp, trials.bp, search.bp, questionnaire.bp, api.bp, machines.bp):
        app.register_blueprint(part)
    return app


def read_place(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Note the language and view of the address. A language the site does not offer has no pages."""
    place: Place | None = (values or {}).get("place")
    if place is None:
        return
    if place.language not in current.site().languages:
        abort(404)
    g.place = place
