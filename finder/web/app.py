"""Makes the web application: a table of contents of what a request passes through."""

from collections.abc import Callable
from typing import Any

from flask import Flask, Response, abort, g
from jinja2 import StrictUndefined

from finder.settings import Settings
from finder.web import current, errors, layout, locale, machines, pages, styleguide
from finder.web.api import endpoints
from finder.web.delivery import caching, compacting, compressing, kept_pages
from finder.web.guarding import access_log, rate_limits, security, slow_forms
from finder.web.places import Place, PlaceConverter
from finder.web.questions import answer_cookie, questionnaire
from finder.web.searching import search, suggest
from finder.web.trials import registry, trials


def create_app(settings: Settings) -> Flask:
    """Return the site over the snapshots that `settings.instance` holds."""
    app = Flask(__name__, static_folder=str(settings.static.resolve()), static_url_path="/static")
    app.jinja_options = {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.url_map.converters["place"] = PlaceConverter
    app.url_value_preprocessor(read_place)
    current.init_app(app, settings)
    locale.init_app(app, settings.translations, settings.instance / "messages")
    answer_cookie.init_app(app, settings)
    slow_forms.init_app(app)
    security.init_app(app, behind_proxy=settings.behind_proxy)
    rate_limits.init_app(app, settings)
    layout.init_app(app)
    errors.init_app(app)
    finish_with(app, kept_pages.init_app(app))
    for part in (pages.bp, trials.bp, registry.bp, search.bp, suggest.bp, questionnaire.bp, endpoints.bp, machines.bp):
        app.register_blueprint(part)
    styleguide.init_app(app, is_wanted=settings.styleguide)
    access_log.init_app(app, is_wanted=settings.access_log)
    return app


def finish_with(app: Flask, keep: Callable[[Response], Response]) -> None:
    """Let every response pass these steps, in this order: each works on what the one before it made."""
    steps = (
        security.add_headers,
        compacting.compact,
        caching.say_what_may_be_kept,
        compressing.compress,
        keep,
        caching.answer_only_what_changed,
    )

    @app.after_request
    def finish(response: Response) -> Response:
        for step in steps:
            response = step(response)
        return response


def read_place(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Note the language and view of the address. A language the site does not offer has no pages."""
    place: Place | None = (values or {}).get("place")
    if place is None:
        return
    if place.language not in current.site().languages:
        abort(404)
    g.place = place
